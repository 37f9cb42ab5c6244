using Lagebild.Web.Texts;

namespace Lagebild.Tests.Web;

public sealed class ErrorTests
{
    [TestCase("regions=DE-XX", "regions")]
    [TestCase("regions=de-hh", "regions")]
    [TestCase("variant=unknown", "variant")]
    [TestCase("variant=eurostat-asytpsm", "variant")]
    [TestCase("variant=destatis-asylblg&variant=destatis-asylblg", "variant")]
    [TestCase("breakdown=sex", "breakdown")]
    [TestCase("breakdown=nothing=F", "breakdown")]
    [TestCase("from=2024-02-30", "from")]
    [TestCase("to=yesterday", "to")]
    [TestCase("from=2024&to=2023", "to")]
    [TestCase("frequency=m", "frequency")]
    [TestCase("kind=pie", "kind")]
    [TestCase("stand=-1", "stand")]
    [TestCase("stand=latest", "stand")]
    [TestCase("stand=1&stand=2", "stand")]
    [TestCase("stand=99999999999999999999", "stand")]
    public async Task What_can_not_be_read_is_400_and_names_the_field(string query, string field)
    {
        foreach (var address in new[] { "/de/indicators/asylblg-recipients", "/de/indicators/asylblg-recipients.csv" })
        {
            var (status, page) = await Site.AnswerAsync($"{address}?{query}");
            Assert.That((status, page.QuerySelector("main code")?.TextContent), Is.EqualTo((400, field)));
        }
    }

    [TestCase("/de/nothing")]
    [TestCase("/pl/indicators/unknown")]
    [TestCase("/en/indicators/unknown.csv")]
    [TestCase("/en/regions/de-hh")]
    [TestCase("/en/topics/unknown")]
    [TestCase("/en/topics/1")]
    [TestCase("/en/figures/1/2024-12-31/2024-12-30")]
    [TestCase("/en/figures/0/2024-12-31/2024-12-31")]
    [TestCase("/en/figures/9223372036854775808/2024-12-31/2024-12-31")]
    [TestCase("/en/?stand=9999")]
    [TestCase("/en/?stand=1999-01-01")]
    public async Task What_is_not_there_is_404_in_the_language_of_the_address(string address)
    {
        var (status, page) = await Site.AnswerAsync(address);
        Assert.That((status, page.QuerySelector("h1")!.TextContent), Is.EqualTo((404, Words.In(address[1..3]).Error.NotFoundTitle)));
    }

    [TestCase("de", "Am 01.01.2020 war noch nichts veröffentlicht; die erste Veröffentlichung ist vom ")]
    [TestCase("pl", "W dniu 01.01.2020 niczego jeszcze nie opublikowano; pierwsze wydanie jest z dnia ")]
    [TestCase("en", "On 1 Jan 2020 nothing had been published yet; the first release is of ")]
    public async Task A_day_before_the_first_release_says_so_and_when_that_was(string language, string sentence)
    {
        var (status, page) = await Site.AnswerAsync($"/{language}/?stand=2020-01-01");
        Assert.That((status, page.QuerySelector("main .lead")!.TextContent.Replace('\u00a0', ' ')[..sentence.Length]), Is.EqualTo((404, sentence)));
    }

    [TestCase("de", "Der 31.12.2999 liegt in der Zukunft;")]
    [TestCase("pl", "Dzień 31.12.2999 jeszcze nie nadszedł;")]
    [TestCase("en", "31 Dec 2999 lies in the future;")]
    public async Task A_day_to_come_is_400_and_named(string language, string sentence)
    {
        var (status, page) = await Site.AnswerAsync($"/{language}/?stand=2999-12-31");
        Assert.That((status, page.QuerySelector("main .lead")!.TextContent.Replace('\u00a0', ' ')[..sentence.Length]), Is.EqualTo((400, sentence)));
    }

    [Test]
    public async Task Of_many_regions_the_unknown_ones_are_named()
    {
        var (status, page) = await Site.AnswerAsync("/en/indicators/asylblg-recipients?regions=DE-HH,de-sh,DE-MV,DE-XX");
        Assert.That((status, page.QuerySelectorAll("main code").Select(c => c.TextContent)), Is.EqualTo((400, new[] { "regions", "de-sh, DE-XX" })));
    }

    [Test]
    public async Task An_error_of_ours_is_500_without_details()
    {
        var (status, page) = await Site.AnswerAsync("/de/throws");
        Assert.That((status, page.QuerySelector("h1")!.TextContent), Is.EqualTo((500, Words.In("de").Error.FailureTitle)));
        Assert.That(page.DocumentElement.OuterHtml, Does.Not.Contain(Site.Secret).And.Not.Contain("InvalidOperationException"));
    }

    [TestCase("POST")]
    [TestCase("PUT")]
    [TestCase("DELETE")]
    [TestCase("PATCH")]
    public async Task Nothing_can_be_changed_over_HTTP(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/pl/indicators/asylblg-recipients");
        using var answer = await Site.Client.SendAsync(request);
        Assert.That(((int)answer.StatusCode, answer.Content.Headers.Allow), Is.EqualTo((405, new[] { "GET", "HEAD" })));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(Words.In("pl").Error.MethodTitle));
    }

    private static readonly string[] Nasty =
    [
        "%F0%9F%92%A9", "'%20or%201=1--", "%3Cscript%3Ealert(1)%3C/script%3E", "..%2F..%2Fetc%2Fpasswd", "%5C..%5C", "%E2%80%AE", "%", "%zz", "%C3%28", "a%0d%0aX-Header:1", "=;=;", ",,,,", "%20", "null", "NaN",
        "9223372036854775808", "-0", "1e999", "0001-01-01", "9999-12-31", "2024-02-29", "0000", "9999", "9999-12", "%25%25", "{0}", "{99}", "[]", "&&==",
    ];

    [TestCaseSource(nameof(Nasty))]
    public async Task No_input_makes_the_site_fail(string input)
    {
        string[] addresses =
        [
            $"/de/{input}", $"/de/indicators/{input}", $"/de/indicators/{input}.csv", $"/de/regions/{input}", $"/de/topics/{input}", $"/de/figures/{input}/{input}/{input}", $"/de/derived/total/protection-seekers/{input}/DE-01002/2024-12-31/2024-12-31", $"/de/derived/{input}/{input}/{input}/{input}/{input}/{input}", $"/de/derived/index/protection-seekers/azr-12531-0043/DE-01002/2024-12-31/2024-12-31?base={input}", $"/de/?stand={input}", $"/{input}/", $"/error/{input}", $"/assets/{input}",
            .. new[] { "regions", "variant", "breakdown", "from", "to", "frequency", "kind", "stand", "sex", input }.SelectMany(f => new[] { $"/de/indicators/asylblg-recipients?{f}={input}", $"/pl/indicators/protection-seekers.csv?{f}={input}" }),
        ];
        foreach (var address in addresses)
        {
            using var answer = await Site.Client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.That((int)answer.StatusCode, Is.LessThan(500), address);
        }
    }
}
