using Lagebild.Statistics;

namespace Lagebild.Comparison;

/// <summary>A count per 1,000 inhabitants with the population it was divided by.</summary>
public sealed record Rate
{
    /// <summary>Per 1,000 inhabitants in tenths: 395 is 39.5.</summary>
    public required long Tenths { get; init; }

    /// <summary>The population used; its day and variant are to be named beside the rate.</summary>
    public required Part Population { get; init; }
}

/// <summary>Values per 1,000 inhabitants: of the nearest population at most two calendar years apart, otherwise not offered.</summary>
public static class PerInhabitants
{
    /// <summary>How many calendar years the population may be apart: 2022 and 2024 yes, 2022 and 2025 no.</summary>
    public const int YearsApart = 2;

    /// <summary>
    /// Null where there is no value, or no total population within <see cref="YearsApart"/>. Of several equally near, the earlier.
    /// <paramref name="decimals"/> are those of the value.
    /// </summary>
    public static Rate? Of(Observation observation, int decimals, IEnumerable<Series> populations)
    {
        var population = Nearest(observation.Period, populations);
        return observation.Value is { } value && population is not null ? new Rate { Tenths = Tenths(value, decimals, population), Population = population } : null;
    }

    /// <summary>The population nearest to the end of a period; null where none is near enough.</summary>
    public static Part? Nearest(Period period, IEnumerable<Series> populations) =>
        populations
            .Where(s => s.Key.Breakdown.Length == 0)
            .SelectMany(s => s.Observations.Select(o => new Part { Series = s.Id, Key = s.Key, Observation = o }))
            .Where(p => p.Observation is { Value: > 0 } && Math.Abs(p.Observation.Period.End.Year - period.End.Year) <= YearsApart)
            .OrderBy(p => Math.Abs(p.Observation.Period.End.DayNumber - period.End.DayNumber))
            .ThenBy(p => p.Observation.Period)
            .ThenBy(p => p.Key)
            .FirstOrDefault();

    private static long Tenths(long value, int decimals, Part population) =>
        Rounding.Divide((Int128)value * 1000 * 10, (Int128)population.Observation.Value!.Value * Rounding.Scale(decimals));
}
