namespace Lagebild.Web.Texts;

/// <summary>Words and signs for what is not simply a value.</summary>
public sealed record StatusWords
{
    public required string Missing { get; init; }
    public required string NotApplicable { get; init; }
    public required string NotYetAvailable { get; init; }
    public required string LowReliability { get; init; }
    public required string Forecast { get; init; }
    public required string Estimated { get; init; }
    public required string Provisional { get; init; }
    public required string LessThanHalfUnit { get; init; }
    public required string Confidential { get; init; }
    public required string NotCollected { get; init; }
    public required string Late { get; init; }
    public required string Refused { get; init; }
    public required string NotPublished { get; init; }
}
