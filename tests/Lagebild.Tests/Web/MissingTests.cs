using AngleSharp.Dom;

namespace Lagebild.Tests.Web;

public sealed class MissingTests
{
    [TestCase("de", "keine Angabe")]
    [TestCase("pl", "brak danych")]
    [TestCase("en", "no figure")]
    public async Task A_district_that_reported_nothing_stands_in_chart_and_table(string language, string word)
    {
        var figure = (await Site.PageAsync($"/{language}/indicators/places-usable?variant=mv-shared-capacity&to=2016")).QuerySelector("figure")!;
        foreach (var region in new[] { "DE-13074", "DE-13075" })
        {
            var row = figure.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector($"a[href*='/{region}']") is not null);
            Assert.That(row.QuerySelector("td")!.TextContent, Does.Contain("…"));
        }

        Assert.That(figure.QuerySelector("svg")!.TextContent, Does.Contain(word));
    }

    [Test]
    public async Task A_year_without_a_row_within_the_span_is_a_row()
    {
        var rows = (await Site.PageAsync("/de/indicators/registered-arrivals?variant=mv-easy&regions=DE-MV&frequency=A")).QuerySelectorAll("figure tbody tr");
        Assert.That(rows.Select(r => r.QuerySelector("th")!.TextContent.Trim()), Is.EqualTo(["2021", "2022", "2023", "2024"]));
        Assert.That((rows[1].QuerySelector("td")!.TextContent.Contains('…'), rows[1].QuerySelector("td a")), Is.EqualTo((true, (IElement?)null)));
    }

    [Test]
    public async Task A_value_not_released_yet_is_not_there_and_shows_no_delivery()
    {
        var cell = (await Site.PageAsync("/en/indicators/distributed-away")).QuerySelector("figure td a")!.GetAttribute("href")!;
        var (status, page) = await Site.AnswerAsync($"{cell}?stand=2");
        Assert.That((status, page.QuerySelectorAll("h2").Any(h => h.TextContent == "Delivery")), Is.EqualTo((404, false)));
    }

    [TestCase("de", "10.000 Plätze in Landesunterkünften, 2023")]
    [TestCase("pl", "10\u00a0000 miejsc w ośrodkach kraju związkowego, 2023")]
    [TestCase("en", "10,000 places in Land facilities, 2023")]
    public async Task The_target_is_drawn_in_the_chart_it_is_set_for_and_stands_with_its_region(string language, string words)
    {
        var chart = (await Site.PageAsync($"/{language}/indicators/places-nominal?regions=DE-SH&variant=sh-land-nominal")).QuerySelector("figure svg")!;

        // A long name takes two lines.
        Assert.That(string.Join(' ', chart.QuerySelectorAll("text").Select(t => t.TextContent)), Does.Contain(words));
        Assert.That((await Site.PageAsync($"/{language}/regions/DE-SH")).QuerySelectorAll("#targets blockquote"), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Few_values_are_columns_of_their_periods_without_fields_between()
    {
        var figure = (await Site.PageAsync("/en/indicators/places-nominal?regions=DE-SH&variant=sh-land-nominal")).QuerySelector("figure")!;
        Assert.That(figure.QuerySelector("svg desc")!.TextContent, Does.StartWith("Column chart: ").And.Not.Contain("no figure"));
    }

    [Test]
    public async Task All_reports_of_a_way_of_counting_stand_in_one_table_with_their_sources()
    {
        var page = await Site.PageAsync("/en/indicators/registered-arrivals?regions=DE-HH&variant=hh-registered&frequency=M");
        var rows = page.QuerySelectorAll(".reports tbody tr");
        var sources = rows.Select(r => r.QuerySelector("td a[href*='/sources#']")!.GetAttribute("href")).Distinct();
        Assert.That(sources, Is.EquivalentTo(["/en/sources#hamburg-arrivals", "/en/sources#press-germany"]));
        Assert.That(rows.Where(r => r.QuerySelector(".press") is not null).Select(r => r.QuerySelector("a[href*='/sources#']")!.GetAttribute("href")).Distinct(), Is.EqualTo(["/en/sources#press-germany"]));
        Assert.That(rows, Has.Length.GreaterThan(page.QuerySelectorAll("figure tbody tr").Length));
    }

    [Test]
    public async Task Where_one_source_reports_there_is_no_table_of_sources() =>
        Assert.That((await Site.PageAsync("/en/indicators/asylblg-recipients?regions=DE-HH")).QuerySelector(".reports"), Is.Null);

    [Test]
    public async Task Columns_can_be_asked_for() =>
        Assert.That((await Site.PageAsync("/pl/indicators/asylblg-recipients?regions=DE-HH&kind=column")).QuerySelector("figure svg desc")!.TextContent, Does.StartWith("Wykres kolumnowy"));
}
