namespace Lagebild.Web.Texts;

/// <summary>Imprint, privacy, accessibility.</summary>
public sealed record LegalWords
{
    public required string Missing { get; init; }
    public required string MissingLanguage { get; init; }
    public required string NoCookies { get; init; }
    public required string AccessibilityBuilt { get; init; }
    public required string Feedback { get; init; }
    public required string NoFeedback { get; init; }
}
