using System.IO.Compression;
using System.Text.Json.Nodes;
using Lagebild.OpenData;
using Lagebild.Web.Texts;

namespace Lagebild.Tests.Web;

public sealed class DownloadTests
{
    private static IEnumerable<string> Formats => DataFormat.All.Select(f => f.Code);

    [TestCaseSource(nameof(Formats))]
    public async Task A_file_says_in_its_name_what_it_is_how_much_of_it_and_as_of_which_release(string format)
    {
        var ending = DataFormat.All.Single(f => f.Code == format).FileEnding;
        foreach (var (address, extent) in new[] { ($"/de/indicators/asylblg-recipients.{format}?stand=9", "selection"), ($"/pl/data/asylblg-recipients.{format}?stand=9", "whole") })
        {
            using var answer = await Site.Client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.That((int)answer.StatusCode, Is.EqualTo(200), address);
            Assert.That(answer.Content.Headers.ContentDisposition!.FileName, Is.EqualTo($"asylblg-recipients-{extent}-stand-9{ending}"));
        }
    }

    [Test]
    public async Task The_figures_of_a_page_lead_to_every_format_of_the_selection_and_of_the_whole()
    {
        var page = await Site.PageAsync("/en/indicators/temporary-protection?regions=DEU,POL");
        var hrefs = page.QuerySelector("figure")!.QuerySelectorAll(".actions a").Select(a => a.GetAttribute("href")!.Split('?')[0]).ToArray();
        Assert.That(hrefs, Is.SupersetOf(DataFormat.OfValues.Concat(DataFormat.OfCitation).Select(f => $"/en/indicators/temporary-protection.{f.Code}")));
        Assert.That(hrefs, Is.SupersetOf(DataFormat.OfValues.Select(f => $"/en/data/temporary-protection.{f.Code}")));
    }

    [Test]
    public async Task The_whole_holds_what_no_chart_shows()
    {
        var (selection, whole) = (await CodesAsync("/de/indicators/protection-seekers.csv?regions=DE-01002"), await CodesAsync("/de/data/protection-seekers.csv"));
        Assert.That(selection, Is.EqualTo(new[] { "DE-01002" }));
        Assert.That(whole, Has.Length.GreaterThan(20));
    }

    [Test]
    public async Task The_whole_of_one_source_holds_that_source_alone()
    {
        var all = await LinesAsync("/de/data/registered-arrivals.csv");
        var one = await LinesAsync("/de/data/registered-arrivals.csv?feed=hamburg-arrivals");
        Assert.That(one.Skip(1), Is.EqualTo(all.Skip(1).Where(l => l.Contains(",hamburg-arrivals,", StringComparison.Ordinal)).Select(l => l)).And.Not.Empty);
    }

    [Test]
    public async Task Everything_at_once_holds_each_data_set()
    {
        var all = (await LinesAsync("/en/data/all.csv")).Skip(1).Select(l => l.Split(',')[0]).GroupBy(i => i).ToDictionary(g => g.Key, g => g.Count());
        foreach (var indicator in new[] { "temporary-protection", "distributed-away" })
        {
            Assert.That(all[indicator], Is.EqualTo((await LinesAsync($"/en/data/{indicator}.csv")).Length - 1), indicator);
        }
    }

    [Test]
    public async Task A_rate_handed_in_again_would_be_refused_since_its_way_of_counting_says_that_it_is_one()
    {
        var lines = await LinesAsync("/en/indicators/asylblg-recipients.csv?regions=DE-HH,DE-SH&per=inhabitants");
        Assert.That(lines[1], Does.StartWith("asylblg-recipients,destatis-asylblg/per-1000-inhabitants,DE-").And.Contain(",\"per 1,000 inhabitants\",computed,"));
    }

    [Test]
    public async Task A_file_as_of_a_release_is_the_same_bytes_each_time()
    {
        var address = new Uri("/de/data/distributed-away.zip?stand=9", UriKind.Relative);
        var (once, again) = (await Site.Client.GetByteArrayAsync(address), await Site.Client.GetByteArrayAsync(address));
        Assert.That(again, Is.EqualTo(once));
    }

    [Test]
    public async Task An_archive_explains_itself_in_the_language_of_the_reader([Values("de", "pl", "en")] string language)
    {
        using var zip = new ZipArchive(new MemoryStream(await Site.Client.GetByteArrayAsync(new Uri($"/{language}/data/distributed-away.zip", UriKind.Relative))));
        using var readme = new StreamReader(zip.GetEntry("README.txt")!.Open());
        Assert.That(await readme.ReadToEndAsync(), Does.Contain(Words.In(language).Download.Data.EmptyIsNotZero).And.Contain(Words.In(language).Download.Data.TextsAsTheyAre));
    }

    [Test]
    public async Task A_confidential_value_is_nowhere_in_any_format([Values("csv", "excel", "jsonstat", "sdmx", "json")] string format)
    {
        var text = await Site.Client.GetStringAsync(new Uri($"/de/data/distributed-away.{format}?feed={TestFeed.Code}", UriKind.Relative));
        Assert.That(text, Does.Contain("confidential").Or.Contain(",Q,C,"));
        Assert.That(text, Does.Contain("1200").And.Contain("1300"));
    }

    [TestCase("/en/data/distributed-away")]
    [TestCase("/pl/indicators/distributed-away")]
    public async Task A_CSV_leads_to_its_description_and_the_description_back_to_the_same_bytes(string path)
    {
        using var csv = await Site.Client.GetAsync(new Uri($"{path}.csv", UriKind.Relative));
        var link = csv.Headers.GetValues("Link").Single();
        Assert.That(link, Does.EndWith("; rel=\"describedby\"; type=\"application/csvm+json\""));
        var description = JsonNode.Parse(await Site.Client.GetStringAsync(new Uri(link[1..link.IndexOf('>')])))!;
        Assert.That(await Site.Client.GetStringAsync(new Uri((string)description["url"]!)), Is.EqualTo(await csv.Content.ReadAsStringAsync()));
        Assert.That(description["tableSchema"]!["columns"]!.AsArray().Select(c => (string?)c!["name"]), Is.EqualTo(CanonicalCsv.Columns));
    }

    [Test]
    public async Task JSON_of_a_selection_has_the_notes_of_its_chart()
    {
        var json = JsonNode.Parse(await Site.Client.GetStringAsync(new Uri("/en/indicators/protection-seekers.json?variant=azr-12531-0043&regions=DE-01002", UriKind.Relative)))!;
        Assert.That(json["notes"]!.AsArray().Select(n => (string?)n), Does.Contain(Words.In("en").Indicator.NoteComputed));
        Assert.That((bool?)json["series"]![0]!["computed"], Is.True);
    }

    [TestCase("/de/data/unknown.csv", 404)]
    [TestCase("/de/data/all.svg", 404)]
    [TestCase("/de/data/all.csv?feed=unknown", 400)]
    [TestCase("/de/indicators/unknown.xlsx", 404)]
    [TestCase("/de/indicators/asylblg-recipients.xlsx?from=x", 400)]
    [TestCase("/de/data/all.csv?stand=999", 404)]
    public async Task What_there_is_not_is_said_with_a_sentence(string address, int status) => Assert.That((await Site.AnswerAsync(address)).Status, Is.EqualTo(status));

    [Test]
    public async Task The_page_of_open_data_lists_each_data_set_with_values_and_its_formats([Values("de", "pl", "en")] string language)
    {
        var page = await Site.PageAsync($"/{language}/data");
        var rows = page.QuerySelectorAll(".sets li").Select(r => r.QuerySelectorAll(".actions a").Select(a => a.GetAttribute("href")).ToArray()).ToArray();
        Assert.That(rows.Length, Is.GreaterThan(10));
        Assert.That(rows.Select(r => r.Length).Distinct(), Is.EqualTo(new[] { DataFormat.OfValues.Count }));
    }

    private static async Task<string[]> LinesAsync(string address) =>
        (await Site.Client.GetStringAsync(new Uri(address, UriKind.Relative))).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static async Task<string[]> CodesAsync(string address) => [.. (await LinesAsync(address)).Skip(1).Select(l => l.Split(',')[2]).Distinct()];
}
