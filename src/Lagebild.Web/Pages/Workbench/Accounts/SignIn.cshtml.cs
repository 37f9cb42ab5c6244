using Lagebild.Web.SigningIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Accounts;

/// <summary>First step of signing in: mail address and password.</summary>
[AllowAnonymous]
public sealed class SignInModel(SignIn signIn, LagebildOptions options, Desk desk, Reading reading) : PageModel
{
    /// <summary>Where to after it: an address of this site, else the start of the workbench.</summary>
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    [BindProperty(Name = "mail")]
    public string? Mail { get; set; }

    /// <summary>Never sent back.</summary>
    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    /// <summary>What came of the sign-in service: <c>failed</c>, <c>unknown</c>; null where it was not asked.</summary>
    [BindProperty(SupportsGet = true, Name = "service")]
    public string? Service { get; set; }

    /// <summary>What is wrong; null for nothing.</summary>
    public Message? Said { get; private set; }

    public int MostLetters => PasswordRules.Most;

    /// <summary>Passwords travel over https, or within this machine.</summary>
    public bool IsOpenHere => HttpContext.IsPrivate();

    /// <summary>Address of the form: it keeps where to go after it.</summary>
    public string Action => reading.Link("/workbench/sign-in", ("returnUrl", ReturnUrl));

    /// <summary>Address that leads to the sign-in service; null where there is none.</summary>
    public string? ServiceAddress => options.SignIn.IsSet ? reading.Link("/workbench/sign-in/service", ("returnUrl", ReturnUrl)) : null;

    public bool TakesPasswords => options.SignIn.TakesPasswords;

    public IActionResult OnGet()
    {
        Said = TempData.Said() ?? OfService();
        return desk.IsTaken ? LocalRedirect(Next) : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsOpenHere)
        {
            return Page();
        }

        var answer = await signIn.WithPasswordAsync(Mail ?? "", Password ?? "");
        return answer.Outcome switch
        {
            SignInOutcome.Done => LocalRedirect(Next),
            SignInOutcome.CodeAsked => LocalRedirect(reading.Link("/workbench/sign-in/code", ("returnUrl", ReturnUrl))),
            _ => Refuse(answer),
        };
    }

    private string Next => ReturnUrl is { } url && Url.IsLocalUrl(url) ? url : reading.Link("/workbench");

    private Message? OfService() => Service switch
    {
        "failed" => Message.Wrong(reading.Words.Account.ServiceFailed),
        "unknown" => Message.Wrong(reading.Words.Account.ServiceUnknown),
        _ => null,
    };

    private PageResult Refuse(SignInResponse answer)
    {
        Said = Message.Wrong(reading.WhyNot(answer, reading.Words.Account.Refused));
        Response.StatusCode = answer.Outcome == SignInOutcome.Delayed ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest;
        return Page();
    }
}
