using AngleSharp.Dom;

namespace Lagebild.Tests.Web;

/// <summary>The search as a reader meets it.</summary>
public sealed class SearchPageTests
{
    [TestCase("de", "Schutzsuchenden", "/de/indicators/protection-seekers", "Kennzahl · Ankünfte")]
    [TestCase("pl", "w Gdańsku", "/pl/regions/PL-2261", "obszar · pomorskie, Polska")]
    [TestCase("en", "refugees", "/en/indicators/refugees", "indicator · International refugee movements")]
    public async Task A_hit_says_what_it_is_and_where_it_belongs(string language, string query, string href, string what)
    {
        var first = (await Site.PageAsync($"/{language}/search?q={Uri.EscapeDataString(query)}")).QuerySelector("ol.found li")!;

        Assert.That((first.QuerySelector("a")!.GetAttribute("href"), first.QuerySelector(".small")!.TextContent.Replace("\u00AD", "", StringComparison.Ordinal)), Is.EqualTo((href, what)));
    }

    [TestCase("de", "Zu „xyzzy“ gibt es in diesem Stand nichts.")]
    [TestCase("pl", "W tym stanie danych nie ma nic na temat „xyzzy”.")]
    [TestCase("en", "There is nothing for “xyzzy” in this state of the data.")]
    public async Task Nothing_found_says_so_and_suggests(string language, string sentence)
    {
        var page = await Site.PageAsync($"/{language}/search?q=xyzzy");

        Assert.That(page.QuerySelector("main .box p")!.TextContent, Is.EqualTo(sentence));
        Assert.That(page.QuerySelectorAll("main ul.plain a").Select(a => a.GetAttribute("href")), Does.Contain($"/{language}/sitemap"));
    }

    [TestCase("de")]
    [TestCase("pl")]
    [TestCase("en")]
    public async Task What_is_suggested_finds_something(string language)
    {
        var examples = (await Site.PageAsync($"/{language}/search")).QuerySelectorAll($"main ul.plain a[href^='/{language}/search?q=']").Select(a => a.GetAttribute("href")!).ToArray();

        Assert.That(examples, Has.Length.EqualTo(3));
        foreach (var example in examples)
        {
            Assert.That((await Site.PageAsync(example)).QuerySelector("ol.found li"), Is.Not.Null, example);
        }
    }

    [Test]
    public async Task A_slip_of_the_pen_is_a_link_to_what_was_meant()
    {
        var link = (await Site.PageAsync("/en/search?q=accomodation")).QuerySelectorAll("main a").First(a => a.TextContent == "accommodation");

        Assert.That(link.GetAttribute("href"), Is.EqualTo("/en/search?q=accommodation"));
    }

    [Test]
    public async Task An_indicator_beside_a_region_leads_to_the_figures_there()
    {
        var first = (await Site.PageAsync("/de/search?q=Asylbewerberleistungen%20Hamburg")).QuerySelector("ol.found a")!;

        Assert.That(first.GetAttribute("href"), Is.EqualTo("/de/indicators/asylblg-recipients?regions=DE-HH"));
    }

    [Test]
    public async Task What_was_typed_stands_in_the_field_as_text()
    {
        var page = await Site.PageAsync("/de/search?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E");

        Assert.That((page.QuerySelector("#q")!.GetAttribute("value"), page.QuerySelectorAll("script:not([src])").Length), Is.EqualTo(("\"><script>alert(1)</script>", 0)));
    }

    [TestCase("/de/", "search-top", "search-foot")]
    [TestCase("/pl/regions", "search-top", "search-foot")]
    [TestCase("/en/nothing", "search-top", "search-foot")]
    [TestCase("/en/search", "q", "q")]
    public async Task Every_page_has_a_form_that_searches_by_a_plain_address(string address, string first, string last)
    {
        var (_, page) = await Site.AnswerAsync(address);
        var forms = page.QuerySelectorAll("form[role=search]");

        Assert.That((forms[0].QuerySelector("input[name=q]")!.Id, forms[^1].QuerySelector("input[name=q]")!.Id), Is.EqualTo((first, last)));
        Assert.That(forms.All(f => f.GetAttribute("action") == $"{address[..3]}/search" && f.GetAttribute("method") == "get"), Is.True);
    }

    [Test]
    public async Task A_search_in_an_earlier_stand_stays_in_it()
    {
        var page = await Site.PageAsync("/de/search?q=Hamburg&stand=1");

        Assert.That(page.QuerySelectorAll("ol.found a").All(a => a.GetAttribute("href")!.Contains("stand=1", StringComparison.Ordinal)), Is.True);
        Assert.That(page.QuerySelector("form[role=search] input[name=stand]")!.GetAttribute("value"), Is.EqualTo("1"));
    }

    [Test]
    public async Task The_longest_query_is_answered()
    {
        var (status, page) = await Site.AnswerAsync("/de/search?q=" + new string('a', 5000));

        Assert.That((status, page.QuerySelector("#q")!.GetAttribute("value")!.Length), Is.EqualTo((200, 200)));
    }
}
