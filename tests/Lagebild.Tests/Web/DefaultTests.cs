using AngleSharp.Dom;

namespace Lagebild.Tests.Web;

/// <summary>What pages show of the shipped deliveries where the reader chose nothing.</summary>
public sealed class DefaultTests
{
    [TestCase("registered-arrivals", "22.908", "2023")]
    [TestCase("arrivals-staying", "12.639", "2024")]
    [TestCase("accommodation-need", "10.001", "2024")]
    [TestCase("unaccompanied-minors-intake", "652", "2017")]
    public async Task The_latest_value_for_Hamburg_is_a_current_one_that_counts_the_whole(string indicator, string latest, string year)
    {
        var headline = (await Site.PageAsync($"/de/indicators/{indicator}?regions=DE-HH")).QuerySelector("figure h3")!.TextContent;
        Assert.That(headline, Does.Contain($" {latest} ").And.StartsWith($"Im Jahr {year} "));
    }

    [Test]
    public async Task The_overview_states_the_need_of_all_not_of_people_from_Ukraine()
    {
        var row = (await Site.PageAsync("/de")).QuerySelectorAll("table.keyfigures tr").Single(r => r.QuerySelector("a[href*='/accommodation-need']") is not null);
        Assert.That((Text(row.QuerySelector(".value a")!), Text(row.QuerySelector(".change")!), Text(row.QuerySelector(".when")!)), Is.EqualTo(("10.001 (Hamburg, 2024: zur Herkunft dieses Werts)", "−26,7 %", "2024, zum Vorjahr")));
    }

    [TestCase("/de/indicators/temporary-protection", "X")]
    [TestCase("/pl/indicators/temporary-protection", "X")]
    [TestCase("/en/indicators/temporary-protection", "X")]
    [TestCase("/de/indicators/registered-arrivals?regions=DE-HH&variant=hh-lagebild-ukraine&frequency=A", "X")]
    [TestCase("/de/indicators/pesel-ukr-share", "X")]
    [TestCase("/pl/indicators/pesel-ukr-share", "X")]
    [TestCase("/en/indicators/pesel-ukr-share", "X")]
    [TestCase("/de/indicators/asylblg-recipients-change", "X")]
    [TestCase("/pl/indicators/asylblg-recipients-change", "X")]
    [TestCase("/en/indicators/asylblg-recipients-change", "X")]
    [TestCase("/de/indicators/occupancy-rate?regions=DE-HH", "X")]
    public async Task A_headline_names_what_is_not_the_whole_count(string address, string headline) =>
        Assert.That((await HeadlineAsync(address)).Replace('\u00a0', ' '), Is.EqualTo(headline));

    [TestCase("/de/regions/PL-22", "Woiwodschaft Pommern")]
    [TestCase("/pl/regions/PL-22", "Województwo pomorskie")]
    [TestCase("/en/regions/PL-22", "Pomorskie Voivodeship")]
    [TestCase("/de/regions/DE-13003", "Hansestadt Rostock")]
    [TestCase("/pl/regions/DE-SH", "Szlezwik-Holsztyn")]
    public async Task The_heading_of_a_region_is_its_official_name(string address, string heading) =>
        Assert.That(Text((await Site.PageAsync(address)).QuerySelector("h1 .region > span:last-child")!), Is.EqualTo(heading));

    [TestCase("/de/indicators/population?regions=DE-13004,DE-13073&kind=bar", "X")]
    [TestCase("/pl/indicators/population?regions=DE-13073,DE-13004&kind=bar", "X")]
    [TestCase("/de/indicators/temporary-protection?regions=FRA", "X")]
    [TestCase("/pl/indicators/temporary-protection?regions=FRA", "X")]
    [TestCase("/pl/indicators/temporary-protection?regions=FRA,ITA", "X")]
    [TestCase("/en/indicators/temporary-protection?regions=FRA,ITA,ESP", "X")]
    [TestCase("/pl/indicators/pesel-ukr-applications", "X")]
    public async Task A_region_stands_in_a_headline_as_the_catalogue_says_a_place_else_by_its_name(string address, string headline) =>
        Assert.That((await HeadlineAsync(address)).Replace('\u00a0', ' '), Is.EqualTo(headline));

    [Test]
    public async Task Regions_of_another_level_are_neither_ranked_nor_drawn_but_said_and_in_the_table()
    {
        var figure = (await Site.PageAsync("/de/indicators/unaccompanied-minors?kind=bar")).QuerySelector("figure")!;
        Assert.That(figure.QuerySelector("h3")!.TextContent, Is.EqualTo("X"));
        Assert.That(figure.QuerySelectorAll(".notes li").Select(Text), Has.Some.EqualTo("X"));
        Assert.That(figure.QuerySelectorAll("table tbody th").Select(Text), Does.Contain("Mecklenburg-Vorpommern"));
        Assert.That(figure.QuerySelector("svg")!.TextContent, Does.Not.Contain("Mecklenburg-Vorpommern 595"));
    }

    private static async Task<string> HeadlineAsync(string address) => (await Site.PageAsync(address)).QuerySelector("figure h3")!.TextContent;

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
