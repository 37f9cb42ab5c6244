using Lagebild.Accounts;
using Lagebild.Storage;
using Lagebild.Web.SigningIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Accounts;

/// <summary>The first account, by the link that the first start prints: from this machine alone, once.</summary>
[AllowAnonymous]
public sealed class SetUpModel(LinkStore links, AccountStore accounts, OwnAccount own, IPasswordHasher<Account> hasher, SignIn signIn, Reading reading) : PageModel
{
    [FromRoute(Name = "secret")]
    public string Secret { get; set; } = "";

    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    [BindProperty(Name = "mail")]
    public string? Mail { get; set; }

    [BindProperty(Name = "new")]
    public string? NewPassword { get; set; }

    [BindProperty(Name = "again")]
    public string? Again { get; set; }

    public Message? Said { get; private set; }

    public int Fewest => PasswordRules.Fewest;

    /// <summary>From elsewhere, or with a link that does not work, there is nothing here.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpContext.IsLocal() && await links.FindAsync(Secret, HttpContext.RequestAborted) is { Account: null })
        {
            await next();
            return;
        }

        context.Result = HttpContext.Absent(reading.Words.Account.LinkGone);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var account = new Account { Name = (Name ?? "").Trim(), Mail = (Mail ?? "").Trim() };
        if ((reading.WrongWith(account) ?? await reading.WrongWithAsync(own, account, NewPassword, Again)) is { } wrong)
        {
            Said = Message.Wrong(wrong);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        return await links.SetUpAsync(Secret, account.Name, account.Mail, hasher.HashPassword(account, NewPassword!), HttpContext.RequestAborted) is { } id
            ? await EnterAsync(id)
            : HttpContext.Absent(reading.Words.Account.LinkGone);
    }

    private async Task<IActionResult> EnterAsync(long id)
    {
        await signIn.SignInAsync((await accounts.SecretsAsync(id, HttpContext.RequestAborted))!, isPersistent: false);
        TempData.Say(Message.Done(reading.Words.Account.SetUpDone));
        return LocalRedirect(reading.Link("/workbench/account"));
    }
}
