using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Compare;

/// <summary>Values split by one dimension into parts that add up to them, on the latest day that all of them have: for stacked bars.</summary>
public sealed record PartsOfWhole
{
    /// <summary>More parts than this can't be told apart in a bar.</summary>
    private const int MostParts = 6;

    public required string Dimension { get; init; }

    /// <summary>By series, then code; each cut to the one period, named by its region and its code.</summary>
    public required IReadOnlyList<ShownSeries> Parts { get; init; }

    /// <summary>What the parts of each region add up to, in the order of the series.</summary>
    public required IReadOnlyList<ShownSeries> Wholes { get; init; }

    /// <summary>The first dimension of the catalogue by which every one of some series can be split; null where there is none, or they are not counted alike.</summary>
    public static PartsOfWhole? Of(Reading reading, IReadOnlyList<MeasuredSeries> series)
    {
        var areAlike = series.DistinctBy(s => s.Counted.Variant.Code).Count() == 1 && series.DistinctBy(s => s.From.Region).Count() == series.Count;
        var areWhole = series.All(s => s.Computed is null && !s.From.Values.IsThinned);
        return !areAlike || !areWhole ? null : reading.Catalogue.Dimensions
            .Where(d => series[0].Counted.Variant.Dimensions.Contains(d.Code))
            .Select(d => By(reading, d.Code, series))
            .FirstOrDefault(p => p is not null);
    }

    /// <summary>What a figure of the parts is to show.</summary>
    public FigureContent Content(Reading reading, FigureContent whole)
    {
        string[] regions = [.. Wholes.Select(w => reading.RegionName(w.Region))];
        var what = $"{reading.IndicatorName(whole.Indicator.Code)}, {reading.Name(Lagebild.Catalogue.CatalogueKind.Dimension, Dimension).Plain()}";
        return whole with
        {
            Variant = Wholes.Count == 0 ? whole.Variant : whole.Variant with { Decimals = Wholes[0].Series.Decimals },
            Values = whole.Values with { Series = Parts },
            Wholes = Wholes,
            Headline = $"{what}: {string.Join(", ", regions)}",
        };
    }

    private static PartsOfWhole? By(Reading reading, string dimension, IReadOnlyList<MeasuredSeries> series)
    {
        var split = series.Select(s => Split(dimension, s)).ToArray();
        var codes = split.SelectMany(s => s.Select(p => p.Code)).Distinct().ToArray();
        if (codes.Length is < 2 or > MostParts || split.Any(s => s.Count < 2) || Shared(series, split) is not { } period)
        {
            return null;
        }

        return new()
        {
            Dimension = dimension,
            Parts = [.. split.SelectMany((parts, at) => parts.Select(p => Named(reading, series[at], dimension, p.Code, On(p.Series, period))))],
            Wholes = [.. series.Select(s => On(s.Shown, period))],
        };
    }

    /// <summary>The parts of one series by a dimension: stored ones, or added up over the other dimensions.</summary>
    private static IReadOnlyList<(string Code, ShownSeries Series)> Split(string dimension, MeasuredSeries series)
    {
        var (key, variant) = (series.Shown.Series.Key, series.Counted.Variant);
        if (Breakdown.Parse(key.Breakdown) is not { } whole || whole[dimension] is not null)
        {
            return [];
        }

        Series[] own = [.. series.From.Values.Reported.Where(s => (s.Key.Region, s.Key.Feed, s.Key.Frequency) == (key.Region, key.Feed, key.Frequency))];
        return [.. CodesOf(dimension, variant, own)
            .Select(code => (Code: code, Series: PartOf(variant, own, Breakdown.Of([.. whole.Parts, new(dimension, code)]).Key)))
            .Where(p => p.Series is not null)
            .Select(p => (p.Code, p.Series!))];
    }

    private static ShownSeries? PartOf(Variant variant, IReadOnlyList<Series> own, string breakdown) => own.FirstOrDefault(s => s.Key.Breakdown == breakdown) is { } stored
        ? new() { Series = stored }
        : SelectedValuesReader.Computed(variant, breakdown, own) is [var computed, ..] ? computed : null;

    private static IEnumerable<string> CodesOf(string dimension, Variant variant, IReadOnlyList<Series> own) =>
        variant.AddUpTo.TryGetValue(dimension, out var codes) && !codes.Contains(ComputedTotal.EveryCode) ? codes
        : own.Select(s => Breakdown.Parse(s.Key.Breakdown)?[dimension]).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    /// <summary>The latest period on which each series is the sum of its parts, but for rounding; null where there is none.</summary>
    private static Period? Shared(IReadOnlyList<MeasuredSeries> series, IReadOnlyList<(string Code, ShownSeries Series)>[] split) =>
        SharedPeriods.Of(series.Select(s => s.Shown.Series.Observations))
            .Where(p => series.Zip(split).All(s => AddsUp(s.First, s.Second, p)))
            .Select(p => (Period?)p)
            .LastOrDefault();

    private static bool AddsUp(MeasuredSeries whole, IReadOnlyList<(string Code, ShownSeries Series)> parts, Period period)
    {
        var values = parts.Select(p => ValueOn(p.Series, period)).ToArray();
        var tolerance = whole.Counted.RoundedTo > 1 ? whole.Counted.RoundedTo * (long)Math.Pow(10, whole.Decimals) * (parts.Count + 1) / 2 : 0;
        return ValueOn(whole.Shown, period) is { } sum && values.All(v => v is not null) && Math.Abs(values.Sum()!.Value - sum) <= tolerance;
    }

    private static long? ValueOn(ShownSeries series, Period period) =>
        series.Series.Observations.FirstOrDefault(o => o.Period == period) is { Confidentiality: ConfidentialityStatus.Free, Value: var value } ? value : null;

    private static ShownSeries On(ShownSeries series, Period period) =>
        series with { Series = series.Series with { Observations = [.. series.Series.Observations.Where(o => o.Period == period)] } };

    private static ShownSeries Named(Reading reading, MeasuredSeries whole, string dimension, string code, ShownSeries part)
    {
        var name = reading.CodeName(dimension, code).Plain();
        return part with { Part = name, Name = $"{reading.RegionName(whole.From.Region)}, {name}" };
    }
}
