namespace Lagebild.Web.Texts;

/// <summary>The two printed pages about a region or a topic.</summary>
public sealed record BriefingWords
{
    /// <summary>Kind of document, after the name of the region or topic: {0} name.</summary>
    public required string Title { get; init; }
    public required string Indicator { get; init; }
    public required string Value { get; init; }
    public required string Change { get; init; }
    public required string When { get; init; }
    public required string FiguresNote { get; init; }
    public required string Reservations { get; init; }

    /// <summary>Indicators without a figure.</summary>
    public required string Missing { get; init; }

    /// <summary>{0} names, separated by semicolons.</summary>
    public required string MissingLead { get; init; }

    /// <summary>Further ones, not named.</summary>
    public required Plural MissingMore { get; init; }
    public required string Sources { get; init; }

    /// <summary>{0} publisher, {1} data set, {2} licence.</summary>
    public required string Source { get; init; }
    public required string TopicEmpty { get; init; }

    /// <summary>{0} of {1}.</summary>
    public required string PageNumber { get; init; }
}
