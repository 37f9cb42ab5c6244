using Lagebild.Charts;
using Lagebild.Comparison;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Compare;

/// <summary>From what is asked for to the comparison: read, measured, judged, drawn.</summary>
public sealed class CompareBuilder(Reading reading, ComparedReader reader, Measuring measuring, FigureBuilder figures)
{
    /// <summary>Never fails for a query that was read: without any figure the comparison is empty.</summary>
    public async Task<Compared> OfAsync(CompareQuery asked, CancellationToken ct)
    {
        var query = FirstChoice.Of(asked, reading.Stand.Choices);
        var found = await reader.ReadAsync(query, ct);
        var offers = await measuring.OffersAsync(found, ct);
        var measure = offers.Any(o => o.Measure == query.Measure && o.Refusal is null) ? query.Measure!.Value : Measure.Value;
        var all = await measuring.OfAsync(measure, found, ct);
        MeasuredSeries[] measured = [.. all.Where(s => s.HasValues)];
        var verdict = Verdict.Of([.. measured.Select(s => s.Counted)], reading.Catalogue.Likenesses);
        return new()
        {
            Query = query,
            Measure = measure,
            Series = measured,
            Verdict = verdict,
            Figures = [.. Ordered(verdict).Select((g, at) => Figure($"compare-{Reading.Number(at + 1)}", g, measured, query, measure))],
            Pinned = PinnedAll(asked, query, measured, measure),
            WasChosen = asked.Indicators.Count + asked.Variants.Count == 0,
            Unshown = UnshownText.Of(reading, Asked(asked, reader.Absent(query, found), found), [.. all.Where(s => !s.HasValues)], measure),
            Offers = offers,
        };
    }

    /// <summary>Of indicators that were chosen by rule a region is missing only where it has none of them.</summary>
    private static IReadOnlyList<AbsentSeries> Asked(CompareQuery asked, IReadOnlyList<AbsentSeries> absent, IReadOnlyList<ComparedSeries> found) =>
        asked.Indicators.Count > 0 ? absent : [.. absent.Where(a => found.All(s => s.Region != a.Region))];

    private static IEnumerable<VerdictGroup> Ordered(Verdict verdict) => verdict.Groups.OrderByDescending(g => g.Series.Count);

    private ComparedFigure Figure(string id, VerdictGroup group, IReadOnlyList<MeasuredSeries> measured, CompareQuery query, Measure measure)
    {
        MeasuredSeries[] series = [.. group.Series.Select(c => measured.First(s => s.Counted.Series.Key == c.Series.Key))];
        var content = SharedAxis.Of(reading, series, measure, query.Kind);
        var parts = PartsOfWhole.Of(reading, series);
        var (figure, kind) = figures.Build(id, query.Kind is ChartKind.Stacked or ChartKind.StackedShare && parts is not null ? parts.Content(reading, content) : content);
        var pinned = Pinned(query, series, measure, measure == Measure.Occupancy ? query.Kind : kind).ToAddress();
        return new()
        {
            Figure = figure with
            {
                Chart = (measure == Measure.Occupancy && query.Kind is null ? CapacityFigure.Of(reading, figure.Caption, series) : null) ?? figure.Chart,
                Downloads = new DownloadLinks(reading, "/compare", content.Others.Count == 0 ? content.Indicator.Code : null, pinned),
                SvgHref = reading.Link("/compare.svg", pinned),
                PermanentHref = reading.Permanent("/compare", pinned),
            },
            Group = group,
            Parts = PartsTable.Of(reading, measure, series),
            Kinds = [.. FigureKinds.Suiting(reading.Catalogue, content.Values), .. parts is null ? Array.Empty<ChartKind>() : [ChartKind.Stacked, ChartKind.StackedShare]],
        };
    }

    /// <summary>Everything asked for once more, also what is not there; the kind stays open where the reader left it open, since each chart has its own.</summary>
    private static CompareQuery PinnedAll(CompareQuery asked, CompareQuery query, MeasuredSeries[] series, Measure measure) => series.Length == 0
        ? query
        : Pinned(query, series, measure, null) with { Indicators = query.Indicators, Regions = query.Regions, Kind = asked.Kind };

    /// <summary>The query that shows some of the series with nothing left to be decided.</summary>
    private static CompareQuery Pinned(CompareQuery query, MeasuredSeries[] series, Measure measure, ChartKind? kind) => query with
    {
        Indicators = [.. series.Select(s => s.From.Indicator.Code).Distinct()],
        Variants = [.. series.Select(s => s.Counted.Variant.Code).Distinct()],
        Regions = [.. series.Select(s => s.From.Region).Distinct()],
        Breakdown = query.Breakdown ?? (series.Select(s => s.From.Values.Breakdown).Distinct().ToArray() is [var breakdown] ? breakdown : null),
        Frequency = query.Frequency ?? (series.Select(s => s.From.Values.Frequency).Distinct().ToArray() is [var frequency] ? frequency : null),
        Measure = measure,
        Kind = kind,
    };
}
