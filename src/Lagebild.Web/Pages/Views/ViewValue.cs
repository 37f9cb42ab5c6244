using Lagebild.Charts;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Views;

/// <summary>One value of a view with all that says what it is.</summary>
public sealed record ViewValue(ShownSeries Series, Variant Variant, Observation Observation)
{
    public string Region => Series.Region;

    public string Breakdown => Series.Series.Key.Breakdown;

    public string Feed => Series.Series.Key.Feed;

    public Period Period => Observation.Period;

    /// <summary>Scaled by the decimals of the variant; null where there is none.</summary>
    public long? Value => Observation.Value;

    /// <summary>What was computed from it, for the download: in another unit, with words that say what it is.</summary>
    public ViewValue Computed(long value, string unit, int decimals, string note) => new(
        new ShownSeries { Series = Series.Series with { Id = 0, Decimals = decimals } },
        Variant with { Unit = unit, Decimals = decimals, RoundedTo = 1 },
        Observation with { Value = value, Note = note, SourceFlag = null, Source = null });

    /// <summary>As tables show it, with the way to where it comes from.</summary>
    public FigureCell Cell(Reading reading) => FigureCell.Of(reading, Variant, Series, Observation);

    /// <summary>As charts draw it.</summary>
    public ChartPoint Point(Reading reading) => new()
    {
        Period = Period,
        Value = Value,
        Status = Observation.Status,
        Confidentiality = Observation.Confidentiality,
        MissingReason = Observation.MissingReason,
        Href = reading.Origin(Series, Period),
    };
}

/// <summary>Reads what views are made from: released values only.</summary>
public sealed class ViewValues(Reading reading, ObservationStore observations)
{
    /// <summary>
    /// Every value of an indicator in the regions, whatever the breakdown, those without a number too; one for each way of counting, region, breakdown,
    /// frequency and period: of several feeds the main one, official before press. Ordered by region as given, then breakdown, way of counting, frequency, period.
    /// </summary>
    public async Task<IReadOnlyList<ViewValue>> OfAsync(string indicator, IReadOnlyList<string> regions, CancellationToken ct)
    {
        var series = await observations.SeriesAsync(new SeriesQuery { Indicator = indicator, Regions = regions, Stand = reading.Stand.Release.Number }, ct);
        return [.. series
            .SelectMany(Values)
            .GroupBy(v => (v.Variant.Code, v.Region, v.Breakdown, v.Period.Frequency, v.Period))
            .Select(Best)
            .OrderBy(v => IndexOf(regions, v.Region))
            .ThenBy(v => v.Breakdown, StringComparer.Ordinal)
            .ThenBy(v => v.Variant.Code, StringComparer.Ordinal)
            .ThenBy(v => v.Period.Frequency)
            .ThenBy(v => v.Period)];
    }

    private IEnumerable<ViewValue> Values(Series series) => reading.Catalogue.Variant(series.Key.Variant) is { } variant
        ? series.Observations.Select(o => new ViewValue(new ShownSeries { Series = series }, variant, o))
        : [];

    private ViewValue Best(IEnumerable<ViewValue> same) => same
        .OrderByDescending(v => reading.Catalogue.Indicator(v.Variant.Indicator)!.MainFeeds.Values.Contains(v.Feed))
        .ThenBy(v => reading.IsPress(v.Feed))
        .ThenBy(v => v.Feed, StringComparer.Ordinal)
        .First();

    private static int IndexOf(IReadOnlyList<string> regions, string region)
    {
        for (var at = 0; at < regions.Count; at++)
        {
            if (regions[at] == region)
            {
                return at;
            }
        }

        return regions.Count;
    }
}
