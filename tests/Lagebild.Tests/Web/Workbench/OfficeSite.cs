using System.Text.Json.Nodes;
using Dapper;
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

namespace Lagebild.Tests.Web.Workbench;

/// <summary>
/// A site of one office in Schleswig-Holstein: its feed is released by a person, four eyes where asked for; its first delivery is release 1. The clock stands at
/// noon UTC of 20 May 2025 and moves only when told.
/// </summary>
internal sealed class OfficeSite : IAsyncDisposable
{
    public const string Feed = "test-office";

    public const string Region = "DE-SH";

    private readonly TemporaryFolder _folder = new();
    private readonly WebApplication _app;

    private OfficeSite(bool fourEyes, ILoggerProvider? log)
    {
        WriteFeed(fourEyes);
        _app = Build(log);
    }

    public TestClock Clock { get; } = new() { Now = new(2025, 5, 20, 12, 0, 0, TimeSpan.Zero) };

    public IServiceProvider Services => _app.Services;

    public ReleaseStore Releases => Services.GetRequiredService<ReleaseStore>();

    public static async Task<OfficeSite> StartAsync(bool fourEyes = false, ILoggerProvider? log = null)
    {
        var site = new OfficeSite(fourEyes, log);
        await site.Services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
        var first = await site.DeliverAsync("first.csv", 1200, 1250);
        await site.Releases.PublishDraftAsync(first, 0, new("first"), Who.Operator, default);
        await site._app.StartAsync();
        return site;
    }

    /// <summary>A delivery of what went to other Länder in 2021 and, unless null, 2022; it waits. Gives its number.</summary>
    public async Task<long> DeliverAsync(string name, int first, int? second, Person? by = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "feeds", Feed)).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, name), $"""
            indicator,variant,region,period_start,period_end,frequency,breakdown,obs_status,conf_status,source,note,value
            distributed-away,sh-distributed-away,DE-SH,2021-01-01,2021-12-31,A,,,,,,{first}
            distributed-away,sh-distributed-away,DE-SH,2022-01-01,2022-12-31,A,,{(second is null ? "missing" : "")},,,,{second}

            """);
        var run = await Services.GetRequiredService<ImportFeed>().RunAsync(Feed, manual: false, new Progress<ImportStep>(), CancellationToken.None);
        await HandInAsync(run.Delivery!.Value, by);
        return run.Delivery.Value;
    }

    public Task<Person> PersonAsync(string name, params Grant[] grants) =>
        Services.GetRequiredService<AccountStore>().AddAsync(name, $"{Guid.NewGuid():N}@example.org", grants, Who.Operator, default);

    /// <summary>A client signed in as someone; the caller disposes it.</summary>
    public async Task<HttpClient> SignedInAsync(Person person)
    {
        var client = Visitor();
        using var answer = await client.GetAsync(new Uri($"/de/workbench/signs-in/{person.Id}", UriKind.Relative));
        return client;
    }

    /// <summary>The same as someone new with a role in an office.</summary>
    public async Task<HttpClient> SignedInAsync(Role role, string? region = Region) => await SignedInAsync(await PersonAsync($"{role} Test", new Grant(role, region)));

    /// <summary>Signed in as nobody; the caller disposes it.</summary>
    public HttpClient Visitor()
    {
        var server = _app.GetTestServer();
        return new(new CookieKeeper(server.CreateHandler())) { BaseAddress = server.BaseAddress };
    }

    /// <summary>Carries out what is due.</summary>
    public Task<int> PublishDueAsync() => Services.GetRequiredService<PublishDue>().RunAsync(CancellationToken.None);

    public async Task<Delivery> DeliveryAsync(long id) => (await Services.GetRequiredService<DeliveryStore>().ByIdAsync(id, default))!;

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private async Task HandInAsync(long delivery, Person? by)
    {
        await using var connection = await Services.GetRequiredService<Database>().OpenAsync(default);
        await connection.ExecuteAsync("update delivery set handed_in_by = @Person where id = @Delivery", new { Person = by?.Id, Delivery = delivery });
    }

    private WebApplication Build(ILoggerProvider? log)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(WebPages).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        if (log is not null)
        {
            builder.Logging.AddProvider(log);
        }

        var options = new LagebildOptions { DataFolder = _folder.Path, FeedRoot = Path.Combine(_folder.Path, "feeds"), ApiRequestsPerMinute = int.MaxValue };
        builder.Services.AddLagebild(options).AddSingleton<TimeProvider>(Clock).AddLagebildPages();
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.MapLagebildPages();
        app.MapGet("/de/workbench/signs-in/{person}", Site.SignInAsync);
        return app;
    }

    private void WriteFeed(bool fourEyes)
    {
        var feed = JsonNode.Parse(File.ReadAllText(Repository.At("data-samples", "feeds.json")))!.AsArray().First(f => (string?)f!["code"] == "destatis-asylblg")!.DeepClone();
        (feed["code"], feed["place"], feed["region"], feed["fourEyes"], feed["release"], feed["scope"]) = (Feed, $"{Feed}/*.csv", Region, fourEyes, "by-person", "incremental");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.Path, "feeds")).FullName, "feeds.json"), new JsonArray(feed).ToJsonString());
    }
}
