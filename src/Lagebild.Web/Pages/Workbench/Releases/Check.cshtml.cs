using Lagebild.Accounts;
using Lagebild.Storage;
using Lagebild.Web.Pages.Workbench.Accounts;
using Lagebild.Web.Pages.Workbench.Deliveries;
using Lagebild.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Releases;

/// <summary>Before a release: the checklist, and the release itself, now or at a set minute.</summary>
public sealed class CheckModel(
    Desk desk, Reading reading, DeskDelivery taken, ReleaseChecks checks, ReleaseStore releases, OrderStore orders, DraftRenewals renewals, AccountStore accounts, TimeProvider clock) : PageModel
{
    /// <summary>Rows of the table of pages that change.</summary>
    public const int TouchedShown = 20;

    [BindProperty]
    public ReleaseForm Form { get; set; } = new();

    public Message? Said { get; private set; }

    /// <summary>What is wrong with what was typed.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    public DeskDelivery Taken => taken;

    /// <summary>Null unless the delivery waits.</summary>
    public ReleaseCheck? Check { get; private set; }

    /// <summary>Whether the preview is made anew at the moment: the page loads itself again.</summary>
    public bool IsRenewing => renewals.IsRunning(taken.Delivery.Id);

    /// <summary>The last order of the delivery; null where there was none.</summary>
    public ReleaseOrder? Order { get; private set; }

    /// <summary>The release that made it public; null where none did.</summary>
    public Release? Release { get; private set; }

    /// <summary>The release that withdrew it; null where it is not withdrawn.</summary>
    public int? WithdrawnBy { get; private set; }

    /// <summary>Name of who released it; empty where nobody did.</summary>
    public string ReleasedBy { get; private set; } = "";

    public DateTime NowUtc => clock.GetUtcNow().UtcDateTime;

    private ReleasingWords Words => reading.Words.Releasing;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await taken.TakeAsync(id, Role.Publisher, ct) is { } refusal)
        {
            return refusal;
        }

        Said = TempData.Said();
        await ReadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await taken.TakeAsync(id, Role.Publisher, ct) is { } refusal)
        {
            return refusal;
        }

        await ReadAsync(ct);
        var (atUtc, faults) = Check is { } check && check.Preview.Latest == Form.BasedOn ? Read(check) : (null, []);
        if (faults.Count > 0)
        {
            Faults = faults;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        TempData.Say(await DecideAsync(atUtc, ct));
        return Again();
    }

    public async Task<IActionResult> OnPostRenewAsync(long id, CancellationToken ct)
    {
        if (await taken.TakeAsync(id, Role.Publisher, ct) is { } refusal)
        {
            return refusal;
        }

        TempData.Say(await RenewAsync(ct));
        return Again();
    }

    public async Task<IActionResult> OnPostCancelAsync(long id, long order, CancellationToken ct)
    {
        if (await taken.TakeAsync(id, Role.Publisher, ct) is { } refusal)
        {
            return refusal;
        }

        var isOfIt = (await orders.LastOfAsync(id, ct))?.Id == order;
        TempData.Say(isOfIt && await orders.CancelAsync(order, desk.Who, ct) ? Message.Done(Words.Cancelled) : Message.Wrong(Words.CancelledNot));
        return Again();
    }

    private LocalRedirectResult Again() => LocalRedirect(reading.Link(taken.Path("/release")));

    private async Task ReadAsync(CancellationToken ct)
    {
        var delivery = taken.Delivery;
        Check = delivery.State == DeliveryState.Waiting ? await checks.ReadAsync(ct) : null;
        Order = await orders.LastOfAsync(delivery.Id, ct);
        Release = delivery.Release is { } number ? await releases.ByNumberAsync(number, ct) : null;
        WithdrawnBy = Release?.WithdrawnBy;
        ReleasedBy = Release?.ReleasedBy is { } person ? (await accounts.ByIdAsync(person, ct))?.Name ?? Words.Someone : Words.ByRule;
    }

    /// <summary>The minute that is set, null for now; and what is wrong.</summary>
    private (DateTime? AtUtc, List<string> Faults) Read(ReleaseCheck check)
    {
        List<string> faults = [];
        if (check.NeedsNote && Form.IsEmpty)
        {
            faults.Add(Words.NoteMissing);
        }

        if (Form.IsLong)
        {
            faults.Add(reading.Fill(Words.NoteLong, NoteForm.Most));
        }

        switch (Form.When)
        {
            case "now":
                return (null, faults);
            case "later":
                var (atUtc, fault) = LocalMinute.Parse(Form.Day, Form.Clock, NowUtc);
                faults.AddRange(fault is { } wrong ? [Sentence(wrong)] : Array.Empty<string>());
                return (atUtc, faults);
            default:
                return (null, [.. faults, Words.WhenMissing]);
        }
    }

    private string Sentence(MinuteFault fault) => fault switch
    {
        MinuteFault.Past => Words.MinutePast,
        MinuteFault.Far => Words.MinuteFar,
        MinuteFault.Skipped => Words.MinuteSkipped,
        _ => Words.MinuteMissing,
    };

    private async Task<Message> DecideAsync(DateTime? atUtc, CancellationToken ct)
    {
        var delivery = taken.Delivery;
        if (delivery.State is not (DeliveryState.Waiting or DeliveryState.Released))
        {
            return Message.Wrong(Words.NotWaiting);
        }

        // The stale page is told first: its points were others.
        if (Check is { } check && check.Preview.Latest == Form.BasedOn && check.Open > 0)
        {
            return Message.Wrong(Words.PointsOpen);
        }

        var note = Form.Said(reading.Language);
        return atUtc is { } minute && Check is not null
            ? Told(await orders.OrderAsync(delivery.Id, minute, Form.BasedOn, note, desk.Who, ct), minute)
            : Told(await releases.PublishDraftAsync(delivery.Id, Form.BasedOn, note, desk.Who, ct));
    }

    private Message Told(Publication publication) => publication.Outcome switch
    {
        PublicationOutcome.Released => Message.Done(reading.Fill(Words.Released, publication.Release!.Number)),
        PublicationOutcome.Already => Message.Done(reading.Fill(Words.Already, publication.Release!.Number)),
        PublicationOutcome.Stale => Message.Wrong(Words.Overtaken),
        _ => Message.Wrong(Words.PointsOpen),
    };

    private Message Told(OrderOutcome outcome, DateTime minute) => outcome switch
    {
        OrderOutcome.Ordered => Message.Done(reading.Fill(Words.Ordered, reading.Minute(minute))),
        OrderOutcome.Already => Message.Done(Words.OrderedAlready),
        OrderOutcome.Stale => Message.Wrong(Words.Overtaken),
        OrderOutcome.Past => Message.Wrong(Words.MinutePast),
        OrderOutcome.NeedsOther => Message.Wrong(Words.PointsOpen),
        _ => Message.Wrong(Words.NotWaiting),
    };

    private async Task<Message> RenewAsync(CancellationToken ct)
    {
        if (taken.Delivery.State != DeliveryState.Waiting)
        {
            return Message.Wrong(Words.NotWaiting);
        }

        if (!await renewals.RenewAsync(taken.Delivery.Id))
        {
            return Message.Done(Words.Renewing);
        }

        await taken.TakeAsync(taken.Delivery.Id, Role.Publisher, ct);
        return taken.Delivery.State == DeliveryState.Refused ? Message.Wrong(Words.RenewRefused) : Message.Done(Words.Renewed);
    }
}
