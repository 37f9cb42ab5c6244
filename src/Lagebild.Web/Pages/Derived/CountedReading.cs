using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Derived;

/// <summary>Series with what the catalogue and the feeds of the stand say of them.</summary>
public static class CountedReading
{
    /// <summary>Null where the catalogue does not know the series' indicator or variant.</summary>
    public static CountedSeries? Counted(this Reading reading, Series series)
    {
        var (catalogue, key) = (reading.Catalogue, series.Key);
        return catalogue.Indicator(key.Indicator) is not { } indicator || catalogue.Variant(key.Variant) is not { } variant ? null : new()
        {
            Series = series,
            Indicator = indicator,
            Variant = variant,
            Feed = reading.Stand.Feeds.GetValueOrDefault(key.Feed),
            Breaks = Breaks(catalogue, key),
            Within = catalogue.Around(key.Region),
            Currency = catalogue.Unit(variant.Unit)?.Currency,
        };
    }

    /// <summary>As a page shows it; of a computed series the measure's own reading is kept.</summary>
    public static CountedSeries? Counted(this Reading reading, ShownSeries series) => reading.Counted(series.Series);

    /// <summary>The breaks that cut a series, by day.</summary>
    public static IReadOnlyList<Break> Breaks(Catalogue.Catalogue catalogue, SeriesKey key) =>
        [.. catalogue.Breaks.Where(b => FigureNotes.Concerns(b, key.Indicator, key.Variant) && FigureNotes.Holds(catalogue, b, key.Region))];

    /// <summary>The regions a region lies in, the nearest first; without itself.</summary>
    public static IReadOnlyList<string> Around(this Catalogue.Catalogue catalogue, string region)
    {
        var around = new List<string>();
        for (var at = catalogue.Region(region)?.Parent; at is not null; at = catalogue.Region(at)?.Parent)
        {
            around.Add(at);
        }

        return around;
    }
}
