namespace Lagebild.Web.Texts;

/// <summary>Where the data comes from.</summary>
public sealed record SourceWords
{
    public required string Templates { get; init; }
    public required string TemplatesLead { get; init; }
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string Contents { get; init; }
    public required string Publisher { get; init; }
    public required string Licence { get; init; }
    public required string Citation { get; init; }
    public required string Address { get; init; }
    public required string Contact { get; init; }
    public required string Rhythm { get; init; }
    public required string ClosedSeries { get; init; }
    public required string NextDue { get; init; }
    public required string NextDueText { get; init; }
    public required string Overdue { get; init; }
    public required string LastDelivery { get; init; }
    public required string NoDelivery { get; init; }
    public required string Sha256 { get; init; }
    public required Plural Values { get; init; }
    public required Plural Records { get; init; }
    public required string Findings { get; init; }
    public required Plural Errors { get; init; }
    public required Plural Warnings { get; init; }
    public required Plural Notices { get; init; }
    public required string State { get; init; }
    public required string StateReleased { get; init; }
    public required string StateWithdrawn { get; init; }
    public required string Press { get; init; }
    public required string Disclosure { get; init; }
    public required string DisclosurePublisher { get; init; }
    public required string DisclosureOurs { get; init; }
    public required string Covers { get; init; }
    public required string Releases { get; init; }
    public required string ReleasesCaption { get; init; }
    public required string KindCatalogue { get; init; }
    public required string KindWithdrawal { get; init; }
    public required string KindRestoration { get; init; }
    public required string KindDelivery { get; init; }
}
