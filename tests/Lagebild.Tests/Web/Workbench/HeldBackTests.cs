using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>With one of everything that an office holds back in place, no public address in any language tells of it: pages, pictures' texts, files, lists, calendars, the description.</summary>
internal sealed partial class HeldBackTests
{
    private static readonly string[] _languages = ["de", "pl", "en"];

    // What is made from drawings needs a renderer and shows what the drawings do.
    private static readonly string[] _drawn = [".png", ".pdf"];

    private static readonly string[] _ofLanguage =
    [
        "", "/indicators/accommodation-need", "/indicators/accommodation-need?regions=DE-HH", "/indicators/accommodation-need.svg?regions=DE-HH", "/indicators/accommodation-need.json?regions=DE-HH",
        "/indicators/accommodation-need.csv?regions=DE-HH", "/indicators/accommodation-need.atom", "/regions/DE-HH", "/data", "/data/accommodation-need.csv", "/data/accommodation-need.xlsx", "/data/accommodation-need.json",
        "/data/accommodation-need.zip", "/data/accommodation-need.sdmx", "/data/accommodation-need.jsonstat", "/deliveries", "/deliveries.csv", "/calendar", "/calendar.atom", "/calendar.ics", "/corrections", "/sources", "/targets",
        "/search?q=Hamburg", "/search?q=7654321", "/compare", "/changes", "/api", "/nothing", "/deliveries/3", "/figures/1/2015-01-01/2015-12-31", "/indicators/accommodation-need?stand=3", "/corrections?stand=3",
    ];

    private static readonly string[] _ofSite =
    [
        "/", "/sitemap.xml", "/robots.txt", "/openapi/v1.json", "/catalog.ttl", "/catalog.jsonld", "/health/live", "/health/ready", "/api/v1/releases", "/api/v1/deliveries", "/api/v1/deliveries/3", "/api/v1/changes", "/api/v1/feeds",
        "/api/v1/targets", "/api/v1/notes", "/api/v1/indicators", "/api/v1/regions", "/api/v1/series", "/api/v1/figures?indicators=accommodation-need", "/api/v1/observations?indicators=accommodation-need",
        "/api/v1/deliveries?stand=3", "/api/v1/deliveries/inbox/1",
    ];

    private IntakeSite _site = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _site = await IntakeSite.StartAsync();
        await GuardedOffice.InAsync(_site);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _site.DisposeAsync();

    [Test]
    public async Task No_public_address_tells_of_what_an_office_holds_back()
    {
        using var client = _site.Visitor();
        var (seen, open, kinds, telling) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>([.. _ofSite, .. _languages.SelectMany(l => _ofLanguage.Select(p => $"/{l}{p}"))]), new HashSet<string>(StringComparer.Ordinal), new List<string>());
        var starts = open.Count;
        while (open.TryDequeue(out var address))
        {
            if (_drawn.Any(d => address.Contains(d, StringComparison.Ordinal)) || !seen.Add(address) || (seen.Count > starts && !kinds.Add(Code().Replace(address, "*"))))
            {
                continue;
            }

            var (status, text) = await AnswerAsync(client, address);
            telling.AddRange(status < 500 && !Words(address, text).Any() ? [] : [$"{address}: {status} {string.Join(' ', Words(address, text))}"]);
            foreach (Match link in Link().Matches(text))
            {
                open.Enqueue(WebUtility.HtmlDecode(link.Groups[1].Value));
            }
        }

        Assert.That(telling, Is.Empty);
        Assert.That(seen, Has.Count.GreaterThan(200));
    }

    [TestCase("/de/indicators/accommodation-need?regions=DE-HH", "1.000")]
    [TestCase("/de/data/accommodation-need.csv", "1000")]
    [TestCase("/api/v1/observations?indicators=accommodation-need", "1000")]
    public async Task What_is_released_is_there(string address, string word)
    {
        using var client = _site.Visitor();
        Assert.That((await AnswerAsync(client, address)).Text, Does.Contain(word));
    }

    /// <summary>What a text tells; a search shows again what was searched for.</summary>
    private static IEnumerable<string> Words(string address, string text) => GuardedOffice.In(text).Where(w => w == GuardedOffice.Marker || !address.Contains("/search", StringComparison.Ordinal));

    /// <summary>Headers and text of whatever was sent: of an archive that of its files.</summary>
    private static async Task<(int Status, string Text)> AnswerAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return ((int)answer.StatusCode, $"{answer.Headers}{answer.Content.Headers}{(bytes is [0x50, 0x4B, ..] ? Unpacked(bytes) : Encoding.UTF8.GetString(bytes))}");
    }

    private static string Unpacked(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        return string.Concat(archive.Entries.Select(e => new StreamReader(e.Open(), Encoding.UTF8).ReadToEnd()));
    }

    [GeneratedRegex("""(?:href|src)="(/[^"#]*)""")]
    private static partial Regex Link();

    /// <summary>Codes and numbers in an address; of addresses alike but for them one is asked, in each language.</summary>
    [GeneratedRegex("""(?<=/|=|,)(?:[A-Z]{2,3}(?:-[A-Z0-9]+)?|[A-Z]|\d[\d-]*|[a-z]+-[a-z-]+)(?=[/.,&?]|$)""")]
    private static partial Regex Code();
}
