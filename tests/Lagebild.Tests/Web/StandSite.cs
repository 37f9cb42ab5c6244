using System.Text.Json.Nodes;
using Lagebild.Accounts;
using Lagebild.Jobs;
using Lagebild.Storage;
using Lagebild.Tests.Storage;
using Lagebild.Tests.Web.Workbench;
using Lagebild.Web;
using Lagebild.Web.Pages;
using Lagebild.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lagebild.Tests.Web;

/// <summary>A site over one feed of two values that goes on: it is delivered to again, withdraws, and starts anew over the same folder.</summary>
internal sealed class StandSite : IAsyncDisposable
{
    private const string Feed = "test-stand";

    private readonly TemporaryFolder _folder = new();
    private readonly TestClock _clock = new();
    private readonly int _apiRequestsPerMinute;
    private readonly string? _publicAddress;
    private WebApplication _app;

    private StandSite(int apiRequestsPerMinute, string? publicAddress)
    {
        (_apiRequestsPerMinute, _publicAddress) = (apiRequestsPerMinute, publicAddress);
        WriteFeed();
        _app = Build();
    }

    public static async Task<StandSite> StartAsync(int apiRequestsPerMinute = int.MaxValue, string? publicAddress = null)
    {
        var site = new StandSite(apiRequestsPerMinute, publicAddress);
        await site._app.Services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
        await site.DeliverAsync(1200, 1250);
        await site._app.StartAsync();
        return site;
    }

    /// <summary>The next release: what went to other Länder in 2021 and 2022.</summary>
    public async Task DeliverAsync(int first, int second)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "feeds", Feed)).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "rows.csv"), $"""
            indicator,variant,region,period_start,period_end,frequency,breakdown,obs_status,conf_status,source,note,value
            distributed-away,sh-distributed-away,DE-SH,2021-01-01,2021-12-31,A,,,,,,{first}
            distributed-away,sh-distributed-away,DE-SH,2022-01-01,2022-12-31,A,,,,,,{second}

            """);
        _clock.Now = _clock.Now.AddDays(1);
        await _app.Services.GetRequiredService<ImportFeed>().RunAsync(Feed, manual: false, new Progress<ImportStep>(), CancellationToken.None);
    }

    public async Task WithdrawAsync(int release, WithdrawalKind kind)
    {
        var releases = _app.Services.GetRequiredService<ReleaseStore>();
        _clock.Now = _clock.Now.AddDays(1);
        await releases.WithdrawAsync((await releases.ByNumberAsync(release, default))!.Delivery!.Value, kind, new("why"), Who.Operator, default);
    }

    public IServiceProvider Services => _app.Services;

    /// <summary>Two seconds go by: what was released since is known everywhere.</summary>
    public void Wait() => _clock.Now = _clock.Now.AddSeconds(2);

    /// <summary>A client that keeps cookies, signed in as someone new with the roles given. The caller disposes it.</summary>
    public async Task<HttpClient> SignedInAsync(string name, params Grant[] grants)
    {
        var person = await Services.GetRequiredService<AccountStore>().AddAsync(name, $"{Guid.NewGuid():N}@example.org", grants, Who.Operator, default);
        var server = _app.GetTestServer();
        var client = new HttpClient(new CookieKeeper(server.CreateHandler())) { BaseAddress = server.BaseAddress };
        using var answer = await client.GetAsync(new Uri($"/de/workbench/signs-in/{person.Id}", UriKind.Relative));
        return client;
    }

    public async Task RestartAsync()
    {
        await _app.DisposeAsync();
        _app = Build();
        await _app.Services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
        await _app.StartAsync();
    }

    /// <summary>Starts again over a database that an earlier program made and this one brings up: it holds all that is here and that its schema knows. Gives what it held before.</summary>
    public async Task<IReadOnlyList<OldRow>> UpgradeFromAsync(int schema)
    {
        var file = Path.Combine(_folder.Path, "lagebild.db");
        await _app.DisposeAsync();
        await OlderSchema.PutInPlaceAsync(file, schema);
        var rows = await OlderSchema.RowsAsync(file);
        _app = Build();
        await _app.Services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
        await _app.StartAsync();
        return rows;
    }

    public async Task<HttpResponseMessage> GetAsync(string address)
    {
        using var client = _app.GetTestServer().CreateClient();
        return await client.GetAsync(new Uri(address, UriKind.Relative));
    }

    /// <summary>The text of an address that answers 200, asked for at a host.</summary>
    public async Task<string> TextAsync(string address, string host)
    {
        using var client = _app.GetTestServer().CreateClient();
        client.DefaultRequestHeaders.Host = host;
        return await client.GetStringAsync(new Uri(address, UriKind.Relative));
    }

    public async Task<StandAnswer> AnswerAsync(string address)
    {
        using var answer = await GetAsync(address);
        return new((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(WebPages).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        var options = new LagebildOptions { DataFolder = _folder.Path, FeedRoot = Path.Combine(_folder.Path, "feeds"), ApiRequestsPerMinute = _apiRequestsPerMinute, PublicAddress = _publicAddress };
        builder.Services.AddLagebild(options).AddSingleton<TimeProvider>(_clock).AddLagebildPages();
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.MapLagebildPages();
        app.MapGet("/de/workbench/signs-in/{person}", Site.SignInAsync);
        return app;
    }

    private void WriteFeed()
    {
        var feed = JsonNode.Parse(File.ReadAllText(Repository.At("data-samples", "feeds.json")))!.AsArray().First(f => (string?)f!["code"] == "destatis-asylblg")!.DeepClone();
        (feed["code"], feed["place"], feed["rhythm"], feed["dueAfterDays"]) = (Feed, $"{Feed}/*.csv", "annual", 100);
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.Path, "feeds")).FullName, "feeds.json"), new JsonArray(feed).ToJsonString());
    }
}

/// <summary>What an address answered.</summary>
internal sealed record StandAnswer(int Status, byte[] Bytes)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);
}
