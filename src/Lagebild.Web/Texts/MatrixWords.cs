namespace Lagebild.Web.Texts;

/// <summary>The delivery matrix of the workbench, and its reminders.</summary>
public sealed record MatrixWords
{
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string Region { get; init; }
    public required string UpperRegions { get; init; }
    public required string Only { get; init; }
    public required string Show { get; init; }
    public required string Nothing { get; init; }
    public required string NothingOpen { get; init; }
    public required string Caption { get; init; }
    public required string Draft { get; init; }
    public required string MeansDraft { get; init; }
    public required string RemindOf { get; init; }
    public required Plural Remind { get; init; }
    public required string RemindedOn { get; init; }
    public required string NothingChosen { get; init; }
    public required string Already { get; init; }
    public required Plural Made { get; init; }
    public required string Reminders { get; init; }
    public required string Reminder { get; init; }
    public required string Nobody { get; init; }
    public required string Mail { get; init; }
    public required string MailText { get; init; }
    public required string Subject { get; init; }
    public required string Body { get; init; }
    public required string Line { get; init; }
}
