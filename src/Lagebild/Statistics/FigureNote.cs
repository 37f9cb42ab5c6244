namespace Lagebild.Statistics;

/// <summary>
/// A note of an editor on figures. It holds where all it names holds; what is left out does not narrow. Its words are texts of the catalogue.
/// </summary>
public sealed record FigureNote
{
    /// <summary>Lower case with hyphens.</summary>
    public required string Code { get; init; }

    /// <summary>Null for every indicator.</summary>
    public string? Indicator { get; init; }

    /// <summary>Null for every way of counting.</summary>
    public string? Variant { get; init; }

    /// <summary>The region it holds for, with all within it; null for all.</summary>
    public string? Region { get; init; }

    /// <summary><see cref="Statistics.Breakdown.Key"/> of the parts a series must have, among others; empty for every breakdown.</summary>
    public string Breakdown { get; init; } = "";

    /// <summary>First and last day it holds for, both included; null where open.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Whether it names the indicator, way of counting and breakdown of a series, or leaves them open; the region is asked of the catalogue.</summary>
    public bool Concerns(SeriesKey key) =>
        (Indicator is null || Indicator == key.Indicator)
        && (Variant is null || Variant == key.Variant)
        && (Breakdown.Length == 0 || Has(Statistics.Breakdown.Parse(key.Breakdown)));

    /// <summary>Whether a period lies at least partly within its days.</summary>
    public bool Holds(Period period) => !(period.End < From) && !(period.Start > To);

    private bool Has(Breakdown? shown) => shown is not null && Statistics.Breakdown.Parse(Breakdown)!.Parts.All(p => shown[p.Key] == p.Value);
}
