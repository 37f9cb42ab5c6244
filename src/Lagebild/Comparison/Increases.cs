using Lagebild.Statistics;

namespace Lagebild.Comparison;

/// <summary>
/// What a running count grew by from one of its days to the next. Its period is the days between: from the day after the earlier to the later. Where the running
/// count fell the increase is negative and marked, never hidden.
/// </summary>
public static class Increases
{
    /// <summary>
    /// One value for each observation but the first. Parts: earlier, later. <see cref="Without.NotCumulative"/> where the variant is no running count.
    /// Days that follow one another as the series is taken (day on day, month's end on month's end) keep its frequency, others are intervals.
    /// </summary>
    public static ComputedSeries Of(CountedSeries series) => new()
    {
        Key = series.Series.Key,
        Values = [.. series.Series.Observations.Zip(series.Series.Observations.Skip(1)).Select(pair => Of(series, series.Series.PartOf(pair.First), series.Series.PartOf(pair.Second)))],
    };

    private static Computed Of(CountedSeries series, Part earlier, Part later)
    {
        var (from, to) = (earlier.Observation, later.Observation);
        var period = Between(from.Period, to.Period);
        return !series.Variant.Cumulative ? Calculation.Without(period, series.Series.Decimals, [earlier, later], Without.NotCumulative)
            : series.IsCut(from.Period, to.Period) ? Calculation.Without(period, series.Series.Decimals, [earlier, later], Without.Break)
            : Calculation.From(period, series.Series.Decimals, [earlier, later], () => to.Open()!.Value - from.Open()!.Value, Remarks(series, from, to));
    }

    private static Period Between(Period earlier, Period later) =>
        new(earlier.End.AddDays(1), later.End, Change.IsJustBefore(earlier, later) ? later.Frequency : Frequency.Interval);

    private static IEnumerable<Remark> Remarks(CountedSeries series, Observation earlier, Observation later) =>
        later.Open() < earlier.Open() ? [Remark.RunningCountFell, .. CountryShare.Remarks(series)] : CountryShare.Remarks(series);
}
