namespace Lagebild.Web.Texts;

/// <summary>First page.</summary>
public sealed record OverviewWords
{
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string KeyFigures { get; init; }
    public required string KeyFiguresCaption { get; init; }
    public required string GlanceNote { get; init; }
    public required string Indicator { get; init; }
    public required string Region { get; init; }
    public required string Value { get; init; }
    public required string Change { get; init; }
    public required string Trend { get; init; }
    public required string When { get; init; }

    /// <summary>{0} a difference of percentages.</summary>
    public required string Points { get; init; }
    public required string OnYear { get; init; }
    public required string OnPrevious { get; init; }
    public required string NoChange { get; init; }
    public required string NothingInTopic { get; init; }
    public required string InPicture { get; init; }
    public required string SixRegions { get; init; }
    public required string Inhabitants { get; init; }
    public required string PopulationNote { get; init; }
    public required string Missing { get; init; }
    public required string MissingLead { get; init; }
    public required string MissingCaption { get; init; }
    public required string None { get; init; }
    public required string AllSources { get; init; }
}
