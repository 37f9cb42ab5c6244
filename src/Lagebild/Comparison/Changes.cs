using Lagebild.Statistics;

namespace Lagebild.Comparison;

/// <summary>
/// The change of every value of a series, in percent to one decimal; of a ratio in percentage points to its own decimals. Never across a break, and never between
/// unlike periods; flags are inherited. <see cref="Change"/> is the one change that a sentence states, between ordinary values only.
/// </summary>
public static class Changes
{
    /// <summary>Decimals of a change in percent.</summary>
    public const int Decimals = 1;

    /// <summary>Against the period just before; intervals have none. Parts: earlier, later. Values that have none before them are absent.</summary>
    public static ComputedSeries OnPrevious(CountedSeries series) => Between(series, Change.IsJustBefore);

    /// <summary>Against the same period of the year before; intervals too, since they are alike.</summary>
    public static ComputedSeries OnYear(CountedSeries series) => Between(series, Change.IsYearBefore);

    private static ComputedSeries Between(CountedSeries series, Func<Period, Period, bool> isBefore) => new()
    {
        Key = series.Series.Key,
        Values = [.. series.Series.Observations
            .Select(later => (Earlier: series.Series.Observations.LastOrDefault(o => isBefore(o.Period, later.Period)), Later: later))
            .Where(pair => pair.Earlier is not null)
            .Select(pair => Of(series, series.Series.PartOf(pair.Earlier!), series.Series.PartOf(pair.Later)))],
    };

    private static Computed Of(CountedSeries series, Part earlier, Part later)
    {
        var (from, to, decimals) = (earlier.Observation, later.Observation, DecimalsOf(series));
        return series.IsCut(from.Period, to.Period)
            ? Calculation.Without(to.Period, decimals, [earlier, later], Without.Break)
            : Calculation.From(to.Period, decimals, [earlier, later], () => Difference(series, from.Open()!.Value, to.Open()!.Value), Remarks(series, from, to));
    }

    /// <summary>Decimals of the changes of a series.</summary>
    public static int DecimalsOf(CountedSeries series) => IsRatio(series) ? series.Series.Decimals : Decimals;

    /// <summary>Null where the earlier is zero: there is no percentage of nothing.</summary>
    private static long? Difference(CountedSeries series, long earlier, long later) =>
        IsRatio(series) ? later - earlier
        : earlier == 0 ? null
        : Rounding.Divide((Int128)(later - earlier) * 1000, Int128.Abs(earlier));

    private static bool IsRatio(CountedSeries series) => series.Indicator.Kind == IndicatorKind.Ratio;

    private static IEnumerable<Remark> Remarks(CountedSeries series, Observation earlier, Observation later)
    {
        if (series.RoundedTo > 1 && earlier.Open() is { } from && later.Open() is { } to)
        {
            yield return Math.Abs(to - from) < series.RoundedTo * Rounding.Scale(series.Series.Decimals) ? Remark.WithinRounding : Remark.RoundedParts;
        }
    }
}
