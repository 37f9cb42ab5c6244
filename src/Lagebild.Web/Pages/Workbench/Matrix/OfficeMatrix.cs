using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Deliveries;

namespace Lagebild.Web.Pages.Workbench.Matrix;

/// <summary>One cell as the office sees it.</summary>
public sealed record OfficeCell
{
    public required ReportCell Report { get; init; }

    /// <summary>Whether the entry form holds something for it that is not handed in.</summary>
    public bool IsDraft { get; init; }

    /// <summary>When someone was last reminded of it, within the last days; null where nobody was.</summary>
    public DateTime? RemindedUtc { get; init; }

    /// <summary>As the form names it; null where there is nothing to remind of.</summary>
    public RemindedCell? Remindable { get; init; }

    /// <summary>Whether something is left to do: due, overdue, in draft, waiting or refused.</summary>
    public bool IsOpen => IsDraft || Report.State is ReportState.Due or ReportState.Overdue or ReportState.InReview or ReportState.Faulty;
}

/// <summary>What a feed reports of an indicator in a region.</summary>
/// <param name="Report">As the public knows it.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Cells">Newest period first; one for a closed series.</param>
public sealed record OfficeRow(ReportRow Report, Coverage Source, IReadOnlyList<OfficeCell> Cells);

/// <summary>The rows of a feed.</summary>
/// <param name="Feed">It.</param>
/// <param name="Rows">By indicator, then region.</param>
public sealed record OfficeFeed(Feed Feed, IReadOnlyList<OfficeRow> Rows);

/// <summary>Reads the matrix of the feeds that who is signed in sees.</summary>
public sealed class OfficeMatrixReader(
    Desk desk, Reading reading, Stands stands, FeedStore feeds, ObservationStore observations, DeliveryStore deliveries, EntryStore entries, ReminderStore reminders, TimeProvider clock)
{
    /// <summary>Those of one region, or of all above districts; only what is open where <paramref name="only"/>. Feeds by name, those without such rows left out.</summary>
    public async Task<IReadOnlyList<OfficeFeed>> ReadAsync(string? region, bool only, CancellationToken ct)
    {
        var seen = (await feeds.AllAsync(ct)).Where(desk.Person.Sees).ToDictionary(f => f.Code, StringComparer.Ordinal);
        var rows = reading.Stand.Coverage.Where(c => seen.ContainsKey(c.Feed) && (region is null ? IsUpper(c.Region) : c.Region == region)).ToArray();
        var said = await observations.ReportedAsync([.. rows.Select(r => r.Region).Distinct()], DeliveryMatrix.Earliest(stands.Today), reading.Stand.Release.Number, ct);
        var matrix = new DeliveryMatrix(reading.Stand with { Feeds = seen }, said, await deliveries.LatestOfFeedsAsync(ct), stands.Today);
        var drafts = await DraftsAsync(ct);
        var reminded = await RemindedAsync(ct);
        var all = from row in rows
                  let indicator = reading.Catalogue.Indicator(row.Indicator)
                  where indicator is not null
                  let report = matrix.Row(indicator, row)
                  let made = new OfficeRow(report, row, [.. report.Cells.Select(c => Cell(row, c, drafts, reminded))])
                  where !only || made.Cells.Any(c => c.IsOpen)
                  group made by row.Feed;
        return [.. all.Select(g => new OfficeFeed(seen[g.Key], [.. g])).OrderBy(f => reading.NameOf(f.Feed), StringComparer.InvariantCultureIgnoreCase)];
    }

    /// <summary>The regions that some feed seen reports of, by level and name.</summary>
    public async Task<IReadOnlyList<Region>> RegionsAsync(CancellationToken ct)
    {
        var seen = (await feeds.AllAsync(ct)).Where(desk.Person.Sees).Select(f => f.Code).ToHashSet(StringComparer.Ordinal);
        var codes = reading.Stand.Coverage.Where(c => seen.Contains(c.Feed)).Select(c => c.Region).ToHashSet(StringComparer.Ordinal);
        return [.. reading.Catalogue.Regions.Where(r => codes.Contains(r.Code) && r.ValidTo is null).OrderBy(r => r.Level).ThenBy(r => reading.RegionName(r.Code), StringComparer.InvariantCultureIgnoreCase)];
    }

    private bool IsUpper(string region) => reading.Catalogue.Region(region)?.Level is RegionLevel.World or RegionLevel.Country or RegionLevel.Land;

    private static OfficeCell Cell(Coverage row, ReportCell cell, IReadOnlySet<(string, string, string, DateOnly)> drafts, IReadOnlyDictionary<(string, RemindedCell), DateTime> reminded)
    {
        var asked = cell is { State: ReportState.Overdue, Period: { } period } ? new RemindedCell { Indicator = row.Indicator, Variant = row.Variant, Region = row.Region, Period = period } : null;
        return new()
        {
            Report = cell,
            IsDraft = cell.Period is { } shown && drafts.Contains((row.Feed, row.Region, row.Variant, shown.End)),
            Remindable = asked,
            RemindedUtc = asked is not null && reminded.TryGetValue((row.Feed, asked), out var at) ? at : null,
        };
    }

    private async Task<IReadOnlySet<(string, string, string, DateOnly)>> DraftsAsync(CancellationToken ct) =>
        (await entries.AllOpenAsync(ct)).SelectMany(d => d.Now.Values.Where(c => !c.Text.IsEmpty).Select(c => (d.Feed, d.Region, c.Key.Variant, c.Key.Period.End))).ToHashSet();

    private async Task<IReadOnlyDictionary<(string, RemindedCell), DateTime>> RemindedAsync(CancellationToken ct) =>
        (await reminders.SinceAsync(clock.GetUtcNow().UtcDateTime - ReminderStore.Pause, ct)).SelectMany(r => r.Cells.Select(c => (r.Feed, Cell: c, r.AtUtc)))
            .GroupBy(r => (r.Feed, r.Cell)).ToDictionary(g => g.Key, g => g.Max(r => r.AtUtc));
}
