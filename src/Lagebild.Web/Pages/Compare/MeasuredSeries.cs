using Lagebild.Charts;
using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Derived;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Compare;

/// <summary>A series of a comparison as it is shown: its values, or what was computed from them.</summary>
public sealed record MeasuredSeries
{
    public required ComparedSeries From { get; init; }

    public required ShownSeries Shown { get; init; }

    /// <summary>What the verdict is made by.</summary>
    public required CountedSeries Counted { get; init; }

    /// <summary>As the values are shown.</summary>
    public required string Unit { get; init; }

    public required int Decimals { get; init; }

    /// <summary>What each value was computed from, and why there is none; null for the values themselves.</summary>
    public ComputedSeries? Computed { get; init; }

    /// <summary>Why there is no value at all; none where there is one.</summary>
    public Without Refusal { get; init; }

    /// <summary>Of shares of the country: the Königstein key of the year, by period; only of years with one.</summary>
    public IReadOnlyDictionary<Period, Part> Keys { get; init; } = new Dictionary<Period, Part>();

    public bool HasValues => Shown.Series.Observations.Any(o => o.Value is not null);

    /// <summary>The values as they were found.</summary>
    public static MeasuredSeries Of(ComparedSeries found) => new()
    {
        From = found,
        Shown = found.Shown,
        Counted = found.Counted,
        Unit = found.Counted.Variant.Unit,
        Decimals = found.Shown.Series.Decimals,
    };

    /// <summary>What a measure made of them; without observations where it could not be made.</summary>
    public static MeasuredSeries Of(ComparedSeries found, DerivedSeries made) => new()
    {
        From = found,
        Shown = made.Shown ?? found.Shown with { Series = found.Shown.Series with { Observations = [] } },
        Counted = made.Counted ?? found.Counted,
        Unit = made.Unit,
        Decimals = made.Decimals,
        Computed = made.Computed,
        Refusal = made.Refusal,
        Keys = made.Keys,
    };
}

/// <summary>Series that share an axis, as one figure shows them: one number of decimals, and names that tell them apart.</summary>
public static class SharedAxis
{
    /// <summary>What the figure of some series is to show. Never of none. <paramref name="kind"/>: null for as suits.</summary>
    public static FigureContent Of(Reading reading, IReadOnlyList<MeasuredSeries> series, Measure measure, ChartKind? kind)
    {
        var (first, decimals) = (series[0], series.Max(s => s.Decimals));
        var variant = first.Counted.Variant with
        {
            Unit = first.Unit,
            Decimals = decimals,
            RoundedTo = series.Max(s => s.Counted.RoundedTo),
            Cumulative = measure == Measure.Value && first.Counted.Variant.Cumulative,
            Part = series.All(s => s.Counted.Variant.Part),
        };
        var values = first.From.Values with { Series = [.. series.Select(s => Named(reading, s, series) with { Series = Scaled(s.Shown.Series, decimals) })], Frequency = FrequencyOf(series) };
        var (whole, shown) = WholeNumbers.Of(reading.Catalogue, values, variant);
        var isRanked = MeasureNotes.HaveOnePopulation(measure, series);
        return new()
        {
            Indicator = first.From.Indicator,
            Others = [.. series.Select(s => s.From.Indicator).DistinctBy(i => i.Code).Skip(1)],
            Variant = shown,
            Values = whole,
            Kind = kind,
            IsRanked = isRanked,
            Headline = isRanked || series.Any(s => s.From.Indicator.Code != first.From.Indicator.Code) ? null : reading.Fill(reading.Words.Indicator.PerInhabitantsUnranked, reading.IndicatorName(first.From.Indicator.Code), reading.UnitName(first.Unit)),
            Measured = measure == Measure.Value ? null : reading.Words.Derived.Name(measure),
            Basis = MeasureNotes.Basis(reading, measure, series),
            Notes = [.. MeasureNotes.Of(reading, measure, series)],
        };
    }

    /// <summary>By region alone where that tells all of them apart and says what they are.</summary>
    private static ShownSeries Named(Reading reading, MeasuredSeries one, IReadOnlyList<MeasuredSeries> all)
    {
        var (region, indicator) = (reading.RegionName(one.From.Region), reading.IndicatorName(one.From.Indicator.Code));
        var isRegionEnough = all.All(s => s.From.Indicator.Code == one.From.Indicator.Code) && all.DistinctBy(s => s.From.Region).Count() == all.Count;
        var isOnlyRegion = all.All(s => s.From.Region == one.From.Region);
        return isRegionEnough ? one.Shown : one.Shown with { Name = isOnlyRegion ? indicator : $"{region}, {indicator}" };
    }

    private static Series Scaled(Series series, int decimals)
    {
        var factor = (long)Math.Pow(10, decimals - series.Decimals);
        return factor == 1 ? series : series with { Decimals = decimals, Observations = [.. series.Observations.Select(o => o with { Value = o.Value * factor })] };
    }

    /// <summary>The one all have in common; else that of the first, of which the drawing takes whether values are joined.</summary>
    private static Frequency FrequencyOf(IReadOnlyList<MeasuredSeries> series) =>
        series[0].Computed is { } computed && computed.Key.Frequency != series[0].Counted.Series.Key.Frequency ? computed.Key.Frequency : series[0].From.Values.Frequency;
}
