using Lagebild.Charts;
using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Compare;
using Lagebild.Web.Pages.Derived;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>
/// A figure once more per 1,000 inhabitants (per 100,000 where all are below one), at the latest period all its regions share: what makes regions of
/// different size comparable. Measured and drawn as the comparison of the same regions is.
/// </summary>
public sealed class RateFigure(Reading reading, Measuring measuring, FigureBuilder figures)
{
    private const int FewestRegions = 2;

    /// <summary>Units that count people, or what is counted for them one by one; euros, decisions, crossings and classes are not.</summary>
    private static readonly HashSet<string> _units = ["persons", "applications", "places"];

    /// <summary>Null for what is not counted in people or for them, and where fewer than two regions have a value and a population near enough.</summary>
    public async Task<IndicatorFigure?> OfAsync(IndicatorFigure figure, Indicator indicator, CancellationToken ct)
    {
        var counted = IsOffered(indicator, figure.Variant) ? AtSharedPeriod(figure.Values, indicator) : [];
        if (counted.Count < FewestRegions)
        {
            return null;
        }

        MeasuredSeries[] rates = [.. (await measuring.OfAsync(Measure.PerThousand, counted, ct)).Where(s => s.HasValues)];
        return rates.Length < FewestRegions ? null : Drawn(figure, indicator, rates);
    }

    /// <summary>Whether dividing by inhabitants says anything: of counts of people, applications and places, not of the population itself.</summary>
    public static bool IsOffered(Indicator indicator, Variant variant) =>
        indicator.Kind != IndicatorKind.Ratio && indicator.Code != Population.Indicator && _units.Contains(variant.Unit);

    /// <summary>The regions of one level that have a value, at the latest period they share; empty where they share none.</summary>
    private IReadOnlyList<ComparedSeries> AtSharedPeriod(SelectedValues values, Indicator indicator)
    {
        var ranked = Ranked.Of(reading.Catalogue, [.. values.Series.Where(s => WithValue(s).Any())]).Series;
        var shared = SharedPeriods.Of(ranked.Select(WithValue));
        return shared.Count == 0 ? [] : [.. ranked.Select(s => At(s, shared[^1])).Select(s => Compared(values, indicator, s)).OfType<ComparedSeries>()];
    }

    private static IEnumerable<Observation> WithValue(ShownSeries series) => series.Series.Observations.Where(o => o.Value is not null);

    private static ShownSeries At(ShownSeries series, Period period) =>
        series with { Series = series.Series with { Observations = [.. series.Series.Observations.Where(o => o.Period == period)] } };

    private ComparedSeries? Compared(SelectedValues values, Indicator indicator, ShownSeries series) => reading.Counted(series) is not { } counted ? null : new()
    {
        Indicator = indicator,
        Values = values with { Frequency = series.Series.Observations[0].Period.Frequency },
        Shown = series,
        Counted = counted,
    };

    private IndicatorFigure Drawn(IndicatorFigure figure, Indicator indicator, IReadOnlyList<MeasuredSeries> rates)
    {
        var content = SharedAxis.Of(reading, rates, Measure.PerThousand, ChartKind.Bar);
        return figures.Build($"{figure.Caption.Id}-rate", content).Figure with
        {
            Downloads = figure.Downloads?.With("per", Sharing.AddressedFigure.Inhabitants),
            SvgHref = $"{figure.SvgHref}&{Sharing.AddressedFigure.PerInhabitants}",
            PermanentHref = figure.PermanentHref,
            CompareHref = reading.ToComparison(indicator.Code, [.. rates.Select(r => r.From.Region)], Measure.PerThousand),
            AllReports = figure.AllReports,
        };
    }
}
