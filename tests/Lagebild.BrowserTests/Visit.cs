using System.Text.Json;
using Lagebild.Tests;
using Microsoft.Playwright;

namespace Lagebild.BrowserTests;

/// <summary>How a page is looked at.</summary>
internal sealed record View(string Name, int Width, ColorScheme Colours);

/// <summary>What one look at a page found.</summary>
internal sealed record Visit
{
    private const int Height = 900;

    private static readonly string Axe = File.ReadAllText(Repository.At("tests", "Lagebild.BrowserTests", "node_modules", "axe-core", "axe.min.js"));

    public required View View { get; init; }

    /// <summary>Path and query.</summary>
    public required string Path { get; init; }

    /// <summary>What axe found: rule and the elements; empty without scripts.</summary>
    public required IReadOnlyList<string> Barriers { get; init; }

    /// <summary>Pixels by which the page is wider than the window.</summary>
    public required int TooWide { get; init; }

    /// <summary>Warnings and errors.</summary>
    public required IReadOnlyList<string> ConsoleLines { get; init; }

    /// <summary>Addresses asked for.</summary>
    public required IReadOnlyList<string> Requests { get; init; }

    /// <summary>Requests answered with 400 and above, or not at all.</summary>
    public required IReadOnlyList<string> Failures { get; init; }

    public required IReadOnlyList<string> Cookies { get; init; }

    /// <summary>The visible text of the main part.</summary>
    public required string Main { get; init; }

    /// <summary>Language and address of each entry of the language switch, the page's own aside.</summary>
    public required IReadOnlyList<(string Language, string Href)> Languages { get; init; }

    /// <summary>Each piece of text with the language of its nearest element that names one.</summary>
    public required IReadOnlyList<(string Language, string Text)> Texts { get; init; }

    public string Where => $"{Path} ({View.Name})";

    public static Task<IBrowserContext> ContextAsync(View view, string language, bool scripts) => SiteUnderTest.Browser.NewContextAsync(new()
    {
        BaseURL = SiteUnderTest.Address.AbsoluteUri,
        ViewportSize = new() { Width = view.Width, Height = Height },
        ColorScheme = view.Colours,
        Locale = language,
        JavaScriptEnabled = scripts,
        ReducedMotion = ReducedMotion.Reduce,
    });

    /// <summary>One look in each view, all at one loading. Looks for barriers only with scripts: axe needs timers.</summary>
    public static async Task<IReadOnlyList<Visit>> ToAsync(IBrowserContext context, IEnumerable<View> views, string path, bool scripts)
    {
        var page = await context.NewPageAsync();
        var (lines, requests, failures) = (new List<string>(), new List<string>(), new List<string>());
        page.Console += (_, message) => Keep(lines, message, path);
        page.Request += (_, request) => requests.Add(request.Url);
        page.RequestFailed += (_, request) => failures.Add($"{path}: {request.Url} {request.Failure}");
        page.Response += (_, response) => failures.AddRange(response.Status >= 400 ? [$"{path}: {response.Url} {response.Status}"] : []);
        await page.GotoAsync(path);
        await (scripts ? page.EvaluateAsync($"() => {{ {Axe} }}") : Task.CompletedTask);
        var visits = new List<Visit>();
        foreach (var view in views)
        {
            await page.SetViewportSizeAsync(view.Width, Height);
            await page.EmulateMediaAsync(new() { ColorScheme = view.Colours });
            visits.Add(await LookAsync(page, context, view, path) with { Barriers = scripts ? await BarriersAsync(page, $"{path} ({view.Name})") : [], ConsoleLines = lines, Requests = requests, Failures = failures });
        }

        await page.CloseAsync();
        return visits;
    }

    private static void Keep(List<string> lines, IConsoleMessage message, string where)
    {
        if (message.Type is "error" or "warning")
        {
            lines.Add($"{where}: {message.Text}");
        }
    }

    private static async Task<Visit> LookAsync(IPage page, IBrowserContext context, View view, string path) => new()
    {
        View = view,
        Path = path,
        ConsoleLines = [],
        Requests = [],
        Failures = [],
        TooWide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
        Main = await page.InnerTextAsync("main"),
        Languages = Pairs(await page.EvaluateAsync<string[][]>("[...document.querySelectorAll('a[hreflang]')].map(a => [a.hreflang, a.getAttribute('href')])")),
        Texts = Pairs(await page.EvaluateAsync<string[][]>(TextsScript)),
        Cookies = [.. (await context.CookiesAsync()).Select(c => $"{path}: {c.Name}")],
        Barriers = [],
    };

    private const string TextsScript = """
        () => {
          const found = [];
          const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const text = walker.currentNode.nodeValue.replace(/\s+/g, ' ').trim();
            const parent = walker.currentNode.parentElement;
            if (text && !parent.closest('style, script')) found.push([parent.closest('[lang]').lang, text]);
          }
          return found;
        }
        """;

    private static async Task<IReadOnlyList<string>> BarriersAsync(IPage page, string where)
    {
        var found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run()).violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.failureSummary).join(' | '))");
        return [.. found.EnumerateArray().Select(v => $"{where}: {v.GetString()}")];
    }

    private static IReadOnlyList<(string First, string Second)> Pairs(string[][] pairs) => [.. pairs.Select(p => (p[0], p[1]))];
}
