namespace Lagebild.Web.Texts;

/// <summary>The bridge between German and Polish terms.</summary>
public sealed record ConceptWords
{
    public required string Lead { get; init; }
    public required string Contents { get; init; }
    public required string Germany { get; init; }
    public required string Poland { get; init; }
    public required string LegalBasis { get; init; }
    public required string ReadAt { get; init; }
    public required string InYourLanguage { get; init; }
    public required string NoEquivalent { get; init; }
    public required string Differs { get; init; }
    public required string Indicators { get; init; }
    public required string OfIndicator { get; init; }
    public required string OfIndicatorLead { get; init; }
}
