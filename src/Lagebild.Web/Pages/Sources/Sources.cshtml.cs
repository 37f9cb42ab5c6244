using Lagebild.Statistics;
using Lagebild.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Sources;

/// <summary>Where the data comes from: each feed with its last delivery, next due date and findings; the latest releases.</summary>
public sealed class SourcesModel(Reading reading, DeliveryStore deliveries, ReleaseStore releases, TimeProvider clock) : PageModel
{
    private const int ReleasesShown = 20;

    public IReadOnlyList<FeedState> Feeds { get; private set; } = [];

    /// <summary>Up to the stand, newest first.</summary>
    public IReadOnlyList<Release> Releases { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var last = (await deliveries.LatestOfFeedsAsync(ct)).ToDictionary(d => d.Feed, StringComparer.Ordinal);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Feeds = [.. reading.Stand.Feeds.Values.OrderBy(f => f.Code, StringComparer.Ordinal).Select(f => FeedState.Of(f, last.GetValueOrDefault(f.Code), reading.Stand.Coverage, today))];
        Releases = [.. (await releases.ListAsync(ct)).Where(r => r.Number <= reading.Stand.Release.Number).OrderByDescending(r => r.Number).Take(ReleasesShown)];
    }
}

/// <summary>A feed and how it stands with its deliveries.</summary>
public sealed record FeedState
{
    public required Feed Feed { get; init; }

    /// <summary>Null where none arrived yet.</summary>
    public Delivery? Last { get; init; }

    /// <summary>Last day of the next period expected; null for a closed series, or before the first delivery.</summary>
    public DateOnly? NextPeriodEnd { get; init; }

    /// <summary>The day its delivery is due; null with <see cref="NextPeriodEnd"/>.</summary>
    public DateOnly? NextDue { get; init; }

    public bool IsOverdue { get; init; }

    /// <summary>Codes of the indicators it has values for.</summary>
    public required IReadOnlyList<string> Indicators { get; init; }

    /// <summary>From the last period there is: the next one ends a rhythm later and is due its days after that.</summary>
    public static FeedState Of(Feed feed, Delivery? last, IEnumerable<Coverage> coverage, DateOnly today)
    {
        var own = coverage.Where(c => c.Feed == feed.Code).ToArray();
        var next = feed.Rhythm is { } rhythm && own.Length > 0 ? NextEnd(own.Max(c => c.Last), rhythm) : null;
        var due = next?.AddDays(feed.DueAfterDays ?? 0);
        return new FeedState
        {
            Feed = feed,
            Last = last,
            NextPeriodEnd = next,
            NextDue = due,
            IsOverdue = due < today,
            Indicators = [.. own.Select(c => c.Indicator).Distinct()],
        };
    }

    private static DateOnly? NextEnd(DateOnly last, Frequency rhythm) => rhythm switch
    {
        Frequency.Daily => last.AddDays(1),
        Frequency.Weekly => last.AddDays(7),
        Frequency.Monthly => MonthEnd(last, 1),
        Frequency.Quarterly => MonthEnd(last, 3),
        Frequency.HalfYearly => MonthEnd(last, 6),
        Frequency.Annual => last.AddYears(1),
        _ => null,
    };

    /// <summary>Month ends stay month ends.</summary>
    private static DateOnly MonthEnd(DateOnly last, int months) =>
        last.AddDays(1).Day == 1 ? last.AddDays(1).AddMonths(months).AddDays(-1) : last.AddMonths(months);
}
