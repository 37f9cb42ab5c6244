namespace Lagebild.Statistics;

/// <summary>Why an indicator has no figure for a region, as the office answerable explains it. Its words are texts of the catalogue.</summary>
public sealed record GapReason
{
    /// <summary>Lower case with hyphens.</summary>
    public required string Code { get; init; }

    public required string Indicator { get; init; }

    /// <summary>The region it holds for, without those within it.</summary>
    public required string Region { get; init; }

    /// <summary>First and last day without a figure, both included; null where open.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Never <see cref="MissingReason.None"/>.</summary>
    public required MissingReason Reason { get; init; }

    /// <summary>Whether it explains a period without a figure: it lies wholly within the days named.</summary>
    public bool Explains(Period period) => !(period.Start < From) && !(period.End > To);
}
