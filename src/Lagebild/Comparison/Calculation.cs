using Lagebild.Statistics;

namespace Lagebild.Comparison;

/// <summary>What all measures share: which parts may enter, and what a result inherits from them.</summary>
internal static class Calculation
{
    /// <summary>The value as it may enter a calculation; null where there is none or it is withheld, whatever stands beside it.</summary>
    public static long? Open(this Observation observation) => observation.Confidentiality == ConfidentialityStatus.Free ? observation.Value : null;

    /// <summary>One value of a series as a part.</summary>
    public static Part PartOf(this Series series, Observation observation) => new() { Series = series.Id, Key = series.Key, Observation = observation };

    /// <summary>The value of exactly a period as a part; null where there is none.</summary>
    public static Part? PartOn(this Series series, Period period) =>
        series.Observations.FirstOrDefault(o => o.Period.Start == period.Start && o.Period.End == period.End) is { } found ? series.PartOf(found) : null;

    /// <summary>A result with what it inherits; no value where a part has none. <paramref name="value"/> is asked only where all have one, and gives null for no base.</summary>
    public static Computed From(Period period, int decimals, IReadOnlyList<Part> parts, Func<long?> value, params IEnumerable<Remark> remarks)
    {
        var result = Without(period, decimals, parts, Lack(parts));
        return result.Why != Comparison.Without.None ? result
            : value() is { } found ? result with { Value = found, Remarks = [.. remarks.Distinct().Order()] }
            : result with { Why = Comparison.Without.NoBase };
    }

    /// <summary>A result without a value, and why.</summary>
    public static Computed Without(Period period, int decimals, IReadOnlyList<Part> parts, Without why) => new()
    {
        Period = period,
        Decimals = decimals,
        Why = why,
        Status = StatusOf(parts),
        Confidentiality = parts.Select(p => p.Observation.Confidentiality).DefaultIfEmpty().Max(),
        MissingReason = parts.Select(p => p.Observation.MissingReason).FirstOrDefault(r => r != MissingReason.None),
        Parts = parts,
    };

    /// <summary>The first status of the parts that is not normal.</summary>
    public static ObservationStatus StatusOf(IEnumerable<Part> parts) =>
        parts.Select(p => p.Observation.Status).Where(s => s != ObservationStatus.Normal).DefaultIfEmpty().Min();

    private static Without Lack(IReadOnlyList<Part> parts) =>
        parts.Any(p => p.Observation.Confidentiality != ConfidentialityStatus.Free) ? Comparison.Without.Withheld
        : parts.Any(p => p.Observation.Value is null) ? Comparison.Without.PartMissing
        : Comparison.Without.None;

    /// <summary>As a value to draw.</summary>
    public static Observation AsObservation(this Computed computed) => new()
    {
        Period = computed.Period,
        Value = computed.Value,
        Status = computed.Status,
        Confidentiality = computed.Confidentiality,
        MissingReason = computed.MissingReason,
    };
}

/// <summary>Division as official statistics rounds: half away from zero, in exact whole numbers.</summary>
internal static class Rounding
{
    /// <summary>numerator / denominator to a whole number. The denominator is positive.</summary>
    public static long Divide(Int128 numerator, Int128 denominator)
    {
        var twice = Int128.Abs(numerator) * 2;
        var magnitude = (twice + denominator) / (denominator * 2);
        return (long)(Int128.IsNegative(numerator) ? -magnitude : magnitude);
    }

    /// <summary>Ten to the power of a number of decimals.</summary>
    public static long Scale(int decimals) => decimals == 0 ? 1 : 10 * Scale(decimals - 1);
}
