using Lagebild.Storage;
using Lagebild.Web.SigningIn;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Workbench.Accounts;

/// <summary>Codes are asked for no more; the password must be long enough to do alone.</summary>
public sealed class AccountCodeOffModel(AccountStore accounts, OwnAccount own, SignIn signIn, Desk desk, Reading reading) : OwnPage(accounts, desk, reading)
{
    public int Fewest => PasswordRules.Fewest;

    public Task OnGetAsync(CancellationToken ct) => TakeAsync(ct);

    public async Task<IActionResult> OnPostAsync(string? password, CancellationToken ct)
    {
        await TakeAsync(ct);
        if (!Account.TwoFactor)
        {
            return LocalRedirect(Reading.Link("/workbench/account"));
        }

        if (await WrongPasswordAsync(signIn, password) is { } wrong)
        {
            return Again(wrong);
        }

        Account.TwoFactor = false;
        return (await own.ValidateAsync(Account, password!)).Count > 0 ? TooShort() : await TurnOffAsync();
    }

    private IActionResult TooShort() => Again(Reading.Fill(Reading.Words.Account.TurnOffTooShort, Fewest));

    private async Task<IActionResult> TurnOffAsync()
    {
        await own.TurnOffAsync(Account);
        return Back(Message.Done(Reading.Words.Account.TurnedOff));
    }
}
