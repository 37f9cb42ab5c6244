namespace Lagebild.Web.Texts;

/// <summary>The page that compares regions.</summary>
public sealed record CompareWords
{
    public required string Title { get; init; }

    /// <summary>{0} what, {1} which regions.</summary>
    public required string Heading { get; init; }
    public required Plural RegionsCompared { get; init; }

    /// <summary>Two indicators.</summary>
    public required string And { get; init; }
    public required Plural Several { get; init; }
    public required string FirstChoice { get; init; }
    public required string ChosenForSpan { get; init; }
    public required string Permanent { get; init; }
    public required string OnlyOne { get; init; }
    public required string Nothing { get; init; }

    /// <summary>{0} regions.</summary>
    public required string NotDrawn { get; init; }

    /// <summary>{0} indicator.</summary>
    public required string NoFigure { get; init; }

    /// <summary>{0} indicator, {1} years.</summary>
    public required string OtherYears { get; init; }

    /// <summary>{0} indicator.</summary>
    public required string CountedOtherwise { get; init; }

    /// <summary>{0} indicator, {1} measure, {2} a sentence that says why.</summary>
    public required string WithoutMeasure { get; init; }
    public required string Panels { get; init; }
    public required string Definitions { get; init; }
    public required string Form { get; init; }

    /// <summary>{0} how many.</summary>
    public required string Regions { get; init; }
    public required string Countries { get; init; }
    public required string Lands { get; init; }
    public required string Kreise { get; init; }
    public required string Powiats { get; init; }
    public required string WithoutFigure { get; init; }
    public required string Indicator { get; init; }
    public required string Another { get; init; }
    public required string NoOther { get; init; }
    public required string Measure { get; init; }
    public required string Kind { get; init; }
    public required Plural NotOffered { get; init; }

    /// <summary>{0} measure, {1} why.</summary>
    public required string MeasureRefused { get; init; }
    public required string Show { get; init; }
    public required string How { get; init; }
    public required string HowText { get; init; }
    public required string Starts { get; init; }
    public required string StartsLead { get; init; }
    public required string PerYear { get; init; }
    public required string PerYearLead { get; init; }
    public required string CompareThis { get; init; }
    public required string CompareRate { get; init; }
    public required string CsvAll { get; init; }

    /// <summary>{0} regions, {1} span, {2} day, {3} way of counting.</summary>
    public required string PopulationNote { get; init; }
    public required string PopulationsNote { get; init; }

    /// <summary>{0} regions, years and shares.</summary>
    public required string KeyNote { get; init; }

    /// <summary>{0} period.</summary>
    public required string BaseNote { get; init; }

    /// <summary>{0} regions with the places meant.</summary>
    public required string PlacesNote { get; init; }
    public required string Breaks { get; init; }
    public required string BreaksLead { get; init; }
    public required string NotCountedInPeople { get; init; }
}
