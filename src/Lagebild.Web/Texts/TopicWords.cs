namespace Lagebild.Web.Texts;

/// <summary>Page of a topic.</summary>
public sealed record TopicWords
{
    public required string Lead { get; init; }
    public required string ToIndicator { get; init; }
    public required string WithoutData { get; init; }
}
