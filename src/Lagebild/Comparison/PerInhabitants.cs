using Lagebild.Statistics;

namespace Lagebild.Comparison;

/// <summary>A count per so many inhabitants with the population it was divided by.</summary>
public sealed record Rate
{
    /// <summary>Decimal places of <see cref="Millionths"/>.</summary>
    public const int Decimals = 6;

    /// <summary>Per <see cref="Inhabitants"/>, in millionths, the rest cut off: what it is drawn and ranked by. It rounds to tenths as the exact quotient does.</summary>
    public required long Millionths { get; init; }

    /// <summary>How many inhabitants it is per: 1,000 or 100,000.</summary>
    public required long Inhabitants { get; init; }

    /// <summary>The population used; its day and variant are to be named beside the rate.</summary>
    public required Part Population { get; init; }

    /// <summary>The same to one decimal, half away from zero: 395 is 39.5.</summary>
    public long Tenths => TenthsOf(Millionths);

    /// <summary>Tenths of <see cref="Millionths"/>, half away from zero.</summary>
    public static long TenthsOf(long millionths) => Rounding.Divide(millionths, 100_000);
}

/// <summary>Values per 1,000 inhabitants: of the nearest population at most two calendar years apart, otherwise not offered.</summary>
public static class PerInhabitants
{
    /// <summary>How many calendar years the population may be apart: 2022 and 2024 yes, 2022 and 2025 no.</summary>
    public const int YearsApart = 2;

    /// <summary>What rates are per where they are not all below one.</summary>
    public const long Thousand = 1_000;

    /// <summary>What rates are per where all would be below one per thousand.</summary>
    public const long HundredThousand = 100_000;

    /// <summary>
    /// Null where there is no value, or no total population within <see cref="YearsApart"/>. Of several equally near, the earlier.
    /// <paramref name="decimals"/> are those of the value.
    /// </summary>
    public static Rate? Of(Observation observation, int decimals, IEnumerable<Series> populations, long inhabitants = Thousand) =>
        Nearest(observation.Period, populations) is { } population ? By(observation, decimals, population, inhabitants) : null;

    /// <summary>By a given population, which is above zero. Null where there is no value.</summary>
    public static Rate? By(Observation observation, int decimals, Part population, long inhabitants = Thousand) => observation.Open() is { } value
        ? new Rate { Millionths = Millionths(value, decimals, population, inhabitants), Inhabitants = inhabitants, Population = population }
        : null;

    /// <summary>The population nearest to the end of a period; null where none is near enough.</summary>
    public static Part? Nearest(Period period, IEnumerable<Series> populations) => Near(period, populations).FirstOrDefault();

    /// <summary>
    /// For each region its population, all counted by one variant on one day: the nearest to the end of a period that every region has. Null where there is none
    /// within <see cref="YearsApart"/>: then rates of these regions may stand beside one another, but not be ranked.
    /// </summary>
    public static IReadOnlyDictionary<string, Part>? Common(Period period, IReadOnlyCollection<string> regions, IEnumerable<Series> populations) =>
        Near(period, populations.Where(s => regions.Contains(s.Key.Region)))
            .GroupBy(p => (p.Key.Variant, p.Observation.Period))
            .Select(g => g.DistinctBy(p => p.Key.Region).ToDictionary(p => p.Key.Region))
            .FirstOrDefault(g => g.Count == regions.Count);

    /// <summary>Total populations near enough, the nearest first; of several equally near, the earlier.</summary>
    private static IEnumerable<Part> Near(Period period, IEnumerable<Series> populations) =>
        populations
            .Where(s => s.Key.Breakdown.Length == 0)
            .SelectMany(s => s.Observations.Select(o => new Part { Series = s.Id, Key = s.Key, Observation = o }))
            .Where(p => p.Observation.Open() > 0 && Math.Abs(p.Observation.Period.End.Year - period.End.Year) <= YearsApart)
            .OrderBy(p => Math.Abs(p.Observation.Period.End.DayNumber - period.End.DayNumber))
            .ThenBy(p => p.Observation.Period)
            .ThenBy(p => p.Key);

    /// <summary>
    /// Whole series per 1,000 or 100,000 inhabitants, in millionths, in the order given: each value by the population that all regions have in common nearest to it, else
    /// by the nearest of its own region. Parts: value, population. Values without a population near enough have none and say so.
    /// </summary>
    public static IReadOnlyList<ComputedSeries> Series(IReadOnlyList<CountedSeries> series, IReadOnlyList<Series> populations, long inhabitants = Thousand)
    {
        string[] regions = [.. series.Select(s => s.Series.Key.Region).Distinct()];
        var common = series.SelectMany(s => s.Series.Observations.Select(o => o.Period)).DistinctBy(p => p.End).ToDictionary(p => p.End, p => Common(p, regions, populations));
        return [.. series.Select(s => new ComputedSeries { Key = s.Series.Key, Values = [.. s.Series.Observations.Select(o => Of(s, o, PopulationOf(s, o), inhabitants))] })];

        Part? PopulationOf(CountedSeries one, Observation value) =>
            common[value.Period.End]?[one.Series.Key.Region] ?? Nearest(value.Period, populations.Where(p => p.Key.Region == one.Series.Key.Region));
    }

    private static Computed Of(CountedSeries series, Observation observation, Part? population, long inhabitants)
    {
        var part = series.Series.PartOf(observation);
        return population is null
            ? Calculation.Without(observation.Period, Rate.Decimals, [part], Without.NoPopulation)
            : Calculation.From(observation.Period, Rate.Decimals, [part, population], () => Millionths(observation.Open()!.Value, series.Series.Decimals, population, inhabitants), Remarks(observation.Period, population));
    }

    private static IEnumerable<Remark> Remarks(Period period, Part population) =>
        population.Observation.Period.End.Year == period.End.Year ? [] : [Remark.PopulationOfAnotherYear];

    private static long Millionths(long value, int decimals, Part population, long inhabitants) =>
        (long)((Int128)value * inhabitants * 1_000_000 / ((Int128)population.Observation.Value!.Value * Rounding.Scale(decimals)));
}
