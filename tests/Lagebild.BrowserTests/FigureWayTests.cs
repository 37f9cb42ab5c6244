using System.Text.RegularExpressions;

namespace Lagebild.BrowserTests;

/// <summary>From a point in a chart to the line of the file, as a reader clicks.</summary>
internal sealed partial class FigureWayTests
{
    [TestCase("de")]
    [TestCase("pl")]
    [TestCase("en")]
    public async Task A_point_in_a_chart_leads_to_the_line_of_the_file(string language)
    {
        await using var context = await SiteUnderTest.Browser.NewContextAsync(new() { BaseURL = SiteUnderTest.Address.AbsoluteUri });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/{language}/indicators/temporary-protection");

        await page.Locator("svg a[href*='/figures/']").First.DispatchEventAsync("click");
        await page.WaitForURLAsync(Figure());

        Assert.That(await page.InnerTextAsync("main"), Does.Match(@"\b\d+\b").And.Contains(".csv"));
    }

    [GeneratedRegex("/figures/")]
    private static partial Regex Figure();
}
