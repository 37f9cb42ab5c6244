using Lagebild.Accounts;
using Lagebild.Storage;
using Lagebild.Web.SigningIn;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Workbench.Accounts;

/// <summary>One's own account: name, roles, how one signs in, where one is signed in.</summary>
public sealed class IndexModel(AccountStore accounts, SessionStore sessions, OwnAccount own, Desk desk, Reading reading) : OwnPage(accounts, desk, reading)
{
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public IReadOnlyList<Grant> Grants => Desk.Person.Grants;

    public int CodesLeft { get; private set; }

    /// <summary>Id of the session at hand.</summary>
    public string Here => SigningIn.SignIn.SessionOf(User) ?? "";

    public int FewestWithCode => PasswordRules.FewestWithCode;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await TakeAsync(ct);
        Sessions = await sessions.OfAsync(Account.Id, ct);
        CodesLeft = await own.CodesLeftAsync(Account);
    }

    public async Task<IActionResult> OnPostRenameAsync(string? name, CancellationToken ct)
    {
        if (name?.Trim() is not { Length: > 0 and <= 200 } given)
        {
            return Back(Message.Wrong(Reading.Words.Account.NameMissing));
        }

        await Accounts.RenameAsync(Desk.Person.Id, given, Desk.Who, ct);
        return Back(Message.Done(Reading.Words.Account.NameSaved));
    }

    public async Task<IActionResult> OnPostEndAsync(string? session, CancellationToken ct)
    {
        await sessions.EndAsync(Desk.Person.Id, session ?? "", Desk.Who, ct);
        return Back(Message.Done(Reading.Words.Account.SessionEnded));
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken ct)
    {
        await sessions.EndOthersAsync(Desk.Person.Id, Here, Desk.Who, ct);
        return Back(Message.Done(Reading.Words.Account.OthersEnded));
    }
}
