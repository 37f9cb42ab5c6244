using Lagebild.Accounts;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>An overdue cell of the delivery matrix: one indicator, way of counting, region and period of a feed, over all breakdowns.</summary>
public sealed record RemindedCell
{
    public required string Indicator { get; init; }

    public required string Variant { get; init; }

    public required string Region { get; init; }

    public required Period Period { get; init; }
}

/// <summary>That someone reminded the office of a feed of what is overdue.</summary>
public sealed record Reminder
{
    /// <summary>Ascending in time.</summary>
    public long Id { get; init; }

    public required string Feed { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<RemindedCell> Cells { get; init; }

    public required Who By { get; init; }

    public DateTime AtUtc { get; init; }

    /// <summary>Mail addresses it is meant for; empty where nobody's is known.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>Language of subject and body: that of the feed.</summary>
    public required string Language { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }
}
