namespace Lagebild.Web.Texts;

/// <summary>Computed figures: the measures, what they are made of, why there is none, and what is to be said beside one.</summary>
public sealed record DerivedWords
{
    public required string Title { get; init; }
    public required string Lead { get; init; }

    /// <summary>{0} how many.</summary>
    public required Plural PartsLead { get; init; }
    public required string PartsCaption { get; init; }
    public required string Role { get; init; }
    public required string Calculation { get; init; }
    public required string Rounded { get; init; }
    public required string KeyBeside { get; init; }
    public required string MeasureValue { get; init; }
    public required string MeasureTotal { get; init; }
    public required string MeasurePerThousand { get; init; }
    public required string MeasurePerHundredThousand { get; init; }
    public required string MeasureCountryShare { get; init; }
    public required string MeasureChangeOnPrevious { get; init; }
    public required string MeasureChangeOnYear { get; init; }
    public required string MeasureIndex { get; init; }
    public required string MeasurePeriodSum { get; init; }
    public required string MeasureOccupancy { get; init; }
    public required string MeasureIncrease { get; init; }
    public required string MeasureWomenShare { get; init; }
    public required string MeasureConverted { get; init; }
    public required string WithoutPartMissing { get; init; }
    public required string WithoutWithheld { get; init; }
    public required string WithoutNoPopulation { get; init; }
    public required string WithoutBreak { get; init; }
    public required string WithoutNotAFlow { get; init; }
    public required string WithoutInterval { get; init; }
    public required string WithoutIncomplete { get; init; }
    public required string WithoutNotCumulative { get; init; }
    public required string WithoutNoBase { get; init; }
    public required string WithoutNoPlaces { get; init; }
    public required string WithoutNoRate { get; init; }
    public required string WithoutCountedDifferently { get; init; }
    public required string RemarkRunningCountFell { get; init; }
    public required string RemarkPopulationOfAnotherYear { get; init; }
    public required string RemarkConverted { get; init; }
    public required string RemarkRoundedParts { get; init; }
    public required string RemarkWithinRounding { get; init; }
    public required string PartValue { get; init; }
    public required string PartPart { get; init; }
    public required string PartPopulation { get; init; }
    public required string PartCountry { get; init; }
    public required string PartEarlier { get; init; }
    public required string PartLater { get; init; }
    public required string PartBase { get; init; }
    public required string PartOccupied { get; init; }
    public required string PartUsable { get; init; }
    public required string PartNominal { get; init; }
    public required string PartWomen { get; init; }
    public required string PartMen { get; init; }
    public required string PartAll { get; init; }
    public required string PartRate { get; init; }
    public required string UnitChange { get; init; }
    public required string UnitPoints { get; init; }
    public required string UnitIndex { get; init; }
}
