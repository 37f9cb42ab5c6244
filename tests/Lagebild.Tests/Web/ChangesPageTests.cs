using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Lagebild.Tests.Web;

/// <summary>What changed since an earlier release, as page and CSV: over releases that changed, took back and hid values, and over many values.</summary>
public sealed class ChangesPageTests
{
    private static readonly string[] Languages = ["de", "pl", "en"];

    private CorrectedSite _site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _site = await CorrectedSite.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _site.DisposeAsync();

    [TestCase("de", "since=1&stand=2", "2021: 1.200 > 1.210")]
    [TestCase("pl", "since=1&stand=2", "2021: 1200 > 1210")]
    [TestCase("en", "since=1&stand=2", "2021: 1,200 > 1,210")]
    [TestCase("en", "since=2&stand=3", "2021: 1,210 > 1,200")]
    [TestCase("en", "since=1&stand=3", "")]
    [TestCase("de", "since=3&stand=4", "2022: 1.250 > ⊘ geheim gehalten")]
    [TestCase("en", "since=3&stand=4", "2022: 1,250 > ⊘ confidential")]
    [TestCase("en", "since=4&stand=5", "2022: ⊘ confidential > 1,250")]
    [TestCase("pl", "since=0&stand=1", "2020: jeszcze bez wartości > ⊘ objęte tajemnicą statystyczną|2021: jeszcze bez wartości > 1200|2022: jeszcze bez wartości > 1250|2023: jeszcze bez wartości > … odmowa podania danych")]
    public async Task Values_that_differ_between_two_stands_are_shown_with_both_sides(string language, string query, string values) =>
        Assert.That(Rows(await _site.PageAsync($"/{language}/changes?{query}&region=DE-SH")), Is.EqualTo(values));

    [TestCase("since=1&stand=2", "0 1 0")]
    [TestCase("since=0&stand=1", "4 0 0")]
    [TestCase("since=0", "8 0 0")]
    [TestCase("since=2&stand=3&indicator=distributed-away", "0 1 0")]
    public async Task New_changed_and_ended_values_are_counted(string query, string counts) =>
        Assert.That(string.Join(' ', (await _site.PageAsync($"/en/changes?{query}")).QuerySelectorAll("dl.facts data").Select(d => d.TextContent)), Is.EqualTo(counts));

    [TestCase("", "release 5")]
    [TestCase("?region=DE-SH", "release 4")]
    [TestCase("?stand=3", "release 2")]
    [TestCase("?stand=1", "before the first release")]
    public async Task Without_since_the_last_release_that_touched_what_is_asked_for_is_held_against_the_one_before(string query, string compared) =>
        Assert.That((await _site.PageAsync($"/en/changes{query}")).QuerySelectorAll("p.stand")[1].TextContent, Does.Contain(compared));

    [Test]
    public async Task The_releases_between_are_listed_with_kind_day_and_the_words_of_who_withdrew()
    {
        var rows = (await _site.PageAsync("/en/changes?since=1&region=DE-SH")).QuerySelectorAll("#releases-between ~ .scroll")[0].QuerySelectorAll("tbody tr");

        Assert.That(rows.Select(r => $"{r.Id} {Text(r.QuerySelector("td")!)} {r.QuerySelector("q")?.TextContent}".Trim()), Is.EqualTo(
            (string[])["release-5 2 Sept 2024 told too much", "release-4 1 Sept 2024", "release-3 2 Jun 2024 counted twice", "release-2 1 Jun 2024"]));
    }

    [TestCase("en/changes", "since=2024-06-01&region=DE-SH", "?region=DE-SH&since=2")]
    [TestCase("pl/changes.csv", "since=2024-06-02", "?since=3")]
    [TestCase("de/changes", "since=2020-01-01&stand=4", "?stand=4&since=0")]
    [TestCase("api/v1/changes", "since=2024-08-31&limit=5", "?limit=5&since=3")]
    public async Task A_day_leads_to_the_last_release_up_to_its_end(string path, string query, string leads)
    {
        using var answer = await _site.Client.GetAsync(new Uri($"/{path}?{query}", UriKind.Relative));

        Assert.That(((int)answer.StatusCode, answer.Headers.Location!.ToString()), Is.EqualTo((302, $"/{path}{leads}")));
    }

    [TestCase("since=x", "since")]
    [TestCase("since=-1", "since")]
    [TestCase("since=7", "since")]
    [TestCase("since=1&since=2", "since")]
    [TestCase("since=3&stand=2", "since")]
    [TestCase("since=2024-09-01&stand=2", "since")]
    [TestCase("indicator=unknown", "indicator")]
    [TestCase("region=de-hh", "region")]
    [TestCase("cursor=1.2024-01-01", "cursor")]
    public async Task What_can_not_be_read_is_400_and_names_the_field(string query, string field)
    {
        foreach (var path in Languages.SelectMany(l => new[] { $"/{l}/changes", $"/{l}/changes.csv" }))
        {
            var (status, text) = await _site.TextAsync($"{path}?{query}");
            Assert.That((status, Regex.Match(text, "<code>(.*?)</code>").Groups[1].Value), Is.EqualTo((400, field)), path);
        }
    }

    [Test]
    public async Task A_day_that_has_not_come_is_refused_with_a_sentence()
    {
        var (status, text) = await _site.TextAsync("/de/changes?since=2025-05-21");

        Assert.That((status, text.Contains("Der 21.05.2025 liegt in der Zukunft", StringComparison.Ordinal)), Is.EqualTo((400, true)));
    }

    [TestCase("/de/changes?since=6", "Veröffentlichung 6 ist selbst der gezeigte Stand. Wählen Sie eine frühere, um Änderungen zu sehen.")]
    [TestCase("/pl/changes?since=3&region=PL-22", "W tym wyborze żadna wartość nie różni się między tymi dwoma stanami.")]
    [TestCase("/en/changes?since=0&cursor=99.2024-01-01.2024-12-31", "No value follows at this place of the list. To the start of the list")]
    public async Task Where_there_is_nothing_it_is_said_in_words(string address, string sentence) =>
        Assert.That((await _site.PageAsync(address)).QuerySelector("main .box")!.TextContent.Trim(), Is.EqualTo(sentence));

    [Test]
    public async Task A_number_withdrawn_for_disclosure_stands_on_neither_side_of_any_two_stands()
    {
        foreach (var (since, stand) in from stand in Enumerable.Range(1, 6) from since in Enumerable.Range(0, stand + 1) select (since, stand))
        {
            foreach (var path in new[] { "de/changes", "de/changes.csv", "api/v1/changes" })
            {
                var (status, text) = await _site.TextAsync($"/{path}?since={since}&stand={stand}");
                Assert.That((status, text.Contains(CorrectedSite.Hidden, StringComparison.Ordinal), text.Contains("987.654", StringComparison.Ordinal)), Is.EqualTo((200, false, false)), $"{path} {since} {stand}");
            }
        }
    }

    [Test]
    public async Task The_CSV_holds_codes_then_words_and_no_number_of_what_is_confidential()
    {
        using var answer = await _site.Client.GetAsync(new Uri("/de/changes.csv?since=3&stand=4", UriKind.Relative));
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");

        Assert.That((answer.Content.Headers.ContentType!.ToString(), answer.Content.Headers.ContentDisposition!.FileName, lines.Length), Is.EqualTo(("text/csv; charset=utf-8; header=present", "changes-since-3-stand-4.csv", 3)));
        Assert.That(lines[1], Does.StartWith("1,distributed-away,sh-distributed-away,DE-SH,2022-01-01,2022-12-31,A,,test-corrected,changed,1250,,,,,confidential,")
            .And.EndsWith(",geändert,,geheim gehalten,3,4"));
    }

    [Test]
    public async Task The_CSV_says_of_what_has_no_number_why()
    {
        var lines = (await _site.TextAsync("/en/changes.csv?since=0&stand=1")).Text.Split("\r\n");

        Assert.That(lines[1..5].Select(l => string.Join(',', l.Split(',')[9..16])), Is.EqualTo((string[])["added,,,,,,confidential", "added,,,,1200,,", "added,,,,1250,,", "added,,,,,missing:refused,"]));
    }

    [Test]
    public async Task Page_CSV_and_API_tell_the_same_changes()
    {
        const string Query = "since=0&region=DE-HH&indicator=asylblg-recipients";
        var page = (await Site.PageAsync($"/en/changes?{Query}")).QuerySelectorAll("#values ~ .scroll tbody th a").Select(a => string.Join('/', a.GetAttribute("href")!.Split('?')[0].Split('/')[3..])).ToArray();
        var csv = (await Site.Client.GetStringAsync(new Uri($"/en/changes.csv?{Query}", UriKind.Relative))).Split("\r\n")[1..^1].Select(l => l.Split(',')).Select(f => $"{f[0]}/{f[4]}/{f[5]}").ToArray();
        var api = JsonNode.Parse(await Site.Client.GetStringAsync(new Uri($"/api/v1/changes?{Query}", UriKind.Relative)))!["items"]!.AsArray().Select(i => $"{i!["series"]}/{i["start"]}/{i["end"]}").ToArray();

        Assert.That((page, csv), Is.EqualTo((api, api)));
        Assert.That(api, Is.Not.Empty);
    }

    [Test]
    public async Task Pages_of_values_lead_on_and_back_through_all_of_them_once()
    {
        const string Start = "/en/changes?since=0&region=DE-HH";
        var forth = await WalkAsync(Start, "next");
        var back = await WalkAsync(forth[^1].Address, "prev");
        var counted = (await Site.PageAsync(Start)).QuerySelectorAll("dl.facts data").Sum(d => int.Parse(d.GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture));

        Assert.That(forth.SelectMany(p => p.Values).ToArray(), Has.Length.EqualTo(counted).And.Unique);
        Assert.That(forth, Has.Count.GreaterThan(2));
        Assert.That(back.Select(p => p.Values).Reverse(), Is.EqualTo(forth.Select(p => p.Values)));
    }

    [TestCase("/de/indicators/asylblg-recipients", "/de/changes?indicator=asylblg-recipients")]
    [TestCase("/pl/regions/DE-HH", "/pl/changes?region=DE-HH")]
    [TestCase("/en/calendar", "/en/changes?stand=2&since=1")]
    [TestCase("/en/sources", "/en/changes?stand=2&since=1")]
    [TestCase("/en/sitemap", "/en/changes")]
    [TestCase("/de/", "/de/changes")]
    [TestCase("/en/search?q=changed", "/en/changes")]
    public async Task Pages_lead_to_what_changed(string from, string to) =>
        Assert.That((await Site.PageAsync(from)).QuerySelectorAll("a").Select(a => a.GetAttribute("href")), Does.Contain(to));

    [Test]
    public async Task Corrections_lead_to_all_changes_of_the_same_selection() =>
        Assert.That((await _site.PageAsync("/de/corrections?region=DE-SH")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")), Does.Contain("/de/changes?region=DE-SH"));

    [Test]
    public async Task A_correction_leads_to_what_else_its_release_changed_in_the_same_selection() =>
        Assert.That((await _site.PageAsync("/en/corrections?release=2&region=DE-SH")).QuerySelectorAll("#release-2 > p a").Select(a => a.GetAttribute("href")), Is.EqualTo((string[])["/en/changes?stand=2&since=1&region=DE-SH"]));

    [TestCase("/en/changes?since=2", "/en/changes?since=2&stand=6")]
    [TestCase("/de/", "/de/?stand=6")]
    [TestCase("/pl/regions/DE-SH?stand=3", "/pl/regions/DE-SH?stand=3")]
    [TestCase("/en/corrections?region=DE-SH", "/en/corrections?region=DE-SH&stand=6")]
    public async Task Every_page_with_a_stand_has_an_address_that_shows_it_for_ever_and_a_button_to_copy_it(string address, string permanent)
    {
        var stand = (await _site.PageAsync(address)).QuerySelector("p.stand")!;

        Assert.That((stand.QuerySelector("a")!.GetAttribute("href"), stand.QuerySelector("button.copy")!.GetAttribute("data-address")), Is.EqualTo((permanent, permanent)));
    }

    private static async Task<IReadOnlyList<(string Address, string[] Values)>> WalkAsync(string start, string direction)
    {
        var pages = new List<(string, string[])>();
        for (var address = start; address is not null;)
        {
            var page = await Site.PageAsync(address);
            pages.Add((address, [.. page.QuerySelectorAll("#values ~ .scroll tbody th a").Select(a => a.GetAttribute("href")!)]));
            address = page.QuerySelector($"a[rel={direction}]")?.GetAttribute("href")!.Split('#')[0];
        }

        return pages;
    }

    private static string Rows(IDocument page) => string.Join('|', page.QuerySelectorAll("#values ~ .scroll tbody tr").Select(Row));

    /// <summary>Period, then old and new value without the words that only the phone shows.</summary>
    private static string Row(IElement row)
    {
        var cells = row.QuerySelectorAll("td");
        return $"{Text(cells[1])}: {Value(cells[2])} > {Value(cells[3])}";
    }

    private static string Value(IElement cell) => Text(cell)[(Text(cell).IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static string Text(IElement element) => Regex.Replace(element.TextContent.Replace('\u00a0', ' '), @"\s+", " ").Trim();
}
