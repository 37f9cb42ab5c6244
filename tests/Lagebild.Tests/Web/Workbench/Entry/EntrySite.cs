using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Lagebild.Accounts;
using Lagebild.Jobs;
using Lagebild.Storage;
using Lagebild.Tests.Storage;
using Lagebild.Web;
using Lagebild.Web.Pages;
using Lagebild.Web.Scheduling;
using Lagebild.Web.SigningIn;
using Lagebild.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lagebild.Tests.Web.Workbench.Entry;

/// <summary>
/// The workbench over feeds of two offices. It is 10 February 2024, at noon: <see cref="Hamburg"/> delivered monthly up to November 2023 and owes December (since 10 January) and
/// January (today); <see cref="Pomerania"/> delivered yearly up to 2022 and owes 2023 since 31 January.
/// </summary>
internal sealed class EntrySite : IAsyncDisposable
{
    public const string Hamburg = "office-hh";
    public const string Pomerania = "office-zp";

    public const string Heading = "indicator,variant,region,period_start,period_end,frequency,breakdown,obs_status,conf_status,source,note,value";

    private readonly TemporaryFolder _folder = new();
    private readonly WebApplication _app;

    private EntrySite()
    {
        WriteFeeds();
        _app = Build();
    }

    public TestClock Clock { get; } = new() { Now = new(2024, 2, 10, 12, 0, 0, TimeSpan.Zero) };

    public IServiceProvider Services => _app.Services;

    public EntryStore Entries => Services.GetRequiredService<EntryStore>();

    public static async Task<EntrySite> StartAsync()
    {
        var site = new EntrySite();
        await site.Services.GetRequiredService<Preparation>().RunAsync(default);
        foreach (var feed in new[] { Hamburg, Pomerania })
        {
            await site.RunAsync(feed);
            var first = (await site.DeliveriesAsync(feed)).Single();
            await site.Services.GetRequiredService<ReleaseStore>().PublishDraftAsync(first.Id, 0, ReleaseNote.ByPerson, Who.Operator, default);
        }

        await site._app.StartAsync();
        site.Clock.Now = site.Clock.Now.AddMinutes(1);
        return site;
    }

    /// <summary>Waits for the run under way, if any, and runs the feed.</summary>
    public Task RunAsync(string feed) => Services.GetRequiredService<ImportFeed>().RunAsync(feed, manual: true, new Progress<ImportStep>(), default);

    /// <summary>Latest first.</summary>
    public Task<IReadOnlyList<Delivery>> DeliveriesAsync(string feed) => Services.GetRequiredService<DeliveryStore>().OfFeedAsync(feed, default);

    /// <summary>The lines of the file of a delivery, without the header.</summary>
    public async Task<string[]> LinesAsync(long delivery)
    {
        await using var stream = (await Services.GetRequiredService<DeliveryStore>().FileAsync(delivery, default)).Open();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. (await reader.ReadToEndAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)];
    }

    public Task<Person> PersonAsync(string name, params Grant[] grants) =>
        Services.GetRequiredService<AccountStore>().AddAsync(name, $"{Guid.NewGuid():N}@example.org", grants, Who.Operator, default);

    public async Task<HttpClient> SignedInAsync(Person person)
    {
        var server = _app.GetTestServer();
        var client = new HttpClient(new CookieKeeper(server.CreateHandler())) { BaseAddress = server.BaseAddress };
        using var answer = await client.GetAsync(new Uri($"/de/workbench/signs-in/{person.Id}", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return client;
    }

    public async Task<HttpClient> SignedInAsync(params Grant[] grants) => await SignedInAsync(await PersonAsync("Anna Analyst", grants));

    /// <summary>The address of the form.</summary>
    public static string Form(string feed, string language = "de") => $"/{language}/workbench/entry?feed={feed}";

    /// <summary>The name of a field: <c>value hh-distributed-away||M|20231201|20231231</c>.</summary>
    public static string Field(string kind, string variant, string period, string breakdown = "") => $"{kind} {variant}|{breakdown}|{period}";

    /// <summary>Sends the form as a browser does: all its fields as they stand, then these in their place.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, string address, string act, params (string Name, string Value)[] fields) =>
        await SendAsync(client, await client.OpenAsync(address), act, fields);

    /// <summary>The same from a page opened before.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, IDocument page, string act, params (string Name, string Value)[] fields)
    {
        var form = page.QuerySelector("form#entry")!;
        var sent = form.QuerySelectorAll("input[name], select[name], textarea[name]").Where(f => f.GetAttribute("type") != "checkbox")
            .Select(f => (Name: f.GetAttribute("name")!, Value: ValueOf(f))).GroupBy(f => f.Name).ToDictionary(g => g.Key, g => g.First().Value);
        foreach (var (name, value) in fields.Append(("act", act)))
        {
            sent[name] = value;
        }

        using var content = new FormUrlEncodedContent(sent);
        return await client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
    }

    /// <summary>Sends the form and opens the page it leads to.</summary>
    public static async Task<IDocument> ThenAsync(HttpClient client, string address, string act, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(client, address, act, fields);
        return answer.Headers.Location is { } next ? await client.OpenAsync(next.OriginalString) : await answer.PageAsync();
    }

    /// <summary>What stands in a field of the page.</summary>
    public static string Value(IDocument page, string name) => ValueOf(page.QuerySelectorAll("input, select").First(f => f.GetAttribute("name") == name));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static string ValueOf(IElement field) => field switch
    {
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        _ => field.GetAttribute("value") ?? "",
    };

    private WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(WebPages).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        var options = new LagebildOptions { DataFolder = Path.Combine(_folder.Path, "data"), FeedRoot = _folder.Path, ApiRequestsPerMinute = int.MaxValue };
        Directory.CreateDirectory(options.DataFolder);
        builder.Services.AddLagebild(options).AddSingleton<TimeProvider>(Clock).AddFeedSchedule(options).AddLagebildPages();
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.MapLagebildPages();
        app.MapGet("/de/workbench/signs-in/{person}", SignInAsync);
        return app;
    }

    private static async Task SignInAsync(HttpContext http, SignIn signIn, AccountStore accounts, long person) =>
        await signIn.SignInAsync((await accounts.SecretsAsync(person, http.RequestAborted))!, isPersistent: false);

    private void WriteFeeds()
    {
        var shipped = JsonNode.Parse(File.ReadAllText(Repository.At("data-samples", "feeds.json")))!.AsArray().First(f => (string?)f!["code"] == "hamburg-lagebild")!;
        var feeds = new JsonArray(Feed(shipped, Hamburg, "DE-HH", "de", "monthly", 10), Feed(shipped, Pomerania, "PL-32", "pl", "annual", 31));
        _folder.Write("feeds.json", feeds.ToJsonString());
        _folder.Write($"{Hamburg}/first.csv", Months());
        _folder.Write($"{Pomerania}/first.csv", $"{Heading}\npesel-ukr-share,gov-pl-2715-share,PL-32,2021-12-31,2021-12-31,A,,,,,,4.5\npesel-ukr-share,gov-pl-2715-share,PL-32,2022-12-31,2022-12-31,A,,,,,,5.5\n");
    }

    private static JsonNode Feed(JsonNode shipped, string code, string region, string language, string rhythm, int dueAfterDays)
    {
        var feed = shipped.DeepClone();
        (feed["code"], feed["place"], feed["region"], feed["language"], feed["fourEyes"]) = (code, $"{code}/*.csv", region, language, true);
        (feed["rhythm"], feed["dueAfterDays"], feed["release"], feed["contact"]) = (rhythm, dueAfterDays, "by-person", language == "pl" ? "dane@example.pl" : null);
        feed["name"] = new JsonObject { ["de"] = $"Quelle {code}", ["pl"] = $"Źródło {code}", ["en"] = $"Source {code}" };
        return feed;
    }

    private static string Months()
    {
        var rows = new StringBuilder(Heading).Append('\n');
        for (var month = new DateOnly(2023, 1, 1); month.Month < 12; month = month.AddMonths(1))
        {
            var last = month.AddMonths(1).AddDays(-1);
            rows.Append(CultureInfo.InvariantCulture, $"distributed-away,hh-distributed-away,DE-HH,{month:yyyy-MM-dd},{last:yyyy-MM-dd},M,,,,,,{1200 + (7 * month.Month)}\n");
            rows.Append(CultureInfo.InvariantCulture, $"occupancy-rate,hh-occupancy-all,DE-HH,{last:yyyy-MM-dd},{last:yyyy-MM-dd},M,,,,,,9{month.Month % 5}.5\n");
            rows.Append(CultureInfo.InvariantCulture, $"places-occupied,hh-public-occupied,DE-HH,{last:yyyy-MM-dd},{last:yyyy-MM-dd},M,accommodation=follow-up,,,,,{20000 + (31 * month.Month)}\n");
        }

        return rows.ToString();
    }
}
