namespace Lagebild.Statistics;

/// <summary>What values are counted in. Its words in each number (one, few, many, other) are texts of the catalogue.</summary>
public sealed record Unit
{
    /// <summary>Lower case: <c>persons</c>, <c>places</c>, <c>percent</c>.</summary>
    public required string Code { get; init; }

    /// <summary>True for a share of a hundred: pages write the sign, and speak of changes in percentage points.</summary>
    public bool Percent { get; init; }

    /// <summary>ISO 4217 code of the currency it is an amount of; null where it is no money.</summary>
    public string? Currency { get; init; }
}
