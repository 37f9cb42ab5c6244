namespace Lagebild.Web.Texts;

/// <summary>Search and its form.</summary>
public sealed record SearchWords
{
    public required string Title { get; init; }

    /// <summary>{0} what was asked for.</summary>
    public required string TitleFor { get; init; }
    public required string Label { get; init; }
    public required string Hint { get; init; }
    public required string Button { get; init; }
    public required Plural Found { get; init; }

    /// <summary>{0} how many are shown.</summary>
    public required string FirstShown { get; init; }
    public required string SomeWords { get; init; }

    /// <summary>{0} what was asked for.</summary>
    public required string Nothing { get; init; }
    public required string DidYouMean { get; init; }

    /// <summary>{0} name of the region.</summary>
    public required string InRegion { get; init; }
    public required string All { get; init; }
    public required string Suggestions { get; init; }
    public required string Tips { get; init; }
    public required string Topic { get; init; }
    public required string Indicator { get; init; }
    public required string Region { get; init; }
    public required string View { get; init; }
    public required string Concept { get; init; }
    public required string Page { get; init; }
    public required string Source { get; init; }
    public required string Dimension { get; init; }
    public required string Example1 { get; init; }
    public required string Example2 { get; init; }
    public required string Example3 { get; init; }
}
