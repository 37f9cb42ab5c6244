using AngleSharp.Dom;

namespace Lagebild.Tests.Web;

/// <summary>What pages show of the shipped deliveries where the reader chose nothing.</summary>
public sealed class DefaultTests
{
    [TestCase("registered-arrivals", "22.908", "2023")]
    [TestCase("arrivals-staying", "12.639", "2024")]
    [TestCase("accommodation-need", "10.001", "2024")]
    [TestCase("unaccompanied-minors-intake", "652", "2017")]
    public async Task The_latest_value_for_Hamburg_is_a_current_one_that_counts_the_whole(string indicator, string latest, string year)
    {
        var headline = (await Site.PageAsync($"/de/indicators/{indicator}?regions=DE-HH")).QuerySelector("figure h3")!.TextContent;
        Assert.That(headline, Does.Contain($" {latest} ").And.StartsWith($"Im Jahr {year} "));
    }

    [Test]
    public async Task The_overview_states_the_need_of_all_not_of_people_from_Ukraine()
    {
        var row = (await Site.PageAsync("/de")).QuerySelectorAll("table.keyfigures tr").Single(r => r.QuerySelector("a[href*='/accommodation-need']") is not null);
        Assert.That((Text(row.QuerySelector(".value a")!), Text(row.QuerySelector(".change")!), Text(row.QuerySelector(".when")!)), Is.EqualTo(("10.001 (Hamburg, 2024: zur Herkunft dieses Werts)", "−26,7 %", "2024, zum Vorjahr")));
    }

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
