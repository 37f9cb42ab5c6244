using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Lagebild.BrowserTests;

/// <summary>Values of charts by keyboard, and where scripts do not run.</summary>
internal sealed partial class KeyboardTests
{
    private const string Chart = "/indicators/temporary-protection";

    // Of the kinds of pages with charts and tables, one each.
    private static readonly string[] Pages =
    [
        "/", "/indicators/temporary-protection", "/indicators/protection-seekers", "/regions/DE-HH", "/topics/arrivals", "/views/capacity", "/compare?from=2022-01-01&to=2022-12-31&measure=per-1000",
    ];

    [Test]
    public async Task Tab_reaches_a_mark_and_arrows_walk_its_series_from_end_to_end([Values("de", "pl", "en")] string language)
    {
        await using var reader = await ClickingReader.AtAsync(language, Chart);
        await TabIntoChartAsync(reader.Page);
        await reader.Page.Keyboard.PressAsync("Home");
        var names = new List<string> { await FocusedAsync(reader.Page) };
        for (var next = await PressAsync(reader.Page, "ArrowRight"); next != names[^1]; next = await PressAsync(reader.Page, "ArrowRight"))
        {
            names.Add(next);
        }

        Assert.That(names, Is.Unique.And.EqualTo(await SeriesAsync(reader.Page)));
        Assert.That(names, Has.Count.GreaterThan(3).And.All.Match(@"\d"));
        Assert.That(await PressAsync(reader.Page, "ArrowLeft"), Is.EqualTo(names[^2]));
    }

    [Test]
    public async Task The_next_series_is_an_arrow_away_and_Tab_leaves_the_chart()
    {
        await using var reader = await ClickingReader.AtAsync("en", Chart);
        await TabIntoChartAsync(reader.Page);
        await reader.Page.Keyboard.PressAsync("Home");
        var first = await FocusedAsync(reader.Page);
        var (down, up) = (await PressAsync(reader.Page, "ArrowDown"), await PressAsync(reader.Page, "ArrowUp"));
        await reader.Page.Keyboard.PressAsync("Escape");

        Assert.That((Region(first), Region(down), Region(up)), Is.EqualTo(("Germany", "Poland", "Germany")));
        Assert.That(await reader.Page.EvaluateAsync<bool>("document.activeElement.closest('svg') === null && document.activeElement.closest('figure') !== null"), Is.True);
    }

    // Marks too close for a finger are left out of a chart; its table has them all.
    [Test]
    public async Task Tab_reaches_every_value_of_the_table_once_it_is_unfolded()
    {
        await using var reader = await ClickingReader.AtAsync("de", Chart);
        await reader.Page.Locator("main figure details:has(table) > summary").First.FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        var expected = await reader.Page.Locator("main figure table").First.Locator("td a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        await reader.Page.Keyboard.PressAsync("Tab");
        var reached = new List<string>();
        foreach (var _ in expected)
        {
            await reader.Page.Keyboard.PressAsync("Tab");
            reached.Add(await reader.Page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        }

        Assert.That(reached, Is.EqualTo(expected).And.Count.GreaterThan(50));
    }

    [Test]
    public async Task Enter_on_a_mark_leads_to_where_its_value_comes_from()
    {
        await using var reader = await ClickingReader.AtAsync("pl", Chart);
        await TabIntoChartAsync(reader.Page);
        var address = await reader.Page.EvaluateAsync<string>("document.activeElement.getAttribute('href')");
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.WaitForURLAsync(new Uri(SiteUnderTest.Address, address).AbsoluteUri);

        Assert.That(await reader.Page.Locator("main data").CountAsync(), Is.GreaterThan(0));
    }

    [Test]
    public async Task Every_mark_of_a_chart_is_named_by_its_value([ValueSource(nameof(Pages))] string path)
    {
        await using var reader = await ClickingReader.AtAsync("de", path, scripts: false);
        var names = await reader.Page.Locator("main svg.chart a").EvaluateAllAsync<string[]>("all => all.map(a => a.querySelector(':scope > title')?.textContent ?? a.getAttribute('aria-label') ?? '')");

        Assert.That(names, Is.Not.Empty.And.All.Match(@"\d"));
    }

    [Test]
    public async Task Without_scripts_every_value_of_a_chart_is_in_the_table_of_its_figure([ValueSource(nameof(Pages))] string path)
    {
        await using var reader = await ClickingReader.AtAsync("pl", path, scripts: false);

        Assert.That(await reader.Page.Locator("main svg.chart a").CountAsync(), Is.GreaterThan(0));
        Assert.That(await reader.Page.EvaluateAsync<string[]>(NotInTable), Is.Empty);
    }

    [Test]
    public async Task Every_number_of_a_table_of_figures_is_read_by_machines([ValueSource(nameof(Pages))] string path)
    {
        await using var reader = await ClickingReader.AtAsync("en", path, scripts: false);

        Assert.That(await reader.Page.Locator("main table td data").CountAsync(), Is.GreaterThan(0));
        Assert.That(await reader.Page.Locator("main figure td.r").EvaluateAllAsync<string[]>(@"all => all.filter(c => /\d/.test(c.firstElementChild?.localName === 'a' ? c.firstElementChild.firstChild.textContent : c.textContent) && !c.querySelector('data')).map(c => c.textContent.trim())"), Is.Empty);
        Assert.That(await ClickingReader.NumbersAsync(reader.Page.Locator("main data")), Is.All.Match(@"^-?\d+(\.\d+)?$"));
    }

    // The marks of a figure lead where the numbers of its tables lead.
    private const string NotInTable = """
        () => [...document.querySelectorAll('main figure svg.chart')].flatMap(chart => {
          const figure = chart.closest('figure');
          const listed = new Set([...figure.querySelectorAll('td a, th a')].map(a => a.getAttribute('href')));
          return [...chart.querySelectorAll('a')].map(a => a.getAttribute('href')).filter(h => !listed.has(h)).map(h => (figure.id || figure.querySelector('h3')?.textContent) + ': ' + h);
        })
        """;

    private static async Task TabIntoChartAsync(IPage page)
    {
        for (var tabs = 0; tabs < 200; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("document.activeElement.closest('svg.chart a') !== null"))
            {
                return;
            }
        }

        Assert.Fail("Tab reaches no mark of a chart");
    }

    private static async Task<string> PressAsync(IPage page, string key)
    {
        await page.Keyboard.PressAsync(key);
        return await FocusedAsync(page);
    }

    /// <summary>What a screen reader says of the element with the focus, as the browser reckons it.</summary>
    private static async Task<string> FocusedAsync(IPage page) => Name().Match(await page.Locator("*:focus").AriaSnapshotAsync()).Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal);

    /// <summary>The names of the marks beside the focused one, in the order of the drawing from left to right.</summary>
    private static Task<string[]> SeriesAsync(IPage page) => page.EvaluateAsync<string[]>(
        "[...document.activeElement.parentElement.children].filter(c => c.localName === 'a').sort((a, b) => a.getBoundingClientRect().x - b.getBoundingClientRect().x).map(a => a.getAttribute('aria-label').replace(/\\s+/g, ' ').trim())");

    private static string Region(string name) => name.Split(',')[0];

    [GeneratedRegex("^- '?link \"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Name();
}
