using Lagebild.Web.SigningIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Accounts;

/// <summary>To the sign-in service, and in with what it says on the way back. Not there where no service is set.</summary>
[AllowAnonymous]
public sealed partial class ServiceModel(SignIn signIn, LagebildOptions options, Reading reading, ILogger<ServiceModel> log) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync(string? step) => (options.SignIn.IsSet, step) switch
    {
        (false, _) => NotFound(),
        (_, null) => await LeaveAsync(),
        _ when await signIn.WithServiceAsync() => LocalRedirect(ReturnUrl is { } url && Url.IsLocalUrl(url) ? url : reading.Link("/workbench")),
        _ => LocalRedirect(reading.Link("/workbench/sign-in", ("service", "unknown"))),
    };

    /// <summary>To the service; back with a sentence where it does not answer.</summary>
    private async Task<IActionResult> LeaveAsync()
    {
        try
        {
            await HttpContext.ChallengeAsync(OpenId.Scheme, new() { RedirectUri = reading.Link("/workbench/sign-in/service/done", ("returnUrl", ReturnUrl)) });
            return new EmptyResult();
        }
        catch (Exception fault) when (fault is InvalidOperationException or HttpRequestException)
        {
            TellAway(log, fault);
            return LocalRedirect(reading.Link("/workbench/sign-in", ("service", "failed")));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in service does not answer.")]
    private static partial void TellAway(ILogger log, Exception fault);
}
