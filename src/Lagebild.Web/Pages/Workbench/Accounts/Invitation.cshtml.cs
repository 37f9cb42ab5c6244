using Lagebild.Accounts;
using Lagebild.Storage;
using Lagebild.Web.SigningIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Accounts;

/// <summary>A password of one's own, by the link of an invitation or after a reset, once.</summary>
[AllowAnonymous]
public sealed class InvitationModel(LinkStore links, AccountStore accounts, OwnAccount own, IPasswordHasher<Account> hasher, SignIn signIn, LagebildOptions options, Desk desk, Reading reading) : PageModel
{
    [FromRoute(Name = "secret")]
    public string Secret { get; set; } = "";

    [BindProperty(Name = "new")]
    public string? NewPassword { get; set; }

    [BindProperty(Name = "again")]
    public string? Again { get; set; }

    public Message? Said { get; private set; }

    public Account Account { get; private set; } = new();

    public int Fewest => PasswordRules.Fewest;

    /// <summary>With a link that does not work there is nothing here; who used it a moment ago is led on.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!options.SignIn.TakesPasswords)
        {
            context.Result = LocalRedirect(reading.Link("/workbench/sign-in"));
            return;
        }

        if (HttpContext.IsPrivate() && await links.FindAsync(Secret, HttpContext.RequestAborted) is { Account: { } id } && await accounts.SecretsAsync(id, HttpContext.RequestAborted) is { } account)
        {
            Account = account;
            await next();
            return;
        }

        context.Result = desk.IsTaken ? LocalRedirect(reading.Link("/workbench/account")) : HttpContext.Absent(reading.Words.Account.LinkGone);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await reading.WrongWithAsync(own, Account, NewPassword, Again) is { } wrong)
        {
            Said = Message.Wrong(wrong);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        return await links.AcceptAsync(Secret, hasher.HashPassword(Account, NewPassword!), HttpContext.RequestAborted) is { } id
            ? await EnterAsync(id)
            : HttpContext.Absent(reading.Words.Account.LinkGone);
    }

    private async Task<IActionResult> EnterAsync(long id)
    {
        await signIn.SignInAsync((await accounts.SecretsAsync(id, HttpContext.RequestAborted))!, isPersistent: false);
        TempData.Say(Message.Done(reading.Words.Account.PasswordSetOfferCode));
        return LocalRedirect(reading.Link("/workbench/account"));
    }
}
