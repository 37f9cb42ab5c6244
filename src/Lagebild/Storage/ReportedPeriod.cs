using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>What a feed says of an indicator in a region for one period, over all breakdowns, as the public may know it.</summary>
public sealed record ReportedPeriod
{
    public required string Feed { get; init; }

    public required string Indicator { get; init; }

    public required string Variant { get; init; }

    public required string Region { get; init; }

    public required Period Period { get; init; }

    /// <summary>How many values there are, and how many are withheld.</summary>
    public long Values { get; init; }

    public long Withheld { get; init; }

    /// <summary>Why there is no value, where all say the same; <see cref="MissingReason.None"/> else.</summary>
    public MissingReason Reason { get; init; }

    /// <summary>What is said in place of a value, where all say the same; <see cref="ObservationStatus.Normal"/> else.</summary>
    public ObservationStatus Status { get; init; }

    /// <summary>The series of the total; null where only parts are reported.</summary>
    public long? Total { get; init; }
}
