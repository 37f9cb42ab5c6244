using System.Net;
using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.Extensions.DependencyInjection;
using static Lagebild.Tests.Web.Workbench.Entry.EntrySite;

namespace Lagebild.Tests.Web.Workbench.Entry;

/// <summary>The start page, and the matrix with its reminders.</summary>
internal sealed class MatrixTests
{
    private const string Matrix = "/de/workbench/matrix";
    private const string December = "hh-distributed-away|DE-HH|M|20231201|20231231";

    private static readonly string _sent = Field("value", "hh-distributed-away", "M|20231201|20231231");

    private EntrySite _site = null!;
    private HttpClient _anna = null!;
    private HttpClient _paula = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _site = await EntrySite.StartAsync();
        _anna = await _site.SignedInAsync(new Grant(Role.Analyst, "DE-HH"));
        _paula = await _site.SignedInAsync(await _site.PersonAsync("Paula Publisher", new Grant(Role.Publisher, "DE-HH")));
    }

    [TearDown]
    public async Task StopAsync()
    {
        _anna.Dispose();
        _paula.Dispose();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task The_start_page_counts_what_is_due_and_says_where_to_go()
    {
        var page = await _anna.OpenAsync("/de/workbench");
        Assert.That(page.QuerySelectorAll("dl.facts dd:not(.more)").Select(d => d.TextContent), Is.EqualTo((string[])["2", "0", "0"]));
        Assert.That(page.QuerySelectorAll("#due ~ table tbody tr").Select(r => r.QuerySelector(".sev")!.TextContent.Trim()), Is.EqualTo((string[])["seit 31 Tagen überfällig, fällig war am 10.01.2024", "heute fällig"]));
        Assert.That(page.QuerySelectorAll("#due ~ table a").Select(a => a.GetAttribute("href")), Does.Contain($"/de/workbench/entry?feed={Hamburg}").And.Contain($"/de/workbench/deliveries/new?feed={Hamburg}"));
    }

    [Test]
    public async Task A_draft_waits_on_the_start_page_and_stands_in_the_matrix()
    {
        await ThenAsync(_anna, Form(Hamburg), "save", (_sent, "1284"));
        Assert.That((await _anna.OpenAsync("/de/workbench")).QuerySelector("#waits + ul")!.TextContent, Does.Contain("eine Angabe, zuletzt Anna Analyst am 10.02.2024, 13:01"));
        Assert.That((await _anna.OpenAsync(Matrix)).QuerySelectorAll(".drafted").Length, Is.EqualTo(1));
    }

    [Test]
    public async Task What_was_handed_in_waits_for_a_second_person_who_may_release()
    {
        using var answer = await SendAsync(_anna, Form(Hamburg), "hand-in", (_sent, "1284"));
        await _site.RunAsync(Hamburg);
        Assert.That((await _paula.OpenAsync("/de/workbench")).QuerySelector("#waits + ul")!.TextContent, Does.Contain("zu veröffentlichen"));
        Assert.That((await _anna.OpenAsync("/de/workbench")).QuerySelector("#waits + p")!.TextContent, Is.EqualTo("Nichts wartet auf Sie."));
    }

    [Test]
    public async Task A_refused_delivery_comes_back_until_a_newer_one_follows()
    {
        await PutAsync("distributed-away,hh-distributed-away,DE-HH,2023-12-01,2023-12-31,M,,,,,,12x");
        Assert.That((await _anna.OpenAsync("/de/workbench")).QuerySelector("#back + ul")!.TextContent, Does.Contain("ein Fehler"));
        await PutAsync("distributed-away,hh-distributed-away,DE-HH,2023-12-01,2023-12-31,M,,,,,,1284");
        Assert.That((await _anna.OpenAsync("/de/workbench")).QuerySelector("#back + p")!.TextContent, Is.EqualTo("Keine Ihrer Lieferungen ist zurückgekommen."));
    }

    [Test]
    public async Task An_overdue_cell_is_reminded_of_once_a_week_in_the_language_of_the_feed()
    {
        using var first = await _paula.SendAsync(Matrix, $"form#remind-{Hamburg}", ("cell", December));
        var page = await _paula.OpenAsync(first.Headers.Location!.OriginalString);
        Assert.That(page.QuerySelector("pre.letter")!.TextContent, Does.StartWith("Guten Tag,\n\nzu „Quelle office-hh“ stehen noch Zahlen aus:\n\n- ").And.Contain(", Hamburg, Dezember\u00a02023: fällig war am 10.01.2024").And.EndWith("Paula Publisher"));
        Assert.That(page.QuerySelector("a[href^='mailto:']")!.GetAttribute("href"), Does.Contain("@example.org").Or.Contain("%40example.org").And.Contain("?subject=").And.Contain("&body="));
        Assert.That((await _anna.OpenAsync("/de/workbench")).QuerySelector(".box.notice")!.TextContent, Does.Contain("Erinnert von Paula Publisher am 10.02.2024, 13:01"));
        Assert.That(page.QuerySelectorAll("input[name=cell]").Select(i => i.GetAttribute("value")), Does.Not.Contain(December));
        await RemindAsync();
        Assert.That((await _site.Services.GetRequiredService<ReminderStore>().SinceAsync(DateTime.MinValue, default)).Count, Is.EqualTo(1));
        _site.Clock.Now = _site.Clock.Now.AddDays(8);
        await RemindAsync();
        Assert.That((await _site.Services.GetRequiredService<ReminderStore>().SinceAsync(DateTime.MinValue, default)).Count, Is.EqualTo(2));
    }

    [Test]
    public async Task Who_only_hands_in_reminds_nobody_and_sees_no_other_office()
    {
        var page = await _anna.OpenAsync(Matrix);
        Assert.That(page.QuerySelectorAll("input[name=cell]"), Is.Empty);
        Assert.That(page.QuerySelector("main")!.TextContent, Does.Not.Contain(Pomerania));
        page.QuerySelector($"form#remind-{Hamburg}")!.SetAttribute("action", $"{Matrix}?feed={Pomerania}");
        using var other = await _anna.SendAsync(Matrix, $"form#remind-{Hamburg}", ("cell", December));
        Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private async Task RemindAsync()
    {
        using var answer = await _paula.SendAsync(Matrix, $"form#remind-{Hamburg}", ("cell", December));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    private async Task PutAsync(string row)
    {
        var feed = (await _site.Services.GetRequiredService<FeedStore>().ByCodeAsync(Hamburg, default))!;
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"{Heading}\n{row}\n"));
        await _site.Services.GetRequiredService<InboxStore>().PutAsync(new() { Feed = feed, FileName = "january.csv", Channel = DeliveryChannel.Upload, Who = Who.Operator }, bytes, default);
        await _site.RunAsync(Hamburg);
    }
}
