using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Tests.Web;

public sealed class SelectionTests
{
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
    public void Nothing_covered_gives_no_selection() =>
        Assert.That(Of("asylblg-recipients", ["PL-22"], Covered("asylblg-recipients", "destatis-asylblg", "DE-HH", Frequency.Annual, 2023)), Is.Empty);

    private static IReadOnlyList<Selection> Of(string indicator, string[] regions, params Coverage[] coverage) =>
        Selection.Of(Catalogue.Indicator(indicator)!, new SelectionQuery { Regions = regions }, Catalogue, coverage);

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
    };
}
