using Lagebild.Statistics;

namespace Lagebild.Comparison;

/// <summary>A series with what its numbers mean: all that measures and verdicts need to know of it.</summary>
public sealed record CountedSeries
{
    /// <summary>As shown: the observations of the span that is compared, and no others.</summary>
    public required Series Series { get; init; }

    public required Indicator Indicator { get; init; }

    public required Variant Variant { get; init; }

    /// <summary>Null where nothing is known of it: then it counts as official, and as rounding by its variant alone.</summary>
    public Feed? Feed { get; init; }

    /// <summary>The breaks that cut this series, in its region; those outside the span too.</summary>
    public IReadOnlyList<Break> Breaks { get; init; } = [];

    /// <summary>Codes of the regions its region lies in (district: its Land, its country, the world); without itself.</summary>
    public IReadOnlyList<string> Within { get; init; } = [];

    /// <summary>The currency its unit is in, as ISO 4217 (<c>EUR</c>); null where it counts no money.</summary>
    public string? Currency { get; init; }

    /// <summary>The population its values were divided by; null where they were not. Then its rounding is no longer that of its variant.</summary>
    public Part? Population { get; init; }

    /// <summary>What its values are rounded to, by the publisher or by us; 1 where neither rounds.</summary>
    public long RoundedTo => Population is not null ? 1
        : Math.Max(Variant.RoundedTo, Feed is { Disclosure: { By: DisclosureBy.Ours, RoundTo: var ours } } ? ours : 1);

    /// <summary>Whether a new way of counting begins after an earlier period's start and not after a later one's end.</summary>
    internal bool IsCut(Period earlier, Period later) => Breaks.Any(b => b.Day > earlier.Start && b.Day <= later.End);
}
