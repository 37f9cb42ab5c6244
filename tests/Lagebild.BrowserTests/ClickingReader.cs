using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Lagebild.BrowserTests;

/// <summary>A reader at a browser who gets on by clicking links that can be seen, from the first page of a language.</summary>
internal sealed class ClickingReader : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private ClickingReader(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    public int Clicks { get; private set; }

    /// <summary>Without scripts where so asked.</summary>
    public static async Task<ClickingReader> AtAsync(string language, string path = "/", bool scripts = true)
    {
        var context = await SiteUnderTest.Browser.NewContextAsync(new() { BaseURL = SiteUnderTest.Address.AbsoluteUri, Locale = language, JavaScriptEnabled = scripts });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/{language}{path}");
        return new(context, page);
    }

    /// <summary>The entry of the main navigation, which stands on every page, whose address ends so.</summary>
    public Task<ClickingReader> ChooseAsync(string ending) => ClickAsync($"nav.main a[href$='{ending}']");

    /// <summary>The first visible link that fits, and waits for its page.</summary>
    public async Task<ClickingReader> ClickAsync(string link)
    {
        var found = Page.Locator($"{link} >> visible=true").First;
        var address = await found.GetAttributeAsync("href");
        await found.ClickAsync();
        await Page.WaitForURLAsync(new Uri(SiteUnderTest.Address, address).AbsoluteUri);
        Clicks++;
        return this;
    }

    /// <summary>What can be read of an element, soft hyphens left out and spaces plain.</summary>
    public async Task<string> TextAsync(string selector) => Plain(await Page.Locator(selector).First.InnerTextAsync());

    /// <summary>The numbers, as machines read them, of the first row below the selector whose text holds all words.</summary>
    public async Task<IReadOnlyList<string>> RowAsync(string selector, params string[] words)
    {
        await OpenAsync(selector);
        foreach (var row in await Page.Locator($"{selector} tbody tr >> visible=true").AllAsync())
        {
            var text = Plain(await row.InnerTextAsync());
            if (words.All(w => text.Contains(w, StringComparison.Ordinal)))
            {
                return await NumbersAsync(row.Locator("data"));
            }
        }

        throw new AssertionException(string.Create(CultureInfo.InvariantCulture, $"No row with {string.Join(", ", words)} at {Page.Url}"));
    }

    public static async Task<IReadOnlyList<string>> NumbersAsync(ILocator data) => await data.EvaluateAllAsync<string[]>("all => all.map(d => d.value)");

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    // A long table may be folded; opening it is no step to another page.
    private async Task OpenAsync(string selector)
    {
        foreach (var fold in await Page.Locator($"{selector} details:not([open]):has(table) > summary >> visible=true").AllAsync())
        {
            await fold.ClickAsync();
        }
    }

    private static string Plain(string text) => Regex.Replace(text.Replace("\u00AD", "", StringComparison.Ordinal), @"\s+", " ");
}
