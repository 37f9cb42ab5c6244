using Lagebild.Comparison;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Derived;

/// <summary>Units of computed values, which no catalogue lists: codes that stand where a unit stands, and their words.</summary>
public static class DerivedUnit
{
    /// <summary>Rates, in millionths.</summary>
    public const string PerThousand = "per-1000-inhabitants";

    /// <summary>Rates that are all below one per thousand, in millionths.</summary>
    public const string PerHundredThousand = "per-100000-inhabitants";

    /// <summary>The catalogue's own: shares and occupancy.</summary>
    public const string Percent = "percent";

    /// <summary>A change in percent: written with its sign.</summary>
    public const string Change = "change-in-percent";

    /// <summary>A change of a share: written with its sign.</summary>
    public const string Points = "percentage-points";

    /// <summary>Index numbers.</summary>
    public const string Index = "index";

    /// <summary>Whether a value is a rate in millionths.</summary>
    public static bool IsRate(string unit) => unit is PerThousand or PerHundredThousand;

    /// <summary>Whether a unit is one of computed values only: none that a source reports in.</summary>
    public static bool IsDerived(string unit) => IsRate(unit) || unit is Change or Points or Index;

    /// <summary>As it stands above an axis; null where it is a unit of the catalogue.</summary>
    public static string? Name(Words words, string unit) => unit switch
    {
        PerThousand => words.Indicator.PerInhabitantsUnit,
        PerHundredThousand => words.Indicator.PerHundredThousandUnit,
        Change => words.Derived.UnitChange,
        Points => words.Derived.UnitPoints,
        Index => words.Derived.UnitIndex,
        _ => null,
    };

    /// <summary>Unit and decimals of what a measure makes of a series.</summary>
    public static (string Unit, int Decimals) Of(Measure measure, CountedSeries series) => measure switch
    {
        Measure.PerThousand => (PerThousand, Rate.Decimals),
        Measure.PerHundredThousand => (PerHundredThousand, Rate.Decimals),
        Measure.CountryShare => (Percent, CountryShare.Decimals),
        Measure.WomenShare => (Percent, WomenShare.Decimals),
        Measure.Occupancy => (Percent, Occupancy.Decimals),
        Measure.ChangeOnPrevious or Measure.ChangeOnYear => (series.Indicator.Kind == Statistics.IndicatorKind.Ratio ? Points : Change, Changes.DecimalsOf(series)),
        Measure.Index => (Index, IndexNumbers.Decimals),
        _ => (series.Variant.Unit, series.Series.Decimals),
    };
}
