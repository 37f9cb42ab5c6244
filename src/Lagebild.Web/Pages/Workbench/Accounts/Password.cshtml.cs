using Lagebild.Storage;
using Lagebild.Web.SigningIn;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Workbench.Accounts;

/// <summary>Another password; the one so far is asked for.</summary>
public sealed class PasswordModel(AccountStore accounts, OwnAccount own, SignIn signIn, Desk desk, Reading reading) : OwnPage(accounts, desk, reading)
{
    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    [BindProperty(Name = "new")]
    public string? NewPassword { get; set; }

    [BindProperty(Name = "again")]
    public string? Repeated { get; set; }

    public int Fewest => PasswordRules.FewestOf(Account);

    public Task OnGetAsync(CancellationToken ct) => TakeAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await TakeAsync(ct);
        if ((await Reading.WrongWithAsync(own, Account, NewPassword, Repeated) ?? await WrongPasswordAsync(signIn, Password)) is { } wrong)
        {
            return Again(wrong);
        }

        await own.ChangePasswordAsync(Account, NewPassword!);
        return Back(Message.Done(Reading.Words.Account.PasswordChanged));
    }
}
