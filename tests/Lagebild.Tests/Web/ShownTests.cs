using System.Xml.Linq;
using AngleSharp.Dom;

namespace Lagebild.Tests.Web;

public sealed class ShownTests
{
    [TestCase("de", "laut Presse")]
    [TestCase("pl", "według prasy")]
    [TestCase("en", "press report")]
    public async Task A_figure_of_the_press_is_marked_in_headline_source_table_and_on_its_own_page(string language, string word)
    {
        var page = await Site.PageAsync($"/{language}/indicators/places-occupied?regions=DE-HH&variant=hh-public-occupied&feed=press-germany");
        var figure = page.QuerySelector("figure")!;
        Assert.That(figure.QuerySelector("h3")!.TextContent, Does.EndWith($"({word})"));
        Assert.That(figure.QuerySelectorAll("tbody tr").All(r => r.QuerySelector("td .press")!.TextContent == word), Is.True);
        Assert.That(figure.QuerySelector(".source .press")!.TextContent, Is.EqualTo(word));
        var origin = await Site.PageAsync(figure.QuerySelector("td a[href*='/figures/']")!.GetAttribute("href")!);
        Assert.That(origin.QuerySelector("dl.facts .press")!.TextContent, Is.EqualTo(word));
    }

    [Test]
    public async Task A_region_marks_its_press_figures() =>
        Assert.That((await Site.PageAsync("/en/regions/DE-HH")).QuerySelector(".keyfigures a[href*='places-occupied']")!.Closest("tr")!.QuerySelector(".press"), Is.Not.Null);

    [Test]
    public async Task A_chart_says_who_else_reports_the_same_and_leads_there()
    {
        var page = await Site.PageAsync("/en/indicators/registered-arrivals?regions=DE-HH");
        var link = page.QuerySelectorAll("figure .listed a[href*='feed=press-germany']")[0].GetAttribute("href")!;
        Assert.That((await Site.PageAsync(link)).QuerySelectorAll("figure .source .press"), Is.Not.Empty);
    }

    [TestCase("de", "Kennzeichen d der Quelle: abweichende Definition (Deutschland: 31.03.2022 – 30.06.2024).")]
    [TestCase("pl", "Oznaczenie d źródła: odmienna definicja (Niemcy: 31.03.2022 – 30.06.2024).")]
    [TestCase("en", "Sign d of the source: definition differs (Germany: 31 Mar 2022 – 30 Jun 2024).")]
    public async Task A_sign_of_the_source_is_said_once_in_words_with_region_and_periods(string language, string note)
    {
        var page = await Site.PageAsync($"/{language}/indicators/temporary-protection?regions=DEU,POL");
        Assert.That(page.QuerySelector("figure")!.QuerySelectorAll(".notes li").Select(l => l.TextContent.Replace('\u00a0', ' ')).Where(t => t.Contains(" d ", StringComparison.Ordinal)), Is.EqualTo([note]));
    }

    [TestCase("/de/indicators/temporary-protection.svg?regions=DEU,POL", "Eurostat")]
    [TestCase("/pl/indicators/asylblg-recipients.svg?per=inhabitants", "na 1000 mieszkańców")]
    public async Task The_picture_of_a_chart_stands_alone_with_its_words(string address, string words)
    {
        using var answer = await Site.Client.GetAsync(new Uri(address, UriKind.Relative));
        var picture = XDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.That((answer.Content.Headers.ContentType!.MediaType, picture.Root!.Name.LocalName), Is.EqualTo(("image/svg+xml", "svg")));
        Assert.That(picture.Descendants().Where(e => e.Name.LocalName == "text").Select(t => t.Value), Has.Some.Contain(words));
    }

    [TestCase("/de/indicators/nothing.svg", 404)]
    [TestCase("/de/indicators/asylblg-recipients.svg?from=1990&to=1991", 404)]
    [TestCase("/de/indicators/asylblg-recipients.svg?kind=cake", 400)]
    [TestCase("/de/indicators/asylblg-recipients?feed=No%20Feed", 400)]
    public async Task What_cannot_be_shown_is_refused(string address, int status) => Assert.That((await Site.AnswerAsync(address)).Status, Is.EqualTo(status));

    [Test]
    public async Task What_is_missing_in_a_region_exists_in_another_of_its_level_and_country()
    {
        var german = await Missing("/en/regions/DE-MV");
        Assert.That(german, Has.None.StartsWith("/en/indicators/pesel"));
        Assert.That(await Missing("/en/regions/DEU"), Has.Some.EqualTo("/en/indicators/pesel-ukr-applications"));
    }

    [Test]
    public async Task The_sources_as_of_a_release_name_only_what_was_delivered_by_then_and_nothing_due()
    {
        var then = await Site.PageAsync("/en/sources?stand=1");
        var now = await Site.PageAsync("/en/sources");
        Assert.That((Delivered(then), Delivered(now)), Is.EqualTo((1, now.QuerySelectorAll("section[id]").Length)));
        Assert.That((then.Body!.TextContent.Contains("Next due", StringComparison.Ordinal), now.Body!.TextContent.Contains("Next due", StringComparison.Ordinal)), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task A_key_figure_of_many_values_has_a_line_and_the_same_in_words()
    {
        var trend = (await Site.PageAsync("/en/regions/PL-22")).QuerySelectorAll(".trend").First(t => t.ChildElementCount > 0);
        Assert.That(trend.QuerySelector("svg.spark")!.GetAttribute("aria-hidden"), Is.EqualTo("true"));
        Assert.That(trend.QuerySelector(".hidden")!.TextContent, Does.StartWith("Line chart: 1 series (").And.Contain("Pomorskie: from "));
    }

    private static int Delivered(IDocument page) => page.QuerySelectorAll("section[id]").Count(s => s.TextContent.Contains("SHA-256", StringComparison.Ordinal));

    private static async Task<IEnumerable<string?>> Missing(string address)
    {
        var heading = (await Site.PageAsync(address)).QuerySelectorAll("h2").Single(h => h.TextContent == "What is missing");
        return heading.ParentElement!.QuerySelector("ul")!.QuerySelectorAll("li a").Select(a => a.GetAttribute("href"));
    }
}
