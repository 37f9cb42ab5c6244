namespace Lagebild.Charts;

/// <summary>One value for each place, on a map of tiles or, where every place of a panel has its boundary, of outlines.</summary>
public sealed record MapSpec : Caption
{
    /// <summary>The unit as it stands beside the limits of the classes.</summary>
    public required string Unit { get; init; }

    /// <summary>Decimal places of the values and of <see cref="Middle"/>.</summary>
    public int Decimals { get; init; }

    /// <summary>Shares in percent: values carry the sign.</summary>
    public bool IsPercent { get; init; }

    /// <summary>A value from which both sides differ in kind (all places occupied, the share of the key): two-sided colours around it; null: from low to high.</summary>
    public long? Middle { get; init; }

    /// <summary>The countries, side by side; on the phone one below the other. All tiles have one size.</summary>
    public required IReadOnlyList<MapPanel> Panels { get; init; }
}

/// <summary>Part of a map.</summary>
public sealed record MapPanel
{
    /// <summary>What it shows: <c>Germany, 24 districts</c>.</summary>
    public required string Name { get; init; }

    /// <summary>In the order in which they are reached by keyboard.</summary>
    public required IReadOnlyList<MapPlace> Places { get; init; }
}

/// <summary>A place with its value.</summary>
public sealed record MapPlace
{
    /// <summary>Two or three letters that stand in the tile.</summary>
    public required string Sign { get; init; }

    /// <summary>Full name, read with the value.</summary>
    public required string Name { get; init; }

    /// <summary>What is outlined together: chart label of the Land or voivodeship (SH), written beside the outline; empty for none.</summary>
    public required string Group { get; init; }

    /// <summary>From 0, left to right, within the panel.</summary>
    public required int Column { get; init; }

    /// <summary>From 0, top to bottom.</summary>
    public required int Row { get; init; }

    /// <summary>Its value; null where nothing is known of it: missing.</summary>
    public ChartValue? Value { get; init; }

    /// <summary>Where the place leads besides its figure: page of the region. A value's own <see cref="ChartValue.Href"/> comes first.</summary>
    public string? Href { get; init; }

    /// <summary>Its boundary; null where none was imported.</summary>
    public MapOutline? Outline { get; init; }
}
