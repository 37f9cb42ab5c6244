using Lagebild.Statistics;

namespace Lagebild.Comparison;

/// <summary>
/// Quarters, half-years and years of a flow, added up from months or other smaller whole periods: only where all of them are there, alike counted, and never from
/// intervals. A running count, a stock, a ratio and an average add up over no periods.
/// </summary>
public static class PeriodSums
{
    /// <summary>
    /// One value for each quarter (half-year, year) that the series touches; those it does not fill have none and say why. Parts: the smaller periods in order.
    /// </summary>
    public static ComputedSeries Of(CountedSeries series, Frequency wanted)
    {
        var smaller = series.Series.Observations.Where(o => Months(o.Period.Frequency) is { } months && months < Months(wanted)).ToArray();
        return new()
        {
            Key = series.Series.Key with { Frequency = wanted },
            Values = [.. smaller.GroupBy(o => Around(o.Period.Start, wanted)).OrderBy(g => g.Key).Select(g => Sum(series, g.Key, [.. g.OrderBy(o => o.Period).Select(series.Series.PartOf)]))],
        };
    }

    /// <summary>Why a series can be added up over no periods; <see cref="Without.None"/> where it can.</summary>
    public static Without Refusal(CountedSeries series) =>
        series.Series.Key.Frequency == Frequency.Interval ? Without.Interval
        : series.Indicator.Kind != IndicatorKind.Flow || series.Variant.Cumulative ? Without.NotAFlow
        : Without.None;

    private static Computed Sum(CountedSeries series, Period period, IReadOnlyList<Part> parts)
    {
        var decimals = series.Series.Decimals;
        var why = Refusal(series) is not Without.None and var refused ? refused
            : !Fill(period, parts) ? Without.Incomplete
            : series.Breaks.Any(b => b.Day > period.Start && b.Day <= period.End) ? Without.Break
            : Without.None;
        return why != Without.None ? Calculation.Without(period, decimals, parts, why)
            : Calculation.From(period, decimals, parts, () => parts.Sum(p => p.Observation.Open()!.Value), CountryShare.Remarks(series));
    }

    /// <summary>Whether the periods follow one another without a gap, from the first to the last day.</summary>
    private static bool Fill(Period period, IReadOnlyList<Part> parts) =>
        parts[0].Observation.Period.Start == period.Start && parts[^1].Observation.Period.End == period.End
        && parts.Zip(parts.Skip(1)).All(pair => pair.First.Observation.Period.End.AddDays(1) == pair.Second.Observation.Period.Start);

    private static Period Around(DateOnly day, Frequency wanted)
    {
        var months = Months(wanted)!.Value;
        var start = new DateOnly(day.Year, day.Month - ((day.Month - 1) % months), 1);
        return new(start, start.AddMonths(months).AddDays(-1), wanted);
    }

    /// <summary>Null where a period is no whole number of months.</summary>
    private static int? Months(Frequency frequency) => frequency switch
    {
        Frequency.Monthly => 1,
        Frequency.Quarterly => 3,
        Frequency.HalfYearly => 6,
        Frequency.Annual => 12,
        _ => null,
    };
}
