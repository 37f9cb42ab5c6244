using Lagebild.Comparison;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Derived;

/// <summary>Measures, reasons and remarks in words.</summary>
public static class DerivedWording
{
    /// <summary>As it stands in a list: <c>je 1.000 Einwohner</c>.</summary>
    public static string Name(this DerivedWords words, Measure measure) => measure switch
    {
        Measure.Value => words.MeasureValue,
        Measure.Total => words.MeasureTotal,
        Measure.PerThousand => words.MeasurePerThousand,
        Measure.PerHundredThousand => words.MeasurePerHundredThousand,
        Measure.CountryShare => words.MeasureCountryShare,
        Measure.ChangeOnPrevious => words.MeasureChangeOnPrevious,
        Measure.ChangeOnYear => words.MeasureChangeOnYear,
        Measure.Index => words.MeasureIndex,
        Measure.PeriodSum => words.MeasurePeriodSum,
        Measure.Occupancy => words.MeasureOccupancy,
        Measure.Increase => words.MeasureIncrease,
        Measure.WomenShare => words.MeasureWomenShare,
        _ => words.MeasureConverted,
    };

    /// <summary>A sentence why a measure has no value; null for <see cref="Without.None"/>.</summary>
    public static string? Sentence(this DerivedWords words, Without why) => why switch
    {
        Without.None => null,
        Without.PartMissing => words.WithoutPartMissing,
        Without.Withheld => words.WithoutWithheld,
        Without.NoPopulation => words.WithoutNoPopulation,
        Without.Break => words.WithoutBreak,
        Without.NotAFlow => words.WithoutNotAFlow,
        Without.Interval => words.WithoutInterval,
        Without.Incomplete => words.WithoutIncomplete,
        Without.NotCumulative => words.WithoutNotCumulative,
        Without.NoBase => words.WithoutNoBase,
        Without.NoPlaces => words.WithoutNoPlaces,
        Without.NoRate => words.WithoutNoRate,
        _ => words.WithoutCountedDifferently,
    };

    /// <summary>A sentence beside a computed value.</summary>
    public static string Sentence(this DerivedWords words, Remark remark) => remark switch
    {
        Remark.RunningCountFell => words.RemarkRunningCountFell,
        Remark.PopulationOfAnotherYear => words.RemarkPopulationOfAnotherYear,
        Remark.Converted => words.RemarkConverted,
        Remark.RoundedParts => words.RemarkRoundedParts,
        _ => words.RemarkWithinRounding,
    };

    /// <summary>What a part is in the calculation; they stand in the order of <see cref="Computed.Parts"/>.</summary>
    public static string Role(this DerivedWords words, Measure measure, IReadOnlyList<Part> parts, int at) => (measure, at) switch
    {
        (Measure.PerThousand or Measure.PerHundredThousand, 1) => words.PartPopulation,
        (Measure.CountryShare, 1) => words.PartCountry,
        (Measure.ChangeOnPrevious or Measure.ChangeOnYear or Measure.Increase, 0) => words.PartEarlier,
        (Measure.ChangeOnPrevious or Measure.ChangeOnYear or Measure.Increase, _) => words.PartLater,
        (Measure.Index, 0) => words.PartBase,
        (Measure.Occupancy, 0) => words.PartOccupied,
        (Measure.Occupancy, _) => parts[at].Key.Indicator == Occupancy.UsableIndicator ? words.PartUsable : words.PartNominal,
        (Measure.WomenShare, 0) => words.PartWomen,
        (Measure.WomenShare, _) => parts[at].Key.Breakdown.Contains("sex=M", StringComparison.Ordinal) ? words.PartMen : words.PartAll,
        (Measure.Converted, 1) => words.PartRate,
        (Measure.Total or Measure.PeriodSum, _) => words.PartPart,
        _ => words.PartValue,
    };
}
