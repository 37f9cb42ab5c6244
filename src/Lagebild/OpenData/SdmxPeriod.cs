using System.Globalization;
using Lagebild.Statistics;

namespace Lagebild.OpenData;

/// <summary>Periods as SDMX writes an observational time period: nothing of first and last day is lost.</summary>
internal static class SdmxPeriod
{
    /// <summary>
    /// A day <c>2024-12-31</c>; a whole year <c>2024</c>, half-year <c>2024-S1</c>, quarter <c>2024-Q1</c>, month <c>2024-01</c>, week from Monday <c>2024-W05</c>,
    /// where that is the rhythm of the series; any other span as its first day and length, <c>2024-01-01/P274D</c>.
    /// </summary>
    public static string Of(Period period)
    {
        var (start, end) = (period.Start, period.End);
        return period switch
        {
            { IsDay: true } => Text($"{start:yyyy-MM-dd}"),
            { Frequency: Frequency.Annual } when IsMonths(period, 12) && start.Month == 1 => Text($"{start:yyyy}"),
            { Frequency: Frequency.HalfYearly } when IsMonths(period, 6) && start.Month % 6 == 1 => Text($"{start:yyyy}-S{(start.Month / 6) + 1}"),
            { Frequency: Frequency.Quarterly } when IsMonths(period, 3) && start.Month % 3 == 1 => Text($"{start:yyyy}-Q{(start.Month / 3) + 1}"),
            { Frequency: Frequency.Monthly } when IsMonths(period, 1) => Text($"{start:yyyy-MM}"),
            { Frequency: Frequency.Weekly } when start.DayOfWeek == DayOfWeek.Monday && end == start.AddDays(6) => Week(start),
            _ => Text($"{start:yyyy-MM-dd}/P{end.DayNumber - start.DayNumber + 1}D"),
        };
    }

    private static bool IsMonths(Period period, int months) => period.Start.Day == 1 && period.End == period.Start.AddMonths(months).AddDays(-1);

    private static string Week(DateOnly monday)
    {
        var day = monday.ToDateTime(TimeOnly.MinValue);
        return Text($"{ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}");
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
