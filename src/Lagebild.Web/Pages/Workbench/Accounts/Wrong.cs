using System.Net.Mail;
using Lagebild.Accounts;
using Lagebild.Web.SigningIn;

namespace Lagebild.Web.Pages.Workbench.Accounts;

/// <summary>What is wrong with what was typed about an account, in the reader's language; null for nothing.</summary>
internal static class Wrong
{
    /// <summary>Of name and mail address.</summary>
    public static string? WrongWith(this Reading reading, Account account) =>
        account.Name.Length is 0 or > 200 ? reading.Words.Account.NameMissing
        : !IsMail(account.Mail) ? reading.Words.Account.MailWrong
        : null;

    /// <summary>Of a new password, typed twice.</summary>
    public static async Task<string?> WrongWithAsync(this Reading reading, OwnAccount own, Account account, string? password, string? again) =>
        password != again ? reading.Words.Account.NotTheSame
        : (await own.ValidateAsync(account, password ?? "")) is [var code, ..] ? reading.WrongPassword(code, account)
        : null;

    private static string WrongPassword(this Reading reading, string code, Account account) => code switch
    {
        PasswordRules.TooShort => reading.Fill(reading.Words.Account.PasswordTooShort, PasswordRules.FewestOf(account)),
        PasswordRules.TooLong => reading.Fill(reading.Words.Account.PasswordTooLong, PasswordRules.Most),
        PasswordRules.Personal => reading.Words.Account.PasswordPersonal,
        _ => reading.Words.Account.PasswordCommon,
    };

    private static bool IsMail(string mail) => mail.Length <= 256 && MailAddress.TryCreate(mail, out var address) && address.Address == mail;
}
