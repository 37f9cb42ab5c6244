using Lagebild.Statistics;

namespace Lagebild.Comparison;

/// <summary>A released value that something was computed from: enough to lead to its figure page.</summary>
public sealed record Part
{
    public required long Series { get; init; }

    public required SeriesKey Key { get; init; }

    public required Observation Observation { get; init; }
}

/// <summary>A value computed from released values. Never stored, always shown as computed.</summary>
public sealed record Computed
{
    public required Period Period { get; init; }

    /// <summary>Whole number scaled by <see cref="Decimals"/>. Null where a part is missing or withheld: a sum of some parts is no total.</summary>
    public long? Value { get; init; }

    public required int Decimals { get; init; }

    /// <summary>The first status of the parts in the order of <see cref="ObservationStatus"/>, <see cref="ObservationStatus.Normal"/> aside.</summary>
    public ObservationStatus Status { get; init; }

    /// <summary>Confidential where a part is withheld: the total of the others would not give it away, but is none.</summary>
    public ConfidentialityStatus Confidentiality { get; init; }

    /// <summary>Why there is none, where a source says so of a part.</summary>
    public MissingReason MissingReason { get; init; }

    /// <summary>What it was computed from, in the order of their keys.</summary>
    public required IReadOnlyList<Part> Parts { get; init; }
}

/// <summary>A series of computed values, ordered by period. Its key has no identity in storage.</summary>
public sealed record ComputedSeries
{
    public required SeriesKey Key { get; init; }

    public required IReadOnlyList<Computed> Values { get; init; }
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
