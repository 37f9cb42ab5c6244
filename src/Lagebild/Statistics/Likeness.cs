namespace Lagebild.Statistics;

/// <summary>Which feature of a way of counting a <see cref="Likeness"/> speaks of.</summary>
public enum Feature
{
    /// <summary><see cref="Variant.PopulationCounted"/>.</summary>
    Population,

    /// <summary><see cref="Variant.LegalRegime"/>.</summary>
    LegalRegime,

    /// <summary><see cref="Variant.Unit"/>.</summary>
    Unit,
}

/// <summary>
/// What two codes of one feature have to do with each other where they are not the same. Codes that no likeness names together are as strict rules say: other people
/// or another unit can't be compared, another law is a reservation. What the difference does to the reading is a text of the catalogue (<c>effect</c>).
/// </summary>
public sealed record Likeness
{
    /// <summary>Lower case with hyphens.</summary>
    public required string Code { get; init; }

    public required Feature Feature { get; init; }

    /// <summary>Two codes, in any order; where <see cref="Part"/> is set, the part first, then the whole.</summary>
    public required IReadOnlyList<string> Of { get; init; }

    public required VerdictLevel Level { get; init; }

    /// <summary>True where the first is contained in the second.</summary>
    public bool Part { get; init; }

    /// <summary>Whether it speaks of two codes of a feature, in either order.</summary>
    public bool Joins(Feature feature, string? left, string? right) =>
        Feature == feature && left is not null && right is not null && left != right && Of.Contains(left) && Of.Contains(right);
}

/// <summary>Whether values may be read beside one another, from good to bad.</summary>
public enum VerdictLevel
{
    /// <summary>Counted alike.</summary>
    Comparable,

    /// <summary>In one chart, with what differs beside it in words.</summary>
    WithReservations,

    /// <summary>Never in one chart: separate panels, with the definitions side by side.</summary>
    NotComparable,
}
