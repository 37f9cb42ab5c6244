using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>Which of all released values, for downloads and the API. Empty lists and nulls do not narrow.</summary>
public sealed record RowQuery
{
    public IReadOnlyList<string> Indicators { get; init; } = [];

    public IReadOnlyList<string> Variants { get; init; } = [];

    public IReadOnlyList<string> Feeds { get; init; } = [];

    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Breakdown keys; the total is the empty key, so <c>[""]</c>.</summary>
    public IReadOnlyList<string> Breakdowns { get; init; } = [];

    public IReadOnlyList<Frequency> Frequencies { get; init; } = [];

    /// <summary>Periods that start on or after, and end on or before.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>The release as of which values are shown.</summary>
    public required int Stand { get; init; }
}

/// <summary>
/// A place among rows, which are ordered by series number, then first and last day: where a page ends and the next goes on. It stays right whatever is released meanwhile.
/// </summary>
public sealed record RowPlace(long Series, DateOnly PeriodStart, DateOnly PeriodEnd);

/// <summary>A series by its number.</summary>
public sealed record StoredSeries(long Id, SeriesKey Key);

/// <summary>One released value and the number of its series.</summary>
public readonly record struct StoredRow(long Series, Observation Observation);
