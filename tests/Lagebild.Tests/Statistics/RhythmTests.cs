using System.Globalization;
using Lagebild.Statistics;

namespace Lagebild.Tests.Statistics;

public sealed class RhythmTests
{
    [TestCase("2024-12-31", Frequency.Annual, 1, "2025-12-31")]
    [TestCase("2024-02-29", Frequency.Annual, 1, "2025-02-28")]
    [TestCase("2024-01-01", Frequency.Annual, 1, "2025-01-01")]
    [TestCase("2024-01-31", Frequency.Monthly, 1, "2024-02-29")]
    [TestCase("2024-02-29", Frequency.Monthly, 1, "2024-03-31")]
    [TestCase("2024-03-31", Frequency.Monthly, -1, "2024-02-29")]
    [TestCase("2024-06-30", Frequency.Quarterly, 1, "2024-09-30")]
    [TestCase("2024-06-30", Frequency.HalfYearly, 2, "2025-06-30")]
    [TestCase("2024-06-30", Frequency.Weekly, 1, "2024-07-07")]
    [TestCase("2024-06-30", Frequency.Daily, -30, "2024-05-31")]
    public void A_step_keeps_the_last_day_of_a_month_the_last(string end, Frequency rhythm, int steps, string expected) =>
        Assert.That(Rhythm.Step(Day(end), rhythm, steps), Is.EqualTo(Day(expected)));

    [TestCase("2016-12-31", Frequency.Annual, "2026-11-25", "2025-12-31 2024-12-31 2023-12-31")]
    [TestCase("2025-03-31", Frequency.Monthly, "2026-11-25", "2026-10-31 2026-09-30 2026-08-31")]
    [TestCase("2027-03-31", Frequency.Quarterly, "2026-11-25", "2026-09-30 2026-06-30 2026-03-31")]
    [TestCase("2024-06-30", Frequency.Annual, "2024-06-30", "2024-06-30 2023-06-30 2022-06-30")]
    [TestCase("2024-06-30", Frequency.Annual, "2024-06-29", "2023-06-30 2022-06-30 2021-06-30")]
    [TestCase("1950-01-01", Frequency.Daily, "2024-03-01", "2024-03-01 2024-02-29 2024-02-28")]
    public void The_latest_ends_are_over_by_the_day_and_in_step_with_a_known_one(string known, Frequency rhythm, string today, string ends) =>
        Assert.That(string.Join(' ', Rhythm.Ends(Day(known), rhythm, Day(today), 3).Select(Text)), Is.EqualTo(ends));

    [TestCase("2024-12-31", Frequency.Annual, false, "2024-01-01/2024-12-31")]
    [TestCase("2024-02-29", Frequency.Monthly, false, "2024-02-01/2024-02-29")]
    [TestCase("2024-06-30", Frequency.Quarterly, false, "2024-04-01/2024-06-30")]
    [TestCase("2024-12-31", Frequency.Annual, true, "2024-12-31")]
    public void The_period_to_a_day_begins_after_the_one_before(string end, Frequency rhythm, bool isDay, string period) =>
        Assert.That(Rhythm.PeriodTo(Day(end), rhythm, isDay).ToString(), Is.EqualTo(period));

    [Test]
    public void An_interval_has_no_rhythm() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Rhythm.Step(new(2024, 1, 1), Frequency.Interval, 1));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
