using AngleSharp.Dom;

namespace Lagebild.Tests.Web.Views;

/// <summary>A reader who gets on by links alone.</summary>
internal sealed class Reader
{
    private Reader(IDocument page) => Page = page;

    public IDocument Page { get; private set; }

    public int Clicks { get; private set; }

    /// <summary>At the first page of a language.</summary>
    public static async Task<Reader> AtAsync(string language) => new(await Site.PageAsync($"/{language}/"));

    /// <summary>Follows the first link whose address ends so, query and fragment aside.</summary>
    public async Task<Reader> ClickAsync(string ending)
    {
        var link = Page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).FirstOrDefault(h => h.Split('?', '#')[0].EndsWith(ending, StringComparison.Ordinal));
        Assert.That(link, Is.Not.Null, $"A link to {ending}");
        (Page, Clicks) = (await Site.PageAsync(link!.Split('#')[0]), Clicks + 1);
        return this;
    }

    /// <summary>The numbers of a row, as machines read them; the row is the first below the selector whose text holds all words.</summary>
    public IReadOnlyList<string> Row(string selector, params string[] words) => [.. Page.QuerySelectorAll($"{selector} tbody tr")
        .First(r => words.All(w => Plain(r.TextContent).Contains(w, StringComparison.Ordinal)))
        .QuerySelectorAll("data").Select(d => d.GetAttribute("value")!)];

    /// <summary>The text of an element without soft hyphens, with plain spaces.</summary>
    public string Text(string selector) => Plain(Page.QuerySelector(selector)!.TextContent);

    private static string Plain(string text) => text.Replace("\u00AD", "", StringComparison.Ordinal).Replace('\u00A0', ' ');
}
