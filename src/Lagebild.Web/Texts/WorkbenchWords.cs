namespace Lagebild.Web.Texts;

/// <summary>What frames every page of the workbench.</summary>
public sealed record WorkbenchWords
{
    public required string Name { get; init; }
    public required string Start { get; init; }
    public required string Deliveries { get; init; }
    public required string Feeds { get; init; }
    public required string HandIn { get; init; }
    public required string Tokens { get; init; }
    public required string Releases { get; init; }
    public required string Audit { get; init; }
    public required string Entry { get; init; }
    public required string Matrix { get; init; }
    public required string People { get; init; }
    public required string ToSite { get; init; }
    public required string NotPublic { get; init; }
    public required string Texts { get; init; }
}
