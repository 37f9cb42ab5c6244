using Lagebild.Charts;
using Lagebild.Statistics;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>Which kinds of charts suit some series, and which one is drawn where a reader did not say.</summary>
public static class FigureKinds
{
    /// <summary>From this many periods on, values are drawn as lines unless asked otherwise; from two on as columns.</summary>
    private const int FewestForLine = 4;

    /// <summary>More series than this do not stand side by side in columns.</summary>
    private const int MostInColumns = 6;

    /// <summary>More periods than this do not stand in one group of bars.</summary>
    private const int MostInGroup = 3;

    /// <summary>More months than this after an onset are not drawn.</summary>
    private const int MonthsSinceOnset = 36;

    private static readonly DateOnly[] _onsets = [new(2015, 9, 1), new(2022, 2, 1)];

    /// <summary>The kind asked for where it suits, else the one that suits best.</summary>
    public static ChartKind Of(Catalogue.Catalogue catalogue, SelectedValues values, ChartKind? asked) =>
        asked is { } kind && Suits(catalogue, values, kind) ? kind : Best(values);

    /// <summary>The kinds that suit, in the order in which they are offered.</summary>
    public static IReadOnlyList<ChartKind> Suiting(Catalogue.Catalogue catalogue, SelectedValues values) =>
        [.. ChartKindWord.All.Where(k => Suits(catalogue, values, k))];

    /// <summary>Whether a kind says something of some series.</summary>
    public static bool Suits(Catalogue.Catalogue catalogue, SelectedValues values, ChartKind kind) => kind switch
    {
        ChartKind.Line => Longest(values) > 1 && values.Frequency != Frequency.Interval,
        ChartKind.Column => Longest(values) > 1 && values.Series.Count <= MostInColumns,
        ChartKind.Bar => true,
        ChartKind.GroupedBar => Longest(values) > 1 && values.Series.Count > 1,
        ChartKind.SmallMultiples => values.Series.Count > 1 && Longest(values) > 1 && values.Frequency != Frequency.Interval,
        ChartKind.Ranking => Ranked.Of(catalogue, values.Series).Series.Count > 1,
        ChartKind.Slope => SharedPeriods.Of(values.Series.Select(s => s.Series.Observations.Where(o => o.Value is not null))).Count > 1,
        ChartKind.Onset => values.Frequency is Frequency.Monthly && values.Series.Any(HasOnset),
        _ => false,
    };

    /// <summary>The spec cut to what the kind can show.</summary>
    public static ChartSpec Fitted(ChartSpec spec, ChartKind kind) => kind switch
    {
        ChartKind.GroupedBar => spec with { Series = [.. spec.Series.Select(s => s with { Points = [.. s.Points.Where(p => p.Value is not null).TakeLast(MostInGroup)] })] },
        ChartKind.Onset => SinceOnsets(spec),
        _ => spec,
    };

    private static ChartKind Best(SelectedValues values) =>
        IsForColumns(values) ? ChartKind.Column
        : values.Frequency == Frequency.Interval || Longest(values) < FewestForLine - (values.Series.Count > MostInColumns ? 1 : 0) ? ChartKind.Bar
        : HasOneRegionTwice(values) ? ChartKind.SmallMultiples
        : ChartKind.Line;

    /// <summary>Two or three periods of like length, so that the change can be seen.</summary>
    private static bool IsForColumns(SelectedValues values) =>
        Longest(values) is > 1 and < FewestForLine
        && values.Series.Count <= MostInColumns
        && Periods(values).Count < FewestForLine
        && (values.Frequency != Frequency.Interval || Periods(values).All(p => p.IsDay));

    /// <summary>Colour and marker tell regions apart, so several lines of one region look alike.</summary>
    private static bool HasOneRegionTwice(SelectedValues values) => values.Series.DistinctBy(s => s.Region).Count() < values.Series.Count;

    private static int Longest(SelectedValues values) => values.Series.Count == 0 ? 0 : values.Series.Max(s => s.Series.Observations.Count);

    private static IReadOnlyList<Period> Periods(SelectedValues values) => [.. values.Series.SelectMany(s => s.Series.Observations.Select(o => o.Period)).Distinct()];

    private static bool HasOnset(ShownSeries series) => _onsets.Any(onset => series.Series.Observations.Count(o => o.Value is not null && IsSince(o.Period, onset)) > 1);

    private static bool IsSince(Period period, DateOnly onset) => period.Start >= onset && period.Start < onset.AddMonths(MonthsSinceOnset);

    /// <summary>Each series once for each onset it has values since; breaks go on cutting those they cut.</summary>
    private static ChartSpec SinceOnsets(ChartSpec spec)
    {
        var since = spec.Series.SelectMany((series, at) => _onsets.Select(onset => (At: at, Series: SinceOnset(series, onset)))).Where(s => s.Series.Points.Count > 0).ToArray();
        return spec with
        {
            Series = [.. since.Select(s => s.Series)],
            Breaks = [.. spec.Breaks.Select(b => b with { Series = [.. Enumerable.Range(0, since.Length).Where(at => b.Series.Contains(since[at].At))] })],
        };
    }

    private static ChartSeries SinceOnset(ChartSeries series, DateOnly onset) =>
        series with { Onset = onset, Points = [.. series.Points.Where(p => IsSince(p.Period, onset))] };
}
