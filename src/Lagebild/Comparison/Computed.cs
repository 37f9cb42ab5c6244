using Lagebild.Statistics;

namespace Lagebild.Comparison;

/// <summary>A released value that something was computed from: enough to lead to its figure page.</summary>
public sealed record Part
{
    /// <summary>0 where the part is itself computed: <see cref="Key"/> and period lead to its page.</summary>
    public required long Series { get; init; }

    public required SeriesKey Key { get; init; }

    public required Observation Observation { get; init; }
}

/// <summary>Why a measure has no value for a period.</summary>
public enum Without
{
    /// <summary>There is a value, or a part itself says why not (<see cref="Computed.Status"/>, <see cref="Computed.MissingReason"/>).</summary>
    None,

    /// <summary>A part is not there: a sum of some parts is no total.</summary>
    PartMissing,

    /// <summary>A part is withheld, or the result would show what the rest is.</summary>
    Withheld,

    /// <summary>No total population at most two calendar years apart.</summary>
    NoPopulation,

    /// <summary>A new way of counting lies between the values.</summary>
    Break,

    /// <summary>A stock or ratio: adds up over no periods.</summary>
    NotAFlow,

    /// <summary>An interval such as "so far this year" is never added to, nor differenced with, whole periods.</summary>
    Interval,

    /// <summary>Not all of the smaller periods are there.</summary>
    Incomplete,

    /// <summary>Only a running count has increases between two days.</summary>
    NotCumulative,

    /// <summary>Nothing to divide by: no value, or zero.</summary>
    NoBase,

    /// <summary>No figure of the places for the same facilities on the same day.</summary>
    NoPlaces,

    /// <summary>No exchange rate is known for the year.</summary>
    NoRate,

    /// <summary>What was divided is counted differently than what it was divided by.</summary>
    CountedDifferently,
}

/// <summary>What is to be said beside a computed value.</summary>
public enum Remark
{
    /// <summary>The running count fell: people were taken off it, or it was corrected.</summary>
    RunningCountFell,

    /// <summary>The population is of another year than the value.</summary>
    PopulationOfAnotherYear,

    /// <summary>Converted at the average rate of the year.</summary>
    Converted,

    /// <summary>Parts are rounded: the last digits say nothing.</summary>
    RoundedParts,

    /// <summary>The difference is smaller than what the publisher rounds to.</summary>
    WithinRounding,
}

/// <summary>A value computed from released values. Never stored, always shown as computed.</summary>
public sealed record Computed
{
    public required Period Period { get; init; }

    /// <summary>Whole number scaled by <see cref="Decimals"/>. Null where a part is missing or withheld, or <see cref="Why"/> says: a sum of some parts is no total.</summary>
    public long? Value { get; init; }

    public required int Decimals { get; init; }

    /// <summary>The first status of the parts in the order of <see cref="ObservationStatus"/>, <see cref="ObservationStatus.Normal"/> aside.</summary>
    public ObservationStatus Status { get; init; }

    /// <summary>Confidential where a part is withheld: the total of the others would not give it away, but is none.</summary>
    public ConfidentialityStatus Confidentiality { get; init; }

    /// <summary>Why there is none, where a source says so of a part.</summary>
    public MissingReason MissingReason { get; init; }

    /// <summary>Why there is no value; <see cref="Without.None"/> with one.</summary>
    public Without Why { get; init; }

    /// <summary>In the order of <see cref="Remark"/>, each once.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>What it was computed from: totals in the order of keys, all else in the order of the calculation (dividend before divisor, earlier before later).</summary>
    public required IReadOnlyList<Part> Parts { get; init; }
}

/// <summary>A series of computed values, ordered by period. Its key is the one of the series that was measured, and has no identity in storage.</summary>
public sealed record ComputedSeries
{
    public required SeriesKey Key { get; init; }

    public required IReadOnlyList<Computed> Values { get; init; }

    /// <summary>As a series to draw, with identity 0: values and what is worth saying of them; parts and reasons stay behind.</summary>
    public Series AsSeries(int decimals) => new()
    {
        Id = 0,
        Key = Key,
        Decimals = decimals,
        Observations = [.. Values.Select(v => v.AsObservation())],
    };
}
