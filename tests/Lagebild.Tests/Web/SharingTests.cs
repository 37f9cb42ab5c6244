using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using Lagebild.Web.Pages.Sharing;

namespace Lagebild.Tests.Web;

/// <summary>The ways a chart leaves the site.</summary>
public sealed class SharingTests
{
    private const string Selection = "/de/indicators/temporary-protection?regions=DEU,POL&variant=eurostat-asytpsm&breakdown=citizenship%3DUKR&frequency=M&kind=line";

    [TestCase("", 1200, 748)]
    [TestCase("&size=1200x675", 1200, 675)]
    [TestCase("&size=2400x1350", 2400, 1350)]
    [TestCase("&size=square", 1200, 1200)]
    public async Task A_picture_has_the_size_asked_for(string size, int width, int height)
    {
        var (type, bytes) = await FileAsync(Selection.Replace("?", ".png?", StringComparison.Ordinal) + size);

        Assert.That((type, Number(bytes, 16), Number(bytes, 20)), Is.EqualTo(("image/png", width, height)));
    }

    [Test]
    public async Task A_picture_as_PDF_says_its_finding_as_title()
    {
        var (type, bytes) = await FileAsync(Selection.Replace("?", ".pdf?", StringComparison.Ordinal));

        Assert.That((type, Encoding.Latin1.GetString(bytes).Contains("/Lang (de)", StringComparison.Ordinal), Encoding.Latin1.GetString(bytes).Contains("/Title", StringComparison.Ordinal)), Is.EqualTo(("application/pdf", true, true)));
    }

    [TestCase("/de/indicators/temporary-protection.png?size=9x9", 400, "Erwartet wird 1200x675, 2400x1350 oder square.")]
    [TestCase("/pl/indicators/temporary-protection.png?regions=XX", 400, "Oczekuje się najwyżej 100 kodów")]
    [TestCase("/en/indicators/nothing.png", 404, "There is nothing at this address")]
    [TestCase("/en/indicators/nothing.pdf", 404, "There is nothing at this address")]
    [TestCase("/en/embed/indicators/nothing", 404, "There is nothing at this address")]
    [TestCase("/de/embed/indicators/temporary-protection?kind=pie", 400, "Erwartet wird")]
    [TestCase("/en/regions/XX-99/briefing.pdf", 404, "There is nothing at this address")]
    [TestCase("/en/topics/nothing/briefing.pdf", 404, "There is nothing at this address")]
    public async Task What_cannot_be_shown_is_said(string address, int status, string sentence)
    {
        var (found, page) = await Site.AnswerAsync(address);

        Assert.That((found, page.QuerySelector("main")!.TextContent.Contains(sentence, StringComparison.Ordinal)), Is.EqualTo((status, true)), page.QuerySelector("main")!.TextContent);
    }

    [Test]
    public async Task Only_the_document_for_frames_may_be_framed()
    {
        using var embedded = await Site.Client.GetAsync(new Uri("/de/embed/indicators/temporary-protection", UriKind.Relative));
        using var page = await Site.Client.GetAsync(new Uri("/de/indicators/temporary-protection", UriKind.Relative));

        Assert.That((Policy(embedded), Policy(page)), Is.EqualTo((("frame-ancestors *", "cross-origin"), ("frame-ancestors 'none'", "same-origin"))));
    }

    [Test]
    public async Task A_frame_shows_finding_source_licence_stand_and_the_way_back()
    {
        var page = await Site.PageAsync("/de/embed/indicators/temporary-protection");
        var source = Words(page.QuerySelector(".source")!);

        Assert.That(Words(page.QuerySelector("h1")!), Is.EqualTo("Ukraine: Am 31.03.2025 waren es in Deutschland 1.149.375 Personen, in Polen 992.370"));
        Assert.That(source, Does.StartWith("Quelle: Eurostat, ").And.Contain("Lizenz: Reuse authorised").And.Contain("Veröffentlichung"));
        Assert.That(page.QuerySelectorAll("main a[href]:not(svg a)").Select(a => a.GetAttribute("href")), Is.EqualTo(new[] { Selection }));
    }

    [Test]
    public async Task A_frame_needs_no_script() => Assert.That((await Site.PageAsync("/de/embed/indicators/temporary-protection")).QuerySelectorAll("script"), Is.Empty);

    [Test]
    public async Task The_code_to_copy_is_a_frame_around_the_same_chart()
    {
        var code = (await Site.PageAsync("/de/indicators/temporary-protection")).QuerySelector(".embed textarea")!.TextContent;
        var address = $"http://localhost{Selection.Replace("/de/", "/de/embed/", StringComparison.Ordinal)}".Replace("&", "&amp;", StringComparison.Ordinal);

        Assert.That(code, Does.StartWith($"<iframe src=\"{address}\" title=\"Ukraine: Am 31.03.2025 waren es").And.EndsWith("</iframe>"));
    }

    [TestCase("/de/indicators/temporary-protection")]
    [TestCase("/pl/indicators/temporary-protection.png?size=square")]
    [TestCase("/en/embed/indicators/temporary-protection")]
    [TestCase("/en/indicators/temporary-protection?stand=12&regions=DEU")]
    public async Task OEmbed_answers_for_pages_pictures_and_frames(string address)
    {
        var answer = await OEmbedAsync(address);
        var language = address[1..3];

        Assert.That(
            (answer.GetProperty("type").GetString(), answer.GetProperty("version").GetString(), answer.GetProperty("provider_name").GetString(), answer.GetProperty("width").GetInt32()),
            Is.EqualTo(("rich", "1.0", "Lagebild", 640)));
        Assert.That(answer.GetProperty("html").GetString(), Does.StartWith($"<iframe src=\"http://localhost/{language}/embed/indicators/temporary-protection?"));
    }

    [TestCase("/de/compare?indicators=asylblg-recipients&regions=DE-HH,DE-SH", "/de/embed/compare?")]
    [TestCase("/de/embed/regions/DE-HH/steps", "/de/embed/regions/DE-HH/steps")]
    [TestCase("/pl/regions/DE-HH/steps.png?size=square", "/pl/embed/regions/DE-HH/steps")]
    public async Task OEmbed_knows_charts_of_comparisons_and_regions(string address, string frame) =>
        Assert.That((await OEmbedAsync(address)).GetProperty("html").GetString(), Does.StartWith($"<iframe src=\"http://localhost{frame}"));

    [Test]
    public async Task OEmbed_keeps_to_the_width_and_height_it_is_given()
    {
        var answer = await OEmbedAsync("/de/indicators/temporary-protection", "&maxwidth=400&maxheight=300");

        Assert.That((answer.GetProperty("width").GetInt32(), answer.GetProperty("height").GetInt32()), Is.EqualTo((400, 300)));
    }

    [TestCase("url=https%3A%2F%2Fexample.org%2Fde%2Findicators%2Ftemporary-protection", 404)]
    [TestCase("url=http%3A%2F%2Flocalhost%2Fde%2Fsources", 404)]
    [TestCase("url=http%3A%2F%2Flocalhost%2Fde%2Findicators%2Fnothing", 404)]
    [TestCase("url=http%3A%2F%2Flocalhost%2Fde%2Findicators%2Ftemporary-protection%3Fstand%3D99999", 404)]
    [TestCase("url=http%3A%2F%2Flocalhost%2Fde%2Findicators%2Ftemporary-protection%3Fregions%3DXX", 400)]
    [TestCase("url=nonsense", 400)]
    [TestCase("", 400)]
    [TestCase("url=http%3A%2F%2Flocalhost%2Fde%2Findicators%2Ftemporary-protection&format=xml", 400)]
    [TestCase("url=http%3A%2F%2Flocalhost%2Fde%2Findicators%2Ftemporary-protection&maxwidth=wide", 400)]
    public async Task OEmbed_refuses_what_is_not_ours_or_cannot_be_read(string query, int status)
    {
        using var answer = await Site.Client.GetAsync(new Uri($"/oembed?{query}", UriKind.Relative));

        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task The_head_says_what_a_shared_link_shows()
    {
        var page = await Site.PageAsync("/pl/indicators/temporary-protection?regions=DEU&stand=12");
        string Meta(string name) => page.QuerySelector($"meta[property='{name}'], meta[name='{name}']")!.GetAttribute("content")!;

        Assert.That(
            (Meta("og:url"), Meta("og:locale"), page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), Meta("description") == Meta("og:description")),
            Is.EqualTo(("http://localhost/pl/indicators/temporary-protection?regions=DEU", "pl_PL", "http://localhost/pl/indicators/temporary-protection?regions=DEU", true)));
        Assert.That(Meta("og:image"), Does.StartWith("http://localhost/pl/indicators/temporary-protection.png?regions=DEU&").And.EndsWith("&size=1200x675"));
    }

    [Test]
    public async Task The_picture_of_a_shared_link_is_there()
    {
        var page = await Site.PageAsync("/pl/indicators/temporary-protection");
        var (type, _) = await FileAsync(new Uri(page.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!).PathAndQuery);

        Assert.That(type, Is.EqualTo("image/png"));
    }

    [TestCase("/de/indicators/refugees.svg?regions=DEU", "/de/indicators/refugees.png?regions=DEU&size=square", "/de/embed/indicators/refugees?regions=DEU", "/de/indicators/refugees?regions=DEU")]
    [TestCase("/pl/compare.svg", "/pl/compare.png?size=square", "/pl/embed/compare", "/pl/compare")]
    public void All_addresses_follow_from_that_of_the_SVG(string svg, string png, string embed, string page) =>
        Assert.That((ShareLinks.Png(svg, "square"), ShareLinks.Embedded(svg), ShareLinks.Page(svg)), Is.EqualTo((png, embed, page)));

    [Test]
    public void Our_scripts_weigh_less_than_15_KB_for_readers_and_for_the_workbench()
    {
        string[] readers = ["values.js", "choose.js", "copy.js"];
        var weights = Directory.GetFiles(Repository.At("src", "Lagebild.Web", "wwwroot"), "*.js").ToLookup(f => readers.Contains(Path.GetFileName(f)), f => new FileInfo(f).Length);
        Assert.That((weights[true].Count(), weights[true].Sum() < 15 * 1024, weights[false].Sum() < 15 * 1024), Is.EqualTo((3, true, true)));
    }

    [TestCase("/de/regions/DE-HH/briefing.pdf", 2)]
    [TestCase("/pl/topics/international/briefing.pdf", 2)]
    [TestCase("/en/regions/ARG/briefing.pdf", 1)]
    public async Task A_briefing_has_at_most_two_pages(string address, int pages)
    {
        var (type, bytes) = await FileAsync(address);

        Assert.That((type, Encoding.Latin1.GetString(bytes).Contains($"/Count {pages}", StringComparison.Ordinal)), Is.EqualTo(("application/pdf", true)));
    }

    [TestCase("/de/regions/DE-HH")]
    [TestCase("/pl/topics/international")]
    public async Task Regions_and_topics_lead_to_their_briefing(string address) =>
        Assert.That((await Site.PageAsync(address)).QuerySelectorAll($"a[href='{address}/briefing.pdf']"), Has.Length.EqualTo(1));

    private static async Task<JsonElement> OEmbedAsync(string address, string more = "")
    {
        using var answer = await Site.Client.GetAsync(new Uri($"/oembed?url={Uri.EscapeDataString($"http://localhost{address}")}&format=json{more}", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private static async Task<(string? Type, byte[] Bytes)> FileAsync(string address)
    {
        using var answer = await Site.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        return (answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsByteArrayAsync());
    }

    private static (string? Ancestors, string? Resource) Policy(HttpResponseMessage answer) =>
        (answer.Headers.GetValues("Content-Security-Policy").Single().Split("; ").Single(p => p.StartsWith("frame-ancestors", StringComparison.Ordinal)), answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int Number(byte[] bytes, int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
}
