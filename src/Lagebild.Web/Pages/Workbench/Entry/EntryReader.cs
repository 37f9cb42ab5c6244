using Lagebild.Catalogue;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Workbench.Entry;

/// <summary>Reads what the entry form of a feed and region is made of.</summary>
public sealed class EntryReader(Reading reading, Stands stands, ObservationStore observations, DeliveryStore deliveries, EntryStore entries, ProfileStore profiles)
{
    /// <summary>The regions of a feed, by name: those it delivered for, that of its office, and those within that where it never delivered.</summary>
    public IReadOnlyList<Region> Regions(Feed feed)
    {
        var delivered = reading.Stand.Coverage.Where(c => c.Feed == feed.Code).Select(c => c.Region).ToHashSet(StringComparer.Ordinal);
        var office = feed.Region is null ? [] : reading.Catalogue.Regions.Where(r => r.Code == feed.Region || (delivered.Count == 0 && r.Parent == feed.Region));
        return [.. reading.Catalogue.Regions.Where(r => delivered.Contains(r.Code)).Union(office).Where(r => r.ValidTo is null)
            .OrderBy(r => r.Level).ThenBy(r => reading.RegionName(r.Code), StringComparer.InvariantCultureIgnoreCase)];
    }

    /// <summary>What the grid is made from.</summary>
    public async Task<EntryBasis> BasisAsync(Feed feed, string region, CancellationToken ct)
    {
        Coverage[] coverage = [.. reading.Stand.Coverage.Where(c => c.Feed == feed.Code && c.Region == region)];
        var published = new List<Series>();
        foreach (var indicator in coverage.Select(c => c.Indicator).Distinct())
        {
            published.AddRange(await observations.SeriesAsync(new() { Indicator = indicator, Feed = feed.Code, Regions = [region], Stand = reading.Stand.Release.Number }, ct));
        }

        return new() { Feed = feed, Region = region, Catalogue = reading.Catalogue, Coverage = coverage, Published = published, Draft = await entries.OpenAsync(feed.Code, region, ct) };
    }

    /// <summary>The cells as of today.</summary>
    public EntryGrid Grid(EntryBasis basis) => EntryGrid.Of(basis, stands.Today);

    /// <summary>The draft by the checks of a delivery.</summary>
    public async Task<EntryCheck> CheckAsync(EntryBasis basis, EntryGrid grid, CancellationToken ct) => await EntryCheck.OfAsync(
        basis, grid, (await profiles.ByCodeAsync(EntryCheck.ProfileCode, ct))!, file => deliveries.QuestionsAsync(file, reading.Catalogue, ct), ct);

    /// <summary>What a row of the grid is called: by indicator alone where the grid has no other way of counting of it, and by its breakdown where there is one.</summary>
    public string RowName(EntryKey key) => key.Breakdown.Length == 0 ? reading.IndicatorName(key.Indicator) : $"{reading.IndicatorName(key.Indicator)}, {reading.BreakdownName(key.Breakdown)}";

    /// <summary>All that a row may be called in a pasted table, in each language.</summary>
    public IEnumerable<string> NamesOf(EntryKey key)
    {
        string[] breakdown = key.Breakdown.Length == 0 ? [""] : [.. Languages.All.SelectMany(l => new[] { CodesOf(key.Breakdown, l, withDimension: false), CodesOf(key.Breakdown, l, withDimension: true) }), key.Breakdown];
        string[] bare = [key.Indicator, key.Variant, .. Languages.All.SelectMany(l => new[] { Text(CatalogueKind.Indicator, key.Indicator, l), Text(CatalogueKind.Variant, key.Variant, l) }).OfType<string>()];
        return bare.SelectMany(n => breakdown.SelectMany(b => b.Length == 0 ? [n] : new[] { $"{n}, {b}", $"{n} {b}", $"{n}: {b}" })).Concat(breakdown.Where(b => b.Length > 0));
    }

    private string CodesOf(string breakdown, string language, bool withDimension) => string.Join(", ", Breakdown.Parse(breakdown)!.Parts.Select(p =>
        $"{(withDimension ? $"{Text(CatalogueKind.Dimension, p.Key, language)}: " : "")}{reading.Catalogue.CodeName(p.Key, p.Value, language)?.Plain() ?? p.Value}"));

    private string? Text(string kind, string code, string language) => reading.Catalogue.Text(kind, code, "name", language)?.Plain();
}
