namespace Lagebild.Statistics;

/// <summary>Levels of places. <see cref="Land"/> is a Land or a voivodeship; "region" never means a level.</summary>
public enum RegionLevel
{
    World,
    Country,
    Land,
    District,
    Municipality,
}

/// <summary>
/// Any place. Code: world <c>W</c>; country ISO 3166-1 alpha-3 (<c>DEU</c>); Land or voivodeship ISO 3166-2 (<c>DE-HH</c>, <c>PL-22</c>);
/// Kreis <c>DE-</c> + 5-digit AGS, powiat <c>PL-</c> + 4-digit TERYT; municipalities likewise with 8 and 7 digits.
/// </summary>
public sealed record Region
{
    public required string Code { get; init; }

    public required RegionLevel Level { get; init; }

    /// <summary>Code of the place around it; null for the world.</summary>
    public string? Parent { get; init; }

    /// <summary>HH, SH, MV, ZP, PM, WM, DE, PL, EU: the label and colour in charts; null for all others.</summary>
    public string? Label { get; init; }

    /// <summary>The NUTS-3 unit that contains a powiat, which shares it with others; null for all other places.</summary>
    public string? Nuts3 { get; init; }

    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day it existed; null while it exists.</summary>
    public DateOnly? ValidTo { get; init; }

    public IReadOnlyList<string> Predecessors { get; init; } = [];

    /// <summary>Codes and names other systems use, by scheme (<c>ags</c>, <c>teryt7</c>, <c>nuts</c>, <c>eurostat</c>, <c>unhcr</c>, <c>iso2</c>, <c>name</c>, ...).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Aliases { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
