using Lagebild.Storage;

namespace Lagebild.Web.Pages.Calendar;

/// <summary>Past releases and expected deliveries as of the stand: the same for page, calendar file and Atom.</summary>
public sealed class CalendarReader(Reading reading, ReleaseStore releases, TimeProvider clock)
{
    /// <summary>The day expectations are told for: of a past stand the day of its release.</summary>
    public DateOnly Today() => Reading.DayOf(reading.IsPast ? reading.Stand.Release.PublishedUtc : clock.GetUtcNow().UtcDateTime);

    /// <summary>By day, then source.</summary>
    public IReadOnlyList<ExpectedDelivery> Expected() =>
        [.. reading.Stand.Feeds.Values.SelectMany(f => ExpectedDelivery.Of(f, reading.Stand.Coverage, Today())).OrderBy(d => d.Due).ThenBy(d => d.Feed.Code, StringComparer.Ordinal)];

    /// <summary>Up to the stand, latest first.</summary>
    public async Task<IReadOnlyList<Release>> ReleasesAsync(CancellationToken ct) =>
        [.. (await releases.ListAsync(ct)).Where(r => r.Number <= reading.Stand.Release.Number)];
}
