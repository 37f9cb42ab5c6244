using Lagebild.Comparison;
using Lagebild.Statistics;
using static Lagebild.Tests.Comparison.Sample;

namespace Lagebild.Tests.Comparison;

public sealed class TargetStateTests
{
    // From 1,000 on 31.12.2020 to 2,000 on 31.12.2024: 1,500 is the line on 31.12.2022.
    [TestCase("2022-12-31", 1500, "2023-06-30", TargetStanding.OnCourse)]
    [TestCase("2022-12-31", 1499, "2023-06-30", TargetStanding.Behind)]
    [TestCase("2022-12-31", 2000, "2023-06-30", TargetStanding.Reached)]
    [TestCase("2022-12-31", 1900, "2024-12-31", TargetStanding.Due)]
    [TestCase("2022-12-31", 2100, "2025-06-30", TargetStanding.Reached)]
    [TestCase("2024-12-31", 1999, "2025-06-30", TargetStanding.Missed)]
    [TestCase("2024-12-31", 2000, "2025-06-30", TargetStanding.Reached)]
    [TestCase("2019-12-31", 2000, "2025-06-30", TargetStanding.NotMeasurable)]
    public void A_target_stands_where_its_deciding_value_stands(string day, long value, string today, TargetStanding standing) =>
        Assert.That(TargetState.Of(Target(1000, 2000), Counted(IndicatorKind.Stock, Day(day, value)), Date(today)).Standing, Is.EqualTo(standing));

    [TestCase(1500, TargetStanding.OnCourse)]
    [TestCase(1501, TargetStanding.Behind)]
    [TestCase(900, TargetStanding.Reached)]
    public void A_target_below_its_base_is_reached_downwards(long value, TargetStanding standing) =>
        Assert.That(TargetState.Of(Target(2000, 1000), Counted(IndicatorKind.Stock, Day("2022-12-31", value)), Date("2023-01-31")).Standing, Is.EqualTo(standing));

    [TestCase(1000, 2000, 1750, 750)]
    [TestCase(1000, 2000, 900, -100)]
    [TestCase(2000, 1000, 1750, 250)]
    public void Progress_is_the_way_from_base_to_target(long start, long value, long actual, long tenths) =>
        Assert.That(TargetState.Of(Target(start, value), Counted(IndicatorKind.Stock, Day("2022-12-31", actual)), Date("2023-01-31")).ProgressTenths, Is.EqualTo(tenths));

    [Test]
    public void The_line_is_straight_in_days() =>
        Assert.That(TargetState.Of(Target(1000, 2000), Counted(IndicatorKind.Stock, Day("2022-12-31", 1)), Date("2023-01-31")).Course, Is.EqualTo(1500));

    [Test]
    public void Of_several_values_after_the_due_day_the_first_decides()
    {
        var series = Counted(IndicatorKind.Stock, Day("2024-12-31", 1900), Day("2025-12-31", 2100));

        Assert.That(TargetState.Of(Target(1000, 2000), series, Date("2026-01-31")) is { Standing: TargetStanding.Missed, Actual.Observation.Value: 1900 });
    }

    [Test]
    public void A_target_without_a_due_day_is_open_until_it_is_reached()
    {
        var target = Target(1000, 2000) with { Due = null };

        Assert.That(TargetState.Of(target, Counted(IndicatorKind.Stock, Day("2022-12-31", 1500)), Date("2026-01-31")) is { Standing: TargetStanding.Open, Course: null });
        Assert.That(TargetState.Of(target, Counted(IndicatorKind.Stock, Day("2022-12-31", 2500)), Date("2026-01-31")).Standing, Is.EqualTo(TargetStanding.Reached));
    }

    [Test]
    public void Without_a_base_nothing_says_which_way_it_is_to_go() =>
        Assert.That(TargetState.Of(Target(1000, 2000) with { Base = null }, Counted(IndicatorKind.Stock, Day("2022-12-31", 1500)), Date("2023-01-31")).Standing, Is.EqualTo(TargetStanding.NotMeasurable));

    [Test]
    public void A_break_since_the_base_leaves_it_not_measurable()
    {
        var series = Counted(IndicatorKind.Stock, Day("2022-12-31", 1500)) with { Breaks = [new() { Code = "cut", Day = Date("2021-06-01"), Source = "a law" }] };

        Assert.That(TargetState.Of(Target(1000, 2000), series, Date("2023-01-31")) is { Standing: TargetStanding.NotMeasurable, Actual: null });
    }

    [Test]
    public void A_forecast_and_a_withheld_value_decide_nothing()
    {
        var series = Counted(IndicatorKind.Stock, Day("2022-12-31", 2100, status: ObservationStatus.Forecast), Day("2023-12-31", 2100) with { Confidentiality = ConfidentialityStatus.Confidential });

        Assert.That(TargetState.Of(Target(1000, 2000), series, Date("2024-01-31")).Standing, Is.EqualTo(TargetStanding.NotMeasurable));
    }

    // schleswig-holstein.de, 17.11.2023: 7,800 places, to become 10,000; no day named.
    [Test]
    public void The_places_of_Schleswig_Holstein_are_judged_by_what_was_counted()
    {
        var target = SampleCounted.Catalogue.Targets.Single();
        var state = TargetState.Of(target, SampleCounted.Of(target.Variant!, target.Region, target.Breakdown), Date("2026-11-25"));

        Assert.That(state.Standing, Is.EqualTo(state.Actual is null ? TargetStanding.NotMeasurable : state.Actual.Observation.Value >= 10000 ? TargetStanding.Reached : TargetStanding.Open));
    }

    private static Target Target(long start, long value) => new()
    {
        Code = "more-places",
        Indicator = "places-nominal",
        Region = "DE-HH",
        Base = new() { Value = start, Day = Date("2020-12-31") },
        Set = Date("2020-12-31"),
        Due = Date("2024-12-31"),
        Value = value,
        Source = "a paper",
        Owner = "an office",
    };
}
