using System.Collections.Concurrent;
using AngleSharp;
using AngleSharp.Dom;
using Lagebild.Accounts;
using Lagebild.Jobs;
using Lagebild.Storage;
using Lagebild.Tests.Web.Workbench;
using Lagebild.Web;
using Lagebild.Web.Pages;
using Lagebild.Web.Scheduling;
using Lagebild.Web.SigningIn;
using Lagebild.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lagebild.Tests.Web;

/// <summary>The pages over a real SQLite with a few real deliveries and one with confidential values, without a port.</summary>
[SetUpFixture]
public sealed class Site
{
    private static readonly string[] Feeds =
        ["destatis-asylblg", "destatis-protection-seekers", "eurostat-temporary-protection", "gov-pl-pesel-ukr", "hamburg-arrivals", "mecklenburg-vorpommern-reports", "destatis-population", "gus-population", "press-germany", "hamburg-lagebild", "hamburg-minors", "destatis-insured-employees", "eurostat-asylum-applicants", "eurostat-employment"];

    private static readonly ConcurrentDictionary<string, (int Status, IDocument Page)> Known = new();

    private static TemporaryFolder? _folder;
    private static WebApplication? _app;
    private static HttpClient? _client;

    /// <summary>What no page may show.</summary>
    public const string Secret = "details of the program";

    public static IServiceProvider Services => _app!.Services;

    public static HttpClient Client => _client!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _folder = new TemporaryFolder();
        _app = Build(FeedRoot());
        await Services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
        foreach (var feed in FeedList.ReadFrom(Path.Combine(_folder.Path, "feeds")))
        {
            await Services.GetRequiredService<ImportFeed>().RunAsync(feed.Code, manual: false, new Progress<ImportStep>(), CancellationToken.None);
        }

        await _app.StartAsync();
        _client = _app.GetTestServer().CreateClient();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _client?.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _folder?.Dispose();
    }

    /// <summary>The page of an address that answers 200. Read once, so only to be looked at.</summary>
    public static async Task<IDocument> PageAsync(string address)
    {
        var (status, page) = await AnswerAsync(address);
        Assert.That(status, Is.EqualTo(200), address);
        return page;
    }

    /// <summary>Status and page, whatever the status.</summary>
    public static async Task<(int Status, IDocument Page)> AnswerAsync(string address) =>
        Known.TryGetValue(address, out var known) ? known : Known[address] = await FetchAsync(address);

    private static async Task<(int Status, IDocument Page)> FetchAsync(string address)
    {
        using var answer = await Client.GetAsync(new Uri(address, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(text)));
    }

    /// <summary>Another node over the same database, set otherwise; started, and disposed by the caller.</summary>
    internal static async Task<WebApplication> BesideAsync(Action<LagebildOptions> set, Action<IServiceCollection> add)
    {
        var node = Build(Path.Combine(_folder!.Path, "feeds"), set, add);
        await node.StartAsync();
        return node;
    }

    private static WebApplication Build(string feedRoot, Action<LagebildOptions>? set = null, Action<IServiceCollection>? add = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(WebPages).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        var options = new LagebildOptions { DataFolder = _folder!.Path, FeedRoot = feedRoot, ApiRequestsPerMinute = int.MaxValue };
        options.Imprint["pl"] = "Pierwszy akapit.\n\nDrugi akapit.";
        set?.Invoke(options);
        builder.Services.AddLagebild(options).AddFeedSchedule(options).AddLagebildPages();

        // Passwords are hashed often here, and guessed by nobody.
        builder.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1000);
        add?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.MapLagebildPages();
        app.MapGet("/de/throws", Fail);
        app.MapGet("/de/workbench/signs-in/{person}", SignInAsync);
        return app;
    }

    /// <summary>A client signed in as someone new with the roles given, in German; see <see cref="Person"/>. The caller disposes it.</summary>
    public static async Task<HttpClient> SignedInAsync(params Grant[] grants)
    {
        var mail = $"{Guid.NewGuid():N}@example.org";
        return await SignedInAsync(await Services.GetRequiredService<AccountStore>().AddAsync("Test Person", mail, grants, Who.Operator, default));
    }

    /// <summary>A client signed in as someone.</summary>
    public static async Task<HttpClient> SignedInAsync(Person person)
    {
        var client = Visitor();
        using var answer = await client.GetAsync(new Uri($"/de/workbench/signs-in/{person.Id}", UriKind.Relative));
        return client;
    }

    /// <summary>A client of its own that keeps cookies, signed in as nobody; sends forms by <see cref="Browser"/>. The caller disposes it.</summary>
    public static HttpClient Visitor() => Visitor(_app!);

    /// <summary>The same of another node.</summary>
    internal static HttpClient Visitor(WebApplication node)
    {
        var server = node.GetTestServer();
        return new(new CookieKeeper(server.CreateHandler())) { BaseAddress = server.BaseAddress };
    }

    /// <summary>Signs in as someone: what sites of tests have an address for.</summary>
    internal static async Task SignInAsync(HttpContext http, SignIn signIn, AccountStore accounts, long person) =>
        await signIn.SignInAsync((await accounts.SecretsAsync(person, http.RequestAborted))!, isPersistent: false);

    private static string Fail() => throw new InvalidOperationException(Secret);

    /// <summary>The feeds above as shipped, and one of ours with a confidential, a missing and a provisional value.</summary>
    private static string FeedRoot()
    {
        var root = Path.Combine(_folder!.Path, "feeds");
        Directory.CreateDirectory(root);
        foreach (var feed in Feeds)
        {
            CopyFolder(Path.Combine(Repository.Root, "data-samples", feed), Path.Combine(root, feed));
        }

        TestFeed.Write(root, Feeds);
        return root;
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
