namespace Lagebild.Charts;

/// <summary>Occupied against usable and nominal places, a row for each region, period or kind of accommodation.</summary>
public sealed record CapacitySpec : Caption
{
    /// <summary>The unit as it stands above the bars: places.</summary>
    public required string Unit { get; init; }

    /// <summary>Decimal places of all values.</summary>
    public int Decimals { get; init; }

    /// <summary>
    /// The sources give shares in percent and no places: <see cref="CapacityRow.Occupied"/> is the occupancy, the other two stay null, and one line through all rows
    /// stands where all places are occupied.
    /// </summary>
    public bool IsPercent { get; init; }

    /// <summary>In the order they are to be listed.</summary>
    public required IReadOnlyList<CapacityRow> Rows { get; init; }
}

/// <summary>
/// What is occupied of what there is. A null or a value without a number is said to be missing, never guessed. The occupancy written beside it is computed: of the
/// usable places, of the nominal ones where the usable are not known.
/// </summary>
public sealed record CapacityRow
{
    /// <summary>Name of the region, period or kind of accommodation.</summary>
    public required string Name { get; init; }

    public ChartValue? Occupied { get; init; }

    public ChartValue? Usable { get; init; }

    public ChartValue? Nominal { get; init; }

    /// <summary>Into <see cref="Caption.Notes"/>, from 1: how this row counts otherwise than the others; null for none.</summary>
    public int? Note { get; init; }
}
