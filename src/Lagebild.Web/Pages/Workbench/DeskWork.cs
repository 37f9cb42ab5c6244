using Lagebild.Accounts;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Calendar;

namespace Lagebild.Web.Pages.Workbench;

/// <summary>A delivery that a feed of the person lets expect.</summary>
/// <param name="Expected">Feed, last day of the period, due day.</param>
/// <param name="HasArrived">Whether a delivery for it has come and is not released yet.</param>
public sealed record DueWork(ExpectedDelivery Expected, bool HasArrived);

/// <summary>A delivery that waits for a person's word.</summary>
/// <param name="Delivery">It.</param>
/// <param name="Feed">Its feed.</param>
/// <param name="MayRelease">Whether the person may release it; false where someone else has to, since they handed it in.</param>
/// <param name="Questions">How many questions are unanswered.</param>
public sealed record WaitingWork(Delivery Delivery, Feed Feed, bool MayRelease, int Questions);

/// <summary>What there is to do for one person.</summary>
public sealed record DeskWork
{
    /// <summary>Over and not delivered, the longest due first.</summary>
    public required IReadOnlyList<DueWork> Due { get; init; }

    /// <summary>What is due next; null where nothing more is expected.</summary>
    public ExpectedDelivery? Next { get; init; }

    /// <summary>Deliveries that wait, oldest first.</summary>
    public required IReadOnlyList<WaitingWork> Waiting { get; init; }

    /// <summary>Open drafts of the entry form, the one untouched longest first.</summary>
    public required IReadOnlyList<EntryDraft> Drafts { get; init; }

    /// <summary>Refused deliveries that no newer one of their feed followed, oldest first.</summary>
    public required IReadOnlyList<Delivery> Back { get; init; }

    /// <summary>Reminders of the last days to the person's offices, latest first.</summary>
    public required IReadOnlyList<Reminder> Reminders { get; init; }

    /// <summary>The feeds one may hand in for, by name.</summary>
    public required IReadOnlyList<Feed> Feeds { get; init; }
}

/// <summary>Reads what there is to do for who is signed in.</summary>
public sealed class DeskWorkReader(
    Desk desk, Reading reading, Stands stands, FeedStore feeds, DeliveryStore deliveries, AnswerStore answers, EntryStore entries, ReminderStore reminders, TimeProvider clock)
{
    public async Task<DeskWork> ReadAsync(CancellationToken ct)
    {
        var seen = (await feeds.AllAsync(ct)).Where(desk.Person.Sees).ToDictionary(f => f.Code, StringComparer.Ordinal);
        Feed[] own = [.. seen.Values.Where(f => desk.Person.Has(Role.Analyst, f)).OrderBy(f => reading.NameOf(f), StringComparer.InvariantCultureIgnoreCase)];
        var latest = (await deliveries.LatestOfFeedsAsync(ct)).ToDictionary(d => d.Feed, StringComparer.Ordinal);
        var expected = own.SelectMany(f => ExpectedDelivery.Of(f, reading.Stand.Coverage, stands.Today)).OrderBy(e => e.Due).ThenBy(e => e.Feed.Code, StringComparer.Ordinal).ToArray();
        return new()
        {
            Due = [.. expected.Where(e => e.PeriodEnd < stands.Today).Select(e => new DueWork(e, HasArrived(e, latest.GetValueOrDefault(e.Feed.Code))))],
            Next = expected.FirstOrDefault(e => e.PeriodEnd >= stands.Today),
            Waiting = await WaitingAsync(seen, ct),
            Drafts = [.. (await entries.AllOpenAsync(ct)).Where(d => own.Any(f => f.Code == d.Feed) && d.Now.Values.Any(c => !c.Text.IsEmpty))],
            Back = [.. latest.Values.Where(d => d.State == DeliveryState.Refused && own.Any(f => f.Code == d.Feed)).OrderBy(d => d.Id)],
            Reminders = [.. (await reminders.SinceAsync(clock.GetUtcNow().UtcDateTime - ReminderStore.Pause, ct)).Where(r => own.Any(f => f.Code == r.Feed))],
            Feeds = own,
        };
    }

    private static bool HasArrived(ExpectedDelivery expected, Delivery? latest) =>
        latest is { State: DeliveryState.Waiting or DeliveryState.Stored } && DateOnly.FromDateTime(latest.RetrievedUtc) > expected.PeriodEnd;

    private async Task<IReadOnlyList<WaitingWork>> WaitingAsync(Dictionary<string, Feed> seen, CancellationToken ct)
    {
        var waiting = new List<WaitingWork>();
        foreach (var delivery in (await deliveries.WaitingAsync(ct)).Where(d => seen.ContainsKey(d.Feed)))
        {
            var feed = seen[delivery.Feed];
            var mayRelease = desk.Person.Has(Role.Publisher, feed) && !(feed.FourEyes && delivery.HandedInBy == desk.Person.Id);
            waiting.Add(new(delivery, feed, mayRelease, (await answers.OpenAsync(delivery.Id, ct)).Count));
        }

        return [.. waiting.Where(w => desk.Person.Has(Role.Publisher, w.Feed) || (desk.Person.Has(Role.Analyst, w.Feed) && w.Questions > 0))];
    }
}
