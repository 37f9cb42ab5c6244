using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Lagebild.Web.Pages;
using Lagebild.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Lagebild.Web.Api;

/// <summary>What search engines, browsers and finders of flaws fetch: site map, robots, search description, contact.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class CrawlController(Reading reading, LagebildOptions options, TimeProvider clock) : ControllerBase
{
    /// <summary>RFC 9116 wants the day within a year.</summary>
    private const int ContactHoldsDays = 180;

    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Search = "http://a9.com/-/spec/opensearch/1.1/";

    /// <summary>Every page in each language, with its other languages. Single figures are left out: they are reached from their charts.</summary>
    [HttpGet("/sitemap.xml"), HttpHead("/sitemap.xml")]
    public IActionResult SiteMap() => Sent(
        XmlText.Of(new(new XElement(Map + "urlset", new XAttribute(XNamespace.Xmlns + "xhtml", Html), Paths().SelectMany(p => Languages.All.Select(l => Entry(p, l)))))),
        "application/xml; charset=utf-8");

    /// <summary>All may be read but what is one of many thousand views of the same: single figures, past stands, what changed between two of them.</summary>
    [HttpGet("/robots.txt"), HttpHead("/robots.txt")]
    public IActionResult Robots() => Sent(
        $"User-agent: *\nDisallow: /*/figures/\nDisallow: /*/derived/\nDisallow: /*/workbench\nDisallow: /*stand=\nDisallow: /*since=\n\nSitemap: {Root}/sitemap.xml\n",
        "text/plain; charset=utf-8");

    /// <summary>The search, for a browser's own field.</summary>
    [HttpGet("/{language:language}/opensearch.xml"), HttpHead("/{language:language}/opensearch.xml")]
    public IActionResult OpenSearch() => Sent(
        XmlText.Of(new(new XElement(
            Search + "OpenSearchDescription",
            new XElement(Search + "ShortName", reading.Words.Site.Name),
            new XElement(Search + "Description", reading.Words.Download.SearchDescription),
            new XElement(Search + "InputEncoding", "UTF-8"),
            new XElement(Search + "Language", reading.Language),
            new XElement(Search + "Url", new XAttribute("type", "text/html"), new XAttribute("template", $"{Root}/{reading.Language}/search?q={{searchTerms}}"))))),
        "application/opensearchdescription+xml; charset=utf-8");

    /// <summary>Whom to tell of a flaw (RFC 9116).</summary>
    [HttpGet("/.well-known/security.txt"), HttpHead("/.well-known/security.txt")]
    public IActionResult Security()
    {
        var contact = options.FeedbackAddress is { } mail ? $"mailto:{mail}" : $"{Root}/en/imprint";
        var until = clock.GetUtcNow().UtcDateTime.Date.AddDays(ContactHoldsDays).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return Sent($"Contact: {contact}\nExpires: {until}\nPreferred-Languages: {string.Join(", ", Languages.All)}\nCanonical: {Root}/.well-known/security.txt\n", "text/plain; charset=utf-8");
    }

    private string Root => Request.Absolute("");

    /// <summary>Pages that there are whatever the data; then topics, indicators and regions that there is something of.</summary>
    private IEnumerable<string> Paths() =>
    [
        .. SitePages.All.Select(p => p.Path),
        .. reading.Catalogue.Topics.Select(t => $"/topics/{t.Code()}"),
        .. reading.Catalogue.Indicators.Where(i => reading.Stand.Coverage.Any(c => c.Indicator == i.Code)).Select(i => $"/indicators/{i.Code}"),
        .. reading.Stand.Coverage.Select(c => c.Region).Distinct().Order(StringComparer.Ordinal).Select(r => $"/regions/{r}"),
    ];

    private XElement Entry(string path, string language) => new(
        Map + "url",
        new XElement(Map + "loc", $"{Root}/{language}{path}"),
        Languages.All.Select(l => new XElement(Html + "link", new XAttribute("rel", "alternate"), new XAttribute("hreflang", l), new XAttribute("href", $"{Root}/{l}{path}"))));

    private FileContentResult Sent(string text, string mediaType) => Sent(Encoding.UTF8.GetBytes(text), mediaType);

    private FileContentResult Sent(byte[] bytes, string mediaType)
    {
        Response.Headers.CacheControl = "public, max-age=300";
        return File(bytes, mediaType, lastModified: null, new EntityTagHeaderValue($"\"{Hash.Of(bytes)}\""), enableRangeProcessing: true);
    }
}
