using System.Net;
using Dapper;
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

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _site = await EntrySite.StartAsync();
        _anna = await _site.SignedInAsync(new Grant(Role.Analyst, "DE-HH"));
        _paula = await _site.SignedInAsync(await _site.PersonAsync("Paula Publisher", new Grant(Role.Publisher, "DE-HH")));
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _anna.Dispose();
        _paula.Dispose();
        await _site.DisposeAsync();
    }

    [SetUp]
    public async Task BeginAnewAsync()
    {
        await using var connection = await _site.Services.GetRequiredService<Database>().OpenAsync(default);
        await connection.ExecuteAsync("delete from entry_cell");
        await connection.ExecuteAsync("delete from entry_draft");
        await connection.ExecuteAsync("delete from reminder");
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
    public async Task An_overdue_cell_is_reminded_of_once_a_week_in_the_language_of_the_feed()
    {
        using var first = await _paula.SendAsync(Matrix, $"form#remind-{Hamburg}", ("cell", December));
        var page = await _paula.OpenAsync(first.Headers.Location!.OriginalString);
        Assert.That(page.QuerySelector("pre.letter")!.TextContent, Does.StartWith("Guten Tag,\n\nzu „Quelle office-hh“ stehen noch Zahlen aus:\n\n- ").And.Contain(", Hamburg, Dezember\u00a02023: fällig war am 10.01.2024").And.EndWith("Paula Publisher"));
        Assert.That(page.QuerySelector("a[href^='mailto:']")!.GetAttribute("href"), Does.Contain("@example.org").Or.Contain("%40example.org").And.Contain("?subject=").And.Contain("&body="));
        Assert.That((await _anna.OpenAsync("/de/workbench")).QuerySelector(".box.notice")!.TextContent, Does.Contain("Erinnert von Paula Publisher am 10.02.2024, 13:01"));
        Assert.That(page.QuerySelectorAll("input[name=cell]").Select(i => i.GetAttribute("value")), Does.Not.Contain(December));
        using var again = await _paula.SendAsync(Matrix, $"form#remind-{Hamburg}", ("cell", December));
        Assert.That((await _paula.OpenAsync(again.Headers.Location!.OriginalString)).QuerySelector(".box.error")!.TextContent.Trim(), Is.EqualTo("Daran wurde in den letzten sieben Tagen schon erinnert."));
        Assert.That((await _site.Services.GetRequiredService<ReminderStore>().SinceAsync(DateTime.MinValue, default)).Count, Is.EqualTo(1));
    }

    [Test]
    public async Task Who_only_hands_in_reminds_nobody_and_sees_no_other_office()
    {
        var page = await _anna.OpenAsync(Matrix);
        Assert.That(page.QuerySelectorAll("input[name=cell]"), Is.Empty);
        Assert.That(page.QuerySelector("main")!.TextContent, Does.Not.Contain(Pomerania));
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.That((await StatusAsync(Hamburg, token), await StatusAsync(Pomerania, token)), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.NotFound)));
    }

    private async Task<HttpStatusCode> StatusAsync(string feed, string token)
    {
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["cell"] = December });
        using var answer = await _anna.PostAsync(new Uri($"{Matrix}?feed={feed}", UriKind.Relative), content);
        return answer.StatusCode;
    }
}
