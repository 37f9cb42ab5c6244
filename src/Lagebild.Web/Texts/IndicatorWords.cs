namespace Lagebild.Web.Texts;

/// <summary>List, topic and page of an indicator.</summary>
public sealed record IndicatorWords
{
    public required string ListTitle { get; init; }
    public required string ListLead { get; init; }
    public required string Denominators { get; init; }
    public required Plural Covered { get; init; }
    public required string Until { get; init; }
    public required string NoDataYet { get; init; }
    public required string NoData { get; init; }
    public required string NoDataAtAll { get; init; }
    public required string ShowAll { get; init; }
    public required string SideBySide { get; init; }
    public required string SideBySideLead { get; init; }
    public required string Source { get; init; }
    public required string Press { get; init; }
    public required string AlsoReported { get; init; }
    public required string AllReports { get; init; }
    public required string AlsoCounted { get; init; }
    public required Plural MoreWays { get; init; }
    public required string RoundedTo { get; init; }
    public required string Svg { get; init; }
    public required string Data { get; init; }
    public required string PermanentAddress { get; init; }
    public required Plural Table { get; init; }
    public required string Period { get; init; }
    public required string Day { get; init; }
    public required string FigureOf { get; init; }
    public required string KeyOfSigns { get; init; }
    public required string Choose { get; init; }
    public required string ChooseRegions { get; init; }
    public required Plural Districts { get; init; }
    public required Plural DistrictsGermany { get; init; }
    public required Plural DistrictsPoland { get; init; }
    public required string OtherRegions { get; init; }
    public required string Variant { get; init; }
    public required string AnyVariant { get; init; }
    public required string Breakdown { get; init; }
    public required string Total { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required string Earliest { get; init; }
    public required string LatestPeriod { get; init; }
    public required string Frequency { get; init; }
    public required string AnyFrequency { get; init; }
    public required string Chart { get; init; }
    public required string AnyChart { get; init; }
    public required string Line { get; init; }
    public required string Bar { get; init; }
    public required string Column { get; init; }
    public required string Show { get; init; }
    public required string Definition { get; init; }
    public required string NotCounted { get; init; }
    public required string Kind { get; init; }
    public required string Flow { get; init; }
    public required string Stock { get; init; }
    public required string Ratio { get; init; }
    public required string Unit { get; init; }
    public required string Rounding { get; init; }
    public required string NotRounded { get; init; }
    public required string Population { get; init; }
    public required string Coverage { get; init; }
    public required string LegalRegime { get; init; }
    public required string Cumulative { get; init; }
    public required string Variants { get; init; }
    public required string VariantsCaption { get; init; }
    public required string Span { get; init; }
    public required string Breaks { get; init; }
    public required string Targets { get; init; }
    public required string TargetDue { get; init; }
    public required string TargetSet { get; init; }
    public required string TargetPaper { get; init; }
    public required string TargetOwner { get; init; }
    public required string TargetSource { get; init; }
    public required string Related { get; init; }
    public required string WhereFrom { get; init; }
    public required string WhereFromLead { get; init; }
    public required string NoteBreak { get; init; }
    public required string AllShown { get; init; }
    public required string NoteThinnedMonth { get; init; }
    public required string NoteThinnedWeek { get; init; }
    public required string DailyView { get; init; }
    public required string NoteComputed { get; init; }
    public required string NoteChange { get; init; }
    public required string NoteMissing { get; init; }
    public required string NoteConfidential { get; init; }
    public required string NoteLatestDiffer { get; init; }
    public required string NoteInterval { get; init; }

    /// <summary>{0} regions with value and period.</summary>
    public required string NoteApart { get; init; }
    public required string NotePress { get; init; }
    public required string PerInhabitants { get; init; }
    public required string PerInhabitantsUnit { get; init; }
    public required string PerInhabitantsNote { get; init; }
    public required string PerHundredThousand { get; init; }
    public required string PerHundredThousandUnit { get; init; }

    /// <summary>{0} the least that would be written.</summary>
    public required string PerInhabitantsBelow { get; init; }

    /// <summary>{0} day of the population, {1} who publishes it.</summary>
    public required string PerInhabitantsBasis { get; init; }
    public required string PerInhabitantsOwnBasis { get; init; }

    /// <summary>{0} the indicator, {1} per how many.</summary>
    public required string PerInhabitantsUnranked { get; init; }
    public required string FrequencyD { get; init; }
    public required string FrequencyW { get; init; }
    public required string FrequencyM { get; init; }
    public required string FrequencyQ { get; init; }
    public required string FrequencyS { get; init; }
    public required string FrequencyA { get; init; }
    public required string FrequencyI { get; init; }
}
