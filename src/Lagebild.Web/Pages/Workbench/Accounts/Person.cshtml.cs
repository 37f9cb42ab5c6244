using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Workbench.Accounts;

/// <summary>One person's roles, and the ways to let them in anew or no more. Who is not theirs to see is not there.</summary>
public sealed class PersonModel(AccountStore accounts, FeedStore feeds, Desk desk, Reading reading) : PeoplePage(accounts, feeds, desk, reading)
{
    [FromRoute(Name = "id")]
    public long Id { get; set; }

    /// <summary>Ticked where an act cannot be undone.</summary>
    [BindProperty(Name = "sure")]
    public string? Sure { get; set; }

    public Person Person { get; private set; } = null!;

    /// <summary>The roles within the administrator's reach.</summary>
    public GrantGrid Grid => new(Regions, Reach.Seen(Person));

    /// <summary>Whether the person has roles beyond it.</summary>
    public bool HasMore => Person.Grants.Any(g => !Reach.Reaches(g));

    public bool MayLockOut => Reach.MayLockOut(Person);

    public string WhyNotLockOut => Person.Id == Desk.Person.Id ? Reading.Words.Account.NotYourself : Reading.Words.Account.NotYours;

    public string State { get; private set; } = "";

    /// <summary>Address to hand to the person, right after it was made; null at any other time.</summary>
    public string? InvitationAddress { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        State = Reading.StateWords((await Accounts.StatesAsync(ct))[Id]);
        InvitationAddress = TempData.Shown() is [var secret] ? Request.Absolute(Reading.Link($"/workbench/invitation/{secret}")) : null;
    }

    public async Task<IActionResult> OnPostGrantAsync(CancellationToken ct) => Chosen() is { } chosen
        ? Back(await Accounts.GrantAsync(Id, Reach.After(Person, chosen), Desk.Who, ct), Reading.Words.Account.RolesSaved)
        : HttpContext.Refuse(Fault.Of("grant", string.Join(", ", Sent)));

    public async Task<IActionResult> OnPostResetAsync(CancellationToken ct)
    {
        if (!MayLockOut || Sure is null)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        TempData.Show([(await Accounts.ResetAsync(Id, Desk.Who, ct))!]);
        return Back(AccountChange.Done, Reading.Words.Account.LinkMade);
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct)
    {
        if (!MayLockOut || Sure is null)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var change = await Accounts.CloseAsync(Id, Desk.Who, ct);
        return change == AccountChange.LastAdministrator ? Back(change, "") : ToList(Reading.Fill(Reading.Words.Account.Closed, Person.Name));
    }

    /// <inheritdoc/>
    protected override async Task<IActionResult?> FindAsync(CancellationToken ct)
    {
        if (await Accounts.ByIdAsync(Id, ct) is not { } person || !Reach.Sees(person))
        {
            return NotFound();
        }

        Person = person;
        return null;
    }

    private LocalRedirectResult Back(AccountChange change, string done)
    {
        TempData.Say(change == AccountChange.LastAdministrator ? Message.Wrong(Reading.Words.Account.LastAdministrator) : Message.Done(done));
        return LocalRedirect(Reading.Link(FormattableString.Invariant($"/workbench/people/{Id}")));
    }

    private LocalRedirectResult ToList(string done)
    {
        TempData.Say(Message.Done(done));
        return LocalRedirect(Reading.Link("/workbench/people"));
    }
}
