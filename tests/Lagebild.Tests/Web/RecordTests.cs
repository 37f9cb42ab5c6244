using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;

namespace Lagebild.Tests.Web;

/// <summary>Corrections, deliveries, calendar and operator texts over releases that changed and took back values.</summary>
public sealed class RecordTests
{
    private static readonly string[] Languages = ["de", "pl", "en"];

    private CorrectedSite _site = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _site = await CorrectedSite.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _site.DisposeAsync();

    [TestCase("de", "1.200", "1.210", "neue Lieferung der Quelle")]
    [TestCase("pl", "1200", "1210", "nowa dostawa ze źródła")]
    [TestCase("en", "1,200", "1,210", "new delivery of the source")]
    public async Task A_changed_value_stands_with_the_old_one_and_why(string language, string before, string after, string why)
    {
        var section = await SectionAsync(language, 2);

        Assert.That((Values(section), section.TextContent.Contains(why, StringComparison.Ordinal)), Is.EqualTo(($"{before} > {after}", true)));
    }

    [TestCase("de", "1.210 > 1.200", "Veröffentlichung 2 war fehlerhaft und wurde zurückgezogen")]
    [TestCase("pl", "1210 > 1200", "Wydanie 2 zawierało błąd i zostało wycofane")]
    [TestCase("en", "1,210 > 1,200", "Release 2 was wrong and was withdrawn")]
    public async Task What_was_withdrawn_for_error_is_named_with_the_words_of_who_did(string language, string values, string why)
    {
        var section = await SectionAsync(language, 3);

        Assert.That((Values(section), section.QuerySelector("q")!.TextContent), Is.EqualTo((values, "counted twice")));
        Assert.That(section.TextContent, Does.Contain(why));
    }

    [TestCase("de", "1.250 > ⊘ geheim gehalten", "⊘ geheim gehalten > 1.250")]
    [TestCase("pl", "1250 > ⊘ objęte tajemnicą statystyczną", "⊘ objęte tajemnicą statystyczną > 1250")]
    [TestCase("en", "1,250 > ⊘ confidential", "⊘ confidential > 1,250")]
    public async Task What_was_withdrawn_for_disclosure_has_no_number_on_either_side(string language, string told, string withdrawn) =>
        Assert.That((Values(await SectionAsync(language, 4)), Values(await SectionAsync(language, 5))), Is.EqualTo((told, withdrawn)));

    [Test]
    public async Task A_number_withdrawn_for_disclosure_stands_on_no_record_of_any_stand()
    {
        string[] paths = ["corrections", "corrections?release=4", "calendar", "calendar.ics", "calendar.atom", "deliveries", "deliveries.csv", "deliveries?region=DE-SH", "search?q=987654", "sources"];
        foreach (var path in Enumerable.Range(1, 6).SelectMany(stand => paths.Select(p => $"/de/{p}{(p.Contains('?', StringComparison.Ordinal) ? '&' : '?')}stand={stand}")))
        {
            var (_, text) = await _site.TextAsync(path);
            Assert.That(text.Replace("q=987654", "", StringComparison.Ordinal).Replace("value=\"987654\"", "", StringComparison.Ordinal).Replace("„987654“", "", StringComparison.Ordinal).Replace("Suche: 987654", "", StringComparison.Ordinal), Does.Not.Contain(CorrectedSite.Hidden).And.Not.Contain("987.654"), path);
        }
    }

    [Test]
    public async Task Corrections_are_asked_for_by_indicator_and_region()
    {
        var here = await _site.PageAsync("/en/corrections?indicator=distributed-away&region=DE-SH");
        var elsewhere = await _site.PageAsync("/en/corrections?region=PL-22");

        Assert.That((here.QuerySelectorAll("section[id^=release-]").Length, elsewhere.QuerySelectorAll("section[id^=release-]").Length), Is.EqualTo((4, 0)));
        Assert.That(elsewhere.QuerySelector("main .box")!.TextContent.Trim(), Is.EqualTo("There is no correction for this selection."));
    }

    [Test]
    public async Task An_earlier_stand_knows_only_the_corrections_up_to_it()
    {
        var page = await _site.PageAsync("/en/corrections?stand=2");

        Assert.That(page.QuerySelectorAll("section[id^=release-]").Select(s => s.Id), Is.EqualTo(["release-2"]));
    }

    [TestCase("corrections?release=x", "release")]
    [TestCase("corrections?release=99", "release")]
    [TestCase("corrections?before=-1", "before")]
    [TestCase("corrections?indicator=unknown", "indicator")]
    [TestCase("corrections?region=de-hh", "region")]
    [TestCase("calendar?before=1.5", "before")]
    [TestCase("deliveries?region=XX", "region")]
    [TestCase("deliveries?topic=weather", "topic")]
    [TestCase("deliveries.csv?region=XX", "region")]
    public async Task What_can_not_be_read_is_400_and_names_the_field(string address, string field)
    {
        foreach (var language in Languages)
        {
            var (status, text) = await _site.TextAsync($"/{language}/{address}");
            Assert.That((status, Regex.Match(text, "<code>(.*?)</code>").Groups[1].Value), Is.EqualTo((400, field)));
        }
    }

    [TestCase("de", "Schleswig-Holstein", "überfällig 2024 seit 10.04.2025|verweigert 2023|veröffentlicht 2022|veröffentlicht 2021")]
    [TestCase("pl", "Szlezwik-Holsztyn", "po terminie 2024 od 10.04.2025|odmowa 2023|opublikowano 2022|opublikowano 2021")]
    [TestCase("en", "Schleswig-Holstein", "overdue 2024 since 10 Apr 2025|refused 2023|released 2022|released 2021")]
    public async Task The_matrix_says_of_each_period_how_it_stands(string language, string region, string cells)
    {
        var page = await _site.PageAsync($"/{language}/deliveries?region=DE-SH&topic=arrivals");

        Assert.That(page.QuerySelector("h1")!.TextContent, Does.EndWith(region));
        Assert.That(string.Join('|', page.QuerySelectorAll(".matrix tbody td .report").Select(Cell)), Is.EqualTo(cells));
    }

    [Test]
    public async Task The_public_is_not_told_of_a_file_that_arrived_and_is_not_released()
    {
        var page = await _site.PageAsync("/en/deliveries?region=DE-HH&topic=arrivals");

        Assert.That(Cell(page.QuerySelector(".matrix tbody td .report")!), Is.EqualTo("overdue 2024 since 10 Apr 2025"));
    }

    [Test]
    public async Task An_earlier_stand_says_what_was_due_on_its_day()
    {
        var page = await _site.PageAsync("/en/deliveries?region=DE-SH&topic=arrivals&stand=1");

        Assert.That(Cell(page.QuerySelector(".matrix tbody td .report")!), Is.EqualTo("refused 2023"));
    }

    [Test]
    public async Task Of_a_region_what_was_never_delivered_is_listed_and_not_counted_as_zero()
    {
        var page = await _site.PageAsync("/en/deliveries?region=PL-22");

        Assert.That(page.QuerySelector("main .box p")!.TextContent, Is.EqualTo("No delivery is known for this selection. This does not mean zero."));
        Assert.That(page.QuerySelectorAll("#missing ~ ul a").Select(a => a.GetAttribute("href")), Does.Contain("/en/indicators/pesel-ukr-applications"));
    }

    [Test]
    public async Task The_CSV_holds_each_period_with_its_state_and_due_day()
    {
        var (_, text) = await _site.TextAsync("/en/deliveries.csv?region=DE-SH&topic=arrivals");
        var rows = text.Split("\r\n").Where(r => r.StartsWith("DE-SH,distributed-away,", StringComparison.Ordinal)).Select(r => string.Join(',', r.Split(',')[2..8]));

        Assert.That(rows, Is.EqualTo((string[])
        [
            "test-corrected,2024-01-01,2024-12-31,A,overdue,2025-04-10", "test-corrected,2023-01-01,2023-12-31,A,refused,2024-04-09",
            "test-corrected,2022-01-01,2022-12-31,A,released,2023-04-10", "test-corrected,2021-01-01,2021-12-31,A,released,2022-04-10",
        ]));
    }

    [Test]
    public async Task The_calendar_lists_what_is_overdue_then_what_is_expected()
    {
        var page = await _site.PageAsync("/en/calendar");
        var rows = page.QuerySelectorAll("#expected ~ .scroll tbody")[0].QuerySelectorAll("tr").Select(r => $"{r.QuerySelector("time")!.GetAttribute("datetime")} {r.QuerySelector(".report")!.TextContent.Trim()}");

        Assert.That(rows, Is.EqualTo(["2025-04-10 overdue", "2025-04-10 overdue", "2026-04-10 expected", "2026-04-10 expected"]));
    }

    [Test]
    public async Task The_calendar_file_keeps_to_its_standard()
    {
        foreach (var language in Languages)
        {
            var (_, text) = await _site.TextAsync($"/{language}/calendar.ics");
            var lines = text.Split("\r\n");
            Assert.That((lines[0], lines[1], lines[^2], lines[^1]), Is.EqualTo(("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR", "")));
            Assert.That(lines.Where(l => Encoding.UTF8.GetByteCount(l) > 75 || l.Contains('\n', StringComparison.Ordinal)), Is.Empty);
            Assert.That(Unfolded(text).Where(l => !Regex.IsMatch(l, "^[A-Z-]+(;[A-Z]+=[A-Z]+)*:.+$")), Is.Empty);
        }
    }

    [Test]
    public async Task Ids_of_the_calendar_file_are_the_same_in_every_language_and_once_each()
    {
        var ids = new List<string[]>();
        foreach (var language in Languages)
        {
            ids.Add([.. Unfolded((await _site.TextAsync($"/{language}/calendar.ics")).Text).Where(l => l.StartsWith("UID:", StringComparison.Ordinal))]);
        }

        Assert.That(ids[0], Is.Unique.And.Contain("UID:release-3@localhost").And.Contain("UID:due-test-corrected-20241231@localhost"));
        Assert.That(ids.Skip(1), Is.All.EqualTo(ids[0]));
    }

    [Test]
    public async Task The_feed_of_releases_is_whole_and_its_ids_hold_the_number_of_the_release()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse((await _site.TextAsync("/de/calendar.atom")).Text).Root!;
        var entries = feed.Elements(atom + "entry").ToArray();

        Assert.That(entries.Select(e => (string)e.Element(atom + "id")!), Is.EqualTo(
        [
            "tag:localhost,2025-04-01:release-6", "tag:localhost,2024-09-02:release-5", "tag:localhost,2024-09-01:release-4",
            "tag:localhost,2024-06-02:release-3", "tag:localhost,2024-06-01:release-2", "tag:localhost,2024-03-01:release-1",
        ]));
        Assert.That(entries.All(e => DateTimeOffset.TryParse((string)e.Element(atom + "updated")!, CultureInfo.InvariantCulture, out _) && e.Element(atom + "title") is not null && e.Element(atom + "link") is not null), Is.True);
        Assert.That(feed.Elements(atom + "link").Select(l => $"{l.Attribute("rel")!.Value} {l.Attribute("href")!.Value}"), Is.EqualTo(["self http://localhost/de/calendar.atom", "alternate http://localhost/de/calendar"]));
    }

    [Test]
    public async Task A_page_names_feed_and_calendar_for_programs()
    {
        var page = await _site.PageAsync("/pl/");

        Assert.That(page.QuerySelectorAll("head link[rel=alternate][type]").Select(l => $"{l.GetAttribute("type")} {l.GetAttribute("href")}"), Is.EqualTo(["application/atom+xml /pl/calendar.atom", "text/calendar /pl/calendar.ics"]));
    }

    [Test]
    public async Task Every_page_named_in_the_footer_answers_in_three_languages()
    {
        foreach (var language in Languages)
        {
            var links = (await _site.PageAsync($"/{language}/")).QuerySelectorAll("footer nav a").Select(a => a.GetAttribute("href")!).ToArray();
            Assert.That(links, Has.Length.GreaterThan(12));
            foreach (var link in links)
            {
                Assert.That((await _site.TextAsync(link)).Status, Is.EqualTo(200), link);
            }
        }
    }

    [Test]
    public async Task A_video_in_sign_language_is_a_link_that_says_where_it_leads()
    {
        var page = await _site.PageAsync("/de/sign-language");

        Assert.That(page.QuerySelector("main a")!.GetAttribute("href"), Is.EqualTo("https://video.example/gebaerden"));
        Assert.That(page.QuerySelector("main .note")!.TextContent, Does.EndWith("video.example"));
    }

    [TestCase("/pl/sign-language", "Operator udostępnił film tylko w języku migowym innego kraju.")]
    [TestCase("/de/plain-language", "Diesen Text hat der Betreiber nur in einer anderen Sprache hinterlegt.")]
    [TestCase("/en/accessibility", "The operator has not provided this text yet.")]
    public async Task What_the_operator_left_out_is_said(string address, string sentence) =>
        Assert.That((await _site.PageAsync(address)).QuerySelector("main .box")!.TextContent.Trim(), Is.EqualTo(sentence));

    [Test]
    public async Task What_a_reader_has_of_today_is_not_enough_for_tomorrow()
    {
        using var today = await _site.Client.GetAsync(new Uri("/de/calendar.ics", UriKind.Relative));
        var again = await StatusAsync("/de/calendar.ics", today.Headers.ETag!);
        _site.Now += TimeSpan.FromDays(1);
        var tomorrow = await StatusAsync("/de/calendar.ics", today.Headers.ETag!);
        _site.Now -= TimeSpan.FromDays(1);

        Assert.That((again, tomorrow), Is.EqualTo((304, 200)));
    }

    private async Task<int> StatusAsync(string address, System.Net.Http.Headers.EntityTagHeaderValue known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(known);
        using var answer = await _site.Client.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private async Task<IElement> SectionAsync(string language, int release) =>
        (await _site.PageAsync($"/{language}/corrections?release={release}")).QuerySelector($"#release-{release}")!;

    /// <summary>Old and new value of the only row.</summary>
    private static string Values(IElement section) =>
        string.Join(" > ", section.QuerySelectorAll("tbody td.r").Select(c => Text(c)[(Text(c).IndexOf(' ', StringComparison.Ordinal) + 1)..]));

    private static string Cell(IElement report)
    {
        var copy = (IElement)report.Clone();
        foreach (var hidden in copy.QuerySelectorAll(".hidden").ToArray())
        {
            hidden.Remove();
        }

        return Text(copy);
    }

    private static string Text(IElement element) => Regex.Replace(element.TextContent.Replace('\u00a0', ' '), @"\s+", " ").Trim();

    private static string[] Unfolded(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
