using System.Globalization;
using Lagebild.Comparison;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Lagebild.Tests.Samples;
using Lagebild.Web.Pages.Derived;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Tests.Comparison;

/// <summary>The sample series with what the shipped catalogue says of them, totals included; read by other means than the importer.</summary>
internal static class SampleCounted
{
    private static readonly Lazy<IReadOnlyList<CountedSeries>> _stored = new(() => [.. SampleFiles.Rows.GroupBy(KeyOf).OrderBy(g => g.Key).Select((g, at) => Counted(Read(at + 1, g.Key, g)))]);

    private static readonly Lazy<IReadOnlyList<CountedSeries>> _all = new(() => [.. Stored, .. Totals()]);

    private static readonly Lazy<IReadOnlyDictionary<string, Feed>> _feeds = new(() => FeedList.ReadFrom(SampleFiles.Folder).ToDictionary(f => f.Code));

    public static Lagebild.Catalogue.Catalogue Catalogue { get; } = Lagebild.Catalogue.Catalogue.Shipped;

    /// <summary>As delivered.</summary>
    public static IReadOnlyList<CountedSeries> Stored => _stored.Value;

    /// <summary>As delivered, and what adds up to totals.</summary>
    public static IReadOnlyList<CountedSeries> All => _all.Value;

    /// <summary>The six regions in the order of the resolution.</summary>
    public static IReadOnlyList<string> Six { get; } = [.. SixRegions.InOrder(Catalogue.Regions).Select(r => r.Code)];

    /// <summary>Of one variant and region, in one breakdown.</summary>
    public static CountedSeries Of(string variant, string region, string breakdown = "", string? feed = null) => All.First(s =>
        s.Variant.Code == variant && s.Series.Key.Region == region && s.Series.Key.Breakdown == breakdown && (feed is null || s.Series.Key.Feed == feed));

    /// <summary>The same with only the observations that end in a year.</summary>
    public static CountedSeries In(this CountedSeries series, int year) =>
        series with { Series = series.Series with { Observations = [.. series.Series.Observations.Where(o => o.Period.End.Year == year)] } };

    private static IEnumerable<CountedSeries> Totals() => Catalogue.Variants
        .Where(v => v.AddUpTo.Count > 0)
        .SelectMany(v => SelectedValuesReader.Computed(v, "", [.. Stored.Where(s => s.Variant == v).Select(s => s.Series)]))
        .Select(s => Counted(s.Series));

    private static Series Read(int id, SeriesKey key, IEnumerable<SampleRow> rows) => new()
    {
        Id = id,
        Key = key,
        Decimals = Catalogue.Variant(key.Variant)!.Decimals,
        Observations = [.. rows.Select(r => ObservationOf(r, Catalogue.Variant(key.Variant)!.Decimals)).OrderBy(o => o.Period)],
    };

    private static CountedSeries Counted(Series series)
    {
        var variant = Catalogue.Variant(series.Key.Variant)!;
        return new()
        {
            Series = series,
            Indicator = Catalogue.Indicator(series.Key.Indicator)!,
            Variant = variant,
            Feed = _feeds.Value[series.Key.Feed],
            Breaks = CountedReading.Breaks(Catalogue, series.Key),
            Within = Catalogue.Around(series.Key.Region),
            Currency = Catalogue.Unit(variant.Unit)!.Currency,
        };
    }

    private static SeriesKey KeyOf(SampleRow row) => new()
    {
        Feed = row.Feed,
        Indicator = row.Indicator,
        Variant = row.Variant,
        Region = row.Region,
        Breakdown = row.Breakdown,
        Frequency = FrequencyCode.Parse(row.Frequency)!.Value,
    };

    private static Observation ObservationOf(SampleRow row, int decimals) => new()
    {
        Period = new(Sample.Date(row.Start), Sample.Date(row.End), FrequencyCode.Parse(row.Frequency)!.Value),
        Value = row.Value.Length == 0 ? null : (long)(decimal.Parse(row.Value, CultureInfo.InvariantCulture) * (decimal)Math.Pow(10, decimals)),
        Status = StatusCode.Observation(row.ObsStatus)!.Value,
        Confidentiality = StatusCode.Confidentiality(row.ConfStatus)!.Value,
    };
}
