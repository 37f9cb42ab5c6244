namespace Lagebild.Web.Texts;

/// <summary>Names of the pages besides topics, indicators and regions, and what each is for.</summary>
public sealed record PageWords
{
    public required string Figures { get; init; }
    public required string Understanding { get; init; }
    public required string Following { get; init; }
    public required string About { get; init; }
    public required string OverviewAbout { get; init; }
    public required string IndicatorsAbout { get; init; }
    public required string RegionsAbout { get; init; }
    public required string SourcesAbout { get; init; }
    public required string Concepts { get; init; }
    public required string ConceptsAbout { get; init; }
    public required string Methods { get; init; }
    public required string MethodsAbout { get; init; }
    public required string Deliveries { get; init; }
    public required string DeliveriesAbout { get; init; }
    public required string Calendar { get; init; }
    public required string CalendarAbout { get; init; }
    public required string Corrections { get; init; }
    public required string CorrectionsAbout { get; init; }
    public required string PlainLanguage { get; init; }
    public required string PlainLanguageAbout { get; init; }
    public required string SignLanguage { get; init; }
    public required string SignLanguageAbout { get; init; }
    public required string AccessibilityAbout { get; init; }
    public required string ImprintAbout { get; init; }
    public required string PrivacyAbout { get; init; }
    public required string SiteMap { get; init; }
    public required string SiteMapAbout { get; init; }
    public required string SiteMapLead { get; init; }
    public required string CompareAbout { get; init; }
    public required string TargetsAbout { get; init; }
}
