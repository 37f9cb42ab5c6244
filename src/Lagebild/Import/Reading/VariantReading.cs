using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>A variant and what it allows, asked once for each period and breakdown of a file.</summary>
internal sealed class VariantReading(Variant variant, Indicator indicator, NumberedList<ReadPeriod> periods, Breakdowns breakdowns)
{
    private readonly List<Meaning?> _periods = [];
    private readonly List<Meaning?> _breakdowns = [];

    public Variant Variant => variant;

    public Indicator Indicator => indicator;

    /// <summary>Whether it is outside the catalogue: then any period will do.</summary>
    public bool IsOutside { get; private init; }

    public bool TakesAnyBreakdown { get; init; }

    /// <summary>A variant the catalogue does not have: five decimals, which leaves ten digits before them.</summary>
    public static VariantReading Outside(string code, bool cumulative, NumberedList<ReadPeriod> periods, Breakdowns breakdowns) => new(
        new Variant { Code = code, Indicator = code, Unit = "", Decimals = 5, Reference = Reference.Day, Cumulative = cumulative, PopulationCounted = "" },
        new Indicator { Code = code, Kind = IndicatorKind.Ratio, Unit = "" },
        periods,
        breakdowns)
    {
        IsOutside = true,
        TakesAnyBreakdown = true,
    };

    /// <summary>Things are counted: no decimals, nothing below zero.</summary>
    public bool IsCount => variant.Decimals == 0 && indicator.Kind != IndicatorKind.Ratio;

    /// <summary>Differences and changes may; counts and shares of a whole may not.</summary>
    public bool MayBeNegative => indicator.Kind == IndicatorKind.Ratio && !indicator.Share;

    /// <summary>The period a value is kept under, and why it can't be.</summary>
    public Meaning Period(int number) => Known(_periods, number) ?? Learnt(_periods, number, Fitted(number));

    /// <summary>The breakdown itself, and why it can't be.</summary>
    public Meaning Breakdown(int number) => Known(_breakdowns, number) ?? Learnt(_breakdowns, number, Allowed(number));

    private static Meaning? Known(List<Meaning?> meanings, int number) => number < meanings.Count ? meanings[number] : null;

    private static Meaning Learnt(List<Meaning?> meanings, int number, Meaning meaning)
    {
        while (meanings.Count <= number)
        {
            meanings.Add(null);
        }

        meanings[number] = meaning;
        return meaning;
    }

    private Meaning Fitted(int number)
    {
        if (IsOutside)
        {
            return periods[number].End < periods[number].Start ? Meaning.Wrong(Reason.PeriodEndsBeforeStart) : new Meaning(number);
        }

        var period = periods[number].At(variant.Reference);
        return period.Misfit(variant.Reference) is { } fault
            ? new Meaning(fault.Severity == Severity.Error ? -1 : periods.NumberOf(period), fault with { Expected = Expected(fault, period) })
            : new Meaning(periods.NumberOf(period), Invalid(period) ? new Fault(Reason.OutsideVariantValidity, Severity.Warning, variant.Code) : null);
    }

    private string Expected(Fault fault, ReadPeriod period) =>
        fault.Reason == Reason.FrequencyDoesNotFit ? $"{period.Frequency.Letter()}, {variant.Reference.ToString().ToLowerInvariant()}" : "";

    private bool Invalid(ReadPeriod period) =>
        (variant.ValidFrom is { } from && period.End < DayNumber.From(from)) || (variant.ValidTo is { } to && period.Start > DayNumber.From(to));

    private Meaning Allowed(int number)
    {
        var dimension = TakesAnyBreakdown ? null : breakdowns[number].Parts.Select(p => p.Key).FirstOrDefault(d => !variant.Dimensions.Contains(d));
        return dimension is null ? new Meaning(number) : Meaning.Wrong(Reason.BreakdownNotAllowed, string.Join(", ", variant.Dimensions));
    }
}
