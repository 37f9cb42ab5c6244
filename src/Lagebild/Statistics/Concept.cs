namespace Lagebild.Statistics;

/// <summary>
/// A term of German law or administration and what comes closest to it in Poland: never an equation. What the term means, the closest
/// equivalent and what differs are texts of the catalogue (<c>term</c>, <c>equivalent</c>, <c>differs</c>).
/// </summary>
public sealed record Concept
{
    /// <summary>Lower case with hyphens.</summary>
    public required string Code { get; init; }

    /// <summary>Position among the concepts, from 1.</summary>
    public int Order { get; init; }

    /// <summary>The indicators whose figures count by the term, or by its equivalent, in the order to show them.</summary>
    public IReadOnlyList<string> Indicators { get; init; } = [];

    public required ConceptSide German { get; init; }

    /// <summary>Null where Poland has nothing that comes close.</summary>
    public ConceptSide? Polish { get; init; }
}

/// <summary>One country's side of a concept, in the country's own words.</summary>
public sealed record ConceptSide
{
    /// <summary>As law or administration calls it; never translated.</summary>
    public required string Term { get; init; }

    /// <summary>Its legal basis, as it is cited in its own language.</summary>
    public required string Law { get; init; }

    /// <summary>Address where it can be read.</summary>
    public required string Source { get; init; }
}
