namespace Lagebild.Web.Texts;

/// <summary>The signs of a source in words.</summary>
public sealed record SourceFlagWords
{
    /// <summary>{0} sign, {1} meaning, {2} regions and periods.</summary>
    public required string Known { get; init; }

    /// <summary>{0} sign, {1} regions and periods.</summary>
    public required string Unknown { get; init; }
    public required string BreakInSeries { get; init; }
    public required string DefinitionDiffers { get; init; }
    public required string EstimatedBySource { get; init; }
    public required string ProvisionalBySource { get; init; }
    public required string EurostatEstimate { get; init; }
    public required string Unreliable { get; init; }
    public required string Withheld { get; init; }
    public required string NotSignificant { get; init; }
    public required string DoesNotApply { get; init; }
}
