namespace Lagebild.Tests.Web.Views;

/// <summary>What members of parliament look for, by links that every indicator and region has. Expected values come from the sources.</summary>
public sealed class WayTests
{
    private const int MostClicks = 3;

    private static readonly string[] Languages = ["de", "pl", "en"];

    [TestCaseSource(nameof(Languages))]
    public async Task Hamburgs_steps_from_registration_to_need_stand_on_its_page(string language)
    {
        var reader = await (await Reader.AtAsync(language)).ClickAsync("/regions/DE-HH");
        string[] expected =
        [
            PublicFigures.Of("HH", "registered asylum and protection seekers", "2024"),
            PublicFigures.Of("HH", "of these remained in Hamburg after distribution", "2024"),
            PublicFigures.Of("HH", "persons newly to be accommodated", "2024"),
        ];
        var numbers = reader.Page.QuerySelectorAll("#steps tbody tr").Select(r => r.QuerySelector("td data")?.GetAttribute("value"));
        Assert.That(expected, Is.EqualTo(["16188", "12639", "10001"]));
        Assert.That(numbers, Is.SupersetOf(expected));
        Assert.That(reader.Text("#steps .sub"), Does.Contain("2024"));
        Assert.That(reader.Clicks, Is.LessThanOrEqualTo(MostClicks));
    }

    [TestCase("de", "November 2023", "31.03.2016")]
    [TestCase("pl", "listopad 2023", "31.03.2016")]
    [TestCase("en", "November 2023", "31 Mar 2016")]
    public async Task Where_more_people_lived_than_there_were_places_stands_with_its_day(string language, string november, string march)
    {
        var reader = await (await (await Reader.AtAsync(language)).ClickAsync("/regions")).ClickAsync("/regions/DE-MV");
        var (residents, places) = (PublicFigures.Of("MV", "residents in reception incl. gym hall", "2023-11"), PublicFigures.Of("MV", "regular reception places, both sites", "2023-11"));
        Assert.That(reader.Row("#exceeded", november).Take(2), Is.EqualTo([residents, places]));
        Assert.That((residents, places), Is.EqualTo(("1772", "1710")));
        Assert.That(reader.Row("#exceeded", march, "Schwerin").Take(2), Is.EqualTo(["53", "47"]));
        Assert.That(reader.Clicks, Is.LessThanOrEqualTo(MostClicks));
    }

    [TestCaseSource(nameof(Languages))]
    public async Task The_same_counts_stand_on_the_view_of_places_and_need_and_on_the_page_of_the_district(string language)
    {
        var view = await (await Reader.AtAsync(language)).ClickAsync("/views/capacity");
        Assert.That(view.Row("#exceeded", language == "pl" ? "Meklemburgia-Pomorze Przednie" : "Mecklenburg-Vorpommern").Take(2), Is.EqualTo(["1772", "1710"]));
        var district = await (await (await Reader.AtAsync(language)).ClickAsync("/regions/DE-MV")).ClickAsync("/regions/DE-13004");
        Assert.That(district.Row("#capacity-places", "2016").Take(2), Is.EqualTo(["53", "47"]));
        Assert.That(district.Clicks, Is.LessThanOrEqualTo(MostClicks));
    }

    [TestCase("de", "01.01.2020", "5")]
    [TestCase("pl", "01.01.2020", "5")]
    [TestCase("en", "1 Jan 2020", "5")]
    public async Task Why_series_of_benefits_are_cut_in_2020_stands_on_the_page_of_the_indicator(string language, string day, string rounding)
    {
        var reader = await (await (await Reader.AtAsync(language)).ClickAsync("/indicators")).ClickAsync("/indicators/asylblg-recipients");
        var name = Lagebild.Catalogue.Catalogue.Shipped.Text("break", "asylblg-rounding-2020", "name", language)!.Body;
        Assert.That(reader.Text("div:has(> #breaks)"), Does.Contain(day).And.Contain(rounding).And.Contain(name));
        Assert.That(reader.Clicks, Is.LessThanOrEqualTo(MostClicks));
    }

    [TestCaseSource(nameof(Languages))]
    public async Task What_a_voivodeship_has_not_reported_is_listed_with_links(string language)
    {
        var reader = await (await (await Reader.AtAsync(language)).ClickAsync("/regions")).ClickAsync("/regions/PL-22");
        var missing = reader.Page.QuerySelectorAll("#missing li a").Select(a => a.GetAttribute("href")!.Split('/')[^1]).ToArray();
        Assert.That(missing, Is.SupersetOf(new[] { "places-occupied", "insured-foreign-employees", "unaccompanied-minors", "asylblg-recipients", "accommodation-need" }));
        Assert.That(missing, Has.None.EqualTo("pesel-ukr-applications"));
        Assert.That(missing, Is.Unique);
        Assert.That(reader.Clicks, Is.LessThanOrEqualTo(MostClicks));
    }

    [Test]
    public async Task Where_a_source_says_why_there_is_no_figure_the_reason_stands_with_it()
    {
        var row = (await Site.PageAsync("/pl/regions/DE-13074")).QuerySelectorAll("#missing li").Single(l => l.QuerySelector("a[href$='/places-usable']") is not null);
        Assert.That(row.QuerySelector("[lang=de]")!.TextContent, Does.Contain("Der Landkreis machte keine Angaben"));
    }
}
