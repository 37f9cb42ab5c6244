using System.Collections.Concurrent;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages;

/// <summary>All that a page needs to know as of one release besides the values themselves. Unchangeable.</summary>
public sealed record Stand
{
    public required Release Release { get; init; }

    public required Catalogue.Catalogue Catalogue { get; init; }

    /// <summary>What there is, over all indicators and regions.</summary>
    public required IReadOnlyList<Coverage> Coverage { get; init; }

    /// <summary>The sources by code.</summary>
    public required IReadOnlyDictionary<string, Feed> Feeds { get; init; }

    /// <summary>What selections choose among.</summary>
    public required Choices Choices { get; init; }
}

/// <summary>
/// The stands that pages are shown as of. The number of the latest release is read at most once a second, so several nodes agree;
/// the last few stands asked for are kept: nothing in them changes but what is said of the feeds, and then all are read anew.
/// </summary>
public sealed class Stands(ReleaseStore releases, CatalogueStore catalogues, ObservationStore observations, FeedStore feeds, TimeProvider clock)
{
    private const int Kept = 8;

    /// <summary>No release is later; the last days of the calendar have no day after them.</summary>
    private static readonly DateOnly FarAhead = new(9000, 1, 1);

    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<int, Stand> _kept = new();
    private Seen _latest = new(null, 0, DateTimeOffset.MinValue);

    /// <summary>How many versions of feeds there are, as of the last look: what is kept made of them is told apart by it.</summary>
    public long FeedVersions => _latest.FeedVersions;

    /// <summary>The latest release; null before the first.</summary>
    public async Task<Release?> LatestAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now - _latest.At > Second)
        {
            await LookAsync(now, ct);
        }

        return _latest.Release;
    }

    /// <summary>
    /// What is known now, for the workbench: as of the latest release, before the first one with the catalogue it will show, and with every feed, also those
    /// nobody outside knows of yet.
    /// </summary>
    public async Task<Stand> OfDeskAsync(CancellationToken ct)
    {
        var stand = await LatestAsync(ct) is { } latest ? await OfAsync(latest, ct) : await ReadAsync(BeforeFirst, ct);
        return stand with { Feeds = (await feeds.AllAsync(ct)).ToDictionary(f => f.Code, StringComparer.Ordinal) };
    }

    /// <summary>The release with a number; null where there is none.</summary>
    public Task<Release?> ByNumberAsync(int number, CancellationToken ct) => releases.ByNumberAsync(number, ct);

    /// <summary>The last release up to the end of a day; null where there is none.</summary>
    public Task<Release?> ByDateAsync(DateOnly day, CancellationToken ct) => releases.ByDateAsync(day < FarAhead ? day : FarAhead, ct);

    /// <summary>The first release; null before it.</summary>
    public Task<Release?> FirstAsync(CancellationToken ct) => releases.ByNumberAsync(1, ct);

    /// <summary>The day it is, in the time of Berlin and Warsaw.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, Berlin));

    /// <summary>Whether a day has not begun yet there.</summary>
    public bool IsFuture(DateOnly day) => day > Today;

    /// <summary>What is known as of a release.</summary>
    public async Task<Stand> OfAsync(Release release, CancellationToken ct)
    {
        if (_kept.TryGetValue(release.Number, out var kept))
        {
            return kept with { Release = release };
        }

        var stand = await ReadAsync(release, ct);
        Keep(stand);
        return stand;
    }

    private static Release BeforeFirst { get; } = new() { Number = 0, PublishedUtc = DateTime.UnixEpoch, Kind = ReleaseKind.Catalogue, Why = "" };

    private async Task LookAsync(DateTimeOffset now, CancellationToken ct)
    {
        var versions = await feeds.VersionsAsync(ct);
        if (versions != _latest.FeedVersions)
        {
            _kept.Clear();
        }

        _latest = new(await releases.LatestAsync(ct), versions, now);
    }

    private async Task<Stand> ReadAsync(Release release, CancellationToken ct)
    {
        var catalogue = await catalogues.AsOfAsync(release.Number, ct);
        var coverage = await observations.CoverageAsync(null, null, release.Number, ct);
        var known = await feeds.PublicAsync(ct);
        return new()
        {
            Release = release,
            Catalogue = catalogue,
            Coverage = coverage,
            Feeds = known.ToDictionary(f => f.Code, StringComparer.Ordinal),
            Choices = new() { Catalogue = catalogue, Coverage = coverage, Press = known.Where(f => f.Press).Select(f => f.Code).ToHashSet(StringComparer.Ordinal) },
        };
    }

    private void Keep(Stand stand)
    {
        if (_kept.Count >= Kept)
        {
            _kept.Clear();
        }

        _kept[stand.Release.Number] = stand;
    }

    private sealed record Seen(Release? Release, long FeedVersions, DateTimeOffset At);
}
