using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Tests.Web;

public sealed class SelectionTests
{
    private const string Press = "press";

    private static readonly Lagebild.Catalogue.Catalogue Catalogue = Lagebild.Catalogue.Catalogue.Shipped;

    [Test]
    public void Of_ways_of_counting_the_one_that_covers_most_regions_comes_first_then_what_covers_the_rest()
    {
        var chosen = Of("registered-arrivals", [],
            Covered("registered-arrivals", "hh-lagebild", "DE-HH", Frequency.Annual, 2024),
            Covered("registered-arrivals", "mv-easy", "DE-MV", Frequency.Annual, 2025),
            Covered("registered-arrivals", "mv-easy", "DE-SH", Frequency.Annual, 2025));
        Assert.That(chosen.Select(c => (c.Variant, string.Join(',', c.Regions))), Is.EqualTo([("mv-easy", "DE-SH,DE-MV"), ("hh-lagebild", "DE-HH")]));
    }

    [Test]
    public void Whole_periods_come_before_intervals_even_if_they_are_older()
    {
        var chosen = Of("registered-arrivals", [],
            Covered("registered-arrivals", "hh-lagebild", "DE-HH", Frequency.Annual, 2023),
            Covered("registered-arrivals", "hh-lagebild-ukraine", "DE-HH", Frequency.Interval, 2024));
        Assert.That(chosen.Single().Variant, Is.EqualTo("hh-lagebild"));
    }

    [Test]
    public void Where_nearly_all_values_are_of_districts_the_districts_are_shown()
    {
        var chosen = Of("protection-seekers", [],
            Covered("protection-seekers", "azr-12531-0043", "DE-HH", Frequency.Annual, 2024),
            Covered("protection-seekers", "azr-12531-0043", "DE-01001", Frequency.Annual, 2024),
            Covered("protection-seekers", "azr-12531-0043", "DE-01002", Frequency.Annual, 2024),
            Covered("protection-seekers", "azr-12531-0043", "DE-01003", Frequency.Annual, 2024));
        Assert.That(chosen.Single().Regions, Is.EqualTo(["DE-HH", "DE-01001", "DE-01002", "DE-01003"]));
    }

    [Test]
    public void Regions_asked_for_keep_their_order_and_what_has_no_value_is_left_out()
    {
        var chosen = Of("asylblg-recipients", ["DE-SH", "PL-22", "DE-HH"],
            Covered("asylblg-recipients", "destatis-asylblg", "DE-HH", Frequency.Annual, 2023),
            Covered("asylblg-recipients", "destatis-asylblg", "DE-SH", Frequency.Annual, 2023));
        Assert.That(chosen.Single().Regions, Is.EqualTo(["DE-SH", "DE-HH"]));
    }

    [Test]
    public void The_feed_shown_is_the_main_one_of_the_catalogue_else_the_one_with_the_latest_value()
    {
        var main = Of("asylblg-recipients", [],
            Covered("asylblg-recipients", "destatis-asylblg", "DE-HH", Frequency.Annual, 2023) with { Feed = "destatis-asylblg" },
            Covered("asylblg-recipients", "destatis-asylblg", "DE-HH", Frequency.Annual, 2024) with { Feed = "other" });
        var latest = Of("registered-arrivals", [],
            Covered("registered-arrivals", "mv-easy", "DE-MV", Frequency.Annual, 2023) with { Feed = "a" },
            Covered("registered-arrivals", "mv-easy", "DE-MV", Frequency.Annual, 2024) with { Feed = "b" });
        Assert.That((main.Single().Feeds.Single().Value, latest.Single().Feeds.Single().Value), Is.EqualTo(("destatis-asylblg", "b")));
    }

    [Test]
    public void A_main_feed_comes_before_what_is_as_new_then_what_is_not_from_the_press() =>
        Assert.That(Order(new Case("press", IsPress: true, Regions: 6, Periods: 99, Year: 2022), new("official", Periods: 2), new("main", IsMain: true, IsPress: true)), Is.EqualTo(["main", "official", "press"]));

    [TestCase(2022, "official")]
    [TestCase(2021, "press")]
    public void What_ends_more_than_two_years_before_the_newest_comes_after_it_even_if_it_is_official_wide_and_long(int official, string first) =>
        Assert.That(Order(new Case("press", IsPress: true, Year: 2024), new("official", IsMain: true, Regions: 6, Periods: 99, Year: official)).First(), Is.EqualTo(first));

    [Test]
    public void What_counts_a_part_comes_last_even_if_it_is_the_main_one_and_the_newest() =>
        Assert.That(Order(new Case("part", IsMain: true, IsPart: true, Year: 2025), new("whole", IsPress: true, Year: 2015)), Is.EqualTo(["whole", "part"]));

    [Test]
    public void More_regions_come_first_then_whole_periods_then_more_periods_then_the_latest_then_the_code() =>
        Assert.That(
            Order(new Case("b"), new("a"), new("latest", Year: 2021), new("long", Periods: 12), new("interval", Frequency: Frequency.Interval, Periods: 99, Year: 2022), new("wide", Regions: 2)),
            Is.EqualTo(["wide", "long", "latest", "a", "b", "interval"]));

    [Test]
    public void A_press_feed_stays_out_of_a_chart_of_official_ones_and_gets_its_own()
    {
        var chosen = Of("registered-arrivals", [],
            Covered("registered-arrivals", "hh-registered", "DE-HH", Frequency.Monthly, 2016),
            Covered("registered-arrivals", "hh-registered", "DE-HH", Frequency.Monthly, 2018) with { Feed = Press },
            Covered("registered-arrivals", "hh-registered", "DE-SH", Frequency.Monthly, 2018) with { Feed = Press });
        Assert.That(chosen.SelectMany(c => c.Feeds), Is.EqualTo([KeyValuePair.Create("DE-HH", "feed"), KeyValuePair.Create("DE-SH", Press)]));
    }

    [Test]
    public void The_international_topic_shows_the_two_countries_even_where_a_region_has_values() =>
        Assert.That(
            Of("asylum-applicants", [], Covered("asylum-applicants", "eurostat-asyappctza", "POL", Frequency.Annual, 2023), Covered("asylum-applicants", "mv", "DE-MV", Frequency.Annual, 2025)).SelectMany(c => c.Regions),
            Is.EqualTo(["POL"]));

    [Test]
    public void A_feed_asked_for_is_the_one_shown()
    {
        var coverage = new[] { Covered("registered-arrivals", "hh-registered", "DE-HH", Frequency.Monthly, 2015), Covered("registered-arrivals", "hh-registered", "DE-HH", Frequency.Monthly, 2018) with { Feed = Press } };
        Assert.That(Selection.Of(Catalogue.Indicator("registered-arrivals")!, new SelectionQuery { Feed = Press }, With(coverage)).Single().Feeds.Single().Value, Is.EqualTo(Press));
    }

    [Test]
    public void Nothing_covered_gives_no_selection() =>
        Assert.That(Of("asylblg-recipients", ["PL-22"], Covered("asylblg-recipients", "destatis-asylblg", "DE-HH", Frequency.Annual, 2023)), Is.Empty);

    private static IReadOnlyList<Selection> Of(string indicator, string[] regions, params Coverage[] coverage) =>
        Selection.Of(Catalogue.Indicator(indicator)!, new SelectionQuery { Regions = regions }, With(coverage));

    private static Choices With(IReadOnlyList<Coverage> coverage) => new() { Catalogue = Catalogue, Coverage = coverage, Press = new HashSet<string> { Press } };

    private static IEnumerable<string> Order(params Case[] cases) => Offer.InOrder(cases.Select(c => c.Offer())).Select(o => o.Variant);

    private sealed record Case(string Variant, bool IsMain = false, bool IsPress = false, bool IsPart = false, int Regions = 1, int Periods = 2, int Year = 2020, Frequency Frequency = Frequency.Annual)
    {
        public Offer Offer() => new()
        {
            Variant = Variant,
            Frequency = Frequency,
            IsMain = IsMain,
            IsPress = IsPress,
            IsPart = IsPart,
            Rows = [.. Enumerable.Range(0, Regions).Select(r => Covered("registered-arrivals", Variant, $"region {r}", Frequency, Year) with { ValueCount = Periods })],
        };
    }

    private static Coverage Covered(string indicator, string variant, string region, Frequency frequency, int year) => new()
    {
        Indicator = indicator,
        Variant = variant,
        Region = region,
        Feed = "feed",
        Frequency = frequency,
        First = new DateOnly(year, 1, 1),
        Last = new DateOnly(year, 12, 31),
        SeriesCount = 1,
        ObservationCount = 2,
        ValueCount = 2,
    };
}
