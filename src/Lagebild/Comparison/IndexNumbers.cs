using Lagebild.Statistics;

namespace Lagebild.Comparison;

/// <summary>A series by what it was in a base period: base = 100, to one decimal. The base is named by the first part of each value.</summary>
public static class IndexNumbers
{
    /// <summary>Decimals of an index number.</summary>
    public const int Decimals = 1;

    /// <summary>
    /// One value for each period alike the base. Parts: base, value. Null where the series has no value above zero in the base period, or is a ratio. Values
    /// beyond a break have none: 100 is worth something else there.
    /// </summary>
    public static ComputedSeries? Of(CountedSeries series, Period basis)
    {
        var found = series.Indicator.Kind == IndicatorKind.Ratio ? null : series.Series.PartOn(basis);
        return found?.Observation.Open() is not > 0 ? null : new()
        {
            Key = series.Series.Key,
            Values = [.. series.Series.Observations.Where(o => IsAlike(found.Observation.Period, o.Period)).Select(o => Of(series, found, o))],
        };
    }

    /// <summary>The first period in which every one of some series has a value above zero; null where there is none.</summary>
    public static Period? FirstShared(IReadOnlyList<CountedSeries> series) => series.Count == 0 ? null : series
        .Select(s => s.Series.Observations.Where(o => o.Open() > 0).Select(o => o.Period))
        .Aggregate((left, right) => left.Intersect(right))
        .Select(p => (Period?)p)
        .FirstOrDefault();

    /// <summary>Intervals are alike only where they are as long.</summary>
    private static bool IsAlike(Period basis, Period other) =>
        basis.Frequency == other.Frequency && (basis.Frequency != Frequency.Interval || basis.End.DayNumber - basis.Start.DayNumber == other.End.DayNumber - other.Start.DayNumber);

    private static Computed Of(CountedSeries series, Part basis, Observation observation)
    {
        var part = series.Series.PartOf(observation);
        var (first, last) = basis.Observation.Period < observation.Period ? (basis.Observation.Period, observation.Period) : (observation.Period, basis.Observation.Period);
        return series.IsCut(first, last)
            ? Calculation.Without(observation.Period, Decimals, [basis, part], Without.Break)
            : Calculation.From(observation.Period, Decimals, [basis, part], () => CountryShare.Percent(observation.Open()!.Value, basis.Observation.Open()!.Value), CountryShare.Remarks(series));
    }
}
