using Lagebild.Comparison;
using Lagebild.Statistics;
using static Lagebild.Tests.Comparison.Sample;

namespace Lagebild.Tests.Comparison;

public sealed class ChangeTests
{
    [Test]
    public void Registrations_in_Hamburg_fell_by_29_3_percent_from_2023_to_2024()
    {
        var change = OnYear(Between("2023-01-01", "2023-12-31", 22908, Frequency.Annual), Between("2024-01-01", "2024-12-31", 16188, Frequency.Annual));
        Assert.That((change!.Difference, change.PercentTenths, change.Direction), Is.EqualTo((-6720L, -293L, Direction.Down)));
    }

    [Test]
    public void There_is_no_change_across_a_break() =>
        Assert.That(OnYear(Day("2023-12-31", 10), Day("2024-12-31", 20), breaks: Date("2024-02-27")), Is.Null);

    [Test]
    public void A_break_on_the_earlier_day_itself_does_not_part_the_two() =>
        Assert.That(OnYear(Day("2023-12-31", 10), Day("2024-12-31", 20), breaks: Date("2023-12-31")), Is.Not.Null);

    [Test]
    public void A_provisional_value_is_not_compared() =>
        Assert.That(OnYear(Day("2023-12-31", 10), Day("2024-12-31", 20, status: ObservationStatus.Provisional)), Is.Null);

    [Test]
    public void A_difference_below_the_rounding_is_unchanged() =>
        Assert.That(OnYear(Day("2023-12-31", 1000), Day("2024-12-31", 1003), roundedTo: 5)!.Direction, Is.EqualTo(Direction.Unchanged));

    [Test]
    public void Shares_change_by_points_not_by_percent() =>
        Assert.That(OnYear(Day("2023-12-31", 194), Day("2024-12-31", 259), IndicatorKind.Ratio), Has.Property("Difference").EqualTo(65).And.Property("PercentTenths").Null);

    [Test]
    public void The_last_day_of_February_is_compared_with_the_last_day_of_February() =>
        Assert.That(OnYear(Day("2024-02-29", 10, Frequency.Monthly), Day("2025-02-28", 20, Frequency.Monthly)), Is.Not.Null);

    [Test]
    public void An_interval_is_compared_with_the_same_interval_a_year_before() =>
        Assert.That(OnYear(Between("2014-01-01", "2014-09-30", 10, Frequency.Interval), Between("2015-01-01", "2015-09-30", 20, Frequency.Interval))!.PercentTenths, Is.EqualTo(1000));

    [TestCase("2024-11-30", 1)]
    [TestCase("2024-10-31", 0)]
    public void The_previous_month_is_the_month_before_not_the_last_one_reported(string earlier, int changes)
    {
        var later = Day("2024-12-31", 20, Frequency.Monthly);
        var change = Change.OnPrevious(Series("DE-HH", "", Day(earlier, 10, Frequency.Monthly), later), Variant(), IndicatorKind.Stock, later, []);
        Assert.That(change is null ? 0 : 1, Is.EqualTo(changes));
    }

    [Test]
    public void A_change_from_zero_has_no_percentage() =>
        Assert.That(OnYear(Day("2023-12-31", 0), Day("2024-12-31", 20)), Has.Property("Difference").EqualTo(20).And.Property("PercentTenths").Null);

    private static Change? OnYear(Observation earlier, Observation later, IndicatorKind kind = IndicatorKind.Stock, long roundedTo = 1, params DateOnly[] breaks) =>
        Change.OnYear(Series("DE-HH", "", earlier, later), Variant(roundedTo: roundedTo), kind, later, breaks);
}
