namespace Lagebild.Statistics;

/// <summary>A part of clause 3c; <see cref="Integration"/> is 3g with 2g and 4c. In files and addresses in lower case.</summary>
public enum Topic
{
    International,
    Arrivals,
    Accommodation,
    Support,
    Integration,
}

/// <summary>Whether values of an indicator may be added over time.</summary>
public enum IndicatorKind
{
    /// <summary>Events within a period: adds up over periods.</summary>
    Flow,

    /// <summary>A count at a moment: never adds up over periods.</summary>
    Stock,

    /// <summary>A share or rate: adds up over nothing.</summary>
    Ratio,
}

/// <summary>What is measured. Names and definitions are texts of the catalogue, in three languages.</summary>
public sealed record Indicator
{
    /// <summary>Lower case with hyphens, the same in every language, address and format: <c>asylum-applicants</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Null for what only serves as a denominator (population).</summary>
    public Topic? Topic { get; init; }

    public required IndicatorKind Kind { get; init; }

    /// <summary>Each value is a part of a whole, from 0 to 100 percent; false for all else, also for percentages that may lie outside (occupancy, change).</summary>
    public bool Share { get; init; }

    /// <summary>A unit of the catalogue: <c>persons</c>, <c>places</c>, <c>percent</c>, <c>applications</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>The breakdown shown where a reader chose none, as <see cref="Breakdown.Key"/>; empty for the total.</summary>
    public string DefaultBreakdown { get; init; } = "";

    /// <summary>The feed shown first, by region code or level; <c>*</c> for all others. A region without an entry shows the feed with the latest value.</summary>
    public IReadOnlyDictionary<string, string> MainFeeds { get; init; } = new Dictionary<string, string>();

    /// <summary>Position within its topic, from 1.</summary>
    public int Order { get; init; }
}

/// <summary>What moment or stretch of a period a value speaks of; for a stock it turns a year or month into its day.</summary>
public enum Reference
{
    /// <summary>The whole period (flows).</summary>
    During,

    /// <summary>The first day of the period.</summary>
    Start,

    /// <summary>The last day of the period.</summary>
    End,

    /// <summary>The mean over the period.</summary>
    Average,

    /// <summary>The highest value within the period.</summary>
    Peak,

    /// <summary>A day that the file names.</summary>
    Day,
}

/// <summary>
/// How one source counts an indicator. Two series can be compared only by their variants. Unit and decimals never change:
/// a change is a new variant, a new series and a break. What is worded for people (population counted, coverage, legal regime,
/// the source's own definition) are texts of the catalogue; the codes here let programs compare.
/// </summary>
public sealed record Variant
{
    /// <summary>Unique over all indicators: <c>eurostat-asytpsm</c>.</summary>
    public required string Code { get; init; }

    public required string Indicator { get; init; }

    public required string Unit { get; init; }

    /// <summary>Decimal places of the stored whole number: value 1234 with 1 decimal is 123.4.</summary>
    public int Decimals { get; init; }

    public required Reference Reference { get; init; }

    /// <summary>A running count from a fixed day: a fall is a finding, and it is never summed over periods.</summary>
    public bool Cumulative { get; init; }

    /// <summary>What the publisher rounds to, in the variant's unit: 5, 10, 1000; 1 where it does not round.</summary>
    public long RoundedTo { get; init; } = 1;

    /// <summary>Code of who is counted: <c>asylum-and-ukraine</c>, <c>ukraine</c>, <c>asylum</c>, <c>all</c> ...</summary>
    public required string PopulationCounted { get; init; }

    /// <summary>True where it counts only a part of what its indicator names (only people from Ukraine, only first applications): it never stands for the indicator by itself.</summary>
    public bool Part { get; init; }

    /// <summary>Code of the law under which the count is made: <c>asylblg</c>, <c>directive-2001-55</c>, <c>act-2022-03-12</c>; null where none applies.</summary>
    public string? LegalRegime { get; init; }

    /// <summary>
    /// Code of what it leaves out within the regions it names: <c>reporting-districts</c>, <c>private-households</c> ...; null where it leaves out nothing that is known.
    /// In words it is a text of the catalogue.
    /// </summary>
    public string? Coverage { get; init; }

    /// <summary>First and last day the way of counting held; null while open.</summary>
    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    /// <summary>The dimensions a series of this variant may be broken down by, in alphabetical order.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];

    /// <summary>
    /// Where the source publishes no total: for each dimension the codes that, added, make one (they neither overlap nor leave out).
    /// A computed total is shown as computed, with its parts, and never stored.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> AddUpTo { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
