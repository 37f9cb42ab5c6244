namespace Lagebild.Web.Texts;

/// <summary>What is said of series that are compared: the verdict, and each reason as regions, what differs, what it does to the reading.</summary>
public sealed record VerdictWords
{
    public required string Comparable { get; init; }
    public required string WithReservations { get; init; }
    public required string NotComparable { get; init; }
    public required string ComparableLead { get; init; }
    public required string WithReservationsLead { get; init; }
    public required string NotComparableLead { get; init; }
    public required string Panels { get; init; }

    /// <summary>{0} regions, {1} what holds of them.</summary>
    public required string Side { get; init; }
    public required string KindFlow { get; init; }
    public required string KindStock { get; init; }
    public required string KindRatio { get; init; }
    public required string KindEffect { get; init; }
    public required string Running { get; init; }
    public required string Current { get; init; }
    public required string RunningEffect { get; init; }
    public required string CurrencyEffect { get; init; }
    public required string UnitEffect { get; init; }
    public required string PopulationEffect { get; init; }
    public required string PartEffect { get; init; }
    public required string BreakdownEffect { get; init; }
    public required string TerritoryEffect { get; init; }
    public required string ReferenceDay { get; init; }
    public required string ReferenceAverage { get; init; }
    public required string ReferencePeak { get; init; }
    public required string ReferenceEffect { get; init; }
    public required string IntervalEffect { get; init; }
    public required string IntervalStockEffect { get; init; }
    public required string TimeEffect { get; init; }
    public required string TimeFarEffect { get; init; }

    /// <summary>{0} to what.</summary>
    public required string Rounded { get; init; }
    public required string NotRounded { get; init; }

    /// <summary>{0} the largest of what is rounded to.</summary>
    public required string RoundingEffect { get; init; }
    public required string LegalEffect { get; init; }
    public required string CoverageWhole { get; init; }
    public required string CoverageEffect { get; init; }

    /// <summary>{0} day, {1} way of counting.</summary>
    public required string Denominator { get; init; }
    public required string DenominatorEffect { get; init; }
    public required string Press { get; init; }
    public required string Official { get; init; }
    public required string PressEffect { get; init; }

    /// <summary>{0} first day, {1} name of the break.</summary>
    public required string Break { get; init; }
    public required string BreakEffect { get; init; }

    /// <summary>{0} how many.</summary>
    public required Plural Withheld { get; init; }
    public required string WithheldEffect { get; init; }

    /// <summary>{0} how many.</summary>
    public required Plural Missing { get; init; }
    public required string MissingEffect { get; init; }

    /// <summary>{0} word of the status.</summary>
    public required string Flagged { get; init; }
    public required string FlaggedEffect { get; init; }
    public required string UnreliableEffect { get; init; }
    public required string Empty { get; init; }
    public required string EmptyEffect { get; init; }
}
