using Lagebild.Statistics;

namespace Lagebild.Charts;

/// <summary>A spec with only the points that a kind of chart shows; every series stays in its place, some without points.</summary>
internal static class Shown
{
    public static ChartSpec Of(ChartSpec spec, ChartKind kind) => kind switch
    {
        ChartKind.Bar => With(spec, s => Last(s.Points)),
        ChartKind.GroupedBar or ChartKind.Stacked or ChartKind.StackedShare when IsGrouped(spec) => With(spec, s => Last(s.Points)),
        ChartKind.Ranking => With(spec, s => s.Points.Count > 2 ? [s.Points[0], s.Points[^1]] : s.Points),
        ChartKind.Slope => Ends(spec),
        ChartKind.Onset => spec with { Series = [.. spec.Series.Select(s => s.Onset is { } onset ? Named(s, onset, spec.Language) : s with { Points = [] })] },
        _ => spec,
    };

    public static bool IsGrouped(ChartSpec spec) => spec.Series.Any(s => s.Group is not null);

    /// <summary>The onset belongs to the name: the same region stands there twice.</summary>
    private static ChartSeries Named(ChartSeries series, DateOnly onset, string language) => series with { Name = ChartWords.SinceOnset(series.Name, onset, language) };

    private static ChartSpec With(ChartSpec spec, Func<ChartSeries, IReadOnlyList<ChartPoint>> points) =>
        spec with { Series = [.. spec.Series.Select(s => s with { Points = points(s) })] };

    private static IReadOnlyList<ChartPoint> Last(IReadOnlyList<ChartPoint> points) => points.Count > 1 ? [points[^1]] : points;

    /// <summary>Those of the first and of the last period over all series; a count on 31 December and a sum over the year are both of that year.</summary>
    private static ChartSpec Ends(ChartSpec spec)
    {
        var periods = spec.Series.SelectMany(s => s.Points).Select(p => p.Period).Order().ToArray();
        return periods.Length == 0 ? spec : With(spec, s => [.. s.Points.Where(p => IsSame(p.Period, periods[0]) || IsSame(p.Period, periods[^1]))]);
    }

    public static bool IsSame(Period one, Period other) => one == other
        || (one.Frequency == other.Frequency && one.Frequency != Frequency.Interval && Joins.Index(one) == Joins.Index(other));

    /// <summary>One panel of small multiples: a series by itself, in its own unit where it has one; targets are in the unit of the spec, so they stay away from other units.</summary>
    public static ChartSpec Panel(ChartSpec spec, int index)
    {
        var series = spec.Series[index];
        var isOwn = spec.OwnScale && (series.Unit is not null || series.Decimals is not null);
        return spec with
        {
            Series = [series],
            Unit = isOwn ? series.Unit ?? spec.Unit : spec.Unit,
            IsPercent = spec.IsPercent && !isOwn,
            Decimals = isOwn ? series.Decimals ?? spec.Decimals : spec.Decimals,
            Breaks = [.. spec.Breaks.Where(b => Joins.Cuts(b, index)).Select(b => b with { Series = [] })],
            Targets = isOwn ? [] : spec.Targets,
        };
    }

    /// <summary>The points of a series, and one without a value for each period missing between them.</summary>
    public static IEnumerable<ChartPoint> WithMissing(ChartSpec spec, ChartSeries series)
    {
        var next = 0;
        foreach (var period in Slots.Of(spec with { Series = [series] }))
        {
            yield return series.Points[next].Period == period ? series.Points[next++] : new ChartPoint { Period = period };
        }
    }
}
