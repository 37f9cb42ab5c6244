using System.Xml.Linq;
using Lagebild.Web.Texts;

namespace Lagebild.Tests.Web;

public sealed class HarvestPageTests
{
    [TestCase("/robots.txt", "text/plain; charset=utf-8", "Sitemap: http://localhost/sitemap.xml")]
    [TestCase("/robots.txt", "text/plain; charset=utf-8", "Disallow: /*/figures/\nDisallow: /*/derived/\nDisallow: /*/workbench\nDisallow: /*stand=\n")]
    [TestCase("/.well-known/security.txt", "text/plain; charset=utf-8", "Contact: http://localhost/en/imprint")]
    [TestCase("/sitemap.xml", "application/xml; charset=utf-8", "<loc>http://localhost/pl/regions/DE-HH</loc>")]
    [TestCase("/pl/opensearch.xml", "application/opensearchdescription+xml; charset=utf-8", "http://localhost/pl/search?q={searchTerms}")]
    public async Task What_programs_fetch_is_there_with_its_media_type(string address, string type, string holds)
    {
        using var answer = await Site.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That(((int)answer.StatusCode, answer.Content.Headers.ContentType!.ToString()), Is.EqualTo((200, type)));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(holds));
    }

    [Test]
    public async Task A_page_of_the_site_map_names_itself_in_every_language()
    {
        XNamespace map = "http://www.sitemaps.org/schemas/sitemap/0.9";
        XNamespace html = "http://www.w3.org/1999/xhtml";
        var pages = XDocument.Parse(await Site.Client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative))).Root!.Elements(map + "url").ToArray();
        Assert.That(pages.Select(p => string.Join(' ', p.Elements(html + "link").Select(l => l.Attribute("hreflang")!.Value))).Distinct(), Is.EqualTo(new[] { string.Join(' ', Languages.All) }));
        Assert.That(pages.Select(p => p.Element(map + "loc")!.Value), Is.Unique);
    }

    [Test]
    public async Task The_site_map_has_the_prepared_views_and_no_frames()
    {
        var map = await Site.Client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative));
        Assert.That(map, Does.Contain("<loc>http://localhost/pl/views/two-crises</loc>").And.Not.Contain("/embed/"));
    }

    [Test]
    public async Task A_known_file_is_not_sent_again()
    {
        using var first = await Site.Client.GetAsync(new Uri("/robots.txt", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/robots.txt");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await Site.Client.SendAsync(request);
        Assert.That((int)again.StatusCode, Is.EqualTo(304));
    }

    [TestCase("text/turtle", "/catalog.ttl")]
    [TestCase("application/ld+json;q=0.9,text/turtle;q=0.1", "/catalog.jsonld")]
    [TestCase("application/rdf+xml", "/catalog.rdf")]
    [TestCase("text/html", "/en/data")]
    public async Task The_address_of_the_catalogue_leads_to_the_form_asked_for(string accept, string leads)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/catalog");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await Site.Client.SendAsync(request);
        Assert.That(((int)answer.StatusCode, answer.Headers.Location!.ToString()), Is.EqualTo((302, leads)));
    }

    [TestCase("indicators/asylblg-recipients")]
    [TestCase("regions/DE-HH")]
    public async Task The_releases_that_concern_a_page_are_an_Atom_feed_in_each_language(string page)
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        foreach (var language in Languages.All)
        {
            var feed = XDocument.Parse(await Site.Client.GetStringAsync(new Uri($"/{language}/{page}.atom", UriKind.Relative))).Root!;
            var all = XDocument.Parse(await Site.Client.GetStringAsync(new Uri($"/{language}/calendar.atom", UriKind.Relative))).Root!;
            Assert.That(feed.Attribute(XNamespace.Xml + "lang")!.Value, Is.EqualTo(language));
            Assert.That(feed.Elements(atom + "entry").Count(), Is.GreaterThan(0).And.LessThan(all.Elements(atom + "entry").Count()));
            Assert.That(feed.Elements(atom + "entry").Select(e => e.Element(atom + "link")!.Attribute("href")!.Value), Has.All.StartsWith($"http://localhost/{language}/{page}?stand="));
        }
    }

    [TestCase("/de/indicators/unknown.atom")]
    [TestCase("/de/regions/unknown.atom")]
    public async Task A_feed_of_nothing_is_not_there(string address) => Assert.That((await Site.AnswerAsync(address)).Status, Is.EqualTo(404));

    [Test]
    public async Task A_page_names_its_feed_its_search_and_its_data_set()
    {
        var page = await Site.PageAsync("/en/indicators/asylblg-recipients");
        Assert.That(page.QuerySelectorAll("head link[type='application/atom+xml']").Select(l => l.GetAttribute("href")), Does.Contain("/en/indicators/asylblg-recipients.atom"));
        Assert.That(page.QuerySelector("head link[rel=search]")!.GetAttribute("href"), Is.EqualTo("/en/opensearch.xml"));
        Assert.That(page.QuerySelector("head script[type='application/ld+json']")!.TextContent, Does.Contain("\"@type\":\"Dataset\""));
    }

    [Test]
    public async Task The_catalogue_holds_each_data_set_that_has_values()
    {
        var turtle = await Site.Client.GetStringAsync(new Uri("/catalog.ttl", UriKind.Relative));
        var listed = (await Site.PageAsync("/en/data")).QuerySelectorAll(".sets li > a").Select(a => a.GetAttribute("href")!.Split('/')[^1]);
        Assert.That(listed.Where(code => !turtle.Contains($"<http://localhost/catalog#{code}>\n  a dcat:Dataset", StringComparison.Ordinal)), Is.Empty);
    }
}
