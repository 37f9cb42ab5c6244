namespace Lagebild.Web.Texts;

/// <summary>The page of one value.</summary>
public sealed record FigureWords
{
    public required string Title { get; init; }
    public required string Series { get; init; }
    public required string Indicator { get; init; }
    public required string Variant { get; init; }
    public required string Region { get; init; }
    public required string Breakdown { get; init; }
    public required string Period { get; init; }
    public required string Frequency { get; init; }
    public required string Feed { get; init; }
    public required string Status { get; init; }
    public required string Ordinary { get; init; }
    public required string SourceFlag { get; init; }
    public required string RowSource { get; init; }
    public required string Note { get; init; }
    public required string Delivery { get; init; }
    public required string File { get; init; }
    public required string Size { get; init; }
    public required string Bytes { get; init; }
    public required string Retrieved { get; init; }
    public required string Profile { get; init; }
    public required string Line { get; init; }
    public required string Field { get; init; }
    public required string LineText { get; init; }
    public required string LineNotShown { get; init; }
    public required string History { get; init; }
    public required string HistoryCaption { get; init; }
    public required string HistoryFrom { get; init; }
    public required string HistoryTo { get; init; }
    public required string HistoryCurrent { get; init; }
    public required string HistoryValue { get; init; }
    public required string Withdrawn { get; init; }
    public required string Disclosure { get; init; }
    public required string PublisherRounds { get; init; }
    public required string PublisherDoesNotRound { get; init; }
    public required string ToChart { get; init; }
    public required string Citation { get; init; }
    public required string Permanent { get; init; }
}
