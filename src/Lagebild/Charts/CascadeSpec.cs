namespace Lagebild.Charts;

/// <summary>What stays from step to step: registered, staying after distribution, in need of accommodation, accommodated.</summary>
public sealed record CascadeSpec : Caption
{
    /// <summary>The unit as it stands above the bars: persons.</summary>
    public required string Unit { get; init; }

    /// <summary>Decimal places of all values.</summary>
    public int Decimals { get; init; }

    /// <summary>From the first to the last; those without a figure too.</summary>
    public required IReadOnlyList<CascadeStep> Steps { get; init; }
}

/// <summary>One step: who stays, and who left since the step before.</summary>
public sealed record CascadeStep
{
    /// <summary>Who is counted: <c>In need of accommodation</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How many stay; without a number the step is a stub.</summary>
    public required ChartValue Stays { get; init; }

    /// <summary>Who left since the step before, in words that follow a number: <c>distributed to other Länder</c>; null for the first step.</summary>
    public string? LeftWords { get; init; }

    /// <summary>
    /// How many left, where the source says; null: the difference to the step before, written as computed, where both have a plain value and are counted alike.
    /// </summary>
    public ChartValue? Left { get; init; }

    /// <summary>Counted otherwise than the step before (another population, variant or source): no part is drawn as having left, and no difference computed.</summary>
    public bool IsCountedOtherwise { get; init; }

    /// <summary>Into <see cref="Caption.Notes"/>, from 1; null for none.</summary>
    public int? Note { get; init; }
}
