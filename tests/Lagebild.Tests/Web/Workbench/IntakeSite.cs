using System.Net;
using System.Text.Json.Nodes;
using Lagebild.Accounts;
using Lagebild.Jobs;
using Lagebild.Storage;
using Lagebild.Web.Commands;
using Lagebild.Web.SigningIn;
using Lagebild.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>The whole program on a port of the loopback address, with its scheduler, over two feeds of two offices: <see cref="Hamburg"/> and <see cref="Holstein"/>.</summary>
internal sealed class IntakeSite : IAsyncDisposable
{
    public const string Hamburg = "office-hh";
    public const string Holstein = "office-sh";

    public const string Heading = "indicator,variant,region,period_start,period_end,frequency,breakdown,obs_status,conf_status,source,note,value";

    private readonly TemporaryFolder _folder = new();
    private readonly WebApplication _app;

    private IntakeSite()
    {
        WriteFeeds();
        _app = ServeCommand.Build(["--applicationName=Lagebild.Web", "--urls=http://127.0.0.1:0", $"--Lagebild:DataFolder={Path.Combine(_folder.Path, "data")}", $"--Lagebild:FeedRoot={_folder.Path}", "--Logging:LogLevel:Default=None"]);
        _app.MapGet("/de/workbench/signs-in/{person}", SignInAsync);
    }

    public IServiceProvider Services => _app.Services;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>The folder a body lies in while it arrives.</summary>
    public string Incoming => Path.Combine(_folder.Path, "data", "incoming");

    public static async Task<IntakeSite> StartAsync()
    {
        var site = new IntakeSite();
        await site.Services.GetRequiredService<Preparation>().RunAsync(default);
        foreach (var feed in new[] { Hamburg, Holstein })
        {
            await site.ReadAsync(feed);
        }

        site.Services.GetRequiredService<StartProgress>().Open();
        await site._app.StartAsync();
        return site;
    }

    /// <summary>One row of the layout <c>figures</c>, of the feed's own region.</summary>
    public static string Row(string feed, int year, int value) => feed == Hamburg
        ? $"accommodation-need,hh-need,DE-HH,{year}-01-01,{year}-12-31,A,,,,,,{value}"
        : $"distributed-away,sh-distributed-away,DE-SH,{year}-01-01,{year}-12-31,A,,,,,,{value}";

    /// <summary>A file of one row.</summary>
    public static string File(string feed, int year, int value) => $"{Heading}\n{Row(feed, year, value)}\n";

    /// <summary>Waits for the run under way, if any, and runs the feed.</summary>
    public Task ReadAsync(string feed) => Services.GetRequiredService<ImportFeed>().RunAsync(feed, manual: true, new Progress<ImportStep>(), default);

    /// <summary>Who is not signed in; keeps cookies, follows no redirects.</summary>
    public HttpClient Visitor() => new(new CookieKeeper(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })) { BaseAddress = Address };

    /// <summary>A client signed in as someone new.</summary>
    public async Task<(HttpClient Client, Person Person)> SignedInAsync(params Grant[] grants)
    {
        var person = await Services.GetRequiredService<AccountStore>().AddAsync("Test Person", $"{Guid.NewGuid():N}@example.org", grants, Who.Operator, default);
        var client = Visitor();
        using var answer = await client.GetAsync(new Uri($"/de/workbench/signs-in/{person.Id}", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return (client, person);
    }

    /// <summary>The text of a new token for a feed, made by someone new who may hand in everywhere.</summary>
    public async Task<string> TokenAsync(string feed)
    {
        var person = await Services.GetRequiredService<AccountStore>().AddAsync("Token Maker", $"{Guid.NewGuid():N}@example.org", [new(Role.Analyst, null)], Who.Operator, default);
        return await TokenAsync(person.Who, feed);
    }

    public async Task<string> TokenAsync(Who maker, string feed)
    {
        var secret = MachineToken.NewSecret();
        var known = (await Services.GetRequiredService<FeedStore>().ByCodeAsync(feed, default))!;
        await Services.GetRequiredService<TokenStore>().MakeAsync(secret, "test program", [known], DateTime.UtcNow.AddDays(1), maker, default);
        return secret;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static async Task SignInAsync(HttpContext http, SignIn signIn, AccountStore accounts, long person) =>
        await signIn.SignInAsync((await accounts.SecretsAsync(person, http.RequestAborted))!, isPersistent: false);

    private void WriteFeeds()
    {
        var shipped = JsonNode.Parse(System.IO.File.ReadAllText(Repository.At("data-samples", "feeds.json")))!.AsArray().First(f => (string?)f!["code"] == "hamburg-lagebild")!;
        var feeds = new JsonArray();
        foreach (var (code, region) in new[] { (Hamburg, "DE-HH"), (Holstein, "DE-SH") })
        {
            var feed = shipped.DeepClone();
            (feed["code"], feed["place"], feed["region"], feed["release"], feed["rhythm"], feed["dueAfterDays"]) = (code, $"{code}/*.csv", region, "automatic", "annual", 100);
            feeds.Add(feed);
            _folder.Write($"{code}/first.csv", File(code, 2015, 1000));
        }

        _folder.Write("feeds.json", feeds.ToJsonString());
    }
}
