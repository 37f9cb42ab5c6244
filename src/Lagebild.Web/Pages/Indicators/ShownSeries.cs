using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>A series as a page shows it: stored values, or totals computed from them.</summary>
public sealed record ShownSeries
{
    /// <summary>Id 0 where it is computed: there is no figure page then.</summary>
    public required Series Series { get; init; }

    public bool IsComputed => Series.Id == 0;

    /// <summary>What each value was computed from, by period; empty for stored series.</summary>
    public IReadOnlyDictionary<Period, IReadOnlyList<Part>> Parts { get; init; } = new Dictionary<Period, IReadOnlyList<Part>>();

    /// <summary>How its values were computed: <see cref="Comparison.Measure.Total"/> where nothing else says.</summary>
    public Measure Measure { get; init; } = Measure.Total;

    /// <summary>The series that was measured; null for stored series and totals.</summary>
    public SeriesKey? Measured { get; init; }

    public string Region => Series.Key.Region;

    /// <summary>What it is called where a chart shows several series of one region; null: as its region.</summary>
    public string? Name { get; init; }
}

/// <summary>The values of one selection, with what else could be chosen.</summary>
public sealed record SelectedValues
{
    public required Selection Selection { get; init; }

    /// <summary><see cref="Breakdown.Key"/> shown; empty for the total.</summary>
    public required string Breakdown { get; init; }

    /// <summary>The breakdowns there are, ordinally; the computed total as the empty key.</summary>
    public required IReadOnlyList<string> Breakdowns { get; init; }

    /// <summary>As shown; other than stored where a running count is thinned.</summary>
    public required Frequency Frequency { get; init; }

    /// <summary>In the order of the selection's regions; those without a value in the span are absent.</summary>
    public required IReadOnlyList<ShownSeries> Series { get; init; }

    public bool IsThinned => Frequency != Selection.Frequency;

    public bool IsComputed => Series.Any(s => s.IsComputed);
}

/// <summary>From a selection to its values.</summary>
public sealed class SelectedValuesReader(ObservationStore observations)
{
    /// <summary>Reads the series of the selection and picks the breakdown: the one asked for, else the indicator's own, the total, or the fullest.</summary>
    public async Task<SelectedValues> ReadAsync(Selection selection, Indicator indicator, SelectionQuery query, Stand stand, CancellationToken ct)
    {
        var found = await observations.SeriesAsync(Asked(selection, query, stand.Release.Number), ct);
        var series = found.Where(s => selection.Feeds.Any(f => f.Key == s.Key.Region && f.Value == s.Key.Feed)).ToArray();
        return Chosen(selection, indicator, query, stand.Catalogue.Variant(selection.Variant), series);
    }

    /// <summary>
    /// What every feed reports of what is shown, for regions of which several do; in the order of regions, then of feeds. Empty where there are none, and for
    /// thinned counts.
    /// </summary>
    public async Task<IReadOnlyList<ShownSeries>> ReportsAsync(SelectedValues shown, SelectionQuery query, Stand stand, CancellationToken ct)
    {
        string[] regions = [.. shown.Selection.Feeds.Where(f => stand.Coverage.Any(c => IsOther(c, shown.Selection, f))).Select(f => f.Key)];
        if (regions.Length == 0 || shown.IsThinned)
        {
            return [];
        }

        var found = await observations.SeriesAsync(Asked(shown.Selection, query, stand.Release.Number) with { Regions = regions }, ct);
        var stored = Stored(found, shown.Breakdown);
        var reported = stored.Count > 0 ? stored : Computed(stand.Catalogue.Variant(shown.Selection.Variant), shown.Breakdown, found);
        return reported.DistinctBy(s => s.Series.Key.Feed).Count() < 2 ? [] : [.. InOrder(shown.Selection, reported)];
    }

    /// <summary>Whether a row is of what is shown, by a feed that is not the one shown of its region.</summary>
    private static bool IsOther(Coverage row, Selection shown, KeyValuePair<string, string> feed) =>
        row.Variant == shown.Variant && row.Frequency == shown.Frequency && row.Region == feed.Key && row.Feed != feed.Value && row.ValueCount > 0;

    private static SeriesQuery Asked(Selection selection, SelectionQuery query, int stand) => new()
    {
        Indicator = selection.Indicator,
        Variant = selection.Variant,
        Regions = [.. selection.Regions],
        Frequency = selection.Frequency,
        From = query.From,
        To = query.To,
        Stand = stand,
    };

    private static SelectedValues Chosen(Selection selection, Indicator indicator, SelectionQuery query, Variant? variant, IReadOnlyList<Series> series)
    {
        var breakdown = query.Breakdown ?? DefaultBreakdown(indicator, variant, series);
        var shown = query.Frequency ?? Thinning.Default(variant, selection.Frequency);
        var values = Stored(series, breakdown) is { Count: > 0 } stored ? stored : Computed(variant, breakdown, series);
        return new SelectedValues
        {
            Selection = selection,
            Breakdown = breakdown,
            Breakdowns = [.. series.Select(s => s.Key.Breakdown).Concat(AddsUp(variant) ? [""] : []).Distinct().Order(StringComparer.Ordinal)],
            Frequency = shown,
            Series = [.. InOrder(selection, values).Select(s => Thinned(s, variant, selection.Frequency, shown)).Where(s => s.Series.Observations.Count > 0)],
        };
    }

    private static string DefaultBreakdown(Indicator indicator, Variant? variant, IReadOnlyList<Series> series) =>
        series.Any(s => s.Key.Breakdown == indicator.DefaultBreakdown) ? indicator.DefaultBreakdown
        : AddsUp(variant) || series.Count == 0 ? ""
        : series.GroupBy(s => s.Key.Breakdown).OrderByDescending(g => g.Key.Length == 0).ThenByDescending(g => g.Count())
            .ThenByDescending(g => g.Max(s => s.Observations[^1].Value)).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;

    private static bool AddsUp(Variant? variant) => variant is { AddUpTo.Count: > 0 };

    private static IReadOnlyList<ShownSeries> Stored(IReadOnlyList<Series> series, string breakdown) =>
        [.. series.Where(s => s.Key.Breakdown == breakdown).Select(s => new ShownSeries { Series = s })];

    /// <summary>Totals computed from the series of one variant; empty where its parts do not add up to one.</summary>
    public static IReadOnlyList<ShownSeries> Computed(Variant? variant, string breakdown, IReadOnlyList<Series> series) =>
        AddsUp(variant) && Breakdown.Parse(breakdown) is { } wanted
            ? [.. ComputedTotal.Of(variant!, wanted, series).Select(c => AsShown(c, variant!.Decimals))]
            : [];

    private static ShownSeries AsShown(ComputedSeries computed, int decimals) => new()
    {
        Series = new Series
        {
            Id = 0,
            Key = computed.Key,
            Decimals = decimals,
            Observations = [.. computed.Values.Select(v => new Observation { Period = v.Period, Value = v.Value, Status = v.Status, Confidentiality = v.Confidentiality, MissingReason = v.MissingReason })],
        },
        Parts = computed.Values.ToDictionary(v => v.Period, v => v.Parts),
    };

    private static IEnumerable<ShownSeries> InOrder(Selection selection, IReadOnlyList<ShownSeries> series)
    {
        string[] regions = [.. selection.Regions];
        return series.OrderBy(s => Array.IndexOf(regions, s.Region));
    }

    private static ShownSeries Thinned(ShownSeries series, Variant? variant, Frequency stored, Frequency shown) => Thinning.Offers(variant, stored, shown)
        ? series with { Series = series.Series with { Observations = Thinning.LastDays(series.Series.Observations, shown) } }
        : series;
}
