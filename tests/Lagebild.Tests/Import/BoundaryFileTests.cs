using System.Text;
using System.Text.Json;
using Lagebild.Import.Boundaries;

namespace Lagebild.Tests.Import;

/// <summary>Boundaries from GeoJSON: what is refused, what is matched, and that neighbours keep one line.</summary>
internal sealed class BoundaryFileTests
{
    private static readonly Lagebild.Catalogue.Catalogue Catalogue = Lagebild.Catalogue.Catalogue.Shipped;

    [Test]
    public void A_feature_is_matched_by_its_key() =>
        Assert.That(Read(Collection(Feature("AGS", "01001", Ring(9, 54)))).Boundaries.Select(b => b.Region), Is.EqualTo(new[] { "DE-01001" }));

    [TestCase("\"AGS\": \"02000\"", BoundaryKey.Ags, "DE-HH")]
    [TestCase("\"teryt\": \"2201\"", BoundaryKey.Teryt, "PL-2201")]
    [TestCase("\"NUTS_ID\": \"DEF02\"", BoundaryKey.Nuts, "DE-01002")]
    [TestCase("\"NUTS_ID\": \"EL\"", BoundaryKey.Nuts, "GRC")]
    [TestCase("\"ISO_A3\": \"POL\"", BoundaryKey.Iso3, "POL")]
    public void Each_key_finds_its_regions(string property, BoundaryKey key, string region) =>
        Assert.That(Read(Collection($$$"""{"type":"Feature","properties":{{{{property}}}},"geometry":{"type":"Polygon","coordinates":[{{{Ring(9, 54)}}}]}}"""), key).Boundaries.Single().Region, Is.EqualTo(region));

    [Test]
    public void What_belongs_to_no_region_is_found_and_the_rest_is_read()
    {
        var file = Read(Collection(Feature("AGS", "99999", Ring(8, 54)), Feature("GEN", "Kiel", Ring(8, 54)), Feature("AGS", "01001", Ring(9, 54)), Feature("AGS", "01001", Ring(9, 54))));

        Assert.That(file.Findings, Is.EqualTo(new[]
        {
            "Feature 1: no region has AGS 99999.", "Feature 2 has no property AGS or AGS_0.", "Feature 4: AGS 01001 is DE-01001 once more; the first outline is kept.",
        }));
    }

    [TestCase("{}", "The file is not a GeoJSON FeatureCollection.")]
    [TestCase("[]", "The file is not a GeoJSON FeatureCollection.")]
    [TestCase("""{"type":"Feature","features":[]}""", "The file is not a GeoJSON FeatureCollection.")]
    [TestCase("""{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},"features":[]}""", "The file names another coordinate system than WGS 84 in degrees (EPSG:4326). Convert it first.")]
    [TestCase("""{"type":"FeatureCollection","features":[]}""", "No feature names a known region by AGS.")]
    public void A_file_that_cannot_be_used_is_refused_in_a_sentence(string json, string sentence) =>
        Assert.That(() => Read(json), Throws.TypeOf<FormatException>().With.Message.EqualTo(sentence));

    [TestCase("[[560000,5900000],[561000,5900000],[561000,5901000],[560000,5900000]]", "Feature 1 holds coordinates that are not degrees. Convert the file to WGS 84 (EPSG:4326) first.")]
    [TestCase("[[9,54],[10,54],[10,55]]", "The outline of feature 1 is not a closed Polygon or MultiPolygon.")]
    [TestCase("[[9,54],[10,54],[10,55],[9,55]]", "The outline of feature 1 is not a closed Polygon or MultiPolygon.")]
    [TestCase("[[9,54],[\"x\",54],[10,55],[9,54]]", "The outline of feature 1 is not a closed Polygon or MultiPolygon.")]
    [TestCase("[9]", "The outline of feature 1 is not a closed Polygon or MultiPolygon.")]
    public void A_broken_outline_of_a_known_region_refuses_the_file(string ring, string sentence) =>
        Assert.That(() => Read(Collection(Feature("AGS", "01001", ring))), Throws.TypeOf<FormatException>().With.Message.EqualTo(sentence));

    [TestCase("""{"type":"Point","coordinates":[9,54]}""")]
    [TestCase("null")]
    [TestCase("{}")]
    public void A_known_region_without_an_area_refuses_the_file(string geometry) =>
        Assert.That(() => Read(Collection($$$"""{"type":"Feature","properties":{"AGS":"01001"},"geometry":{{{geometry}}}}""")), Throws.TypeOf<FormatException>());

    [Test]
    public void What_is_no_JSON_is_refused() => Assert.That(() => Read("# Title"), Throws.InstanceOf<JsonException>());

    [Test]
    public void Neighbours_share_the_points_of_their_common_line_after_it_was_simplified()
    {
        var wiggle = string.Join(',', Enumerable.Range(0, 101).Select(i => Text(10 + (i % 2 * 0.0004), 54 + (i / 100.0))));
        var back = string.Join(',', Enumerable.Range(0, 101).Reverse().Select(i => Text(10 + (i % 2 * 0.0004), 54 + (i / 100.0))));
        var file = Read(Collection(Feature("AGS", "01001", $"[[9,54],{wiggle},[9,55],[9,54]]"), Feature("AGS", "01002", $"[[11,55],{back},[11,54],[11,55]]")));

        var (west, east) = (file.Boundaries[0].Rings[0].ToHashSet(), file.Boundaries[1].Rings[0].ToHashSet());
        Assert.That((west.Count, west.Intersect(east).Order(Comparer<GeoPoint>.Create((a, b) => a.Latitude - b.Latitude))), Is.EqualTo((4, new GeoPoint[] { new(1_000_000, 5_400_000), new(1_000_000, 5_500_000) })));
    }

    [Test]
    public void A_town_inside_a_district_fills_its_hole_exactly()
    {
        var town = string.Join(',', Enumerable.Range(0, 61).Select(i => Text(10.5 + (0.2 * Math.Cos(i * Math.PI / 30)), 54.5 + (0.2 * Math.Sin(i * Math.PI / 30)))));
        var hole = string.Join(',', Enumerable.Range(0, 61).Select(i => Text(10.5 + (0.2 * Math.Cos((20 - i) * Math.PI / 30)), 54.5 + (0.2 * Math.Sin((20 - i) * Math.PI / 30)))));
        var file = Read(Collection(Feature("AGS", "01002", $"[{town}]"), Feature("AGS", "01058", $"{Ring(10, 54)},[{hole}]")));

        Assert.That(file.Boundaries[1].Rings[1].ToHashSet().SetEquals(file.Boundaries[0].Rings[0]), Is.True);
    }

    [Test]
    public void Islands_too_small_to_be_seen_are_left_out_but_never_a_region()
    {
        var file = Read(Collection(
            Feature("AGS", "01054", $"{Ring(9, 54)}],[{Ring(8, 54, 0.0005)}", "MultiPolygon"), Feature("AGS", "01001", Ring(10, 55, 0.0005))));

        Assert.That(file.Boundaries.Select(b => b.Rings.Count), Is.EqualTo(new[] { 1, 1 }));
    }

    [TestCase("vg2500_kreise_SH_HH_MV.geojson", BoundaryKey.Ags, 24)]
    [TestCase("vg2500_kreise_SH_HH_MV.geojson", BoundaryKey.Nuts, 24)]
    [TestCase("derived_powiaty_ZP_PM_WM_teryt.geojson", BoundaryKey.Teryt, 62)]
    [TestCase("nuts2024_europe_l0.geojson", BoundaryKey.Nuts, 39)]
    public void Real_files_are_read_whole_and_get_smaller(string name, BoundaryKey key, int regions)
    {
        var file = BoundaryFile.Read(File.ReadAllBytes(Delivered.SharedPath($"geo/{name}")), key, Catalogue);

        Assert.That((file.Boundaries.Count, file.Findings.Count, file.Boundaries.Sum(b => b.Rings.Sum(r => r.Count)) < file.PointsRead), Is.EqualTo((regions, 0, true)));
    }

    private static BoundaryFile Read(string json, BoundaryKey key = BoundaryKey.Ags) => BoundaryFile.Read(Encoding.UTF8.GetBytes(json), key, Catalogue);

    private static string Collection(params string[] features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";

    private static string Feature(string property, string code, string rings, string type = "Polygon") =>
        $$$"""{"type":"Feature","properties":{"{{{property}}}":"{{{code}}}"},"geometry":{"type":"{{{type}}}","coordinates":[{{{(type == "Polygon" ? rings : $"[{rings}]")}}}]}}""";

    private static string Ring(double west, double south, double size = 1) => $"[{Text(west, south)},{Text(west + size, south)},{Text(west + size, south + size)},{Text(west, south + size)},{Text(west, south)}]";

    private static string Text(double x, double y) => FormattableString.Invariant($"[{x:0.#####},{y:0.#####}]");
}
