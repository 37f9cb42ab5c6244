using Lagebild.Web.SigningIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Accounts;

/// <summary>To the sign-in service, and in with what it says on the way back. Not there where no service is set.</summary>
[AllowAnonymous]
public sealed class ServiceModel(SignIn signIn, LagebildOptions options, Reading reading) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync(string? step) => (options.SignIn.IsSet, step) switch
    {
        (false, _) => NotFound(),
        (_, null) => Challenge(new Microsoft.AspNetCore.Authentication.AuthenticationProperties { RedirectUri = reading.Link("/workbench/sign-in/service/done", ("returnUrl", ReturnUrl)) }, OpenId.Scheme),
        _ when await signIn.WithServiceAsync() => LocalRedirect(ReturnUrl is { } url && Url.IsLocalUrl(url) ? url : reading.Link("/workbench")),
        _ => LocalRedirect(reading.Link("/workbench/sign-in", ("service", "unknown"))),
    };
}
