using Lagebild.Accounts;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Calendar;

namespace Lagebild.Web.Pages.Workbench.Intake;

/// <summary>A feed that a person may hand in to.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Due">What is expected next of it; null where nothing is.</param>
public sealed record DueFeed(Feed Feed, ExpectedDelivery? Due);

/// <summary>The feeds that a person may hand in to, what is due first.</summary>
public sealed class DueFeeds(Reading reading, FeedStore feeds, CalendarReader calendar)
{
    /// <summary>By the day of what is expected next, then by name; those of which nothing is expected last.</summary>
    public async Task<IReadOnlyList<DueFeed>> OfAsync(Person person, CancellationToken ct) =>
    [
        .. (await feeds.AllAsync(ct)).Where(f => person.Has(Role.Analyst, f))
            .Select(f => new DueFeed(f, ExpectedDelivery.Of(f, reading.Stand.Coverage, calendar.Today()) is [var next, ..] ? next : null))
            .OrderBy(f => f.Due?.Due ?? DateOnly.MaxValue).ThenBy(f => reading.NameOf(f.Feed), StringComparer.InvariantCulture),
    ];
}
