using Lagebild.Charts;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Derived;

namespace Lagebild.Web.Pages.Workbench.Deliveries;

/// <summary>Charts of the series a draft changes most: as the public sees them, and as it would.</summary>
public sealed class ChangeFigures(Reading reading, DraftReader drafts)
{
    /// <summary>How many are drawn.</summary>
    private const int Most = 4;

    /// <summary>Largest change first; series of a single value are left to the table.</summary>
    public async Task<IReadOnlyList<Chart>> OfAsync(Delivery delivery, CancellationToken ct)
    {
        var charts = new List<Chart>();
        foreach (var (series, period) in await drafts.MostChangedAsync(delivery.Id, Most * 3, ct))
        {
            if (charts.Count < Most && await drafts.SeriesAsync(delivery, series, Around(period, -1), Around(period, 1), ct) is { } sides && Chart(sides.Before, sides.After, charts.Count + 1) is { } chart)
            {
                charts.Add(chart);
            }
        }

        return charts;
    }

    /// <summary>Some sixty periods before or after: of daily counts over decades nobody could see the change.</summary>
    private static DateOnly Around(Period period, int direction) => period.Frequency switch
    {
        Frequency.Daily => period.Start.AddDays(60 * direction),
        Frequency.Weekly => period.Start.AddDays(420 * direction),
        Frequency.Monthly or Frequency.Interval => period.Start.AddYears(5 * direction),
        _ => period.Start.AddYears(30 * direction),
    };

    private SeriesChart? Chart(Series before, Series after, int number) =>
        reading.Catalogue.Variant(after.Key.Variant) is { } variant && Math.Max(before.Observations.Count, after.Observations.Count) > 1
            ? new SeriesChart(Spec(before, after, variant, number).AsCounted(), after.Key.Frequency == Frequency.Interval ? ChartKind.Column : ChartKind.Line)
            : null;

    private ChartSpec Spec(Series before, Series after, Variant variant, int number)
    {
        var (key, words, breaks) = (after.Key, reading.Words.Report, Breaks(after));
        return new()
        {
            Id = $"change-{number}",
            Language = reading.Language,
            Headline = reading.Fill(words.ChartHeadline, reading.IndicatorName(key.Indicator), reading.RegionName(key.Region)),
            SubLine = string.Join(", ", ((string[])[reading.VariantName(key.Variant), key.Breakdown.Length == 0 ? "" : reading.BreakdownName(key.Breakdown), reading.UnitName(variant.Unit)]).Where(t => t.Length > 0)),
            Unit = reading.UnitName(variant.Unit),
            Decimals = variant.Decimals,
            IsPercent = reading.IsPercent(variant.Unit),
            Series = [.. ((ChartSeries[])[Line(words.AfterLine, after), Line(words.BeforeLine, before)]).Where(s => s.Points.Count > 0)],
            Breaks = [.. breaks.Select((b, at) => new ChartBreak { Day = b.Day, Note = at + 1 })],
            Notes = [.. breaks.Select(b => reading.Fill(words.BreakOn, reading.Day(b.Day), reading.Name(Catalogue.CatalogueKind.Break, b.Code).Plain()))],
            Source = reading.FeedName(key.Feed),
            Stand = words.NotReleased,
        };
    }

    /// <summary>Those within what is drawn.</summary>
    private Break[] Breaks(Series series) =>
        [.. CountedReading.Breaks(reading.Catalogue, series.Key).Where(b => series.Observations.Count > 0 && b.Day > series.Observations[0].Period.Start && b.Day <= series.Observations[^1].Period.End)];

    private static ChartSeries Line(string name, Series series) => new()
    {
        Name = name,
        Points = [.. series.Observations.Select(o => new ChartPoint { Period = o.Period, Value = o.Value, Status = o.Status, Confidentiality = o.Confidentiality, MissingReason = o.MissingReason })],
    };
}
