namespace Lagebild.Statistics;

/// <summary>Which periods come one after the other at a rhythm, and when a delivery for one is due.</summary>
public static class Rhythm
{
    /// <summary>The last day of the period some steps later, or earlier where negative: the last day of a month stays the last. Throws for intervals, which have no rhythm.</summary>
    public static DateOnly Step(DateOnly end, Frequency rhythm, int steps) => rhythm switch
    {
        Frequency.Daily => end.AddDays(steps),
        Frequency.Weekly => end.AddDays(7 * steps),
        _ => Months(end, MonthsIn(rhythm) * steps),
    };

    /// <summary>The last days of the latest periods that are over by a day, newest first, in step with a known one.</summary>
    public static IReadOnlyList<DateOnly> Ends(DateOnly known, Frequency rhythm, DateOnly today, int count)
    {
        var steps = (today.DayNumber - known.DayNumber) / LongestDays(rhythm);
        while (Step(known, rhythm, steps + 1) <= today)
        {
            steps++;
        }

        while (Step(known, rhythm, steps) > today)
        {
            steps--;
        }

        return [.. Enumerable.Range(0, count).Select(back => Step(known, rhythm, steps - back))];
    }

    /// <summary>The period that ends on a day: that day alone for what is counted on a day, else from the first day of its rhythm.</summary>
    public static Period PeriodTo(DateOnly end, Frequency rhythm, bool isDay) =>
        new(isDay ? end : Step(end, rhythm, -1).AddDays(1), end, rhythm);

    /// <summary>The slower of two rhythms: a source may take some regions less often than others.</summary>
    public static Frequency Slower(Frequency a, Frequency b) => a > b ? a : b;

    private static DateOnly Months(DateOnly end, int months) =>
        end.AddDays(1).Day == 1 ? end.AddDays(1).AddMonths(months).AddDays(-1) : end.AddMonths(months);

    private static int MonthsIn(Frequency rhythm) => rhythm switch
    {
        Frequency.Monthly => 1,
        Frequency.Quarterly => 3,
        Frequency.HalfYearly => 6,
        Frequency.Annual => 12,
        _ => throw new ArgumentOutOfRangeException(nameof(rhythm), rhythm, "Intervals have no rhythm."),
    };

    /// <summary>Never fewer steps than there are.</summary>
    private static int LongestDays(Frequency rhythm) => rhythm switch
    {
        Frequency.Daily => 1,
        Frequency.Weekly => 7,
        _ => 31 * MonthsIn(rhythm),
    };
}
