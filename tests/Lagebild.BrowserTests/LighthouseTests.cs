using System.Globalization;

namespace Lagebild.BrowserTests;

/// <summary>How pages fare on a slow phone.</summary>
internal sealed class LighthouseTests
{
    private const int MostBytes = 100 * 1024;

    // On a busy machine the browser's own work takes longer: the best of these says what the page can do.
    private const int MostRuns = 3;

    [TestCase("/de/")]
    [TestCase("/de/indicators/temporary-protection")]
    [TestCase("/de/compare?indicators=asylblg-recipients")]
    public async Task A_page_is_quick_small_still_and_for_everyone(string path)
    {
        var best = await BestAsync(path);
        await TestContext.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{path}: performance {best.Performance}, {best.Bytes / 1024:0.0} KB; {string.Join(", ", best.Findings)}"));

        Assert.That((best.Accessibility, best.BestPractices, best.Seo, best.LayoutShift), Is.EqualTo((100, 100, 100, 0.0)), string.Join(", ", best.Findings));
        Assert.That((best.Bytes <= MostBytes, best.Performance >= 95), Is.EqualTo((true, true)), string.Create(CultureInfo.InvariantCulture, $"{best.Bytes} bytes, performance {best.Performance}"));
    }

    private static async Task<Lighthouse> BestAsync(string path)
    {
        Lighthouse? best = null;
        for (var run = 0; run < MostRuns && best is not { Performance: >= 95 }; run++)
        {
            var found = await Lighthouse.OfAsync(path);
            best = found is not null && found.Performance >= (best?.Performance ?? 0) ? found : best;
        }

        Assert.That(best, Is.Not.Null, "The browser could not record the page");
        return best!;
    }
}
