using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Tests.Web;

public sealed class KeyFigureTests
{
    private static readonly Lagebild.Catalogue.Catalogue Catalogue = Lagebild.Catalogue.Catalogue.Shipped;

    [Test]
    public void There_is_one_figure_of_each_country_in_the_order_of_indicators() =>
        Assert.That(
            Picked(Figure("arrivals-staying", "DE-HH", 2024), Figure("registered-arrivals", "DE-SH", 2024), Figure("pesel-ukr-applications", "PL-22", 2022)),
            Is.EqualTo(["registered-arrivals DE-SH", "pesel-ukr-applications PL-22"]));

    [Test]
    public void A_figure_more_than_two_years_behind_the_newest_of_its_country_gives_way_to_it() =>
        Assert.That(Picked(Figure("registered-arrivals", "DE-HH", 2021), Figure("arrivals-staying", "DE-SH", 2024)), Is.EqualTo(["arrivals-staying DE-SH"]));

    [Test]
    public void Of_regions_of_one_indicator_and_day_the_one_with_most_is_picked() =>
        Assert.That(Picked(Figure("pesel-ukr-applications", "PL-32", 2022), Figure("pesel-ukr-applications", "PL-22", 2022) with { Latest = Latest("pesel-ukr-applications", "PL-22", 2022, 2) }), Is.EqualTo(["pesel-ukr-applications PL-22"]));

    [Test]
    public void A_country_without_a_figure_is_named() =>
        Assert.That(KeyFigureTopic.Of(Topic.Arrivals, Catalogue, [Figure("registered-arrivals", "DE-HH", 2024)]).Without, Is.EqualTo(["POL"]));

    [Test]
    public void A_count_of_a_part_is_left_out_beside_one_of_the_whole_only()
    {
        var figures = KeyFigures.WholeFirst([Figure("accommodation-need", "DE-HH", 2023) with { IsPart = true }, Figure("accommodation-need", "DE-HH", 2022), Figure("accommodation-need", "DE-SH", 2023) with { IsPart = true }]);
        Assert.That(figures.Select(f => (f.Region, f.IsPart)), Is.EqualTo([("DE-HH", false), ("DE-SH", true)]));
    }

    [TestCase(2022, false)]
    [TestCase(2021, true)]
    public void A_press_figure_stays_beside_an_official_one_only_if_that_is_more_than_two_years_older(int official, bool stays)
    {
        var figures = KeyFigures.OfficialFirst([Figure("places-occupied", "DE-HH", official), Figure("places-occupied", "DE-HH", 2024, isPress: true)]);
        Assert.That(figures.Any(f => f.Cell.IsPress), Is.EqualTo(stays));
    }

    [Test]
    public void A_press_figure_stays_where_the_official_one_is_of_another_region() =>
        Assert.That(KeyFigures.OfficialFirst([Figure("places-occupied", "DE-SH", 2024), Figure("places-occupied", "DE-HH", 2024, isPress: true)]), Has.Count.EqualTo(2));

    private static IEnumerable<string> Picked(params KeyFigure[] offered) => KeyFigureTopic.Of(Topic.Arrivals, Catalogue, offered).Figures.Select(f => $"{f.Indicator.Code} {f.Region}");

    private static KeyFigure Figure(string indicator, string region, int year, bool isPress = false) => new()
    {
        Indicator = Catalogue.Indicator(indicator)!,
        Latest = Latest(indicator, region, year, 1),
        Cell = new FigureCell { Text = "1", IsPress = isPress },
        When = "",
        Href = "",
    };

    private static LatestValue Latest(string indicator, string region, int year, long value) => new()
    {
        SeriesId = 1,
        Series = new SeriesKey { Feed = "feed", Indicator = indicator, Variant = "variant", Region = region, Breakdown = "", Frequency = Frequency.Annual },
        Decimals = 0,
        Latest = new Observation { Period = new Period(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), Frequency.Annual), Value = value },
    };
}
