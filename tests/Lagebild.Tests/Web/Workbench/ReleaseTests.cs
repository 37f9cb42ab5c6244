using System.Net;
using AngleSharp.Dom;
using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>The checklist and what is decided on it.</summary>
internal sealed class ReleaseTests
{
    private OfficeSite _site = null!;
    private HttpClient _publisher = null!;
    private long _delivery;

    private string Page => $"/de/workbench/deliveries/{_delivery}/release";

    [SetUp]
    public async Task StartAsync()
    {
        _site = await OfficeSite.StartAsync();
        _delivery = await _site.DeliverAsync("second.csv", 1210, 1250);
        _publisher = await _site.SignedInAsync(Role.Publisher);
    }

    [TearDown]
    public async Task StopAsync()
    {
        _publisher.Dispose();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task What_changes_and_what_is_in_order_is_said_before_the_release()
    {
        var page = await _publisher.OpenAsync(Page);
        Assert.That(page.QuerySelector(".box.success h2")!.TextContent.Trim(), Is.EqualTo("Bereit zur Veröffentlichung"));
        Assert.That(page.QuerySelectorAll(".points h3").Select(Words), Is.EqualTo((string[])
            ["Fehler (in Ordnung)", "Rückfragen (in Ordnung)", "Erläuterungen (ansehen)", "Geheimhaltung (in Ordnung)", "Vier-Augen-Prinzip (in Ordnung)", "Vorschau (in Ordnung)"]));
        Assert.That(page.QuerySelectorAll(".facts dd").Select(d => d.TextContent), Is.EqualTo((string[])["0", "1", "0", "1"]));
        Assert.That(page.QuerySelectorAll("main table tbody a").Select(a => a.GetAttribute("href")), Is.EqualTo((string[])["/de/indicators/distributed-away?regions=DE-SH", "/de/regions/DE-SH"]));
    }

    [Test]
    public async Task A_release_with_a_note_is_public_at_once_and_the_audit_knows_who()
    {
        var answer = await _publisher.SendAsync(Page, "form.decide", ("when", "now"), ("note", "Zwei Meldungen nachgetragen"), ("language", "de"));
        Assert.That((answer.StatusCode, answer.Headers.Location?.ToString()), Is.EqualTo((HttpStatusCode.Redirect, Page)));
        var after = await _publisher.OpenAsync(Page);
        Assert.That(after.QuerySelector("[role=status] p")!.TextContent, Is.EqualTo("Veröffentlicht: Veröffentlichung 2."));
        var release = (await _site.Releases.ByNumberAsync(2, default))!;
        Assert.That((release.Why, release.WhyLanguage, release.Delivery, release.ReleasedBy is not null), Is.EqualTo(("Zwei Meldungen nachgetragen", "de", _delivery, true)));
        var entry = (await _site.Services.GetRequiredService<AuditStore>().BeforeAsync(long.MaxValue, 1, default)).Single();
        Assert.That((entry.Who, entry.Act, entry.Subject, entry.Region, entry.Before), Is.EqualTo(("Publisher Test", "delivery.release", $"delivery {_delivery}", "DE-SH", "Waiting")));
    }

    [Test]
    public async Task A_second_click_releases_nothing_twice()
    {
        var page = await _publisher.OpenAsync(Page);
        using var first = await SendAsync(page, ("when", "now"), ("note", "a"));
        using var second = await SendAsync(page, ("when", "now"), ("note", "a"));
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await _site.Releases.LatestAsync(default))!.Number, Is.EqualTo(2));
        Assert.That((await _publisher.OpenAsync(Page)).QuerySelector("[role=status] p")!.TextContent, Does.StartWith("Die Lieferung war schon veröffentlicht (Veröffentlichung 2)."));
    }

    [Test]
    public async Task Without_a_note_values_that_stood_are_not_changed_and_nothing_typed_is_lost()
    {
        using var answer = await _publisher.SendAsync(Page, "form.decide", ("when", "later"), ("day", "2025-06-01"), ("clock", "09:30"), ("note", " "), ("language", "pl"));
        var page = await answer.PageAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(page.QuerySelector("[role=alert] li")!.TextContent, Is.EqualTo("Schreiben Sie eine Anmerkung: Veröffentlichte Werte ändern sich oder entfallen."));
        Assert.That((page.QuerySelector("#day")!.GetAttribute("value"), page.QuerySelector("#clock")!.GetAttribute("value"), page.QuerySelector("#note-language [selected]")!.GetAttribute("value")), Is.EqualTo(("2025-06-01", "09:30", "pl")));
    }

    [TestCase("2025-05-20", "13:00", "Dieser Zeitpunkt liegt nicht in der Zukunft.")]
    [TestCase("2026-03-29", "02:30", "Diese Uhrzeit gibt es an diesem Tag nicht: Die Uhren werden um eine Stunde vorgestellt.")]
    [TestCase("2028-01-01", "09:00", "Dieser Zeitpunkt liegt mehr als ein Jahr in der Zukunft.")]
    [TestCase("morgen", "früh", "Geben Sie Tag und Uhrzeit an, zum Beispiel 09:30.")]
    public async Task A_minute_that_can_not_be_is_refused_in_a_sentence(string day, string clock, string sentence)
    {
        using var answer = await _publisher.SendAsync(Page, "form.decide", ("when", "later"), ("day", day), ("clock", clock), ("note", "a"));
        Assert.That(((int)answer.StatusCode, (await answer.PageAsync()).QuerySelector("[role=alert] li")!.TextContent), Is.EqualTo((400, sentence)));
    }

    [Test]
    public async Task A_page_that_another_release_made_stale_says_so_and_changes_nothing()
    {
        var page = await _publisher.OpenAsync(Page);
        var other = await _site.DeliverAsync("third.csv", 1300, 1300);
        await _site.Releases.PublishDraftAsync(other, 1, new("other"), Who.Operator, default);
        using var answer = await SendAsync(page, ("when", "now"), ("note", "a"));
        var after = await _publisher.OpenAsync(Page);
        Assert.That(after.QuerySelector("[role=alert] p")!.TextContent, Does.StartWith("Inzwischen wurde für diese Datenquelle etwas anderes veröffentlicht."));
        Assert.That((await _site.Releases.LatestAsync(default))!.Number, Is.EqualTo(2));
        Assert.That(after.QuerySelectorAll("form.decide button[disabled]").Length, Is.EqualTo(1));
    }

    [Test]
    public async Task A_stale_preview_is_made_anew_to_be_looked_at_again()
    {
        await _site.Releases.PublishDraftAsync(await _site.DeliverAsync("third.csv", 1210, 1300), 1, new("other"), Who.Operator, default);
        using var renewed = await _publisher.SendAsync(Page, ".points form");
        var page = await _publisher.OpenAsync(Page);
        Assert.That(page.QuerySelector("[role=status] p")!.TextContent, Is.EqualTo("Die Vorschau ist neu berechnet. Sehen Sie sie noch einmal an."));
        Assert.That(page.QuerySelectorAll(".facts dd").Select(d => d.TextContent), Is.EqualTo((string[])["0", "1", "0", "1"]));
        Assert.That(page.QuerySelector("form.decide input[name=basedOn]")!.GetAttribute("value"), Is.EqualTo("2"));
    }

    [Test]
    public async Task An_order_can_be_cancelled_and_then_nothing_is_released()
    {
        using var ordered = await _publisher.SendAsync(Page, "form.decide", ("when", "later"), ("day", "2025-05-20"), ("clock", "14:30"), ("note", "a"));
        Assert.That((await _publisher.OpenAsync(Page)).QuerySelector(".box.notice h2")!.TextContent, Is.EqualTo("Wird am 20.05.2025, 14:30 (UTC+2) veröffentlicht"));
        using var cancelled = await _publisher.SendAsync("/de/workbench/releases", "#orders + table form");
        _site.Clock.Now = _site.Clock.Now.AddHours(1);
        Assert.That(await _site.PublishDueAsync(), Is.Zero);
        Assert.That((await _publisher.OpenAsync("/de/workbench/releases")).QuerySelector("#orders + p")!.TextContent, Is.EqualTo("Kein Zeitpunkt ist festgesetzt."));
    }

    [Test]
    public async Task Only_publishers_of_the_office_decide_and_others_see_nothing_of_it()
    {
        using var analyst = await _site.SignedInAsync(Role.Analyst);
        using var elsewhere = await _site.SignedInAsync(Role.Publisher, "DE-HH");
        using var everywhere = await _site.SignedInAsync(Role.Publisher, null);
        var found = new List<(string, int, int)>();
        foreach (var page in new[] { "release", "withdraw" })
        {
            foreach (var client in new[] { analyst, elsewhere, everywhere })
            {
                using var answer = await client.GetAsync(new Uri($"/de/workbench/deliveries/{_delivery}/{page}", UriKind.Relative));
                using var posted = await PostAsync(client, page);
                found.Add((page, (int)answer.StatusCode, (int)posted.StatusCode));
            }
        }

        Assert.That(found, Is.EqualTo(((string, int, int)[])[("release", 403, 403), ("release", 404, 404), ("release", 200, 302), ("withdraw", 403, 403), ("withdraw", 404, 404), ("withdraw", 200, 302)]));
        Assert.That((await _site.Releases.LatestAsync(default))!.Number, Is.EqualTo(1));
    }

    [Test]
    public async Task Without_the_token_of_the_page_nothing_is_decided()
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("when", "now"), KeyValuePair.Create("note", "a"), KeyValuePair.Create("basedOn", "1")]);
        using var answer = await _publisher.PostAsync(new Uri(Page, UriKind.Relative), content);
        Assert.That((answer.StatusCode, (await _site.Releases.LatestAsync(default))!.Number), Is.EqualTo((HttpStatusCode.BadRequest, 1)));
    }

    [Test]
    public async Task A_delivery_that_does_not_exist_is_not_found()
    {
        using var answer = await _publisher.GetAsync(new Uri("/de/workbench/deliveries/999/release", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    /// <summary>A form that was made up from another page of the same person: with a token, but not from the page itself.</summary>
    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, long delivery = 2)
    {
        var token = (await client.OpenAsync("/de/workbench")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("when", "now"), KeyValuePair.Create("note", "a"), KeyValuePair.Create("basedOn", "0")]);
        return await client.PostAsync(new Uri($"/de/workbench/deliveries/{delivery}/{page}", UriKind.Relative), content);
    }

    private async Task<HttpResponseMessage> SendAsync(IDocument page, params (string Name, string Value)[] fields)
    {
        var hidden = page.QuerySelectorAll("form.decide input[type=hidden]").Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value")!));
        using var content = new FormUrlEncodedContent(hidden.Concat(fields).Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await _publisher.PostAsync(new Uri(Page, UriKind.Relative), content);
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
