using System.Globalization;
using Lagebild.Import.History;
using Lagebild.Statistics;
using Lagebild.Tests.Samples;

namespace Lagebild.Tests.Import.History;

/// <summary>A series of the samples with the values it has, by period; read by other means than the importer.</summary>
internal sealed class SampleSeries(SeriesKey key, KnownValue[] values)
{
    private static readonly Lagebild.Catalogue.Catalogue _catalogue = Lagebild.Catalogue.Catalogue.Shipped;

    private static readonly Lazy<IReadOnlyList<SampleSeries>> _all = new(
        () => [.. SampleFiles.Rows.Where(r => r.Value.Length > 0).GroupBy(KeyOf).OrderBy(g => g.Key).Select(g => new SampleSeries(g.Key, [.. g.Select(ValueOf).OrderBy(v => v.PeriodEnd)]))]);

    /// <summary>Every series, in order.</summary>
    public static IReadOnlyList<SampleSeries> All => _all.Value;

    public SeriesKey Key { get; } = key;

    /// <summary>In order of period.</summary>
    public KnownValue[] Values { get; } = values;

    public Variant Variant { get; } = _catalogue.Variant(key.Variant)!;

    /// <summary>What is delivered together: feed, variant, frequency.</summary>
    public (string, string, Frequency) Table => (Key.Feed, Key.Variant, Key.Frequency);

    public bool IsShort => Key.Frequency == Frequency.Daily;

    /// <summary>Delivered by a file that says so much of it.</summary>
    public DeliveredSeries With(IReadOnlyList<KnownValue> released, IReadOnlyList<DeliveredValue> delivered) => new()
    {
        Key = Key,
        Variant = Variant,
        Percent = _catalogue.Unit(Variant.Unit)!.Percent,
        Breaks = Breaks,
        Released = released,
        Delivered = delivered,
    };

    private IReadOnlyList<DateOnly> Breaks { get; } =
        [.. _catalogue.Breaks.Where(b => b.Variants.Contains(key.Variant) && (b.Regions.Count == 0 || b.Regions.Any(r => _catalogue.IsWithin(key.Region, r)))).Select(b => b.Day)];

    private static SeriesKey KeyOf(SampleRow row) => new()
    {
        Feed = row.Feed,
        Indicator = row.Indicator,
        Variant = row.Variant,
        Region = row.Region,
        Breakdown = row.Breakdown,
        Frequency = FrequencyCode.Parse(row.Frequency)!.Value,
    };

    private static KnownValue ValueOf(SampleRow row)
    {
        var scale = (decimal)Math.Pow(10, _catalogue.Variant(row.Variant)!.Decimals);
        return new(Day(row.Start), Day(row.End), (long)(decimal.Parse(row.Value, CultureInfo.InvariantCulture) * scale));
    }

    private static int Day(string iso) => int.Parse(iso.Replace("-", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
