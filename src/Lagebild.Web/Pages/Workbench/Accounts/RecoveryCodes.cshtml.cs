using Lagebild.Storage;
using Lagebild.Web.SigningIn;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Workbench.Accounts;

/// <summary>New recovery codes, shown this once.</summary>
public sealed class RecoveryCodesModel(AccountStore accounts, OwnAccount own, SignIn signIn, Desk desk, Reading reading) : OwnPage(accounts, desk, reading)
{
    /// <summary>Those just made; empty where they were shown before.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await TakeAsync(ct);
        Codes = TempData.Shown();
        return Account.TwoFactor ? Page() : LocalRedirect(Reading.Link("/workbench/account"));
    }

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

        TempData.Show(await own.NewCodesAsync(Account));
        return LocalRedirect(Reading.Link("/workbench/account/codes"));
    }
}
