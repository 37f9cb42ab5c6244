using System.Net;
using System.Text.Json.Nodes;

namespace Lagebild.Tests.Web;

internal sealed class ApiTests
{
    [Test]
    public async Task An_indicator_has_its_variants_and_its_texts_in_three_languages()
    {
        var indicator = await JsonAsync("/api/v1/indicators/asylblg-recipients");

        Assert.That(
            ((string?)indicator["kind"], indicator["name"]!.AsObject().Select(n => n.Key), indicator["variants"]!.AsArray().Count > 0),
            Is.EqualTo(("stock", new[] { "de", "pl", "en" }, true)));
    }

    [Test]
    public async Task Codes_keep_their_leading_zeros()
    {
        var region = await JsonAsync("/api/v1/regions/DE-HH");

        Assert.That(region["aliases"]!["ags"]!.AsArray().Select(a => (string?)a), Is.EqualTo(new[] { "02", "02000" }));
    }

    [TestCase("indicators?", 7)]
    [TestCase("releases?", 3)]
    [TestCase("search?q=Hamburg", 2)]
    [TestCase("series?indicators=registered-arrivals,places-nominal,pesel-ukr-applications", 2)]
    [TestCase("observations?regions=DE-HH&indicators=registered-arrivals,asylblg-recipients", 4)]
    [TestCase("changes?since=1&region=DE-HH&indicator=registered-arrivals", 3)]
    public async Task Pages_of_a_list_add_up_to_the_list(string list, int limit)
    {
        list = $"{list}&stand={(await JsonAsync("/api/v1/releases"))["stand"]}";
        var whole = await JsonAsync($"/api/v1/{list}&limit=1000");
        var paged = new List<string>();
        var pages = 0;
        for (var next = $"/api/v1/{list}&limit={limit}"; next is not null; pages++)
        {
            var page = await JsonAsync(next);
            paged.AddRange(page["items"]!.AsArray().Select(i => i!.ToJsonString()));
            next = (string?)page["next"];
        }

        Assert.That(paged, Is.EqualTo(whole["items"]!.AsArray().Select(i => i!.ToJsonString())));
        Assert.That((pages > 1, (string?)whole["next"]), Is.EqualTo((true, (string?)null)));
    }

    [Test]
    public async Task The_next_page_is_of_the_same_release()
    {
        using var answer = await GetAsync("/api/v1/regions?limit=3");
        var stand = (int)(await ReadAsync(answer))["stand"]!;

        Assert.That(answer.Headers.GetValues("Link").Single(), Is.EqualTo($"</api/v1/regions?limit=3&stand={stand}&cursor=AGO>; rel=\"next\""));
    }

    [Test]
    public async Task A_region_may_be_asked_for_with_an_ending()
    {
        using var answer = await GetAsync("/api/v1/regions/DE-SH.json");

        Assert.That((string?)(await ReadAsync(answer))["code"], Is.EqualTo("DE-SH"));
    }

    [Test]
    public async Task A_misspelt_parameter_is_refused_with_those_there_are()
    {
        var problem = await ProblemAsync("/api/v1/indicators?topc=arrivals", "pl", HttpStatusCode.BadRequest);

        Assert.That(
            ((string?)problem["parameter"], (string?)problem["found"], (string?)problem["detail"]),
            Is.EqualTo(("topc", "arrivals", "Takiego parametru tu nie ma. Dostępne: topic, limit, cursor, stand.")));
    }

    [Test]
    public async Task A_word_that_is_none_of_those_expected_is_refused_with_them()
    {
        var problem = await ProblemAsync("/api/v1/regions?level=gmina", "de", HttpStatusCode.BadRequest);

        Assert.That((string?)problem["expected"], Is.EqualTo("Erwartet wird eines von: world, country, land, district, municipality."));
    }

    [TestCase("/api/v1/indicators/none", HttpStatusCode.NotFound)]
    [TestCase("/api/v1/none", HttpStatusCode.NotFound)]
    [TestCase("/api/v1/releases/0", HttpStatusCode.NotFound)]
    [TestCase("/api/v1/releases/99999999999", HttpStatusCode.NotFound)]
    [TestCase("/api/v1/regions?limit=0", HttpStatusCode.BadRequest)]
    [TestCase("/api/v1/changes?since=9999", HttpStatusCode.BadRequest)]
    [TestCase("/api/v1/changes?cursor=x", HttpStatusCode.BadRequest)]
    [TestCase("/api/v1/observations?cursor=1.2024-01-01", HttpStatusCode.BadRequest)]
    [TestCase("/api/v1/regions?stand=9999", HttpStatusCode.NotFound)]
    [TestCase("/api/v1/regions?stand=yesterday", HttpStatusCode.BadRequest)]
    public async Task An_error_has_the_one_shape(string address, HttpStatusCode status)
    {
        var problem = await ProblemAsync(address, "en", status);

        Assert.That(((int?)problem["status"], problem["title"] is not null, problem["detail"] is not null), Is.EqualTo(((int)status, true, true)));
    }

    [Test]
    public async Task Nothing_can_be_written()
    {
        using var answer = await Site.Client.PostAsync(new Uri("/api/v1/regions", UriKind.Relative), null);

        Assert.That((answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.Allow), Is.EqualTo((HttpStatusCode.MethodNotAllowed, "application/problem+json", new[] { "GET", "HEAD" })));
    }

    [Test]
    public async Task What_a_client_has_is_not_sent_again()
    {
        using var first = await GetAsync("/api/v1/regions/DE-HH");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/regions/DE-HH");
        request.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        using var second = await Site.Client.SendAsync(request);

        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [Test]
    public async Task Any_origin_may_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/regions/DE-HH");
        request.Headers.Add("Origin", "https://example.org");
        using var answer = await Site.Client.SendAsync(request);

        Assert.That(answer.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(new[] { "*" }));
    }

    [Test]
    public async Task Head_answers_as_get_without_a_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/v1/releases/1");
        using var answer = await Site.Client.SendAsync(request);

        Assert.That((answer.StatusCode, answer.Headers.ETag is not null), Is.EqualTo((HttpStatusCode.OK, true)));
    }

    [Test]
    public async Task The_changes_since_before_the_first_release_are_all_values()
    {
        var release = await JsonAsync("/api/v1/releases/1");
        var changes = await JsonAsync("/api/v1/changes?stand=1&limit=1000");

        Assert.That(changes["items"]!.AsArray().Count, Is.EqualTo(Math.Min(1000, (int)release["added"]!)));
    }

    [Test]
    public async Task A_search_finds_a_region_with_its_names_and_its_page()
    {
        var found = (await JsonAsync("/api/v1/search?q=hamburg&limit=1"))["items"]![0]!;

        Assert.That(
            ((string?)found["kind"], (string?)found["code"], (string?)found["name"]!["pl"], (string?)found["page"]),
            Is.EqualTo(("region", "DE-HH", "Hamburg", "/en/regions/DE-HH")));
    }

    [Test]
    public async Task The_pages_of_a_search_add_up_to_it()
    {
        var whole = await CodesAsync("/api/v1/search?q=asyl&limit=6");
        var first = await JsonAsync("/api/v1/search?q=asyl&limit=3");

        Assert.That((await CodesAsync("/api/v1/search?q=asyl&limit=3")).Concat(await CodesAsync((string)first["next"]!)), Is.EqualTo(whole));
    }

    [TestCase("/api/v1/search")]
    [TestCase("/api/v1/search?q=")]
    [TestCase("/api/v1/search?q=%20")]
    public async Task A_search_without_words_is_refused(string address)
    {
        var problem = await ProblemAsync(address, "de", HttpStatusCode.BadRequest);

        Assert.That(((string?)problem["parameter"], (string?)problem["expected"]), Is.EqualTo(("q", "Erwartet werden Suchbegriffe mit höchstens 200 Zeichen.")));
    }

    private static async Task<IReadOnlyList<string>> CodesAsync(string address) => [.. (await JsonAsync(address))["items"]!.AsArray().Select(i => (string)i!["code"]!)];

    private static async Task<JsonNode> JsonAsync(string address)
    {
        using var answer = await GetAsync(address);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        return await ReadAsync(answer);
    }

    private static async Task<JsonNode> ProblemAsync(string address, string language, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Language", language);
        using var answer = await Site.Client.SendAsync(request);
        Assert.That((answer.StatusCode, answer.Content.Headers.ContentType?.MediaType), Is.EqualTo((status, "application/problem+json")), address);
        return await ReadAsync(answer);
    }

    private static Task<HttpResponseMessage> GetAsync(string address) => Site.Client.GetAsync(new Uri(address, UriKind.Relative));

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer) => (await JsonNode.ParseAsync(await answer.Content.ReadAsStreamAsync()))!;
}
