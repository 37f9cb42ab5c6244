using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>Which series, for page, download and API alike. What is null or empty does not narrow.</summary>
public sealed record SeriesQuery
{
    public required string Indicator { get; init; }

    public string? Variant { get; init; }

    public string? Feed { get; init; }

    /// <summary>Region codes; empty for all.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Breakdown keys; empty for all. The total is the empty key, so <c>[""]</c>.</summary>
    public IReadOnlyList<string> Breakdowns { get; init; } = [];

    public Frequency? Frequency { get; init; }

    /// <summary>Periods that start on or after, and end on or before; null for no bound.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>The release as of which values are shown.</summary>
    public required int Stand { get; init; }
}
