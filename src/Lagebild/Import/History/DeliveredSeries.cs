using Lagebild.Statistics;

namespace Lagebild.Import.History;

/// <summary>One value of a series as it stands released. Days are yyyymmdd, both included; the value is a whole number scaled by the variant's decimals. Missing and withheld values have none.</summary>
public readonly record struct KnownValue(int PeriodStart, int PeriodEnd, long Value);

/// <summary>One value of a series as a file delivers it, with the place it stands at.</summary>
public readonly record struct DeliveredValue(int PeriodStart, int PeriodEnd, long Value)
{
    /// <summary>1 + the line feeds before the record.</summary>
    public int Line { get; init; }

    /// <summary>The heading as the file spells it.</summary>
    public string Field { get; init; } = "";
}

/// <summary>A series with what is released of it and what a file now says.</summary>
public sealed record DeliveredSeries
{
    public required SeriesKey Key { get; init; }

    /// <summary>How it is counted: decimals, rounding, and whether it is a running count.</summary>
    public required Variant Variant { get; init; }

    /// <summary>True for shares of a hundred.</summary>
    public bool Percent { get; init; }

    /// <summary>First days of new ways of counting, ascending: a step across one of them may be as large as a doubling.</summary>
    public IReadOnlyList<DateOnly> Breaks { get; init; } = [];

    /// <summary>Raw values as of the latest release, ordered by period, each period once; empty where the series is new.</summary>
    public required IReadOnlyList<KnownValue> Released { get; init; }

    /// <summary>What the file says, ordered by period, each period once. Values equal to the released ones may stand here; they are not judged.</summary>
    public required IReadOnlyList<DeliveredValue> Delivered { get; init; }
}
