using System.Net;
using System.Text.Json;
using Lagebild.Storage;
using Lagebild.Web;
using Lagebild.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Lagebild.Tests.Startup;

/// <summary>What a start finds in the feed root and in the database.</summary>
internal sealed class PreparationTests
{
    private const string Feeds = """
        [{
          "code": "office", "name": { "de": "Amt", "pl": "Urząd", "en": "Office" }, "publisher": "Office", "licence": "CC BY 4.0", "citation": "Office, figures",
          "language": "en", "place": "office/*.csv", "profile": "figures", "schedule": "30 6 * * 1", "timeZone": "Europe/Berlin",
          "scope": "full", "release": "automatic", "disclosure": { "by": "publisher" }
        }]
        """;

    private TemporaryFolder _folder = null!;
    private WebApplication _app = null!;

    [SetUp]
    public async Task BuildAsync()
    {
        _folder = new();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddLagebild(new LagebildOptions { DataFolder = _folder.Path, FeedRoot = _folder.Path });
        _app = builder.Build();
        _app.MapHealth();
        await _app.StartAsync();
    }

    [TearDown]
    public async Task RemoveAsync()
    {
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Test]
    public async Task While_nothing_is_released_every_start_is_the_first()
    {
        Write(Feeds);
        await PrepareAsync();
        await RunInVainAsync();

        var again = await PrepareAsync();

        Assert.That((again.IsFirst, again.ToRun.Any()), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task While_nothing_is_released_the_program_is_not_ready()
    {
        Write(Feeds);
        await PrepareAsync();
        using var answer = await _app.GetTestClient().GetAsync(new Uri(Health.Ready, UriKind.Relative));

        Assert.That((answer.StatusCode, await answer.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "nothing is released yet\n")));
    }

    [Test]
    public async Task Without_any_feed_the_program_starts_and_waits_for_the_first_release()
    {
        Write("[]");
        var prepared = await PrepareAsync();

        Assert.That((prepared.Feeds.Count, prepared.IsFirst, prepared.ToRun.Any()), Is.EqualTo((0, true, false)));
    }

    [Test]
    public void A_schedule_that_cannot_be_followed_is_said_before_the_feed_is_kept()
    {
        Write(Feeds.Replace("30 6 * * 1", "half past six", StringComparison.Ordinal));

        Assert.That(PrepareAsync, Throws.InstanceOf<JsonException>().With.Message.Contains("half past six").And.Message.Contains("office"));
        Assert.That(async () => await _app.Services.GetRequiredService<FeedStore>().AllAsync(CancellationToken.None), Is.Empty);
    }

    private Task<Prepared> PrepareAsync() => _app.Services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);

    private async Task RunInVainAsync()
    {
        var runs = _app.Services.GetRequiredService<RunStore>();
        var start = new DateTime(2024, 2, 1, 4, 0, 0, DateTimeKind.Utc);
        var id = await runs.StartAsync("office", manual: false, "started", start, CancellationToken.None);
        await runs.SaveAsync(new() { Id = id, Feed = "office", Stage = "failed", Outcome = RunOutcome.Failed, EndedUtc = start.AddMinutes(1) }, CancellationToken.None);
    }

    private void Write(string feeds) => File.WriteAllText(Path.Combine(_folder.Path, "feeds.json"), feeds);
}
