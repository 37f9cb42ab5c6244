using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages;

/// <summary>The latest values of regions, stored ones and totals computed where a source publishes parts only, with their trends.</summary>
public sealed class KeyFigures(Reading reading, ObservationStore observations)
{
    /// <summary>A trend of fewer values than this says less than the values.</summary>
    private const int FewestInTrend = 4;

    /// <summary>
    /// One for each series that has a value, in the default breakdown of its indicator. Counts of a part are left out beside one of the whole, press figures
    /// where an official one of the same indicator and region is not more than two years older.
    /// </summary>
    public async Task<IReadOnlyList<KeyFigure>> OfAsync(IReadOnlyList<string> regions, CancellationToken ct)
    {
        var stored = await observations.LatestAsync([], regions, reading.Stand.Release.Number, ct);
        var computed = await TotalsAsync(regions, ct);
        var known = stored.Select(l => l.Series).ToHashSet();
        return OfficialFirst(WholeFirst([.. stored.Concat(computed.Where(c => !known.Contains(c.Series))).Select(l => KeyFigure.Of(reading, l)).OfType<KeyFigure>()]));
    }

    /// <summary>The same with a trend where the values since the last break are at least four.</summary>
    public async Task<IReadOnlyList<KeyFigure>> WithTrendAsync(IEnumerable<KeyFigure> figures, CancellationToken ct)
    {
        var drawn = new List<KeyFigure>();
        foreach (var figure in figures)
        {
            drawn.Add(figure with { Trend = await TrendAsync(figure, ct) });
        }

        return drawn;
    }

    /// <summary>Leaves out counts of a part beside one of the whole for the same indicator and region.</summary>
    public static IReadOnlyList<KeyFigure> WholeFirst(IReadOnlyList<KeyFigure> figures)
    {
        var whole = figures.Where(f => !f.IsPart).Select(f => (f.Indicator.Code, f.Region)).ToHashSet();
        return [.. figures.Where(f => !f.IsPart || !whole.Contains((f.Indicator.Code, f.Region)))];
    }

    /// <summary>Leaves out press figures beside an official one of the same indicator and region that is at most two years older.</summary>
    public static IReadOnlyList<KeyFigure> OfficialFirst(IReadOnlyList<KeyFigure> figures)
    {
        var official = figures.Where(f => !f.Cell.IsPress).ToLookup(f => (f.Indicator.Code, f.Region), f => f.Latest.Latest.Period.End);
        return [.. figures.Where(f => !f.Cell.IsPress || !official[(f.Indicator.Code, f.Region)].Any(day => day >= f.Latest.Latest.Period.End.AddYears(-2)))];
    }

    /// <summary>By the order of indicators, of several ways of counting one: the latest, but whole periods before intervals where they are at most two years older.</summary>
    public static IReadOnlyList<KeyFigure> OnePerIndicator(IReadOnlyList<KeyFigure> figures) =>
        [.. figures.Where(f => f.Indicator.Topic is not null).GroupBy(f => f.Indicator.Code).Select(Latest).OrderBy(f => f.Indicator.Topic).ThenBy(f => f.Indicator.Order)];

    private static KeyFigure Latest(IEnumerable<KeyFigure> figures) => Recent([.. figures])
        .OrderBy(f => f.Latest.Series.Frequency == Frequency.Interval)
        .ThenByDescending(f => f.Latest.Latest.Period.End)
        .ThenByDescending(f => f.Change is not null)
        .First();

    private static IEnumerable<KeyFigure> Recent(IReadOnlyList<KeyFigure> figures)
    {
        var newest = figures.Max(f => f.Latest.Latest.Period.End);
        return figures.Where(f => f.Latest.Latest.Period.End.AddYears(2) >= newest);
    }

    private async Task<IReadOnlyList<LatestValue>> TotalsAsync(IReadOnlyList<string> regions, CancellationToken ct)
    {
        var covered = reading.Stand.Coverage.Where(c => regions.Contains(c.Region)).Select(c => c.Variant).ToHashSet();
        var totals = new List<LatestValue>();
        foreach (var variant in reading.Catalogue.Variants.Where(v => v.AddUpTo.Count > 0 && covered.Contains(v.Code)))
        {
            var parts = await observations.SeriesAsync(Asked(variant, regions), ct);
            totals.AddRange(SelectedValuesReader.Computed(variant, "", parts).Select(s => LatestOf(s.Series)).OfType<LatestValue>());
        }

        return totals;
    }

    private SeriesQuery Asked(Variant variant, IReadOnlyList<string> regions) =>
        new() { Indicator = variant.Indicator, Variant = variant.Code, Regions = regions, Stand = reading.Stand.Release.Number };

    /// <summary>Null where no total has a value.</summary>
    private static LatestValue? LatestOf(Series series)
    {
        Observation[] values = [.. series.Observations.Where(o => o.Value is not null)];
        return values.Length == 0 ? null : new()
        {
            SeriesId = series.Id,
            Series = series.Key,
            Decimals = series.Decimals,
            Latest = values[^1],
            Previous = series.Key.Frequency == Frequency.Interval ? null : values.SkipLast(1).LastOrDefault(),
            YearBefore = values.FirstOrDefault(o => o.Period.Start == values[^1].Period.Start.AddYears(-1) && o.Period.End == values[^1].Period.End.AddYears(-1)),
        };
    }

    private async Task<Trend?> TrendAsync(KeyFigure figure, CancellationToken ct)
    {
        var (key, catalogue) = (figure.Latest.Series, reading.Catalogue);
        var variant = catalogue.Variant(key.Variant)!;
        var series = figure.IsComputed
            ? SelectedValuesReader.Computed(variant, key.Breakdown, await observations.SeriesAsync(Asked(variant, [key.Region]) with { Feed = key.Feed, Frequency = key.Frequency }, ct)) is [var total, ..] ? total.Series : null
            : await observations.SeriesAsync(figure.Latest.SeriesId, reading.Stand.Release.Number, ct);
        return series is null || key.Frequency == Frequency.Interval ? null : TrendOf(figure, variant, Comparable(figure, variant, series));
    }

    private Observation[] Comparable(KeyFigure figure, Variant variant, Series series)
    {
        var shown = Thinning.Default(variant, series.Key.Frequency);
        var values = shown == series.Key.Frequency ? series.Observations : Thinning.LastDays(series.Observations, shown);
        var from = KeyFigure.BreakDays(reading.Catalogue, figure.Latest.Series).Where(day => day <= figure.Latest.Latest.Period.End).DefaultIfEmpty(DateOnly.MinValue).Max();
        return [.. values.Where(o => o.Period.Start >= from)];
    }

    private Trend? TrendOf(KeyFigure figure, Variant variant, IReadOnlyList<Observation> values) =>
        values.Count(o => o.Value is not null) < FewestInTrend ? null : new Trend(reading, figure, variant, values);
}
