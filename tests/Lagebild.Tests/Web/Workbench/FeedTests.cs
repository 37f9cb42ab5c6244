using System.Net;
using Lagebild.Accounts;
using Lagebild.Statistics;
using Lagebild.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>Feeds in the workbench: who sees them, what is changed, what it was before.</summary>
internal sealed class FeedTests
{
    private static readonly Grant[] Hamburg = [new(Role.Administrator, "DE-HH"), new(Role.Analyst, "DE-HH")];

    private static int _made;

    private static FeedStore Feeds => Site.Services.GetRequiredService<FeedStore>();

    [Test]
    public async Task A_feed_set_up_by_a_person_is_not_public_before_it_has_released_something()
    {
        var feed = await MadeAsync();
        var sources = await Site.Client.GetStringAsync(new Uri("/de/sources", UriKind.Relative));

        Assert.That((await Feeds.PublicAsync(default)).Select(f => f.Code), Does.Not.Contain(feed.Code));
        Assert.That(sources, Does.Not.Contain(feed.Code));
    }

    [Test]
    public async Task A_feed_of_another_office_is_as_if_it_were_not_there()
    {
        var feed = await MadeAsync();
        using var other = await Site.SignedInAsync(new Grant(Role.Administrator, "PL-22"), new Grant(Role.Analyst, "PL-22"));
        var statuses = new List<HttpStatusCode>();
        foreach (var path in (string[])["", "/edit", "/profile"])
        {
            using var answer = await other.GetAsync(new Uri($"/de/workbench/feeds/{feed.Code}{path}", UriKind.Relative));
            statuses.Add(answer.StatusCode);
        }

        Assert.That(statuses, Is.All.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await other.OpenAsync("/de/workbench/feeds")).Body!.TextContent, Does.Not.Contain(feed.Code));
    }

    [Test]
    public async Task A_feed_of_no_single_office_is_changed_only_by_people_with_the_role_everywhere()
    {
        using var client = await Site.SignedInAsync(Hamburg);
        using var answer = await client.GetAsync(new Uri("/de/workbench/feeds/destatis-asylblg/edit", UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task An_analyst_runs_a_feed_and_does_not_change_it()
    {
        var feed = await MadeAsync();
        using var client = await Site.SignedInAsync(new Grant(Role.Analyst, "DE-HH"));
        using var run = await client.SendAsync($"/de/workbench/feeds/{feed.Code}", "form[action='?handler=Run']");
        using var edit = await client.GetAsync(new Uri($"/de/workbench/feeds/{feed.Code}/edit", UriKind.Relative));
        var page = await client.OpenAsync($"/de/workbench/feeds/{feed.Code}");

        Assert.That((run.StatusCode, edit.StatusCode, page.QuerySelector("form[action='?handler=Pause']")), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Forbidden, (object?)null)));
        Assert.That(await LastActAsync(), Is.EqualTo($"feed.run feed {feed.Code}"));
    }

    [Test]
    public async Task A_feed_is_paused_and_resumed_and_both_stand_in_its_history()
    {
        var feed = await MadeAsync();
        using var client = await Site.SignedInAsync(Hamburg);
        var address = $"/de/workbench/feeds/{feed.Code}";
        using var pause = await client.SendAsync(address, "form[action='?handler=Pause']");
        var paused = (await Feeds.ByCodeAsync(feed.Code, default))!.Paused;
        using var resume = await client.SendAsync(address, "form[action='?handler=Resume']");
        var history = await Feeds.HistoryAsync(feed.Code, default);

        Assert.That((paused, (await Feeds.ByCodeAsync(feed.Code, default))!.Paused), Is.EqualTo((true, false)));
        Assert.That(history.Select(v => (v.Number, v.Feed.Paused, v.Why)), Is.EqualTo(new[] { (3, false, "Die Datenquelle läuft wieder nach ihrem Zeitplan."), (2, true, "Die Datenquelle ist angehalten."), (1, false, "") }));
    }

    [Test]
    public async Task What_changed_stands_in_words_and_an_earlier_version_is_put_back()
    {
        var feed = await MadeAsync();
        using var client = await Site.SignedInAsync(Hamburg);
        var address = $"/de/workbench/feeds/{feed.Code}";
        using (var saved = await new FilledForm(await client.OpenAsync($"{address}/edit"), "main form.long") { ["publisher"] = "Neues Amt", ["why"] = "umbenannt" }.SendAsync(client, $"{address}/edit"))
        {
            Assert.That(saved.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        }

        var change = (await client.OpenAsync(address)).QuerySelector("details.version table tbody tr")!.Children.Select(c => c.TextContent).ToArray();
        using var restored = await client.SendAsync(address, "form[action='?handler=Restore']");

        Assert.That(change, Is.EqualTo(new[] { "Herausgeber", "Amt", "Neues Amt" }));
        Assert.That((await Feeds.ByCodeAsync(feed.Code, default))!.Publisher, Is.EqualTo("Amt"));
    }

    [Test]
    public async Task Two_people_do_not_overwrite_each_other()
    {
        var feed = await MadeAsync();
        using var client = await Site.SignedInAsync(Hamburg);
        var address = $"/de/workbench/feeds/{feed.Code}/edit";
        var (first, second) = (new FilledForm(await client.OpenAsync(address), "main form.long"), new FilledForm(await client.OpenAsync(address), "main form.long"));
        (first["publisher"], second["publisher"]) = ("Erstes Amt", "Zweites Amt");
        using var saved = await first.SendAsync(client, address);
        using var late = await second.SendAsync(client, address);

        Assert.That((saved.StatusCode, late.StatusCode, (await Feeds.ByCodeAsync(feed.Code, default))!.Publisher), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Conflict, "Erstes Amt")));
        Assert.That(new FilledForm(await late.PageAsync(), "main form.long")["publisher"], Is.EqualTo("Zweites Amt"));
    }

    [TestCase("schedule", "half past six")]
    [TestCase("schedule", "0 0 30 2 *")]
    [TestCase("zone", "Europe/Nowhere")]
    [TestCase("place", "../secret/*.csv")]
    [TestCase("place", "/etc/passwd")]
    [TestCase("contact", "nobody")]
    [TestCase("address", "javascript:alert(1)")]
    [TestCase("due", "-1")]
    [TestCase("round-to", "0")]
    [TestCase("name-pl", "")]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(string field, string typed)
    {
        var feed = await MadeAsync();
        using var client = await Site.SignedInAsync(Hamburg);
        var address = $"/de/workbench/feeds/{feed.Code}/edit";
        var form = new FilledForm(await client.OpenAsync(address), "main form.long") { ["citation"] = "So zitieren", ["rhythm"] = "M", ["due"] = "30" };
        if (field == "zone")
        {
            form["zone"] = "UTC";
        }

        using var answer = field == "zone" ? await ForgedAsync(client, address, field, typed) : await Typed(form, field, typed).SendAsync(client, address);
        var page = await answer.PageAsync();

        Assert.That((answer.StatusCode, page.QuerySelector($"#wrong-{field}") is not null), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        Assert.That(field == "zone" ? "So zitieren" : new FilledForm(page, "main form.long")["citation"], Is.EqualTo("So zitieren"));
    }

    [Test]
    public async Task The_next_three_runs_stand_below_the_schedule()
    {
        var feed = await MadeAsync();
        using var client = await Site.SignedInAsync(Hamburg);
        var moments = (await client.OpenAsync($"/de/workbench/feeds/{feed.Code}/edit")).QuerySelector("#moments")!.TextContent;

        Assert.That(moments.Split(';'), Has.Length.EqualTo(3).And.All.Contains("Montag").And.All.Contains("06:30"));
    }

    [Test]
    public async Task A_feed_keeps_its_own_profile_where_the_shared_one_reads_feeds_of_other_offices()
    {
        var feed = await MadeAsync();
        using var client = await Site.SignedInAsync(Hamburg);
        using var upload = new MultipartFormDataContent
        {
            { new StringContent((await client.OpenAsync($"/de/workbench/feeds/{feed.Code}/profile")).QuerySelector("form[enctype] input[type=hidden]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent("indicator,variant,region,period_start,period_end,frequency,breakdown,obs_status,conf_status,source,note,value\npopulation,destatis-12411-zensus2011,DE-HH,2012-12-31,2012-12-31,A,,,,,,7\n"u8.ToArray()), "file", "own.csv" },
        };
        using var begun = await client.PostAsync(new Uri($"/de/workbench/feeds/{feed.Code}/profile?handler=File", UriKind.Relative), upload);
        var draft = begun.Headers.Location!.ToString();
        var form = new FilledForm(await client.OpenAsync(draft), "form#profile") { ["language"] = "en" };
        using var saved = await form.SendAsync(client, draft, "Save");

        Assert.That(saved.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await Feeds.ByCodeAsync(feed.Code, default))!.Profile, Is.EqualTo(feed.Code));
        Assert.That((await Site.Services.GetRequiredService<ProfileStore>().ByCodeAsync(feed.Code, default))!.Language, Is.EqualTo("en"));
        Assert.That((await Site.Services.GetRequiredService<ProfileStore>().CurrentAsync("figures", default))!.Number, Is.EqualTo(0));
    }

    private static FilledForm Typed(FilledForm form, string field, string typed)
    {
        form[field] = typed;
        return form;
    }

    private static async Task<HttpResponseMessage> ForgedAsync(HttpClient client, string address, string field, string typed)
    {
        var page = await client.OpenAsync(address);
        var option = page.QuerySelector($"select[name={field}] option[selected]")!;
        option.SetAttribute("value", typed);
        return await new FilledForm(page, "main form.long").SendAsync(client, address);
    }

    private static async Task<Feed> MadeAsync()
    {
        var code = $"office-{Interlocked.Increment(ref _made)}";
        var feed = Jobs.SampleFeed.At($"{code}/*.csv", code) with { Publisher = "Amt", Region = "DE-HH", Release = ReleasePolicy.ByPerson };
        Assert.That(await Feeds.SaveAsync(feed, 0, new(1, "Test Person"), "", default), Is.EqualTo(SaveOutcome.Saved));
        return feed;
    }

    private static async Task<string> LastActAsync()
    {
        var last = (await Site.Services.GetRequiredService<AuditStore>().BeforeAsync(long.MaxValue, 1, default))[0];
        return $"{last.Act} {last.Subject}";
    }
}
