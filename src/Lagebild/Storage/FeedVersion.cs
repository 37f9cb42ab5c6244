using Lagebild.Accounts;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>What a feed was from one moment on.</summary>
public sealed record FeedVersion
{
    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    public required Feed Feed { get; init; }

    public required Who Who { get; init; }

    public required DateTime AtUtc { get; init; }

    /// <summary>As whoever changed it said; empty where they did not.</summary>
    public required string Why { get; init; }
}
