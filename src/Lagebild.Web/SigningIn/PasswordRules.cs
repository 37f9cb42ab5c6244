using System.Text.RegularExpressions;
using Lagebild.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Lagebild.Web.SigningIn;

/// <summary>What a password must be, by NIST SP 800-63B-4, 3.1.1.2: long enough and not a common one; nothing about which signs it holds, and no end.</summary>
public sealed partial class PasswordRules : IPasswordValidator<Account>
{
    /// <summary>Fewest signs where the password is all that is asked for.</summary>
    public const int Fewest = 15;

    /// <summary>Fewest signs where a code is asked for too.</summary>
    public const int FewestWithCode = 8;

    /// <summary>Most signs: more than anyone types, and little to hash.</summary>
    public const int Most = 256;

    /// <summary>Codes of what is wrong.</summary>
    public const string TooShort = nameof(TooShort);

    public const string TooLong = nameof(TooLong);

    public const string Common = nameof(Common);

    public const string Personal = nameof(Personal);

    private static readonly string[] SiteWords = ["lagebild", "passwort", "password", "hasło", "haslo"];

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Wrong(user, PasswordHash.Normal(password ?? "")) is { } code ? IdentityResult.Failed(new IdentityError { Code = code, Description = code }) : IdentityResult.Success);

    /// <summary>How many signs an account's password has at least.</summary>
    public static int FewestOf(Account account) => account.TwoFactor ? FewestWithCode : Fewest;

    private static string? Wrong(Account account, string password) =>
        Length(password) < FewestOf(account) ? TooShort
        : Length(password) > Most ? TooLong
        : IsOnly([.. Own(account), .. SiteWords], password) ? Personal
        : CommonPasswords.Has(password) ? Common
        : null;

    // A sign is what Unicode counts as one, not what UTF-16 needs for it.
    private static int Length(string password) => password.EnumerateRunes().Count();

    private static IEnumerable<string> Own(Account account) => Word().Matches($"{account.Name} {account.Mail}").Select(m => m.Value).Where(w => w.Length > 1).OrderByDescending(w => w.Length);

    /// <summary>Whether nothing is left of a password without some words, digits and signs.</summary>
    private static bool IsOnly(IReadOnlyList<string> words, string password) =>
        !words.Aggregate(password, (left, word) => left.Replace(word, " ", StringComparison.OrdinalIgnoreCase)).Any(char.IsLetter) && password.Any(char.IsLetter);

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
