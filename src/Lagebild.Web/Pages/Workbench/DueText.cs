namespace Lagebild.Web.Pages.Workbench;

/// <summary>Due days in words.</summary>
public static class DueText
{
    /// <summary>Due by a day, today, or overdue for so many days.</summary>
    public static string DueWords(this Reading reading, DateOnly due, DateOnly today)
    {
        var words = reading.Words.Entry;
        var days = today.DayNumber - due.DayNumber;
        return days > 0 ? $"{reading.Fill(words.OverdueFor, days)}, {reading.Fill(words.WasDue, reading.Day(due))}"
            : days == 0 ? words.DueToday
            : reading.Fill(words.DueBy, reading.Day(due));
    }
}
