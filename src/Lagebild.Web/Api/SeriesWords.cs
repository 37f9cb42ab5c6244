using Lagebild.Catalogue;
using Lagebild.Comparison;
using Lagebild.OpenData;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Api;

/// <summary>Series with their words in the reader's language. What many series have in common is looked up once.</summary>
internal sealed class SeriesWords(Reading reading)
{
    private readonly Dictionary<string, DataSource> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DataPart[]> _parts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Variant, string Region), DataBreak[]> _breaks = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>A series as it is stored.</summary>
    public DataSeries Of(StoredSeries stored)
    {
        var variant = reading.Catalogue.Variant(stored.Key.Variant);
        return Of(stored.Id, stored.Key, variant?.Decimals ?? 0, variant?.Unit ?? "");
    }

    /// <summary>
    /// A series as it is shown, in the unit it is shown in. Where that is not the unit of its way of counting (a rate), or its values were made of others (a sum over months), the code of the way of counting says so:
    /// such values can't be handed in as reported.
    /// </summary>
    public DataSeries Of(ShownSeries shown, Variant variant)
    {
        var key = shown.Series.Key;
        var derived = reading.Catalogue.Variant(key.Variant)?.Unit != variant.Unit ? variant.Unit : shown is { IsComputed: true, Measure: not Measure.Total } ? shown.Measure.Word() : null;
        return Of(shown.Series.Id, derived is null ? key : key with { Variant = $"{key.Variant}/{derived}" }, variant.Decimals, variant.Unit) with { VariantName = reading.VariantName(key.Variant) };
    }

    private DataSeries Of(long id, SeriesKey key, int decimals, string unit) => new()
    {
        Id = id,
        Key = key,
        Decimals = decimals,
        Unit = unit,
        Source = Kept(_sources, key.Feed, SourceOf),
        Parts = Kept(_parts, key.Breakdown, PartsOf),
        Breaks = Kept(_breaks, (key.Variant, key.Region), at => BreaksOf(key.Indicator, at.Variant, at.Region)),
        IndicatorName = Kept(_names, $"i {key.Indicator}", _ => reading.IndicatorName(key.Indicator)),
        VariantName = Kept(_names, $"v {key.Variant}", _ => reading.VariantName(key.Variant)),
        RegionName = Kept(_names, $"r {key.Region}", _ => reading.RegionName(key.Region)),
        BreakdownName = Kept(_names, $"b {key.Breakdown}", _ => reading.BreakdownName(key.Breakdown)),
        UnitName = Kept(_names, $"u {unit}", _ => reading.UnitName(unit)),
        FrequencyName = reading.Words.FrequencyName(key.Frequency),
    };

    private static TValue Kept<TKey, TValue>(Dictionary<TKey, TValue> known, TKey key, Func<TKey, TValue> make)
        where TKey : notnull => known.TryGetValue(key, out var found) ? found : known[key] = make(key);

    private DataSource SourceOf(string code)
    {
        var feed = reading.Stand.Feeds.GetValueOrDefault(code);
        return new()
        {
            Code = code,
            Name = reading.FeedName(code),
            Publisher = feed?.Publisher ?? code,
            Licence = feed?.Licence ?? "",
            LicenceAddress = feed?.LicenceAddress,
            Citation = feed?.Citation ?? code,
            Address = feed?.Address,
            IsPress = feed?.Press ?? false,
            Language = feed?.Language ?? reading.Language,
        };
    }

    private DataPart[] PartsOf(string key) =>
        [.. Breakdown.Parse(key)!.Parts.Select(p => new DataPart(p.Key, reading.Name(CatalogueKind.Dimension, p.Key).Plain(), p.Value, reading.CodeName(p.Key, p.Value).Plain()))];

    private DataBreak[] BreaksOf(string indicator, string variant, string region) =>
        [.. reading.Catalogue.Breaks
            .Where(b => FigureNotes.Concerns(b, indicator, variant) && FigureNotes.Holds(reading.Catalogue, b, region))
            .Select(b => new DataBreak { Code = b.Code, Day = b.Day, Text = BreakText(b.Code) })];

    private string BreakText(string code)
    {
        var (name, effect) = (reading.Name(CatalogueKind.Break, code).Plain(), reading.Text(CatalogueKind.Break, code, "effect")?.Plain());
        return effect is null ? name : $"{name.TrimEnd('.')}. {effect}";
    }
}
