namespace Lagebild.Web.Texts;

/// <summary>Page of a topic.</summary>
public sealed record TopicWords
{
    public required string Lead { get; init; }
    public required string ToIndicator { get; init; }
    public required string WithoutData { get; init; }
    public required string Contents { get; init; }
    public required string Views { get; init; }
    public required string Deliveries { get; init; }
}
