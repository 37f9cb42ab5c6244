using System.Text.RegularExpressions;

namespace Lagebild.Tests.Web;

/// <summary>An indicator as a map: its places, values, addresses and notes.</summary>
public sealed partial class MapTests
{
    private const string Protection = "/indicators/protection-seekers?kind=map";

    [TestCase("de", "Deutschland: 24 Kreise und kreisfreie Städte")]
    [TestCase("pl", "Niemcy: 24 powiaty i miasta wydzielone (Kreise)")]
    [TestCase("en", "Germany: 24 districts and independent cities")]
    public async Task A_map_shows_the_districts_that_are_counted(string language, string panel)
    {
        var page = await Site.PageAsync($"/{language}{Protection}");

        Assert.That(page.QuerySelectorAll("svg.chart.w text.b")[0].TextContent, Is.EqualTo(panel));
    }

    [Test]
    public async Task A_map_is_per_inhabitants_and_names_the_district_with_its_value()
    {
        // Destatis 12531-0043: 1,200 open, 6,285 recognised, 205 without; 12411: 98,308 inhabitants; both of 31 December 2024: 78.2 per 1,000.
        var titles = (await Site.PageAsync($"/de{Protection}")).QuerySelectorAll("svg.chart.w a title").Select(t => t.TextContent);

        Assert.That(titles, Does.Contain("Schwerin: 78,2").And.Some.StartsWith("Hamburg: "));
    }

    [Test]
    public async Task Every_tile_leads_on_and_is_reached_by_keyboard()
    {
        var links = (await Site.PageAsync($"/en{Protection}")).QuerySelectorAll("svg.chart.n a");

        Assert.That((links.Length, links.All(a => a.GetAttribute("href")!.StartsWith("/en/", StringComparison.Ordinal) && a.GetAttribute("tabindex") is null)), Is.EqualTo((24, true)));
    }

    [Test]
    public async Task A_country_without_a_figure_is_named_and_not_drawn()
    {
        var notes = (await Site.PageAsync($"/en{Protection}")).QuerySelectorAll("ol.notes li").Select(n => n.TextContent.Trim());

        Assert.That(notes, Does.Contain("Poland: 62 counties (powiats) and cities with county rights: no figure counted this way; this does not mean zero."));
    }

    [Test]
    public async Task As_counted_the_map_shows_the_counts_and_leads_back()
    {
        var page = await Site.PageAsync($"/de{Protection}&per=count");

        Assert.That(page.QuerySelectorAll("p.actions a").Select(a => a.TextContent), Does.Contain("Karte je Einwohner"));
        Assert.That(page.QuerySelectorAll("svg.chart.w a title").Select(t => t.TextContent), Does.Contain("Schwerin: 7.690"));
    }

    [Test]
    public async Task Counted_in_two_ways_two_maps_stand_side_by_side()
    {
        var page = await Site.PageAsync("/pl/indicators/population?kind=map");

        Assert.That(page.QuerySelectorAll("main figure").Take(2).Select(f => f.QuerySelectorAll("svg.chart.w a").Length), Is.EqualTo(new[] { 24, 62 }));
    }

    [Test]
    public async Task Another_word_for_the_measure_is_refused_by_its_name()
    {
        var (status, page) = await Site.AnswerAsync($"/en{Protection}&per=area");

        Assert.That((status, page.Body!.TextContent.Contains("Expected is inhabitants", StringComparison.Ordinal)), Is.EqualTo((400, true)));
    }

    [TestCase("/de/indicators/pesel-ukr-applications?kind=map")]
    [TestCase("/de/indicators/registered-arrivals?kind=map")]
    public async Task Without_values_of_several_districts_or_countries_another_chart_is_drawn(string address) =>
        Assert.That((await Site.PageAsync(address)).QuerySelectorAll("svg.chart .bd"), Is.Empty);

    [Test]
    public async Task A_map_has_its_picture()
    {
        using var answer = await Site.Client.GetAsync(new Uri("/de/indicators/protection-seekers.svg?kind=map", UriKind.Relative));

        Assert.That((answer.Content.Headers.ContentType!.MediaType, Tile().Count(await answer.Content.ReadAsStringAsync())), Is.EqualTo(("image/svg+xml", 24)));
    }

    [Test]
    public async Task A_map_has_its_values_as_a_file()
    {
        var lines = (await Site.Client.GetStringAsync(new Uri("/de/indicators/protection-seekers.csv?kind=map&per=count", UriKind.Relative))).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.That((lines.Length, lines.Count(l => l.Contains("DE-13004", StringComparison.Ordinal) && l.Contains(",7690,", StringComparison.Ordinal))), Is.EqualTo((25, 1)));
    }

    [GeneratedRegex("<rect fill=\"#[0-9A-F]{6}\" x=\"[\\d.]+\" y=\"[\\d.]+\" width=\"([\\d.]+)\" height=\"\\1\"")]
    private static partial Regex Tile();
}
