namespace Lagebild.Statistics;

/// <summary>What identifies a series: who reports is part of it, so sources never overwrite each other. Ordered as the properties stand, ordinally.</summary>
public sealed record SeriesKey : IComparable<SeriesKey>
{
    public required string Feed { get; init; }

    public required string Indicator { get; init; }

    public required string Variant { get; init; }

    /// <summary>Code of a <see cref="Statistics.Region"/>.</summary>
    public required string Region { get; init; }

    /// <summary><see cref="Statistics.Breakdown.Key"/>; empty for the total.</summary>
    public required string Breakdown { get; init; }

    public required Frequency Frequency { get; init; }

    /// <inheritdoc/>
    public int CompareTo(SeriesKey? other)
    {
        if (other is null)
        {
            return 1;
        }

        var c = string.CompareOrdinal(Feed, other.Feed);
        c = c != 0 ? c : string.CompareOrdinal(Indicator, other.Indicator);
        c = c != 0 ? c : string.CompareOrdinal(Variant, other.Variant);
        c = c != 0 ? c : string.CompareOrdinal(Region, other.Region);
        c = c != 0 ? c : string.CompareOrdinal(Breakdown, other.Breakdown);
        return c != 0 ? c : Frequency.CompareTo(other.Frequency);
    }

    public static bool operator <(SeriesKey left, SeriesKey right) => left.CompareTo(right) < 0;

    public static bool operator >(SeriesKey left, SeriesKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(SeriesKey left, SeriesKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SeriesKey left, SeriesKey right) => left.CompareTo(right) >= 0;
}

/// <summary>One released value of a series for one period, as the public may see it: raw values never stand here.</summary>
public sealed record Observation
{
    public required Period Period { get; init; }

    /// <summary>Whole number scaled by the variant's decimals. Null: nothing to show — withheld if <see cref="Confidentiality"/> is set, else missing. Never zero.</summary>
    public long? Value { get; init; }

    public ObservationStatus Status { get; init; }

    public ConfidentialityStatus Confidentiality { get; init; }

    public MissingReason MissingReason { get; init; }

    /// <summary>The source's own sign, whole; null where there is none or the value is withheld.</summary>
    public string? SourceFlag { get; init; }

    /// <summary>The source the row names, with its cell; null where the feed alone is the source.</summary>
    public string? Source { get; init; }

    /// <summary>A note of the row, in the feed's language; null where there is none or the value is withheld.</summary>
    public string? Note { get; init; }

    /// <summary>The release that brought the value.</summary>
    public int Release { get; init; }

    /// <summary>The delivery that brought it.</summary>
    public long Delivery { get; init; }

    /// <summary>1 + the line feeds before the record in the delivered file.</summary>
    public int Line { get; init; }

    /// <summary>Position and heading of the cell: <c>12 value</c>.</summary>
    public string Field { get; init; } = "";
}

/// <summary>A series with its released values, ordered by period. A period without an observation is absent, not zero.</summary>
public sealed record Series
{
    public required long Id { get; init; }

    public required SeriesKey Key { get; init; }

    /// <summary>Of the variant: <see cref="Observation.Value"/> is divided by ten to this power.</summary>
    public required int Decimals { get; init; }

    public required IReadOnlyList<Observation> Observations { get; init; }
}
