using AngleSharp.Dom;
using Lagebild.Web.Pages;
using Lagebild.Web.Pages.Derived;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Tests.Web;

public sealed class RateTests
{
    private static readonly Lagebild.Catalogue.Catalogue Catalogue = Lagebild.Catalogue.Catalogue.Shipped;

    [TestCase("asylblg-recipients", ExpectedResult = true)]
    [TestCase("pesel-ukr-applications", ExpectedResult = true)]
    [TestCase("places-nominal", ExpectedResult = true)]
    [TestCase("asylblg-expenditure", ExpectedResult = false)]
    [TestCase("preparatory-classes", ExpectedResult = false)]
    [TestCase("asylum-decisions", ExpectedResult = false)]
    [TestCase("border-crossings", ExpectedResult = false)]
    [TestCase("koenigstein-key", ExpectedResult = false)]
    [TestCase("population", ExpectedResult = false)]
    public bool Only_people_and_what_is_counted_for_them_is_divided_by_inhabitants(string indicator) =>
        Catalogue.VariantsOf(indicator).Any(v => RateFigure.IsOffered(Catalogue.Indicator(indicator)!, v));

    [TestCase("de", 49_999, "unter 0,05")]
    [TestCase("pl", 49_999, "poniżej 0,05")]
    [TestCase("en", 1, "below 0.05")]
    [TestCase("en", 50_000, "0.1")]
    [TestCase("en", 0, "0")]
    [TestCase("de", 39_495_823, "39,5")]
    public void A_rate_too_small_to_be_written_is_said_to_be_below_what_would_be(string language, long millionths, string text)
    {
        var reading = new Reading();
        reading.Begin(language, $"/{language}/");
        Assert.That(reading.Value(millionths, 6, DerivedUnit.PerThousand), Is.EqualTo(text));
    }

    [TestCase("de", "Einwohnerzahl vom 31.12.2024 (Główny Urząd Statystyczny (GUS), Bank Danych Lokalnych)")]
    [TestCase("pl", "liczba ludności z dnia 31.12.2024 (Główny Urząd Statystyczny (GUS), Bank Danych Lokalnych)")]
    public async Task The_population_and_who_publishes_it_stand_in_the_sub_line(string language, string basis)
    {
        var rate = (await Site.PageAsync($"/{language}/indicators/pesel-ukr-applications")).QuerySelectorAll("figure")[1];
        Assert.That(rate.QuerySelector(".sub")!.TextContent, Does.EndWith(basis));
        Assert.That(rate.QuerySelectorAll("tbody td data").Select(d => d.TextContent), Is.EquivalentTo(["39,2", "39,5", "20,0"]));
    }

    [Test]
    public async Task The_breakdown_stands_in_the_sub_line()
    {
        var rate = await RateOf("/en/indicators/temporary-protection?regions=DEU,POL&to=2023");
        Assert.That(rate.QuerySelector(".sub")!.TextContent, Does.Contain("Ukraine"));
    }

    [TestCase("de", "daher ohne Rangfolge")]
    [TestCase("pl", "dlatego bez uszeregowania")]
    [TestCase("en", "so not ranked")]
    public async Task Without_a_common_population_nothing_is_ranked_and_each_names_its_own(string language, string words)
    {
        var rate = await RateOf($"/{language}/indicators/temporary-protection?regions=DEU,POL&to=2023");
        Assert.That(rate.QuerySelector("h3")!.TextContent, Does.EndWith(words));
        var notes = rate.QuerySelectorAll(".notes li").Select(n => n.TextContent).ToArray();
        Assert.That(rate.QuerySelectorAll("tbody th").Select(r => notes.Count(n => n.StartsWith(r.TextContent.Trim(), StringComparison.Ordinal))), Is.EqualTo(new[] { 1, 1 }));
    }

    [TestCase("bar")]
    [TestCase("ranking")]
    public async Task Nor_does_a_comparison_rank_without_a_common_population(string kind)
    {
        var page = await Site.PageAsync($"/en/compare?indicators=temporary-protection&regions=DEU,POL&to=2023&measure=per-1000&kind={kind}");
        Assert.That(page.QuerySelector("figure h3")!.TextContent, Does.EndWith("so not ranked"));
        Assert.That(page.QuerySelectorAll("figure svg text").Select(t => t.TextContent).Where(t => t is "Germany" or "Poland").Distinct(), Is.EqualTo(new[] { "Germany", "Poland" }));
    }

    [TestCase("de", "93.190 ÷ 2.359.490 × 1.000 = 39,5 (auf eine Nachkommastelle gerundet)")]
    [TestCase("pl", "93 190 ÷ 2 359 490 × 1000 = 39,5 (w zaokrągleniu do jednego miejsca po przecinku)")]
    [TestCase("en", "93,190 ÷ 2,359,490 × 1,000 = 39.5 (rounded to one decimal place)")]
    public async Task A_rate_leads_to_its_value_its_population_and_the_calculation(string language, string formula)
    {
        var rate = (await Site.PageAsync($"/{language}/indicators/pesel-ukr-applications")).QuerySelectorAll("figure")[1];
        var page = await Site.PageAsync(rate.QuerySelector("tbody td a[href*='/PL-22/']")!.GetAttribute("href")!);
        Assert.That(page.QuerySelector("#formula")!.TextContent.Replace('\u00a0', ' '), Is.EqualTo(formula));
        foreach (var part in page.QuerySelectorAll("main table a"))
        {
            await Site.PageAsync(part.GetAttribute("href")!);
        }

        Assert.That(page.QuerySelectorAll("main table a"), Has.Length.EqualTo(2));
    }

    [TestCase("population=x&on=2024-12-31")]
    [TestCase("population=1&on=2024")]
    public async Task A_population_that_can_not_be_read_is_refused(string query) =>
        Assert.That((await Site.AnswerAsync($"/en/derived/per-1000/pesel-ukr-applications/gov-pl-2715/PL-22/2022-08-30/2022-08-30?{query}")).Status, Is.EqualTo(400));

    [Test]
    public async Task Where_all_rates_are_below_one_they_are_per_100000()
    {
        var rate = await RateOf("/en/indicators/unaccompanied-minors?variant=mv-uma&regions=DE-13071,DE-13072,DE-13073,DE-13074,DE-13075,DE-13076");
        Assert.That(rate.QuerySelector(".sub")!.TextContent, Does.Contain("per 100,000 inhabitants"));
        Assert.That(rate.QuerySelectorAll("tbody td data").Select(d => d.TextContent).Distinct().Count(), Is.GreaterThan(4));
    }

    private static async Task<IElement> RateOf(string address) => (await Site.PageAsync(address)).QuerySelectorAll("figure")[1];

    [Test]
    public async Task A_total_of_a_source_that_is_not_the_main_one_leads_to_its_parts()
    {
        var page = await Site.PageAsync("/en/indicators/places-nominal?regions=DE-SH&variant=sh-land-nominal&feed=press-germany");
        foreach (var cell in page.QuerySelectorAll("figure tbody td a"))
        {
            Assert.That((await Site.PageAsync(cell.GetAttribute("href")!)).QuerySelectorAll("table a"), Has.Length.EqualTo(1));
        }
    }
}
