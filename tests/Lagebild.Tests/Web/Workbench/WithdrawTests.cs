using System.Net;
using Lagebild.Accounts;
using Lagebild.Storage;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>Taking a delivery back and putting it back, as the public sees it.</summary>
internal sealed class WithdrawTests
{
    private OfficeSite _site = null!;
    private HttpClient _publisher = null!;
    private long _delivery;

    private string Page => $"/de/workbench/deliveries/{_delivery}/withdraw";

    [SetUp]
    public async Task StartAsync()
    {
        _site = await OfficeSite.StartAsync();
        _delivery = await _site.DeliverAsync("second.csv", 987_654, 1250);
        await _site.Releases.PublishDraftAsync(_delivery, 1, new("second"), Who.Operator, default);
        _publisher = await _site.SignedInAsync(Role.Publisher);
    }

    [TearDown]
    public async Task StopAsync()
    {
        _publisher.Dispose();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task What_was_withdrawn_for_error_is_gone_with_its_reason_and_comes_back_with_another()
    {
        Assert.That((await _publisher.OpenAsync(Page)).QuerySelectorAll(".facts dd").Select(d => d.TextContent), Is.EqualTo((string[])["0", "1", "0"]));
        using var withdrawn = await _publisher.SendAsync(Page, "form.decide", ("kind", "error"), ("note", "Spalten vertauscht"), ("language", "de"));
        var then = await PublicAsync();
        using var restored = await _publisher.SendAsync(Page, "form[action$=restore]", ("note", "To było poprawne"), ("language", "pl"));
        var now = await PublicAsync();
        Assert.That((await _publisher.OpenAsync(Page)).QuerySelector("[role=status] p")!.TextContent, Is.EqualTo("Wiederhergestellt: Veröffentlichung 4."));
        Assert.That((then.Figure.Contains("987.654", StringComparison.Ordinal), now.Figure.Contains("987.654", StringComparison.Ordinal)), Is.EqualTo((false, true)));
        Assert.That(then.Calendar, Does.Contain("<q>Spalten vertauscht</q>"));
        Assert.That(now.Calendar, Does.Contain("<q><span lang=\"pl\">To było poprawne</span></q> <span class=\"sign\">(auf Polnisch)</span>"));
    }

    [Test]
    public async Task Before_what_can_not_be_undone_it_is_asked_once_more()
    {
        using var asked = await _publisher.SendAsync(Page, "form.decide", ("kind", "disclosure"), ("note", "zu viel gesagt"), ("language", "de"));
        var question = await asked.PageAsync();
        Assert.That(((int)asked.StatusCode, question.QuerySelector("[role=alert] h2")!.TextContent), Is.EqualTo((200, "Das lässt sich nicht rückgängig machen")));
        Assert.That((await _site.Releases.LatestAsync(default))!.Number, Is.EqualTo(2));
        using var content = new FormUrlEncodedContent(question.QuerySelectorAll("main form input").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!)));
        using var done = await _publisher.PostAsync(new Uri(Page, UriKind.Relative), content);
        var release = (await _site.Releases.LatestAsync(default))!;
        Assert.That((release.Number, release.WithdrawalKind, release.Why, release.WhyLanguage), Is.EqualTo((3, WithdrawalKind.Disclosure, "zu viel gesagt", "de")));
        Assert.That((await _publisher.OpenAsync(Page)).QuerySelectorAll("main form").Length, Is.Zero);
    }

    [Test]
    public async Task One_withdrawn_for_error_can_be_withdrawn_for_disclosure_too()
    {
        using var withdrawn = await _publisher.SendAsync(Page, "form.decide", ("kind", "error"), ("note", "falsch"));
        using var asked = await _publisher.SendAsync(Page, "details form", ("note", "zu viel gesagt"));
        Assert.That((await asked.PageAsync()).QuerySelector("[role=alert] h2")!.TextContent, Is.EqualTo("Das lässt sich nicht rückgängig machen"));
    }

    [Test]
    public async Task A_reason_has_to_be_given_and_kind_chosen()
    {
        using var answer = await _publisher.SendAsync(Page, "form.decide", ("note", "  "));
        Assert.That(((int)answer.StatusCode, (await answer.PageAsync()).QuerySelectorAll("[role=alert] li").Select(l => l.TextContent)), Is.EqualTo((400, (string[])
            ["Wählen Sie, warum zurückgezogen wird.", "Schreiben Sie den Grund in einem Satz: Er steht öffentlich bei den Veröffentlichungen."])));
    }

    [Test]
    public async Task A_page_that_another_release_made_stale_and_a_second_click_change_nothing()
    {
        var page = await _publisher.OpenAsync(Page);
        var fields = page.QuerySelectorAll("form.decide input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!)).ToArray();
        await _site.Releases.PublishDraftAsync(await _site.DeliverAsync("third.csv", 1300, 1250), 2, new("third"), Who.Operator, default);
        using var content = new FormUrlEncodedContent([.. fields, KeyValuePair.Create("kind", "error"), KeyValuePair.Create("note", "falsch")]);
        using var stale = await _publisher.PostAsync(new Uri(Page, UriKind.Relative), content);
        Assert.That((await _publisher.OpenAsync(Page)).QuerySelector("[role=alert] p")!.TextContent, Does.StartWith("Inzwischen wurde"));
        using var once = await _publisher.SendAsync(Page, "form.decide", ("kind", "error"), ("note", "falsch"));
        using var again = new FormUrlEncodedContent([.. fields, KeyValuePair.Create("kind", "error"), KeyValuePair.Create("note", "falsch")]);
        using var twice = await _publisher.PostAsync(new Uri(Page, UriKind.Relative), again);
        Assert.That((twice.StatusCode, (await _site.Releases.LatestAsync(default))!.Number), Is.EqualTo((HttpStatusCode.Redirect, 4)));
    }

    [Test]
    public async Task The_list_names_who_released_what_and_offers_to_take_it_back()
    {
        using var withdrawn = await _publisher.SendAsync(Page, "form.decide", ("kind", "error"), ("note", "falsch"));
        var rows = (await _publisher.OpenAsync("/de/workbench/releases")).QuerySelectorAll("#past + table tbody tr");
        Assert.That(rows.Select(r => (r.Children[0].TextContent, r.Children[3].TextContent, r.Children[5].TextContent.Trim())), Is.EqualTo(((string, string, string)[])
            [("3", "Publisher Test", ""), ("2", "Betrieb", "Wiederherstellen"), ("1", "Betrieb", "Zurückziehen")]));
    }

    [Test]
    public async Task No_public_page_names_who_released()
    {
        using var withdrawn = await _publisher.SendAsync(Page, "form.decide", ("kind", "error"), ("note", "falsch"));
        _site.Clock.Now = _site.Clock.Now.AddSeconds(2);
        using var visitor = _site.Visitor();
        foreach (var address in new[] { "/de/calendar", "/de/sources", "/de/corrections", "/de/calendar.atom", "/api/v1/releases", "/api/v1/releases/3", "/api/v1/deliveries" })
        {
            Assert.That(await visitor.GetStringAsync(new Uri(address, UriKind.Relative)), Does.Not.Contain("Publisher Test"), address);
        }
    }

    private async Task<(string Figure, string Calendar)> PublicAsync()
    {
        _site.Clock.Now = _site.Clock.Now.AddSeconds(2);
        using var visitor = _site.Visitor();
        return (await visitor.GetStringAsync(new Uri("/de/indicators/distributed-away", UriKind.Relative)), await visitor.GetStringAsync(new Uri("/de/calendar", UriKind.Relative)));
    }
}
