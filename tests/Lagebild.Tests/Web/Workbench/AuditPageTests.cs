using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lagebild.Accounts;
using Lagebild.Storage;
using Lagebild.Web.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>The audit as administrators read it and take it away.</summary>
internal sealed partial class AuditPageTests
{
    private OfficeSite _site = null!;

    private AuditStore Audit => _site.Services.GetRequiredService<AuditStore>();

    [SetUp]
    public async Task StartAsync()
    {
        _site = await OfficeSite.StartAsync();
        await Audit.AddAsync(Who.Operator, "feed.change", "feed other", "DE-HH", "{\"why\":\"=1+1\"}", default);
        await Audit.AddAsync(Who.Program, "unknown.act", "delivery 12", "DE-SH", null, default);
        await Audit.AddAsync(Who.Program, "delivery.refuse", "delivery 1", "DE-SH", null, default);
    }

    [TearDown]
    public Task StopAsync() => _site.DisposeAsync().AsTask();

    [Test]
    public async Task Only_administrators_read_it()
    {
        using var publisher = await _site.SignedInAsync(Role.Publisher, null);
        foreach (var address in new[] { "audit", "audit.csv", "audit.jsonl" })
        {
            using var answer = await publisher.GetAsync(new Uri($"/de/workbench/{address}", UriKind.Relative));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), address);
        }
    }

    [Test]
    public async Task An_administrator_of_a_region_sees_the_entries_of_that_region_alone()
    {
        using var client = await _site.SignedInAsync(Role.Administrator, "DE-SH");
        Assert.That(await ReadAsync(client, "/de/workbench/audit"), Is.EqualTo((string[])["Programm: Lieferung abgelehnt", "Programm: unknown.act", "Betrieb: Lieferung veröffentlicht"]));
        var lines = await client.GetStringAsync(new Uri("/de/workbench/audit.jsonl", UriKind.Relative));
        Assert.That(lines, Does.Not.Contain("DE-HH").And.Not.Contain("account.add"));
    }

    [Test]
    public async Task It_is_filtered_by_act_and_by_subject_or_its_first_word()
    {
        using var client = await _site.SignedInAsync(Role.Administrator, null);
        string[][] found =
        [
            await ReadAsync(client, "/de/workbench/audit?act=feed.change"), await ReadAsync(client, "/de/workbench/audit?subject=delivery+1"),
            await ReadAsync(client, "/pl/workbench/audit?subject=delivery"), await ReadAsync(client, "/de/workbench/audit?subject=%25"),
        ];
        Assert.That(found, Is.EqualTo((string[][])
        [
            ["Betrieb: Datenquelle geändert"], ["Programm: Lieferung abgelehnt", "Betrieb: Lieferung veröffentlicht"],
            ["program: Odrzucono dostawę", "program: unknown.act", "operator: Opublikowano dostawę"], [],
        ]));
    }

    [TestCase("act=nothing")]
    [TestCase("before=last")]
    public async Task What_can_not_be_asked_for_is_refused(string query)
    {
        using var client = await _site.SignedInAsync(Role.Administrator, null);
        using var answer = await client.GetAsync(new Uri($"/de/workbench/audit?{query}", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Earlier_entries_are_a_page_away()
    {
        for (var i = 0; i < 120; i++)
        {
            await Audit.AddAsync(Who.Program, "feed.remind", $"feed {i}", null, null, default);
        }

        using var client = await _site.SignedInAsync(Role.Administrator, null);
        var page = await client.OpenAsync("/de/workbench/audit?act=feed.remind");
        var earlier = page.QuerySelector("table + p a")!.GetAttribute("href")!;
        Assert.That((page.QuerySelectorAll("tbody tr").Length, (await client.OpenAsync(earlier)).QuerySelectorAll("tbody tr").Length), Is.EqualTo((100, 20)));
    }

    [Test]
    public async Task The_lines_taken_away_hold_the_chain_and_can_be_checked_elsewhere()
    {
        using var client = await _site.SignedInAsync(Role.Administrator, null);
        var lines = (await client.GetStringAsync(new Uri("/de/workbench/audit.jsonl", UriKind.Relative))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var (previous, number) = ("", 0L);
        foreach (var entry in lines.Select(l => JsonSerializer.Deserialize<AuditEntry>(l, JsonSerializerOptions.Web)!))
        {
            Assert.That((entry.Number, entry.Hash), Is.EqualTo((++number, entry.HashAfter(previous))));
            previous = entry.Hash;
        }

        Assert.That(number, Is.GreaterThan(4));
    }

    [Test]
    public async Task A_spreadsheet_runs_nothing_that_an_entry_holds()
    {
        await Audit.AddAsync(new(null, "=cmd"), "feed.change", "feed x", null, "-1", default);
        using var client = await _site.SignedInAsync(Role.Administrator, null);
        var text = await client.GetStringAsync(new Uri("/de/workbench/audit.csv", UriKind.Relative));
        Assert.That(text, Does.StartWith("number,at_utc,person,who,act,subject,region,before,after,hash\r\n").And.Contain(",'=cmd,feed.change,feed x,,,'-1,"));
    }

    [Test]
    public void Every_act_of_the_program_has_words_in_each_language()
    {
        string[] acts = [.. typeof(Act).GetFields().Select(f => (string)f.GetRawConstantValue()!), .. Repository.Files(".cs").Where(f => f.StartsWith("src/", StringComparison.Ordinal)).SelectMany(NotedIn)];
        Assert.That(acts, Has.Length.GreaterThan(12));
        Assert.That(Languages.All.SelectMany(l => acts.Distinct().Where(a => !Words.In(l).Audit.Acts.ContainsKey(a)).Select(a => $"{l} {a}")), Is.Empty);
    }

    /// <summary>The words in calls that note an act.</summary>
    private static IEnumerable<string> NotedIn(string file) =>
        Call().Matches(File.ReadAllText(Repository.At(file))).SelectMany(c => Word().Matches(c.Value)).Select(w => w.Groups[1].Value);

    private static async Task<string[]> ReadAsync(HttpClient client, string address) =>
        [.. (await client.OpenAsync(address)).QuerySelectorAll("tbody tr").Where(r => !r.TextContent.Contains("account", StringComparison.Ordinal)).Select(r => $"{r.Children[2].TextContent}: {r.Children[3].TextContent}")];

    [GeneratedRegex(@"(?:AuditStore|audit)\.AddAsync\([^;]*")]
    private static partial Regex Call();

    [GeneratedRegex("\"([a-z-]+\\.[a-z-]+)\"")]
    private static partial Regex Word();
}
