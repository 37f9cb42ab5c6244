namespace Lagebild.Statistics;

/// <summary>A value someone answerable said is to be reached. Its name is a text of the catalogue.</summary>
public sealed record Target
{
    /// <summary>Lower case with hyphens.</summary>
    public required string Code { get; init; }

    public required string Indicator { get; init; }

    /// <summary>The way of counting it is measured by; null where the source does not say.</summary>
    public string? Variant { get; init; }

    public required string Region { get; init; }

    /// <summary><see cref="Statistics.Breakdown.Key"/>; empty for the total.</summary>
    public string Breakdown { get; init; } = "";

    /// <summary>The value it starts from; null where the source gives none.</summary>
    public TargetBase? Base { get; init; }

    /// <summary>The day it was set or published on, as precise as the source: its month's last day where only the month is known.</summary>
    public required DateOnly Set { get; init; }

    /// <summary>The day by which it is to be reached; null where the source names none.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Whole number scaled by the decimals of the variant, or of the indicator's unit where no variant is named (none).</summary>
    public required long Value { get; init; }

    /// <summary>Parliamentary paper, as cited; null where there is none: the source stands in its place.</summary>
    public string? Paper { get; init; }

    /// <summary>Address of the text it can be read in.</summary>
    public required string Source { get; init; }

    /// <summary>Who answers for it, by official name in its own language.</summary>
    public required string Owner { get; init; }
}

/// <summary>What a target starts from.</summary>
public sealed record TargetBase
{
    /// <summary>In the unit of <see cref="Target.Value"/>.</summary>
    public required long Value { get; init; }

    public required DateOnly Day { get; init; }
}
