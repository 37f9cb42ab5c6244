using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Pages.Views;

namespace Lagebild.Tests.Web.Views;

public sealed class PlaceCountsTests
{
    [Test]
    public void Residents_and_places_of_one_day_and_kind_stand_together()
    {
        var counts = PlaceCounts.Of([Value("mv-shared-occupied", "DE-13004", "accommodation=shared;facility=1", 53), Value("mv-shared-capacity", "DE-13004", "accommodation=shared;facility=1", 47)]);
        Assert.That(counts.Select(c => (c.Occupied?.Value, c.Usable?.Value, c.RateTenths, c.IsExceeded)), Is.EqualTo([((long?)53, (long?)47, (long?)1128, true)]));
    }

    [Test]
    public void Different_facilities_are_never_held_against_each_other()
    {
        var counts = PlaceCounts.Of([Value("mv-shared-occupied", "DE-13004", "accommodation=shared;facility=1", 53), Value("mv-shared-capacity", "DE-13004", "accommodation=shared;facility=2", 47)]);
        Assert.That(counts.Select(c => (c.RateTenths, c.IsExceeded)), Is.EqualTo([((long?)null, false), ((long?)null, false)]));
    }

    [Test]
    public void Places_of_a_month_stand_with_residents_of_a_day_in_it_and_the_difference_is_known()
    {
        var counts = PlaceCounts.Of([Value("sh-land-occupied", "DE-SH", "accommodation=land-facility", 4473, Day(2024, 12, 17)), Value("sh-land-nominal", "DE-SH", "accommodation=land-facility", 8500, Month(2024, 12))]);
        Assert.That(counts.Select(c => (c.RateTenths, c.PeriodsDiffer, c.Period)), Is.EqualTo([((long?)526, true, Day(2024, 12, 17))]));
    }

    [Test]
    public void Places_of_another_month_do_not()
    {
        var counts = PlaceCounts.Of([Value("sh-land-occupied", "DE-SH", "accommodation=land-facility", 4473, Day(2024, 12, 17)), Value("sh-land-nominal", "DE-SH", "accommodation=land-facility", 8500, Month(2024, 11))]);
        Assert.That(counts.Select(c => c.RateTenths), Is.EqualTo(new long?[] { null, null }));
    }

    [Test]
    public void A_rate_above_a_hundred_percent_is_more_than_the_places_also_where_no_places_are_given() =>
        Assert.That(PlaceCounts.Of([Value("hh-occupancy-regular", "DE-HH", "", 1345)]).Select(c => (c.IsExceeded, c.RateTenths)), Is.EqualTo([(true, (long?)null)]));

    [Test]
    public void As_many_residents_as_places_are_not_more() =>
        Assert.That(PlaceCounts.Of([Value("mv-shared-occupied", "DE-13004", "accommodation=shared", 47), Value("mv-shared-capacity", "DE-13004", "accommodation=shared", 47)]).Single().IsExceeded, Is.False);

    [Test]
    public void What_has_no_number_is_absent() =>
        Assert.That(PlaceCounts.Of([Value("mv-shared-occupied", "DE-13074", "accommodation=shared", null)]), Is.Empty);

    internal static Period Day(int year, int month, int day) => new(new(year, month, day), new(year, month, day), Frequency.Interval);

    internal static Period Month(int year, int month) => new(new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)), Frequency.Monthly);

    internal static ViewValue Value(string variant, string region, string breakdown, long? value, Period? period = null)
    {
        var found = Lagebild.Catalogue.Catalogue.Shipped.Variant(variant)!;
        var observation = new Observation { Period = period ?? Day(2016, 3, 31), Value = value };
        var key = new SeriesKey { Feed = "feed", Indicator = found.Indicator, Variant = variant, Region = region, Breakdown = breakdown, Frequency = observation.Period.Frequency };
        return new(new ShownSeries { Series = new Series { Id = 1, Key = key, Decimals = found.Decimals, Observations = [observation] } }, found, observation);
    }
}
