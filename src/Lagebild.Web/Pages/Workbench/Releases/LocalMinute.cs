using System.Globalization;

namespace Lagebild.Web.Pages.Workbench.Releases;

/// <summary>What is wrong with a minute somebody set.</summary>
public enum MinuteFault
{
    /// <summary>Day or time is missing or cannot be read.</summary>
    Unreadable,

    /// <summary>It is not in the future.</summary>
    Past,

    /// <summary>It is more than a year ahead.</summary>
    Far,

    /// <summary>The clocks skip it.</summary>
    Skipped,
}

/// <summary>A minute by the clocks of Berlin and Warsaw, which go alike.</summary>
public static class LocalMinute
{
    private static readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static readonly string[] _days = ["yyyy-MM-dd", "d.M.yyyy"];

    private static readonly string[] _clocks = ["H:mm", "H.mm", "H:mm:ss"];

    /// <summary>
    /// The moment in UTC. A minute that there is twice, when the clocks go back, is the later one: nothing shows before it by either clock.
    /// </summary>
    public static (DateTime Utc, MinuteFault? Fault) Parse(string? day, string? clock, DateTime nowUtc)
    {
        if (!DateOnly.TryParseExact(day?.Trim(), _days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || !TimeOnly.TryParseExact(clock?.Trim(), _clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return (default, MinuteFault.Unreadable);
        }

        if (date.Year < nowUtc.Year)
        {
            return (default, MinuteFault.Past);
        }

        var local = date.ToDateTime(new(time.Hour, time.Minute));
        return _zone.IsInvalidTime(local) ? (default, MinuteFault.Skipped)
            : ToUtc(local) is var utc && utc <= nowUtc ? (utc, MinuteFault.Past)
            : utc > nowUtc.AddYears(1) ? (utc, MinuteFault.Far)
            : (utc, null);
    }

    /// <summary>Day, hour and minute with the distance from UTC, which tells apart a minute that there is twice: <c>25.10.2026, 02:30 (UTC+1)</c>.</summary>
    public static string Minute(this Reading reading, DateTime utc) =>
        string.Create(CultureInfo.InvariantCulture, $"{reading.Moment(utc)} (UTC+{_zone.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).Hours})");

    /// <summary>As a field of a form takes a day: that of a moment.</summary>
    public static string DayField(DateTime utc) => Reading.DayOf(utc).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTime ToUtc(DateTime local) =>
        DateTime.SpecifyKind(local - (_zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Min() : _zone.GetUtcOffset(local)), DateTimeKind.Utc);
}
