namespace Lagebild.Statistics;

/// <summary>What values are broken down by: <c>sex</c>, <c>age</c>, <c>citizenship</c> ... A dimension left out of a breakdown means total.</summary>
public sealed record Dimension
{
    /// <summary>Lower case with hyphens, as in a <see cref="Breakdown"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Position among the dimensions, from 1.</summary>
    public int Order { get; init; }

    /// <summary>The level of regions whose codes are codes of this dimension too (citizenship, origin: countries); null where there are none.</summary>
    public RegionLevel? Regions { get; init; }

    /// <summary>The codes that occur, ordered by <see cref="DimensionCode.Order"/>, then code. The total has none.</summary>
    public IReadOnlyList<DimensionCode> Codes { get; init; } = [];
}

/// <summary>One code of a dimension.</summary>
public sealed record DimensionCode
{
    /// <summary>Unique within its dimension.</summary>
    public required string Code { get; init; }

    /// <summary>The code of the same dimension that contains this one, so that they are never added together; null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>Position for readers, from 1; 0 where pages sort by name.</summary>
    public int Order { get; init; }
}
