using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>Everything that is public about one value: from its series to the line of the file.</summary>
public sealed record Figure
{
    public required long SeriesId { get; init; }

    public required SeriesKey Series { get; init; }

    /// <summary>Of the variant, see <see cref="Statistics.Series.Decimals"/>.</summary>
    public required int Decimals { get; init; }

    /// <summary>As of the stand asked for; null where it had ended by then.</summary>
    public Observation? Observation { get; init; }

    /// <summary>All that was public for this period up to the stand, oldest first; what came later belongs to later stands.</summary>
    public required IReadOnlyList<FigureInterval> History { get; init; }

    /// <summary>The delivery the observation points to; null where there is no observation.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>The line as the file holds it, only where the feed is an open file and every value of the line is published unchanged; else null.</summary>
    public string? LineText { get; init; }
}

/// <summary>A value and the releases that showed it.</summary>
public sealed record FigureInterval
{
    /// <summary>First release that shows it.</summary>
    public required Release From { get; init; }

    /// <summary>First release that shows it no more; null where the stand still does.</summary>
    public Release? To { get; init; }

    public required Observation Observation { get; init; }
}

/// <summary>The latest value of a series, and what it may be compared with.</summary>
public sealed record LatestValue
{
    public required long SeriesId { get; init; }

    public required SeriesKey Series { get; init; }

    public required int Decimals { get; init; }

    /// <summary>The last observation that has a value.</summary>
    public required Observation Latest { get; init; }

    /// <summary>The one with a value before it; null where there is none. For series of intervals (<see cref="Frequency.Interval"/>) always null: use <see cref="YearBefore"/>.</summary>
    public Observation? Previous { get; init; }

    /// <summary>The same days a year before (the last of February where there is no 29th); null where that has no value.</summary>
    public Observation? YearBefore { get; init; }
}

/// <summary>What there is of an indicator in a region by one feed, variant and frequency, over all breakdowns.</summary>
public sealed record Coverage
{
    public required string Indicator { get; init; }

    public required string Variant { get; init; }

    public required string Region { get; init; }

    public required string Feed { get; init; }

    public required Frequency Frequency { get; init; }

    /// <summary>Start of the first and end of the last period.</summary>
    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    /// <summary>Series, and observations of them, missing and withheld ones included.</summary>
    public long SeriesCount { get; init; }

    public long ObservationCount { get; init; }

    /// <summary>Observations that have a value.</summary>
    public long ValueCount { get; init; }
}
