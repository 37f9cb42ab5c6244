using Lagebild.Comparison;
using Lagebild.Statistics;
using static Lagebild.Tests.Comparison.Sample;

namespace Lagebild.Tests.Comparison;

public sealed class PerInhabitantsTests
{
    // Applications for status UKR on 30.08.2022 (dane.gov.pl 2715) and population 2024 (GUS BDL), the figures members of parliament ask for.
    [TestCase(93190, 2359490, 395)]
    [TestCase(63660, 1622760, 392)]
    [TestCase(26930, 1349170, 200)]
    public void Applications_in_2022_are_related_to_the_population_of_2024(long applications, long population, long tenths)
    {
        var rate = PerInhabitants.Of(Day("2022-08-30", applications, Frequency.Daily), 0, [Series("PL-22", "", Day("2024-12-31", population))]);
        Assert.That(rate!.Tenths, Is.EqualTo(tenths));
    }

    [Test]
    public void A_population_three_calendar_years_away_is_not_used() =>
        Assert.That(PerInhabitants.Of(Day("2021-12-31", 5), 0, [Series("PL-22", "", Day("2024-01-01", 1000))]), Is.Null);

    [Test]
    public void The_nearest_population_is_used()
    {
        var population = PerInhabitants.Nearest(Day("2023-06-30", 5).Period, [Series("DE-HH", "", Day("2022-12-31", 1), Day("2023-12-31", 2), Day("2024-12-31", 3))]);
        Assert.That(population!.Observation.Period.End, Is.EqualTo(Date("2022-12-31")));
    }

    [Test]
    public void The_population_of_one_sex_is_no_denominator() =>
        Assert.That(PerInhabitants.Of(Day("2024-12-31", 5), 0, [Series("DE-HH", "sex=F", Day("2024-12-31", 1000))]), Is.Null);

    [Test]
    public void A_missing_value_has_no_rate() =>
        Assert.That(PerInhabitants.Of(Day("2024-12-31", null), 0, [Series("DE-HH", "", Day("2024-12-31", 1000))]), Is.Null);

    [Test]
    public void Decimals_of_the_value_are_heeded() =>
        Assert.That(PerInhabitants.Of(Day("2024-12-31", 125), 1, [Series("DE-HH", "", Day("2024-12-31", 1000))])!.Tenths, Is.EqualTo(125));

    [Test]
    public void The_common_population_is_the_nearest_day_that_all_regions_have_counted_alike()
    {
        var common = PerInhabitants.Common(Day("2023-12-31", 1).Period, ["DE-HH", "DE-SH"],
        [
            Series("DE-HH", "", Day("2021-12-31", 1), Day("2022-12-31", 2), Day("2023-12-31", 3)),
            Series("DE-SH", "", Day("2021-12-31", 4), Day("2022-12-31", 5)),
        ]);
        Assert.That(common!.Values.Select(p => p.Observation.Value), Is.EquivalentTo(new long?[] { 2, 5 }));
    }

    [Test]
    public void Populations_of_one_day_counted_otherwise_are_not_common()
    {
        var other = Series("DE-SH", "", Day("2023-12-31", 4));
        Assert.That(PerInhabitants.Common(Day("2023-12-31", 1).Period, ["DE-HH", "DE-SH"], [Series("DE-HH", "", Day("2023-12-31", 3)), other with { Key = other.Key with { Variant = "other" } }]), Is.Null);
    }

    [Test]
    public void A_common_population_three_calendar_years_away_is_not_used() =>
        Assert.That(PerInhabitants.Common(Day("2021-12-31", 1).Period, ["DE-HH"], [Series("DE-HH", "", Day("2024-01-01", 3))]), Is.Null);

    [Test]
    public void A_rate_is_kept_unrounded_in_millionths() =>
        Assert.That(PerInhabitants.Of(Day("2024-12-31", 2), 0, [Series("DE-HH", "", Day("2024-12-31", 3))])!.Millionths, Is.EqualTo(666_666_666));

    [Test]
    public void Small_rates_may_be_per_100000() =>
        Assert.That(PerInhabitants.Of(Day("2024-12-31", 4), 0, [Series("DE-HH", "", Day("2024-12-31", 10_000))], PerInhabitants.HundredThousand)!.Tenths, Is.EqualTo(400));
}
