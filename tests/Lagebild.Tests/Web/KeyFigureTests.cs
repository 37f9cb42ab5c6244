using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Tests.Web;

public sealed class KeyFigureTests
{
    private static readonly Lagebild.Catalogue.Catalogue Catalogue = Lagebild.Catalogue.Catalogue.Shipped;

    [Test]
    public void Two_regions_of_one_indicator_and_day_are_picked_before_newer_single_ones() =>
        Assert.That(
            Picked(Figure("registered-arrivals", "DE-HH", 2025), Figure("arrivals-staying", "DE-HH", 2024), Figure("arrivals-staying", "DE-SH", 2024)),
            Is.EqualTo(["arrivals-staying DE-HH", "arrivals-staying DE-SH"]));

    [Test]
    public void Of_a_pair_there_is_one_of_each_country_where_there_are() =>
        Assert.That(
            Picked(Figure("places-occupied", "DE-HH", 2024), Figure("places-occupied", "DE-SH", 2024), Figure("places-occupied", "PL-22", 2024)),
            Is.EqualTo(["places-occupied DE-HH", "places-occupied PL-22"]));

    [Test]
    public void A_pair_more_than_two_years_behind_the_latest_figure_gives_way_to_it() =>
        Assert.That(
            Picked(Figure("registered-arrivals", "DE-HH", 2025), Figure("pesel-ukr-applications", "PL-22", 2022), Figure("pesel-ukr-applications", "PL-32", 2022)),
            Is.EqualTo(["registered-arrivals DE-HH", "pesel-ukr-applications PL-22"]));

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

    private static IEnumerable<string> Picked(params KeyFigure[] offered) => KeyFigureTopic.Picked(Catalogue, offered).Select(f => $"{f.Indicator.Code} {f.Region}");

    private static KeyFigure Figure(string indicator, string region, int year, bool isPress = false) => new()
    {
        Indicator = Catalogue.Indicator(indicator)!,
        Latest = new LatestValue
        {
            SeriesId = 1,
            Series = new SeriesKey { Feed = "feed", Indicator = indicator, Variant = "variant", Region = region, Breakdown = "", Frequency = Frequency.Annual },
            Decimals = 0,
            Latest = new Observation { Period = new Period(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), Frequency.Annual), Value = 1 },
        },
        Cell = new FigureCell { Text = "1", IsPress = isPress },
        When = "",
        Href = "",
    };
}
