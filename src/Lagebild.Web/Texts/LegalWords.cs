namespace Lagebild.Web.Texts;

/// <summary>What only the operator can say: imprint, privacy, accessibility, plain language, sign language.</summary>
public sealed record LegalWords
{
    public required string Missing { get; init; }
    public required string MissingLanguage { get; init; }
    public required string NoCookies { get; init; }
    public required string AccessibilityBuilt { get; init; }
    public required string Feedback { get; init; }
    public required string NoFeedback { get; init; }
    public required string Video { get; init; }
    public required string VideoOtherLanguage { get; init; }
    public required string VideoElsewhere { get; init; }
}
