using Lagebild.Catalogue;
using Lagebild.Import.Boundaries;
using Lagebild.Statistics;

namespace Lagebild.Tests.CatalogueTests;

/// <summary>The tiles of maps: complete, apart from one another, and where the method puts them.</summary>
internal sealed class TileLayoutTests
{
    private static readonly Lagebild.Catalogue.Catalogue Catalogue = Lagebild.Catalogue.Catalogue.Shipped;

    private static IEnumerable<string> Codes => TileLayout.All.Select(l => l.Code);

    [Test]
    public void Every_district_of_the_six_regions_has_exactly_one_tile()
    {
        string[] lands = ["DE-SH", "DE-MV", "PL-22", "PL-28", "PL-32"];
        var districts = lands.SelectMany(Catalogue.RegionsIn).Where(r => r.Level == RegionLevel.District).Select(r => r.Code).Append("DE-HH");

        Assert.That(new[] { "DEU", "POL" }.SelectMany(l => TileLayout.Of(l).Places).Select(p => p.Region), Is.EquivalentTo(districts));
    }

    [TestCase("DEU", 24)]
    [TestCase("POL", 62)]
    [TestCase("baltic", 8)]
    [TestCase("europe", 39)]
    public void A_layout_has_its_places(string code, int places) => Assert.That(TileLayout.Of(code).Places, Has.Count.EqualTo(places));

    [TestCaseSource(nameof(Codes))]
    public void No_two_places_share_a_tile(string code) => Assert.That(TileLayout.Of(code).Places.Select(p => (p.Column, p.Row)), Is.Unique);

    [TestCaseSource(nameof(Codes))]
    public void Columns_and_rows_start_at_zero(string code) =>
        Assert.That((TileLayout.Of(code).Places.Min(p => p.Column), TileLayout.Of(code).Places.Min(p => p.Row)), Is.EqualTo((0, 0)));

    [TestCaseSource(nameof(Codes))]
    public void Every_place_is_a_region_with_two_letters(string code) =>
        Assert.That(TileLayout.Of(code).Places.Where(p => Catalogue.Region(p.Region) is null || p.Sign.Length != 2), Is.Empty);

    [TestCaseSource(nameof(Codes))]
    public void Letters_are_unique_within_a_Land_or_voivodeship(string code) =>
        Assert.That(TileLayout.Of(code).Places.Select(p => (Catalogue.Region(p.Region)!.Parent, p.Sign)), Is.Unique);

    [TestCase("DEU")]
    [TestCase("POL")]
    public void The_tiles_of_a_Land_or_voivodeship_hold_together(string code)
    {
        foreach (var land in TileLayout.Of(code).Places.GroupBy(p => Catalogue.Region(p.Region)!.Parent))
        {
            Assert.That(Reached([.. land.Select(p => (p.Column, p.Row))]), Is.EqualTo(land.Count()), land.Key);
        }
    }

    [TestCase("DEU", "vg2500_kreise_SH_HH_MV.geojson", BoundaryKey.Ags, 0.85)]
    [TestCase("POL", "derived_powiaty_ZP_PM_WM_teryt.geojson", BoundaryKey.Teryt, 0.85)]
    [TestCase("europe", "nuts2024_europe_l0.geojson", BoundaryKey.Nuts, 0.75)]
    public void Most_places_with_a_common_border_touch(string code, string file, BoundaryKey key, double share)
    {
        var at = TileLayout.Of(code).Places.ToDictionary(p => p.Region, p => (p.Column, p.Row));
        var borders = Geography.Of(file, key).Borders;

        Assert.That(borders.Count(b => Math.Max(Math.Abs(at[b.From].Column - at[b.To].Column), Math.Abs(at[b.From].Row - at[b.To].Row)) <= 1), Is.GreaterThanOrEqualTo(share * borders.Count));
    }

    [TestCase("DEU", "vg2500_kreise_SH_HH_MV.geojson", BoundaryKey.Ags, 8, 5, 1)]
    [TestCase("POL", "derived_powiaty_ZP_PM_WM_teryt.geojson", BoundaryKey.Teryt, 12, 8, 1)]
    [TestCase("baltic", "nuts2024_europe_l0.geojson", BoundaryKey.Nuts, 3, 4, 0.08)]
    [TestCase("europe", "nuts2024_europe_l0.geojson", BoundaryKey.Nuts, 9, 9, 1)]
    public void The_tiles_stand_where_the_method_puts_them(string code, string file, BoundaryKey key, int columns, int rows, double holding)
    {
        var layout = TileLayout.Of(code).Places;
        var geography = Geography.Of(file, key).Only([.. layout.Select(p => p.Region)]);

        Assert.That(
            TilePlacement.Of(geography.Regions, geography.Neighbours, columns, rows, holding).OrderBy(p => p.Key, StringComparer.Ordinal),
            Is.EqualTo(layout.OrderBy(p => p.Region, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Region, (p.Column, p.Row)))));
    }

    private static int Reached(HashSet<(int Column, int Row)> tiles)
    {
        var (seen, open) = (new HashSet<(int, int)>(), new Stack<(int Column, int Row)>([tiles.First()]));
        while (open.TryPop(out var tile))
        {
            if (tiles.Contains(tile) && seen.Add(tile))
            {
                open.Push((tile.Column - 1, tile.Row));
                open.Push((tile.Column + 1, tile.Row));
                open.Push((tile.Column, tile.Row - 1));
                open.Push((tile.Column, tile.Row + 1));
            }
        }

        return seen.Count;
    }
}
