using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Lagebild.Accounts;
using Lagebild.Import;
using Lagebild.Storage;
using Lagebild.Tests.Storage;
using Lagebild.Web.Pages;
using Lagebild.Web.SigningIn;
using Lagebild.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>
/// A site over two feeds that people release: Hamburg's own table, written in Windows-1252, and Schleswig-Holstein's in the layout of the template. Files are handed to it one by one.
/// </summary>
internal sealed class DeliverySite : IAsyncDisposable
{
    public const string Hamburg = "hamburg-table";
    public const string Holstein = "holstein-figures";

    public const string Header = "Zeitraum;Schutzsuchende (vor Verteilung);davon Hamburg zugewiesen;darunter mit Unterbringungsbedarf\r\n";

    /// <summary>What Hamburg published of 2014 and 2015.</summary>
    public const string Table = $"{Header}Januar 2014;863;431;362\r\nFebruar 2014;636;283;248\r\nMärz 2014;691;315;270\r\nApril 2014;770;353;315\r\nMai 2014;914;436;377\r\nJuni 2014;1.006;479;448\r\n1. Halbjahr 2014;4.880;2.297;2.020\r\n"
        + "Januar 2015;1.557;924;845\r\nFebruar 2015;1.755;1.080;1.004\r\nMärz 2015;1.811;937;794\r\nApril 2015;1.817;844;777\r\nMai 2015;2.192;985;898\r\nJuni 2015;3.404;1.673;1.407\r\nJuli 2015;5.709;1.725;1.501\r\nAugust 2015;6.676;2.125;2.070\r\n";

    private readonly TemporaryFolder _folder = new();
    private readonly TestClock _clock = new();
    private readonly WebApplication _app;

    private DeliverySite() => _app = Build();

    public IServiceProvider Services => _app.Services;

    public static async Task<DeliverySite> StartAsync()
    {
        var site = new DeliverySite();
        await site.Services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
        await site._app.StartAsync();
        return site;
    }

    /// <summary>As a file of Hamburg comes.</summary>
    public static byte[] Western(string text) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);

    public Task<Delivery> DeliverAsync(string feed, string text, string name = "tabelle.csv") => DeliverAsync(feed, feed == Hamburg ? Western(text) : Encoding.UTF8.GetBytes(text), name);

    /// <summary>Reads, asks and stores, as a run of the feed does.</summary>
    public async Task<Delivery> DeliverAsync(string code, byte[] bytes, string name = "tabelle.csv")
    {
        _clock.Now = _clock.Now.AddHours(1);
        var feed = (await Services.GetRequiredService<FeedStore>().ByCodeAsync(code, default))!;
        var definitions = await Services.GetRequiredService<CatalogueStore>().AsOfAsync((await LatestAsync())?.Number ?? 1, default);
        var (deliveries, profile) = (Services.GetRequiredService<DeliveryStore>(), Profiles.Shipped(feed.Profile));
        using var read = new FeedReader(definitions).Read(FeedFile.FromBytes(bytes, name, "upload", _clock.Now.UtcDateTime), feed, profile, default);
        read.Add(await deliveries.QuestionsAsync(read, definitions, default));
        return await deliveries.SaveAsync(read, feed, default);
    }

    /// <summary>Releases what waits.</summary>
    public async Task<Release> ReleaseAsync(Delivery delivery)
    {
        _clock.Now = _clock.Now.AddHours(1);
        var releases = Services.GetRequiredService<ReleaseStore>();
        var preview = (await releases.PreviewAsync(delivery.Id, default))!;
        var publication = await releases.PublishDraftAsync(delivery.Id, preview.BasedOn, new("neue Zahlen", "de"), Who.Operator, default);
        Assert.That(publication.Outcome, Is.EqualTo(PublicationOutcome.Released));
        return publication.Release!;
    }

    public async Task<Release> DeliverAndReleaseAsync(string feed, string text) => await ReleaseAsync(await DeliverAsync(feed, text));

    /// <summary>A client signed in as someone new with the roles given. The caller disposes it.</summary>
    public async Task<HttpClient> SignedInAsync(params Grant[] grants)
    {
        var person = await Services.GetRequiredService<AccountStore>().AddAsync("Anna Ahrens", $"{Guid.NewGuid():N}@example.org", grants, Who.Operator, default);
        var server = _app.GetTestServer();
        var client = new HttpClient(new CookieKeeper(server.CreateHandler())) { BaseAddress = server.BaseAddress };
        using var answer = await client.GetAsync(new Uri($"/de/workbench/signs-in/{person.Id}", UriKind.Relative));
        return client;
    }

    public Task<HttpClient> AnalystAsync() => SignedInAsync(new Grant(Role.Analyst, "DE-HH"));

    public static string Address(Delivery delivery, string language = "de") => string.Create(CultureInfo.InvariantCulture, $"/{language}/workbench/deliveries/{delivery.Id}");

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private Task<Release?> LatestAsync() => Services.GetRequiredService<ReleaseStore>().LatestAsync(default);

    private WebApplication Build()
    {
        WriteFeeds();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(WebPages).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddLagebild(new() { DataFolder = _folder.Path, FeedRoot = Path.Combine(_folder.Path, "feeds") }).AddSingleton<TimeProvider>(_clock).AddLagebildPages();
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.MapLagebildPages();
        app.MapGet("/de/workbench/signs-in/{person}", async (HttpContext http, SignIn signIn, AccountStore accounts, long person) =>
            await signIn.SignInAsync((await accounts.SecretsAsync(person, http.RequestAborted))!, isPersistent: false));
        return app;
    }

    private void WriteFeeds()
    {
        var shipped = JsonNode.Parse(File.ReadAllText(Repository.At("data-samples", "feeds.json")))!.AsArray().First(f => (string?)f!["code"] == "hamburg-arrivals")!;
        var feeds = new JsonArray(Feed(shipped.DeepClone(), Hamburg, "hamburg-arrivals", "DE-HH"), Feed(shipped.DeepClone(), Holstein, "figures", "DE-SH"));
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.Path, "feeds")).FullName, "feeds.json"), feeds.ToJsonString());
    }

    private static JsonNode Feed(JsonNode feed, string code, string profile, string region)
    {
        (feed["code"], feed["place"], feed["profile"], feed["region"], feed["release"]) = (code, $"{code}/*.csv", profile, region, "by-person");
        return feed;
    }
}
