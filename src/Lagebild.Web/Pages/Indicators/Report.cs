using Lagebild.Statistics;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>One value as one source reports it, for the table of all sources of a way of counting.</summary>
public sealed record Report
{
    /// <summary>Code of the region.</summary>
    public required string Region { get; init; }

    /// <summary>Of what day or time.</summary>
    public required Period Period { get; init; }

    /// <summary>Day or period in words.</summary>
    public required string When { get; init; }

    public required FigureCell Cell { get; init; }

    /// <summary>Code of the feed.</summary>
    public required string Feed { get; init; }

    /// <summary>Of series in the order of their regions: within a region by period, then by feed. Values of different sources are never joined.</summary>
    public static IReadOnlyList<Report> Of(Reading reading, Variant variant, IReadOnlyList<ShownSeries> series) =>
        [.. series
            .GroupBy(s => s.Region)
            .SelectMany(g => g.SelectMany(s => s.Series.Observations.Select(o => (Series: s, Observation: o))).OrderBy(r => r.Observation.Period).ThenBy(r => r.Series.Series.Key.Feed, StringComparer.Ordinal))
            .Select(r => new Report
            {
                Region = r.Series.Region,
                Period = r.Observation.Period,
                When = PeriodText.Label(r.Observation.Period, reading.Language),
                Cell = FigureCell.Of(reading, variant, r.Series, r.Observation),
                Feed = r.Series.Series.Key.Feed,
            })];
}
