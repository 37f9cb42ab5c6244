using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>How a value differs between two releases.</summary>
public enum ChangeKind
{
    /// <summary>There was none.</summary>
    Added,

    /// <summary>Another number, or another doubt about the same.</summary>
    Changed,

    /// <summary>There is none any more.</summary>
    Ended,
}

/// <summary>
/// What the public saw of a series and period as of one release, and sees as of a later one: never the same on both sides. What was withdrawn for disclosure has no
/// number on either.
/// </summary>
public sealed record ValueChange
{
    public required long SeriesId { get; init; }

    public required SeriesKey Series { get; init; }

    public required Period Period { get; init; }

    /// <summary>Null where there was nothing.</summary>
    public Observation? Before { get; init; }

    /// <summary>Null where there is nothing any more.</summary>
    public Observation? After { get; init; }

    /// <summary>Which side is missing.</summary>
    public ChangeKind Kind => Before is null ? ChangeKind.Added : After is null ? ChangeKind.Ended : ChangeKind.Changed;
}

/// <summary>How many values of an indicator and a region differ between two releases.</summary>
public sealed record ChangeCount
{
    public required string Indicator { get; init; }

    public required string Region { get; init; }

    /// <summary>Values of series and period that were not there, that are other, that are no more.</summary>
    public long Added { get; init; }

    public long Changed { get; init; }

    public long Ended { get; init; }

    /// <summary>Of any kind.</summary>
    public long All => Added + Changed + Ended;
}
