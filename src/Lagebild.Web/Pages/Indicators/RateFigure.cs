using Lagebild.Charts;
using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>A figure once more per 1,000 inhabitants, at the latest period all its regions share: what makes regions of different size comparable.</summary>
public sealed class RateFigure(Reading reading, ObservationStore observations)
{
    /// <summary>Stands for the unit; pages say it in words.</summary>
    public const string Unit = "per-1000-inhabitants";

    private const int FewestRegions = 2;

    /// <summary>Null for shares, for what is not counted in people or for them, and where fewer than two regions have a value and a population near enough.</summary>
    public async Task<IndicatorFigure?> OfAsync(IndicatorFigure figure, Indicator indicator, CancellationToken ct)
    {
        var shared = SharedPeriods.Of(figure.Values.Series.Select(s => s.Series.Observations.Where(o => o.Value is not null)));
        if (indicator.Kind == IndicatorKind.Ratio || indicator.Code == Population.Indicator || figure.Values.Series.Count < FewestRegions || shared.Count == 0)
        {
            return null;
        }

        var populations = await PopulationsAsync(figure, ct);
        RegionRate[] rates = [.. figure.Values.Series.Select(s => RateOf(s, shared[^1], figure.Variant.Decimals, populations)).OfType<RegionRate>()];
        return rates.Length < FewestRegions ? null : Build(figure, indicator, shared[^1], rates);
    }

    private async Task<ILookup<string, Series>> PopulationsAsync(IndicatorFigure figure, CancellationToken ct)
    {
        var query = new SeriesQuery { Indicator = Population.Indicator, Breakdowns = [""], Regions = [.. figure.Values.Series.Select(s => s.Region)], Stand = reading.Stand.Release.Number };
        return (await observations.SeriesAsync(query, ct)).ToLookup(s => s.Key.Region);
    }

    private static RegionRate? RateOf(ShownSeries series, Period period, int decimals, ILookup<string, Series> populations)
    {
        var observation = series.Series.Observations.First(o => o.Period == period);
        return PerInhabitants.Of(observation, decimals, populations[series.Region]) is { } rate ? new(series, observation, rate) : null;
    }

    private IndicatorFigure Build(IndicatorFigure figure, Indicator indicator, Period period, IReadOnlyList<RegionRate> rates)
    {
        var variant = figure.Variant with { Unit = Unit, Decimals = 1, RoundedTo = 1, Cumulative = false };
        var values = figure.Values with { Series = [.. rates.Select(r => Shown(r, period))], Frequency = period.Frequency };
        Note[] notes = [.. Notes(period, rates)];
        var subLine = $"{reading.IndicatorName(indicator.Code)}, {reading.Words.Indicator.PerInhabitantsUnit}, {PeriodText.Label(period, reading.Language)}, {reading.Words.Site.Computed}";
        return figure with
        {
            Spec = new ChartSpec
            {
                Id = figure.Spec.Id + "-rate",
                Language = reading.Language,
                Headline = new Headline(reading, indicator, variant, []).Of(values.Series),
                SubLine = subLine,
                Unit = reading.UnitName(Unit),
                Decimals = 1,
                Series = [.. values.Series.Select(Bar)],
                Notes = [.. notes.Select(n => n.Text)],
                Source = figure.Spec.Source,
                Stand = figure.Spec.Stand,
            }.Ranked(),
            Kind = ChartKind.Bar,
            Values = values,
            Variant = variant,
            Notes = notes,
            Feeds = [.. figure.Feeds.Concat(rates.Select(r => reading.Stand.Feeds.GetValueOrDefault(r.Rate.Population.Key.Feed)).OfType<Feed>()).DistinctBy(f => f.Code)],
            Table = FigureTable.Of(reading, values, variant, subLine),
            CsvHref = null,
            SvgHref = $"{figure.SvgHref}&{PictureModel.PerInhabitants}",
            Ways = [],
            Reports = [],
            DailyHref = null,
        };
    }

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
            Decimals = 1,
            Observations = [new Observation { Period = period, Value = rate.Rate.Tenths, Status = rate.Observation.Status }],
        },
    };

    private ChartSeries Bar(ShownSeries series) => new()
    {
        Name = reading.RegionName(series.Region),
        Label = reading.Catalogue.Region(series.Region)?.Label,
        Points = [.. series.Series.Observations.Select(o => new ChartPoint { Period = o.Period, Value = o.Value, Status = o.Status })],
    };

    private sealed record RegionRate(ShownSeries Series, Observation Observation, Rate Rate);
}
