using Lagebild.Accounts;
using Lagebild.Storage;
using Lagebild.Web.SigningIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Accounts;

/// <summary>A page about one's own account.</summary>
public abstract class OwnPage(AccountStore accounts, Desk desk, Reading reading) : PageModel
{
    /// <summary>What is signed in with.</summary>
    public Account Account { get; private set; } = new();

    /// <summary>What happened, or what is wrong; null for nothing.</summary>
    public Message? Said { get; private set; }

    protected AccountStore Accounts => accounts;

    protected Desk Desk => desk;

    protected Reading Reading => reading;

    /// <summary>Reads the account, and what was said on the page before.</summary>
    protected async Task TakeAsync(CancellationToken ct)
    {
        Account = (await accounts.SecretsAsync(desk.Person.Id, ct))!;
        Said = TempData.Said();
    }

    /// <summary>To the page of the account, with a message.</summary>
    protected IActionResult Back(Message message)
    {
        TempData.Say(message);
        return LocalRedirect(reading.Link("/workbench/account"));
    }

    /// <summary>This page again, with what is wrong.</summary>
    protected IActionResult Again(string wrong)
    {
        Said = Message.Wrong(wrong);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>Null where the person knows the password; else why it does not go on.</summary>
    protected async Task<string?> WrongPasswordAsync(SignIn signIn, string? password) =>
        await signIn.KnowsAsync(Account, password ?? "") is { Outcome: not SignInOutcome.Done } answer ? reading.WhyNot(answer, reading.Words.Account.OldPasswordWrong) : null;
}
