namespace Lagebild.Web.Texts;

/// <summary>The start page of the workbench.</summary>
public sealed record StartWords
{
    public required string Lead { get; init; }
    public required string Overdue { get; init; }
    public required string DueCount { get; init; }
    public required string WaitCount { get; init; }
    public required string BackCount { get; init; }
    public required string Due { get; init; }
    public required string NothingDue { get; init; }
    public required string Next { get; init; }
    public required string NoRhythm { get; init; }
    public required string NoFeeds { get; init; }
    public required string Feed { get; init; }
    public required string Period { get; init; }
    public required string When { get; init; }
    public required string Todo { get; init; }
    public required string Enter { get; init; }
    public required string Upload { get; init; }
    public required string Arrived { get; init; }
    public required string Reminded { get; init; }
    public required string Waits { get; init; }
    public required string NothingWaits { get; init; }
    public required string ToRelease { get; init; }
    public required string SecondPerson { get; init; }
    public required Plural Answers { get; init; }
    public required string ArrivedOn { get; init; }
    public required string Draft { get; init; }
    public required Plural DraftCells { get; init; }
    public required string Back { get; init; }
    public required string NothingBack { get; init; }
    public required Plural Errors { get; init; }
    public required string Findings { get; init; }
    public required string Returned { get; init; }
    public required string Feeds { get; init; }
}
