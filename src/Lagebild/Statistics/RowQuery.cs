namespace Lagebild.Statistics;

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
