using Lagebild.Web.SigningIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Accounts;

/// <summary>Ends the session at hand. Called otherwise than by its button it only leads back.</summary>
public sealed class SignOutModel(SignIn signIn, Desk desk, Reading reading) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(reading.Link("/workbench"));

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.LeaveAsync(desk.Person);
        TempData.Say(Message.Done(reading.Words.Account.SignedOut));
        return LocalRedirect(reading.Link("/workbench/sign-in"));
    }
}
