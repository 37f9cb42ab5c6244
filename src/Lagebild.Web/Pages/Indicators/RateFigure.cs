using Lagebild.Charts;
using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Compare;
using Lagebild.Web.Pages.Derived;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>
/// A figure once more per 1,000 inhabitants (per 100,000 where all are below one), at the latest period all its regions share: what makes regions of
/// different size comparable. They are ranked only where one population, counted alike on one day, stands for all.
/// </summary>
public sealed class RateFigure(Reading reading, ObservationStore observations)
{
    private const int FewestRegions = 2;

    /// <summary>Units that count people, or what is counted for them one by one; euros, decisions, crossings and classes are not.</summary>
    private static readonly HashSet<string> _units = ["persons", "applications", "places"];

    /// <summary>Null for what is not counted in people or for them, and where fewer than two regions have a value and a population near enough.</summary>
    public async Task<IndicatorFigure?> OfAsync(IndicatorFigure figure, Indicator indicator, CancellationToken ct)
    {
        figure = figure with { Values = figure.Values with { Series = Ranked.Of(reading.Catalogue, [.. figure.Values.Series.Where(s => s.Series.Observations.Any(o => o.Value is not null))]).Series } };
        var shared = SharedPeriods.Of(figure.Values.Series.Select(s => s.Series.Observations.Where(o => o.Value is not null)));
        if (!IsOffered(indicator, figure.Variant) || figure.Values.Series.Count < FewestRegions || shared.Count == 0)
        {
            return null;
        }

        var populations = await PopulationsAsync(figure, ct);
        var rates = Fine(Rates(figure, shared[^1], populations, PerInhabitants.Thousand)) ?? Rates(figure, shared[^1], populations, PerInhabitants.HundredThousand);
        return rates.Count < FewestRegions ? null : Build(figure, indicator, shared[^1], rates);
    }

    /// <summary>Whether dividing by inhabitants says anything: of counts of people, applications and places, not of the population itself.</summary>
    public static bool IsOffered(Indicator indicator, Variant variant) =>
        indicator.Kind != IndicatorKind.Ratio && indicator.Code != Population.Indicator && _units.Contains(variant.Unit);

    /// <summary>Null where all rates are below one, so that they are to be given per 100,000.</summary>
    private static IReadOnlyList<RegionRate>? Fine(IReadOnlyList<RegionRate> rates) =>
        rates.Count > 0 && rates.All(r => r.Rate.Millionths < 1_000_000) ? null : rates;

    private async Task<IReadOnlyList<Series>> PopulationsAsync(IndicatorFigure figure, CancellationToken ct)
    {
        var query = new SeriesQuery { Indicator = Population.Indicator, Breakdowns = [""], Regions = [.. figure.Values.Series.Select(s => s.Region)], Stand = reading.Stand.Release.Number };
        return await observations.SeriesAsync(query, ct);
    }

    /// <summary>By the population that all regions have in common, else each by its own.</summary>
    private static IReadOnlyList<RegionRate> Rates(IndicatorFigure figure, Period period, IReadOnlyList<Series> populations, long inhabitants)
    {
        var common = PerInhabitants.Common(period, [.. figure.Values.Series.Select(s => s.Region)], populations);
        return [.. figure.Values.Series.Select(Of).OfType<RegionRate>()];

        RegionRate? Of(ShownSeries series)
        {
            var observation = series.Series.Observations.First(o => o.Period == period);
            var population = common?[series.Region] ?? PerInhabitants.Nearest(period, populations.Where(p => p.Key.Region == series.Region));
            return population is not null && PerInhabitants.By(observation, figure.Variant.Decimals, population, inhabitants) is { } rate ? new(series, observation, rate) : null;
        }
    }

    private IndicatorFigure Build(IndicatorFigure figure, Indicator indicator, Period period, IReadOnlyList<RegionRate> rates)
    {
        var unit = rates[0].Rate.Inhabitants == PerInhabitants.Thousand ? DerivedUnit.PerThousand : DerivedUnit.PerHundredThousand;
        var variant = figure.Variant with { Unit = unit, Decimals = Rate.Decimals, RoundedTo = 1, Cumulative = false };
        var values = figure.Values with { Series = [.. rates.Select(r => Shown(r, period))], Frequency = period.Frequency };
        Note[] notes = [.. Notes(period, rates)];
        var subLine = SubLine(values, period, rates, unit);
        var isRanked = HaveOnePopulation(rates);
        var spec = new ChartSpec
        {
            Id = figure.Caption.Id + "-rate",
            Language = reading.Language,
            Headline = isRanked ? new Headline(reading, new() { Indicator = indicator, Variant = variant, Values = values }, []).Of(values.Series) : reading.Fill(reading.Words.Indicator.PerInhabitantsUnranked, reading.IndicatorName(indicator.Code), reading.UnitName(unit)),
            SubLine = subLine,
            Unit = reading.UnitName(unit),
            Decimals = Rate.Decimals,
            Series = [.. values.Series.Select(s => Bar(s, unit))],
            Notes = [.. notes.Select(n => n.Text)],
            Source = figure.Caption.Source,
            Stand = figure.Caption.Stand,
        };
        return figure with
        {
            Chart = new SeriesChart(isRanked ? spec.Ranked() : spec, ChartKind.Bar),
            Values = values,
            Variant = variant,
            Notes = notes,
            BreakNotes = 0,
            Feeds = [.. figure.Feeds.Concat(rates.Select(r => reading.Stand.Feeds.GetValueOrDefault(r.Rate.Population.Key.Feed)).OfType<Feed>()).DistinctBy(f => f.Code)],
            Table = FigureTable.Of(reading, values, variant, subLine),
            Downloads = figure.Downloads?.With("per", Sharing.AddressedFigure.Inhabitants),
            CompareHref = reading.ToComparison(indicator.Code, [.. values.Series.Select(s => s.Region)], Measure.PerThousand),
            SvgHref = $"{figure.SvgHref}&{Sharing.AddressedFigure.PerInhabitants}",
            Ways = [],
            Reports = [],
            DailyHref = null,
        };
    }

    private static bool HaveOnePopulation(IReadOnlyList<RegionRate> rates) =>
        rates.DistinctBy(r => (r.Rate.Population.Key.Variant, r.Rate.Population.Observation.Period)).Count() == 1;

    /// <summary>What, of whom, per how many, when, and by which population.</summary>
    private string SubLine(SelectedValues values, Period period, IReadOnlyList<RegionRate> rates, string unit)
    {
        string?[] parts =
        [
            reading.IndicatorName(values.Selection.Indicator),
            values.Breakdown.Length == 0 ? null : reading.BreakdownName(values.Breakdown),
            reading.UnitName(unit),
            PeriodText.Label(period, reading.Language),
            reading.Words.Site.Computed,
            HaveOnePopulation(rates) ? Basis(rates[0].Rate.Population) : reading.Words.Indicator.PerInhabitantsOwnBasis,
        ];
        return string.Join(", ", parts.Where(p => p is not null));
    }

    private string Basis(Part population) => reading.Fill(
        reading.Words.Indicator.PerInhabitantsBasis,
        reading.Day(population.Observation.Period.End),
        reading.Stand.Feeds.GetValueOrDefault(population.Key.Feed)?.Publisher ?? population.Key.Feed);

    /// <summary>One note for all regions whose population is of one day and counted alike.</summary>
    private IEnumerable<Note> Notes(Period period, IReadOnlyList<RegionRate> rates) => rates
        .GroupBy(r => (r.Rate.Population.Observation.Period, r.Rate.Population.Key.Variant))
        .Select(g => new Note(
            $"{Who(g, rates.Count)}. {reading.Fill(reading.Words.Indicator.PerInhabitantsNote, PeriodText.When(period, reading.Language), reading.Day(g.Key.Period.End), reading.VariantName(g.Key.Variant))}",
            reading.Language));

    private string Who(IEnumerable<RegionRate> some, int all) =>
        some.Count() == all ? reading.Words.Indicator.AllShown : string.Join(", ", some.Select(r => reading.RegionName(r.Series.Region)));

    private static ShownSeries Shown(RegionRate rate, Period period) => new()
    {
        Series = new Series
        {
            Id = 0,
            Key = rate.Series.Series.Key,
            Decimals = Rate.Decimals,
            Observations = [new Observation { Period = period, Value = rate.Rate.Millionths, Status = rate.Observation.Status }],
        },
        Measure = rate.Rate.Inhabitants == PerInhabitants.Thousand ? Measure.PerThousand : Measure.PerHundredThousand,
        Measured = rate.Series.Series.Key,
        Parts = new Dictionary<Period, IReadOnlyList<Part>> { [period] = [new() { Series = rate.Series.Series.Id, Key = rate.Series.Series.Key, Observation = rate.Observation }, rate.Rate.Population] },
    };

    private ChartSeries Bar(ShownSeries series, string unit) => new()
    {
        Name = reading.RegionName(series.Region),
        Label = reading.Catalogue.Region(series.Region)?.Label,
        Points = [.. series.Series.Observations.Select(o => new ChartPoint
        {
            Period = o.Period,
            Value = o.Value,
            Written = reading.Value(o, Rate.Decimals, unit),
            Status = o.Status,
            Href = reading.Origin(series, o.Period),
        })],
    };

    private sealed record RegionRate(ShownSeries Series, Observation Observation, Rate Rate);
}
