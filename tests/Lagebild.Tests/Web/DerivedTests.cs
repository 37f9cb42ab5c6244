namespace Lagebild.Tests.Web;

/// <summary>The page of a computed value: how it was computed, and from which values.</summary>
public sealed class DerivedTests
{
    private const string Recipients = "asylblg-recipients/destatis-asylblg/DE-HH";

    [TestCase("total/protection-seekers/azr-12531-0043/DE-01056/2024-12-31/2024-12-31", null, 165)]
    [TestCase("per-1000/pesel-ukr-applications/gov-pl-2715/PL-22/2022-08-30/2022-08-30", "93,190 ÷ 2,359,490 × 1,000 = 39.5 (rounded to one decimal place)", 2)]
    [TestCase("country-share/" + Recipients + "/2022-12-31/2022-12-31", "13,355 ÷ 486,125 × 100 = 2.7% (rounded to one decimal place)", 2)]
    [TestCase("change/" + Recipients + "/2023-12-31/2023-12-31", "(14,735 − 13,355) ÷ 13,355 × 100 = +10.3% (rounded to one decimal place)", 2)]
    [TestCase("change-on-year/" + Recipients + "/2023-12-31/2023-12-31", "(14,735 − 13,355) ÷ 13,355 × 100 = +10.3% (rounded to one decimal place)", 2)]
    [TestCase("index/" + Recipients + "/2023-12-31/2023-12-31?base=2022-12-31", "14,735 ÷ 13,355 × 100 = 110.3 (rounded to one decimal place)", 2)]
    [TestCase("period-sum/registered-arrivals/hh-registered/DE-HH/2014-01-01/2014-03-31?frequency=M&feed=hamburg-arrivals", "863 + 636 + 691 = 2,190", 3)]
    [TestCase("occupancy/places-occupied/mv-reception-occupied/DE-MV/2023-11-01/2023-11-30", "1,772 ÷ 1,710 × 100 = 103.6% (rounded to one decimal place)", 2)]
    [TestCase("occupancy/places-occupied/mv-shared-occupied/DE-13004/2016-03-31/2016-03-31", "53 ÷ 47 × 100 = 112.8% (rounded to one decimal place)", 2)]
    [TestCase("increase/pesel-ukr-applications/gov-pl-2715/PL-22/2022-08-30/2022-08-30?frequency=D", "93,190 − 93,000 = 190", 2)]
    [TestCase("women-share/protection-seekers/azr-12531-0043/DE-01002/2024-12-31/2024-12-31", "6,200 ÷ 13,905 × 100 = 44.6% (rounded to one decimal place)", 2)]
    public async Task A_computed_value_shows_its_calculation_and_leads_to_its_parts(string address, string? formula, int parts)
    {
        var page = await Site.PageAsync($"/en/derived/{address}");
        Assert.That(page.QuerySelector("#formula")?.TextContent, Is.EqualTo(formula));
        Assert.That(page.QuerySelectorAll("main table a"), Has.Length.EqualTo(parts));
        await Site.PageAsync(page.QuerySelectorAll("main table a")[parts - 1].GetAttribute("href")!);
    }

    [TestCase("de", "nominelle Plätze")]
    [TestCase("pl", "miejsca nominalne")]
    [TestCase("en", "nominal places")]
    public async Task Occupancy_names_the_places_it_is_reckoned_by(string language, string places)
    {
        var page = await Site.PageAsync($"/{language}/derived/occupancy/places-occupied/mv-reception-occupied/DE-MV/2023-11-01/2023-11-30");
        Assert.That(page.QuerySelectorAll("main tbody th").Select(h => h.TextContent).Last(), Is.EqualTo(places));
    }

    [TestCase("de", "Die Einwohnerzahl ist die eines anderen Jahres als der Wert.")]
    [TestCase("pl", "Liczba ludności pochodzi z innego roku niż wartość.")]
    [TestCase("en", "The population is of another year than the value.")]
    public async Task A_population_of_another_year_is_said(string language, string sentence)
    {
        var page = await Site.PageAsync($"/{language}/derived/per-1000/pesel-ukr-applications/gov-pl-2715/PL-22/2022-08-30/2022-08-30");
        Assert.That(page.QuerySelectorAll("main p").Select(p => p.TextContent), Does.Contain(sentence));
    }

    [Test]
    public async Task What_can_not_be_computed_says_why()
    {
        var page = await Site.PageAsync("/de/derived/period-sum/registered-arrivals/hh-registered/DE-HH/2014-01-01/2014-12-31?frequency=M&feed=hamburg-arrivals");
        Assert.That(page.QuerySelector("main data[value]")?.ParentElement?.LocalName, Is.EqualTo("a"));
        Assert.That(page.QuerySelectorAll("main p").Select(p => p.TextContent), Does.Contain("Nicht alle Teilzeiträume liegen vor."));
    }

    [TestCase("rank/" + Recipients + "/2022-12-31/2022-12-31")]
    [TestCase("value/" + Recipients + "/2022-12-31/2022-12-31")]
    [TestCase("total/" + Recipients + "/2022-12-31/2022-12-31")]
    [TestCase("index/" + Recipients + "/2022-12-31/2022-12-30?base=2022-12-31")]
    [TestCase("occupancy/" + Recipients + "/2022-12-31/2022-12-31")]
    [TestCase("converted/" + Recipients + "/2022-12-31/2022-12-31")]
    [TestCase("per-1000/asylblg-recipients/gov-pl-2715/DE-HH/2022-12-31/2022-12-31")]
    public async Task What_is_not_computed_is_not_there(string address) =>
        Assert.That((await Site.AnswerAsync($"/en/derived/{address}")).Status, Is.EqualTo(404));

    [TestCase("base=2022", "base")]
    [TestCase("population=-1", "population")]
    [TestCase("on=yesterday", "on")]
    [TestCase("breakdown=sex", "breakdown")]
    public async Task What_can_not_be_read_is_refused_by_name(string query, string field)
    {
        var answer = await Site.AnswerAsync($"/en/derived/per-1000/{Recipients}/2022-12-31/2022-12-31?{query}");
        Assert.That((answer.Status, answer.Page.QuerySelectorAll("main code, main strong, main b").Any(c => c.TextContent == field)), Is.EqualTo((400, true)));
    }
}
