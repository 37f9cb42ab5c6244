using Lagebild.Web.SigningIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Accounts;

/// <summary>Second step of signing in: the code of a device, or a recovery code.</summary>
[AllowAnonymous]
public sealed class CodeModel(SignIn signIn, Reading reading) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    public Message? Said { get; private set; }

    public string Action => reading.Link("/workbench/sign-in/code", ("returnUrl", ReturnUrl));

    public async Task<IActionResult> OnGetAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is null ? Again() : Page();

    public async Task<IActionResult> OnPostAsync() => await signIn.WithCodeAsync(Code ?? "") switch
    {
        null => Again(),
        { Outcome: SignInOutcome.Done } => LocalRedirect(ReturnUrl is { } url && Url.IsLocalUrl(url) ? url : reading.Link("/workbench")),
        var answer => Refuse(answer),
    };

    /// <summary>The first step is missing or too long ago.</summary>
    private LocalRedirectResult Again()
    {
        TempData.Say(Message.Wrong(reading.Words.Account.TooLate));
        return LocalRedirect(reading.Link("/workbench/sign-in", ("returnUrl", ReturnUrl)));
    }

    private PageResult Refuse(SignInResponse answer)
    {
        Said = Message.Wrong(reading.WhyNot(answer, reading.Words.Account.CodeRefused));
        Response.StatusCode = answer.Outcome == SignInOutcome.Delayed ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest;
        return Page();
    }
}
