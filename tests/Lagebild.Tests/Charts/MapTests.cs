using System.Text.RegularExpressions;
using Lagebild.Charts;
using static Lagebild.Tests.Charts.PlaceSpecs;

namespace Lagebild.Tests.Charts;

internal sealed partial class MapTests
{
    [TestCase("de", "Karte: 8 Gebiete (je 1.000 Einwohner). Am höchsten: DEU: 8,0; POL: 7,0. Am niedrigsten: SWE: 1,0; FIN: 2,0. 1 Gebiet: geheim gehalten. 2 Gebiete: keine Angabe.")]
    [TestCase("pl", "Mapa: 8 jednostek terytorialnych (na 1000 mieszkańców). Najwyższe wartości: DEU: 8,0; POL: 7,0. Najniższe wartości: SWE: 1,0; FIN: 2,0. 1 jednostka terytorialna: objęte tajemnicą statystyczną. 2 jednostki terytorialne: brak danych.")]
    [TestCase("en", "Map: 8 places (per 1,000 inhabitants). Highest: DEU: 8.0; POL: 7.0. Lowest: SWE: 1.0; FIN: 2.0. 1 place: confidential. 2 places: no figure.")]
    public void A_map_is_told_by_its_ends_and_its_gaps(string language, string told)
    {
        var values = new Dictionary<string, ChartValue?> { ["SWE"] = Value(10), ["FIN"] = Value(20), ["EST"] = Confidential, ["DNK"] = null, ["LVA"] = null, ["DEU"] = Value(80), ["POL"] = Value(70), ["LTU"] = Value(60) };
        Assert.That(Told(With(Map(language, _ => null, "baltic"), values)), Is.EqualTo(told));
    }

    [TestCase(1, "1 jednostka terytorialna: brak danych.")]
    [TestCase(3, "3 jednostki terytorialne: brak danych.")]
    [TestCase(5, "5 jednostek terytorialnych: brak danych.")]
    public void Places_are_counted_in_Polish(int missing, string counted) =>
        Assert.That(Told(Map("pl", i => i < missing ? null : Value(i), "baltic")), Does.EndWith(counted));

    [Test]
    public void Classes_have_round_limits_and_none_is_empty_or_too_full()
    {
        var chart = new MapChart(Map("de", i => Value(280 + (i * i)), "DEU"));

        Assert.That(chart.Signs.Select(s => s.Words), Is.EqualTo(new[] { "unter 30", "30 bis unter 40", "40 bis unter 50", "50 bis unter 70", "70 und mehr" }));
    }

    [TestCase("pl", new[] { "poniżej 200", "od 200 do poniżej 300", "od 300 do poniżej 400", "od 400 do poniżej 500", "500 i więcej" })]
    [TestCase("en", new[] { "under 200", "200 to under 300", "300 to under 400", "400 to under 500", "500 and over" })]
    public void Limits_are_printed_in_the_language_of_the_reader(string language, string[] words) =>
        Assert.That(new MapChart(Map(language, i => Value((i % 5 * 1000) + 1000 + i), "DEU")).Signs.Select(s => s.Words), Is.EqualTo(words));

    [Test]
    public void Equal_values_are_one_class() =>
        Assert.That(new MapChart(Map("de", _ => Value(395), "POL")).Signs.Select(s => s.Words), Is.EqualTo(new[] { "39,5" }));

    [Test]
    public void Two_values_are_two_classes_parted_at_the_higher() =>
        Assert.That(new MapChart(Map("en", i => Value(i % 2 == 0 ? 0 : 50), "DEU")).Signs.Select(s => s.Words), Is.EqualTo(new[] { "under 5", "5 and over" }));

    [Test]
    public void Many_equal_values_leave_fewer_classes_but_no_empty_one() =>
        Assert.That(new MapChart(Map("en", i => Value(i < 18 ? 0 : i), "DEU")).Signs.Select(s => s.Words), Is.EqualTo(new[] { "under 2", "2 and over" }));

    [Test]
    public void Around_a_middle_the_third_class_holds_it() =>
        Assert.That(
            new MapChart(Map("en", i => Value(800 + (i * 20)), "DEU") with { Middle = 1_000, IsPercent = true }).Signs.Select(s => s.Words),
            Is.EqualTo(new[] { "under 85%", "85% to under 95%", "95% to under 105%", "105% to under 115%", "115% and over" }));

    [Test]
    public void A_map_without_any_value_is_all_hatched_and_has_no_classes()
    {
        var chart = new MapChart(Map("de", _ => null, "DEU"));

        Assert.That((Hatched().Count(Drawn(chart, Frame.Wide)), chart.Signs.Select(s => s.Words).Single()), Is.EqualTo((24, "keine Angabe, das heißt nicht null")));
    }

    [Test]
    public void Every_place_carries_its_sign_and_leads_to_its_figure_or_page()
    {
        var drawn = Drawn(new MapChart(Districts("de")), Frame.Narrow);

        Assert.That((Sign().Count(drawn), Link().Count(drawn)), Is.EqualTo((86, 86)));
    }

    [Test]
    public void Tiles_of_both_countries_have_one_size() =>
        Assert.That(Tile().Matches(Drawn(new MapChart(Districts("de")), Frame.Wide)).Select(m => (m.Groups[1].Value, m.Groups[2].Value)).Distinct().Count(), Is.EqualTo(1));

    [Test]
    public void On_the_phone_a_tile_can_be_touched() =>
        Assert.That(double.Parse(Tile().Match(Drawn(new MapChart(Districts("de")), Frame.Narrow)).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), Is.GreaterThanOrEqualTo(24));

    [Test]
    public void On_the_phone_the_countries_stand_below_one_another()
    {
        var heights = new[] { Frame.Wide, Frame.Narrow }.Select(f => Height().Match(Drawn(new MapChart(Districts("de")), f)).Groups[1].Value).Select(h => double.Parse(h, System.Globalization.CultureInfo.InvariantCulture)).ToArray();

        Assert.That(heights[1], Is.GreaterThan(heights[0] * 1.5));
    }

    [Test]
    public void With_every_boundary_known_outlines_take_the_place_of_tiles() =>
        Assert.That(Drawn(new MapChart(Outlines("de")), Frame.Wide), Does.Contain("fill-rule=\"evenodd\"").And.Not.Contain("<rect class=\"q"));

    [Test]
    public void With_one_boundary_missing_tiles_stay()
    {
        var spec = Outlines("de");
        var places = spec.Panels[0].Places.Select((p, i) => p with { Column = i, Outline = i == 0 ? null : p.Outline }).ToArray();

        Assert.That(Drawn(new MapChart(spec with { Panels = [spec.Panels[0] with { Places = places }] }), Frame.Wide), Does.Not.Contain("fill-rule"));
    }

    [Test]
    public void A_projected_square_keeps_its_area()
    {
        var north = Area(MapOutline.Of([Square(10, 60, 0.01)]).Rings[0]);

        Assert.That(north, Is.EqualTo(1.112 * 1.112 * Math.Cos(60.005 * Math.PI / 180)).Within(0.001));
    }

    private static MapSpec With(MapSpec spec, Dictionary<string, ChartValue?> values) =>
        spec with { Panels = [.. spec.Panels.Select(p => p with { Places = [.. p.Places.Select(x => x with { Value = values[x.Name] })] })] };

    private static string Told(MapSpec spec) => new MapChart(spec).Alternative.Replace('\u00a0', ' ');

    private static double Area((double X, double Y)[] ring) =>
        Math.Abs(ring.Select((p, i) => (p.X * ring[(i + 1) % ring.Length].Y) - (ring[(i + 1) % ring.Length].X * p.Y)).Sum() / 2);

    [GeneratedRegex("<rect fill=\"url\\(#m1-w-h\\)\"")]
    private static partial Regex Hatched();

    [GeneratedRegex("<text class=\"ts")]
    private static partial Regex Sign();

    [GeneratedRegex("<a href=\"/(figures|regions)/")]
    private static partial Regex Link();

    [GeneratedRegex("<rect (?:class=\"q\\d\"|fill=\"url[^\"]*\") x=\"[\\d.]+\" y=\"[\\d.]+\" width=\"([\\d.]+)\" height=\"([\\d.]+)\"")]
    private static partial Regex Tile();

    [GeneratedRegex("viewBox=\"0 0 \\d+ ([\\d.]+)\"")]
    private static partial Regex Height();
}
