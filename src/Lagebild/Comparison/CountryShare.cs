using Lagebild.Statistics;

namespace Lagebild.Comparison;

/// <summary>What a region has of its country, in percent to one decimal.</summary>
public static class CountryShare
{
    /// <summary>Decimals of the share.</summary>
    public const int Decimals = 1;

    /// <summary>
    /// One value for each period of <paramref name="region"/>: its part of the country's value of the same period. Parts: region, country. The country must be counted
    /// by the same variant and broken down alike, else <see cref="Without.CountedDifferently"/>; of a ratio there is no share.
    /// </summary>
    public static ComputedSeries Of(CountedSeries region, CountedSeries? country) => new()
    {
        Key = region.Series.Key,
        Values = [.. region.Series.Observations.Select(o => Of(region, country, o))],
    };

    /// <summary>The key that applies to a year as a part, with its own decimals; null where none is known for the year. Countries but Germany have none.</summary>
    public static Part? KeyOf(Period period, string region, IEnumerable<Series> keys) => keys
        .Where(k => k.Key.Region == region)
        .SelectMany(k => k.Observations.Where(o => o.Period.End.Year == period.End.Year && o.Open() is not null).Select(k.PartOf))
        .FirstOrDefault();

    private static Computed Of(CountedSeries region, CountedSeries? country, Observation observation)
    {
        var part = region.Series.PartOf(observation);
        return country is null || country.Series.PartOn(observation.Period) is not { } whole ? Calculation.Without(observation.Period, Decimals, [part], Without.NoBase)
            : !AreAlike(region, country) ? Calculation.Without(observation.Period, Decimals, [part, whole], Without.CountedDifferently)
            : Calculation.From(observation.Period, Decimals, [part, whole], () => Percent(observation.Open()!.Value, whole.Observation.Open()!.Value), Remarks(region));
    }

    private static bool AreAlike(CountedSeries region, CountedSeries country) =>
        region.Indicator.Kind != IndicatorKind.Ratio
        && region.Within.Contains(country.Series.Key.Region)
        && (region.Variant.Code, region.Series.Key.Breakdown) == (country.Variant.Code, country.Series.Key.Breakdown);

    internal static IEnumerable<Remark> Remarks(CountedSeries series) => series.RoundedTo > 1 ? [Remark.RoundedParts] : [];

    /// <summary>Tenths of a percent; null where the whole is not above zero. Both are scaled alike.</summary>
    internal static long? Percent(long part, long whole) => whole > 0 ? Rounding.Divide((Int128)part * 1000, whole) : null;
}
