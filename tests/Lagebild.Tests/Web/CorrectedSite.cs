using System.Text.Json.Nodes;
using AngleSharp;
using AngleSharp.Dom;
using Lagebild.Accounts;
using Lagebild.Jobs;
using Lagebild.Storage;
using Lagebild.Tests.Storage;
using Lagebild.Web;
using Lagebild.Web.Pages;
using Lagebild.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lagebild.Tests.Web;

/// <summary>
/// The pages over one feed whose values were changed (release 2), withdrawn for error (3), and told and withdrawn for disclosure (4, 5), and over a second one whose
/// last file has errors (its first is release 6). The clock stands on 20 May 2025.
/// </summary>
internal sealed class CorrectedSite : IAsyncDisposable
{
    /// <summary>The number that was withdrawn for disclosure.</summary>
    public const string Hidden = "987654";

    public const string Feed = "test-corrected";
    public const string FaultyFeed = "test-faulty";

    private const string First = """"
        indicator,variant,region,period_start,period_end,frequency,breakdown,obs_status,conf_status,source,note,value
        distributed-away,sh-distributed-away,DE-SH,2020-01-01,2020-12-31,A,,,confidential,,,
        distributed-away,sh-distributed-away,DE-SH,2021-01-01,2021-12-31,A,,,,,,1200
        distributed-away,sh-distributed-away,DE-SH,2022-01-01,2022-12-31,A,,,,,,1250
        distributed-away,sh-distributed-away,DE-SH,2023-01-01,2023-12-31,A,,missing:refused,,,,

        """";

    private const string Told = $""""
        indicator,variant,region,period_start,period_end,frequency,breakdown,obs_status,conf_status,source,note,value
        distributed-away,sh-distributed-away,DE-SH,2022-01-01,2022-12-31,A,,,,,,{Hidden}

        """";

    private readonly TemporaryFolder _folder = new();
    private readonly WebApplication _app;
    private readonly TestClock _clock = new();

    private CorrectedSite() => _app = Build();

    public HttpClient Client { get; private set; } = null!;

    public DateTimeOffset Now
    {
        get => _clock.Now;
        set => _clock.Now = value;
    }

    private ReleaseStore Releases => _app.Services.GetRequiredService<ReleaseStore>();

    public static async Task<CorrectedSite> StartAsync()
    {
        var site = new CorrectedSite();
        await site._app.Services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
        await site.DeliverAsync(new(2024, 3, 1), First);
        await site.DeliverAsync(new(2024, 6, 1), First.Replace(",1200", ",1210", StringComparison.Ordinal));
        await site.WithdrawAsync(new(2024, 6, 2), 2, WithdrawalKind.Error, "counted twice");
        await site.DeliverAsync(new(2024, 9, 1), Told);
        await site.WithdrawAsync(new(2024, 9, 2), 4, WithdrawalKind.Disclosure, "told too much");
        await site.DeliverFaultyAsync(new(2025, 5, 1));
        site._clock.Now = new(2025, 5, 20, 12, 0, 0, TimeSpan.Zero);
        await site._app.StartAsync();
        site.Client = site._app.GetTestServer().CreateClient();
        return site;
    }

    public async Task<(int Status, string Text)> TextAsync(string address)
    {
        using var answer = await Client.GetAsync(new Uri(address, UriKind.Relative));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async Task<IDocument> PageAsync(string address)
    {
        var (status, text) = await TextAsync(address);
        Assert.That(status, Is.EqualTo(200), address);
        return await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(text));
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private async Task DeliverAsync(DateOnly day, string rows)
    {
        Write(Feed, rows);
        await RunAsync(day, Feed);
    }

    private async Task DeliverFaultyAsync(DateOnly day)
    {
        var rows = First.Replace("DE-SH", "DE-HH", StringComparison.Ordinal).Replace("sh-", "hh-", StringComparison.Ordinal);
        Write(FaultyFeed, rows);
        await RunAsync(day.AddMonths(-1), FaultyFeed);
        Write(FaultyFeed, rows.Replace(",1200", ",12oo", StringComparison.Ordinal));
        await RunAsync(day, FaultyFeed);
    }

    private async Task RunAsync(DateOnly day, string feed)
    {
        _clock.Now = new(day, new(9, 0), TimeSpan.Zero);
        await _app.Services.GetRequiredService<ImportFeed>().RunAsync(feed, manual: false, new Progress<ImportStep>(), CancellationToken.None);
    }

    private async Task WithdrawAsync(DateOnly day, int release, WithdrawalKind kind, string why)
    {
        _clock.Now = new(day, new(9, 0), TimeSpan.Zero);
        await Releases.WithdrawAsync((await Releases.ByNumberAsync(release, default))!.Delivery!.Value, kind, new(why), Who.Operator, default);
    }

    private void Write(string feed, string rows) => File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.Path, "feeds", feed)).FullName, "rows.csv"), rows);

    private WebApplication Build()
    {
        WriteFeeds();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(WebPages).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        var options = new LagebildOptions { DataFolder = _folder.Path, FeedRoot = Path.Combine(_folder.Path, "feeds") };
        options.SignLanguage["de"] = "https://video.example/gebaerden";
        options.PlainLanguage["pl"] = "Pierwsze zdanie.";
        builder.Services.AddLagebild(options).AddSingleton<TimeProvider>(_clock).AddLagebildPages();
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.MapLagebildPages();
        return app;
    }

    /// <summary>A yearly delivery, due a hundred days after the year.</summary>
    private void WriteFeeds()
    {
        var shipped = JsonNode.Parse(File.ReadAllText(Repository.At("data-samples", "feeds.json")))!.AsArray().First(f => (string?)f!["code"] == "destatis-asylblg")!;
        var feeds = new JsonArray([.. new[] { Feed, FaultyFeed }.Select(code => Yearly(shipped.DeepClone(), code))]);
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.Path, "feeds")).FullName, "feeds.json"), feeds.ToJsonString());
    }

    private static JsonNode Yearly(JsonNode feed, string code)
    {
        (feed["code"], feed["place"], feed["rhythm"], feed["dueAfterDays"]) = (code, $"{code}/*.csv", "annual", 100);
        return feed;
    }
}
