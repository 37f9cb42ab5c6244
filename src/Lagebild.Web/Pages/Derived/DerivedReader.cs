using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Derived;

/// <summary>Which measure is asked for, and what it needs to be said.</summary>
public sealed record MeasureChoice
{
    public required Measure Measure { get; init; }

    /// <summary>Of <see cref="Measure.PeriodSum"/>: quarters, half-years or years.</summary>
    public Frequency SumTo { get; init; } = Frequency.Annual;

    /// <summary>Of <see cref="Measure.Index"/>; null for the first period that all series share.</summary>
    public Period? Base { get; init; }

    /// <summary>Of rates: the series of populations to divide by, of <see cref="PopulationOn"/>; null for the nearest, one common to all regions where there is one.</summary>
    public long? Population { get; init; }

    public DateOnly? PopulationOn { get; init; }
}

/// <summary>What a measure made of one series.</summary>
public sealed record DerivedSeries
{
    /// <summary>What was measured.</summary>
    public required CountedSeries From { get; init; }

    /// <summary>Null where the measure can't be made of this series at all: <see cref="Refusal"/> says why.</summary>
    public ComputedSeries? Computed { get; init; }

    /// <summary>Why there is no value at all; <see cref="Without.None"/> where there is one.</summary>
    public Without Refusal { get; init; }

    /// <summary>A unit of the catalogue or of <see cref="DerivedUnit"/>.</summary>
    public required string Unit { get; init; }

    public required int Decimals { get; init; }

    /// <summary>Of <see cref="Measure.CountryShare"/>: the Königstein key of the year, in percent, by period; only of years with one.</summary>
    public IReadOnlyDictionary<Period, Part> Keys { get; init; } = new Dictionary<Period, Part>();

    /// <summary>As it is to be compared: for <see cref="Verdict"/>. Null with <see cref="Computed"/>.</summary>
    public CountedSeries? Counted { get; init; }

    /// <summary>As it is to be drawn and linked; null with <see cref="Computed"/>.</summary>
    public ShownSeries? Shown { get; init; }
}

/// <summary>Reads what a measure needs besides the series themselves, and makes it.</summary>
public sealed class DerivedReader(Reading reading, ObservationStore observations)
{
    private const string KeyIndicator = "koenigstein-key";

    /// <summary>One for each series given, in their order. Of <see cref="Measure.Value"/> and <see cref="Measure.Total"/> nothing is computed: they come back as they were.</summary>
    public async Task<IReadOnlyList<DerivedSeries>> OfAsync(MeasureChoice choice, IReadOnlyList<CountedSeries> series, CancellationToken ct)
    {
        var computed = await ComputedAsync(choice, series, ct);
        var derived = series.Zip(computed, (from, made) => Derived(choice, from, made)).ToArray();
        return choice.Measure == Measure.CountryShare ? await WithKeysAsync(derived, ct) : derived;
    }

    private async Task<IReadOnlyList<ComputedSeries?>> ComputedAsync(MeasureChoice choice, IReadOnlyList<CountedSeries> series, CancellationToken ct) => choice.Measure switch
    {
        Measure.PerThousand => await RatesAsync(choice, series, PerInhabitants.Thousand, ct),
        Measure.PerHundredThousand => await RatesAsync(choice, series, PerInhabitants.HundredThousand, ct),
        Measure.CountryShare => await EachAsync(series, s => ShareAsync(s, ct)),
        Measure.Occupancy => await EachAsync(series, s => OccupancyAsync(s, ct)),
        Measure.WomenShare => await EachAsync(series, s => WomenAsync(s, ct)),
        Measure.Converted => await EachAsync(series, s => ConvertedAsync(s, ct)),
        Measure.ChangeOnPrevious => [.. series.Select(Changes.OnPrevious)],
        Measure.ChangeOnYear => [.. series.Select(Changes.OnYear)],
        Measure.Increase => [.. series.Select(Increases.Of)],
        Measure.PeriodSum => [.. series.Select(s => PeriodSums.Of(s, choice.SumTo))],
        Measure.Index => Indices(choice.Base ?? IndexNumbers.FirstShared(series), series),
        _ => [.. series.Select(_ => (ComputedSeries?)null)],
    };

    private static IReadOnlyList<ComputedSeries?> Indices(Period? basis, IReadOnlyList<CountedSeries> series) =>
        [.. series.Select(s => basis is { } known ? IndexNumbers.Of(s, known) : null)];

    private static async Task<IReadOnlyList<ComputedSeries?>> EachAsync(IReadOnlyList<CountedSeries> series, Func<CountedSeries, Task<ComputedSeries?>> measured)
    {
        var made = new List<ComputedSeries?>();
        foreach (var one in series)
        {
            made.Add(await measured(one));
        }

        return made;
    }

    /// <summary>Money, shares and the population itself are not divided by inhabitants.</summary>
    private async Task<IReadOnlyList<ComputedSeries?>> RatesAsync(MeasureChoice choice, IReadOnlyList<CountedSeries> series, long inhabitants, CancellationToken ct)
    {
        CountedSeries[] offered = [.. series.Where(s => RateFigure.IsOffered(s.Indicator, s.Variant))];
        var populations = await PopulationsAsync(choice, [.. offered.Select(s => s.Series.Key.Region).Distinct()], ct);
        var rates = PerInhabitants.Series(offered, populations, inhabitants);
        return [.. series.Select(s => Array.IndexOf(offered, s) is var at and >= 0 ? rates[at] : null)];
    }

    private async Task<IReadOnlyList<Series>> PopulationsAsync(MeasureChoice choice, IReadOnlyList<string> regions, CancellationToken ct)
    {
        if (regions.Count == 0)
        {
            return [];
        }

        var found = await observations.SeriesAsync(Asked(Population.Indicator) with { Breakdowns = [""], Regions = regions }, ct);
        return choice.Population is null ? found : [.. found
            .Where(p => p.Id == choice.Population)
            .Select(p => p with { Observations = [.. p.Observations.Where(o => o.Period.End == choice.PopulationOn)] })];
    }

    private async Task<ComputedSeries?> ShareAsync(CountedSeries series, CancellationToken ct)
    {
        if (series.Indicator.Kind == IndicatorKind.Ratio || CountryOf(series) is not { } country)
        {
            return null;
        }

        var found = await ShownAsync(series, country, series.Series.Key.Breakdown, ct);
        return CountryShare.Of(series, found.OrderByDescending(c => c.Series.Key.Feed == series.Series.Key.Feed).FirstOrDefault());
    }

    private string? CountryOf(CountedSeries series) => series.Within.FirstOrDefault(r => reading.Catalogue.Region(r)?.Level == RegionLevel.Country);

    private async Task<DerivedSeries[]> WithKeysAsync(IReadOnlyList<DerivedSeries> shares, CancellationToken ct)
    {
        var keys = await observations.SeriesAsync(Asked(KeyIndicator) with { Breakdowns = [""] }, ct);
        return [.. shares.Select(s => s.Computed is null ? s : s with
        {
            Keys = s.Computed.Values
                .Select(v => (v.Period, Key: CountryShare.KeyOf(v.Period, s.From.Series.Key.Region, keys)))
                .Where(v => v.Key is not null)
                .ToDictionary(v => v.Period, v => v.Key!),
        })];
    }

    private async Task<ComputedSeries?> OccupancyAsync(CountedSeries series, CancellationToken ct)
    {
        if (series.Indicator.Code != Occupancy.OccupiedIndicator)
        {
            return null;
        }

        var places = new List<CountedSeries>();
        foreach (var variant in reading.Catalogue.VariantsOf(Occupancy.UsableIndicator).Concat(reading.Catalogue.VariantsOf(Occupancy.NominalIndicator)))
        {
            places.AddRange(await ShownAsync(variant, series.Series.Key.Region, series.Series.Key.Breakdown, ct));
        }

        return Occupancy.Of(series, places, reading.Catalogue.Likenesses);
    }

    private async Task<ComputedSeries?> WomenAsync(CountedSeries series, CancellationToken ct)
    {
        var breakdown = Breakdown.Parse(series.Series.Key.Breakdown);
        if (!series.Variant.Dimensions.Contains(WomenShare.Sex) || breakdown is null || breakdown[WomenShare.Sex] is not null)
        {
            return null;
        }

        var women = await SameAsync(series, WomenShare.WithSex(breakdown, WomenShare.Women), ct);
        return women is null ? null : WomenShare.Of(women, series, await SameAsync(series, WomenShare.WithSex(breakdown, WomenShare.Men), ct));
    }

    private async Task<CountedSeries?> SameAsync(CountedSeries series, string breakdown, CancellationToken ct) =>
        (await ShownAsync(series, series.Series.Key.Region, breakdown, ct)).FirstOrDefault(s => s.Series.Key.Feed == series.Series.Key.Feed && s.Series.Key.Frequency == series.Series.Key.Frequency);

    private async Task<ComputedSeries?> ConvertedAsync(CountedSeries series, CancellationToken ct) => series.Currency is null or "EUR"
        ? null
        : Conversion.ToEuros(series, await observations.SeriesAsync(Asked(Conversion.RateIndicator), ct));

    private Task<IReadOnlyList<CountedSeries>> ShownAsync(CountedSeries like, string region, string breakdown, CancellationToken ct) => ShownAsync(like.Variant, region, breakdown, ct);

    /// <summary>What there is of a variant, stored or added up from its parts.</summary>
    private async Task<IReadOnlyList<CountedSeries>> ShownAsync(Variant variant, string region, string breakdown, CancellationToken ct)
    {
        var found = await observations.SeriesAsync(Asked(variant.Indicator) with { Variant = variant.Code, Regions = [region] }, ct);
        ShownSeries[] stored = [.. found.Where(s => s.Key.Breakdown == breakdown).Select(s => new ShownSeries { Series = s })];
        return [.. (stored.Length > 0 ? stored : SelectedValuesReader.Computed(variant, breakdown, found)).Select(s => reading.Counted(s)).OfType<CountedSeries>()];
    }

    private SeriesQuery Asked(string indicator) => new() { Indicator = indicator, Stand = reading.Stand.Release.Number };

    private static DerivedSeries Derived(MeasureChoice choice, CountedSeries from, ComputedSeries? computed)
    {
        var (unit, decimals) = DerivedUnit.Of(choice.Measure, from);
        var made = computed is { Values.Count: > 0 } ? computed : null;
        return new()
        {
            From = from,
            Computed = made,
            Refusal = made is null ? RefusalOf(choice.Measure, from) : made.Values.All(v => v.Value is null) ? made.Values[^1].Why : Without.None,
            Unit = unit,
            Decimals = decimals,
            Counted = made is null ? null : from.Measured(choice.Measure, made, unit, decimals),
            Shown = made is null ? null : ShownOf(choice.Measure, from, made, decimals),
        };
    }

    private static Without RefusalOf(Measure measure, CountedSeries from) => measure switch
    {
        Measure.PeriodSum => PeriodSums.Refusal(from) is not Without.None and var refusal ? refusal : Without.Incomplete,
        Measure.PerThousand or Measure.PerHundredThousand => RateFigure.IsOffered(from.Indicator, from.Variant) ? Without.NoPopulation : Without.NoBase,
        Measure.Increase => from.Variant.Cumulative ? Without.PartMissing : Without.NotCumulative,
        Measure.Occupancy => Without.NoPlaces,
        Measure.Converted => Without.NoRate,
        Measure.WomenShare or Measure.ChangeOnPrevious or Measure.ChangeOnYear => Without.PartMissing,
        _ => Without.NoBase,
    };

    private static ShownSeries ShownOf(Measure measure, CountedSeries from, ComputedSeries computed, int decimals) => new()
    {
        Series = computed.AsSeries(decimals),
        Measure = measure,
        Measured = from.Series.Key,
        Parts = computed.Values.DistinctBy(v => v.Period).ToDictionary(v => v.Period, v => v.Parts),
    };
}
