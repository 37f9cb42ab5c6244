using System.Globalization;

namespace Lagebild.Statistics;

/// <summary>
/// The days a value speaks of, both included, and how often its series is taken. A stock counted on a day has Start = End = that day;
/// a flow, average or peak has the first and last day of its period. Ordered by start, then end.
/// </summary>
public readonly record struct Period(DateOnly Start, DateOnly End, Frequency Frequency) : IComparable<Period>
{
    /// <inheritdoc/>
    public int CompareTo(Period other) => Start.CompareTo(other.Start) is var c and not 0 ? c : End.CompareTo(other.End);

    /// <summary>True for a count taken on one day.</summary>
    public bool IsDay => Start == End;

    /// <summary>ISO 8601: one day, or start/end.</summary>
    public override string ToString() => IsDay ? Iso(Start) : $"{Iso(Start)}/{Iso(End)}";

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Days as both databases hold them: whole numbers yyyymmdd, so that they sort and compare as numbers.</summary>
public static class DayNumber
{
    /// <summary>2024-12-31 gives 20241231.</summary>
    public static int From(DateOnly day) => (((day.Year * 100) + day.Month) * 100) + day.Day;

    /// <summary>20241231 gives 2024-12-31. Throws where the number is no day: what is stored was checked.</summary>
    public static DateOnly ToDay(int number) => new(number / 10000, number / 100 % 100, number % 100);
}
