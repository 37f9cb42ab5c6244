using AngleSharp.Dom;
using Lagebild.Web.Pages;

namespace Lagebild.Tests.Web;

public sealed class PageTests
{
    private static readonly string[] Paths =
    [
        "/", "/indicators", "/indicators/asylblg-recipients", "/indicators/temporary-protection", "/indicators/pesel-ukr-applications", "/indicators/protection-seekers",
        "/indicators/registered-arrivals", "/indicators/distributed-away", "/indicators/minors-places", "/indicators/population", "/topics/arrivals", "/topics/international", "/topics/accommodation", "/topics/integration",
        "/views", "/views/two-crises", "/views/capacity", "/views/unaccompanied-minors", "/views/women-and-work", "/targets",
        "/regions", "/regions/DE-HH", "/regions/DE-MV", "/regions/DE-13004", "/regions/PL-22", "/regions/DE-01002", "/regions/POL", "/sources", "/imprint", "/privacy", "/accessibility",
        "/search", "/search?q=Hamburg", "/search?q=xyzzy", "/concepts", "/methods", "/deliveries", "/deliveries?region=DE-SH", "/calendar", "/corrections", "/plain-language", "/sign-language", "/sitemap",
    ];

    private static IEnumerable<string> Addresses => Paths.SelectMany(p => new[] { $"/de{p}", $"/pl{p}", $"/en{p}" });

    [TestCaseSource(nameof(Addresses))]
    public async Task A_page_answers_in_the_language_of_its_address(string address)
    {
        var (status, page) = await Site.AnswerAsync(address);
        Assert.That((status, page.DocumentElement.GetAttribute("lang"), page.QuerySelectorAll("h1").Length), Is.EqualTo((200, address[1..3], 1)));
    }

    [TestCaseSource(nameof(Addresses))]
    public async Task A_page_has_only_scripts_of_ours_no_inline_style_and_nothing_from_elsewhere(string address)
    {
        var page = await Site.PageAsync(address);
        // A block of linked data is no script: nothing of it is run.
        var loaded = page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], img, iframe, object").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src"));
        Assert.That(page.QuerySelectorAll("script:not([type=module][src^='/assets/']):not([type='application/ld+json']), style, [style], [onclick], [onload]"), Is.Empty);
        Assert.That(loaded.All(a => a!.StartsWith("/assets/", StringComparison.Ordinal)), Is.True);
    }

    [TestCaseSource(nameof(Addresses))]
    public async Task Ids_on_a_page_are_unique_and_headings_leave_out_no_level(string address)
    {
        var page = await Site.PageAsync(address);
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToArray();
        Assert.That(ids, Is.Unique);
        var levels = page.QuerySelectorAll("h1, h2, h3, h4").Select(h => h.LocalName[1] - '0').ToArray();
        Assert.That(levels.Zip(levels.Skip(1)).All(pair => pair.Second <= pair.First + 1), Is.True);
    }

    [TestCaseSource(nameof(Addresses))]
    public async Task Every_table_has_a_head_and_every_field_of_a_form_a_label(string address)
    {
        var page = await Site.PageAsync(address);
        Assert.That(page.QuerySelectorAll("table").All(t => t.QuerySelector("thead th[scope=col]") is not null), Is.True);
        Assert.That(page.QuerySelectorAll("select").All(s => page.QuerySelector($"label[for='{s.Id}']") is not null), Is.True);
        Assert.That(page.QuerySelectorAll("input[type=checkbox]").All(i => i.ParentElement!.LocalName == "label"), Is.True);
    }

    [Test]
    public async Task Every_answer_carries_the_content_security_policy_and_sets_no_cookie()
    {
        foreach (var address in new[] { "/de/", "/de/nothing", "/assets/lagebild.css", "/de/indicators/asylblg-recipients.csv" })
        {
            using var answer = await Site.Client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(), Is.EqualTo(SecurityHeaders.ContentSecurityPolicy));
            Assert.That(answer.Headers.Contains("Set-Cookie"), Is.False);
        }
    }

    [TestCase("pl-PL,pl;q=0.9,de;q=0.5", "/pl/")]
    [TestCase("fr, de-AT;q=0.3", "/de/")]
    [TestCase("fr", "/en/")]
    [TestCase(";;q=,,x;q=abc", "/en/")]
    public async Task The_bare_address_leads_to_the_language_asked_for(string accepted, string location)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        using var answer = await Site.Client.SendAsync(request);
        Assert.That(((int)answer.StatusCode, answer.Headers.Location?.ToString(), answer.Headers.Vary.ToString(), answer.Headers.CacheControl?.ToString()), Is.EqualTo((302, location, "Accept-Language", "no-store")));
    }

    [Test]
    public async Task Switching_the_language_keeps_path_and_query()
    {
        var page = await Site.PageAsync("/de/indicators/asylblg-recipients?regions=DE-HH,DE-SH&kind=bar");
        Assert.That(page.QuerySelector(".lang a[hreflang=pl]")!.GetAttribute("href"), Is.EqualTo("/pl/indicators/asylblg-recipients?regions=DE-HH,DE-SH&kind=bar"));
    }

    [Test]
    public async Task A_reader_who_has_the_page_gets_304()
    {
        using var first = await Site.Client.GetAsync(new Uri("/de/regions", UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/de/regions");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await Site.Client.SendAsync(again);
        Assert.That(((int)second.StatusCode, second.Headers.ETag), Is.EqualTo((304, first.Headers.ETag)));
    }

    [TestCase("br")]
    [TestCase("gzip")]
    public async Task The_first_page_with_all_it_loads_is_below_100_KB(string encoding)
    {
        var page = await Site.PageAsync("/de/");
        var bytes = 0;
        foreach (var address in page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]").Select(l => l.GetAttribute("href")!).Prepend("/de/"))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptEncoding.ParseAdd(encoding);
            using var answer = await Site.Client.SendAsync(request);
            bytes += (await answer.Content.ReadAsByteArrayAsync()).Length;
        }

        Assert.That(bytes, Is.LessThan(100_000));
    }

    [Test]
    public async Task What_the_operator_wrote_in_another_language_says_so_and_carries_its_language()
    {
        var page = await Site.PageAsync("/de/imprint");
        Assert.That(page.QuerySelectorAll("[lang=pl] p").Select(p => p.TextContent), Is.EqualTo(["Pierwszy akapit.", "Drugi akapit."]));
        Assert.That(page.QuerySelector(".box")!.TextContent.Trim(), Is.EqualTo("Diesen Text hat der Betreiber nur in einer anderen Sprache hinterlegt."));
    }

    [Test]
    public async Task What_the_operator_did_not_write_says_so() =>
        Assert.That((await Site.PageAsync("/en/privacy")).QuerySelector(".box")!.TextContent.Trim(), Is.EqualTo("The operator has not provided this text yet."));
}
