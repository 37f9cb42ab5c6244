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
        var upTo = (await releases.ListAsync(ct)).Where(r => r.Number <= reading.Stand.Release.Number).ToArray();
        var last = await LastAsync(ct);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Feeds = [.. reading.Stand.Feeds.Values.OrderBy(f => f.Code, StringComparer.Ordinal)
            .Select(f => FeedState.Of(f, last.GetValueOrDefault(f.Code), reading.Stand.Coverage, reading.IsPast ? null : today))];
        Releases = [.. upTo.OrderByDescending(r => r.Number).Take(ReleasesShown)];
    }

    /// <summary>By feed the last delivery released up to the stand, as it stood then. Of one that is not released yet nothing is told.</summary>
    private async Task<Dictionary<string, Delivery>> LastAsync(CancellationToken ct)
    {
        var withdrawn = await releases.WithdrawnAsync(reading.Stand.Release.Number, ct);
        return (await deliveries.ReleasedAsync(null, reading.Stand.Release.Number, ct))
            .GroupBy(d => d.Feed, StringComparer.Ordinal)
            .ToDictionary(f => f.Key, f => f.MaxBy(d => d.Id)! is var last && withdrawn.ContainsKey(last.Id) ? last with { State = DeliveryState.Withdrawn } : last with { State = DeliveryState.Released });
    }
}

/// <summary>A feed and how it stands with its deliveries.</summary>
public sealed record FeedState
{
    public required Feed Feed { get; init; }

    /// <summary>Null where none is released yet.</summary>
    public Delivery? Last { get; init; }

    /// <summary>Last day of the next period expected; null for a closed series, before the first delivery, or in an earlier state.</summary>
    public DateOnly? NextPeriodEnd { get; init; }

    /// <summary>The day its delivery is due; null with <see cref="NextPeriodEnd"/>.</summary>
    public DateOnly? NextDue { get; init; }

    public bool IsOverdue { get; init; }

    /// <summary>Codes of the indicators it has values for.</summary>
    public required IReadOnlyList<string> Indicators { get; init; }

    /// <summary>From the last period there is: the next one ends a rhythm later and is due its days after that. Without a today, nothing is due.</summary>
    public static FeedState Of(Feed feed, Delivery? last, IEnumerable<Coverage> coverage, DateOnly? today)
    {
        var own = coverage.Where(c => c.Feed == feed.Code).ToArray();
        DateOnly? next = today is not null && feed.Rhythm is { } rhythm && own.Length > 0 ? Rhythm.Step(own.Max(c => c.Last), rhythm, 1) : null;
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
}
