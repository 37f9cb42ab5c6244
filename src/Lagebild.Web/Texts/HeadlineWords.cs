namespace Lagebild.Web.Texts;

/// <summary>Findings above charts: made by rule from the values.</summary>
public sealed record HeadlineWords
{
    /// <summary>{0} region, {1} when, {2} value with unit, {3} how many regions, {4} the region as a place.</summary>
    public required string Most { get; init; }
    public required Plural Regions { get; init; }

    /// <summary>{0} first region, {1} its value with unit, {2} second region, {3} its value, {4} when, {5} {6} the regions as places.</summary>
    public required string Two { get; init; }

    /// <summary>{0} region, {1} when, {2} value with unit, {4} the region as a place.</summary>
    public required string One { get; init; }

    /// <summary>As One, {3} the change.</summary>
    public required string Up { get; init; }
    public required string Down { get; init; }
    public required string Unchanged { get; init; }

    /// <summary>As Most, Two and One for a ratio, whose name stands before.</summary>
    public required string MostRatio { get; init; }
    public required string TwoRatio { get; init; }
    public required string OneRatio { get; init; }

    /// <summary>As Most and Two where the catalogue does not say how a region is said as a place.</summary>
    public required string MostNamed { get; init; }
    public required string TwoNamed { get; init; }
    public required string Nothing { get; init; }
    public required string Flagged { get; init; }
}
