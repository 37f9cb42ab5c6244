using System.Globalization;
using System.Text;

namespace Lagebild.Web.Pages.Calendar;

/// <summary>A day in a calendar file.</summary>
public sealed record CalendarEvent
{
    /// <summary>Unique in the world and the same for ever.</summary>
    public required string Id { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>When it was last said.</summary>
    public required DateTime StampUtc { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required Uri Address { get; init; }
}

/// <summary>Writes iCalendar (RFC 5545): whole days, lines of at most 75 bytes that end in CR and LF.</summary>
public static class CalendarFile
{
    private const int LongestLine = 75;

    /// <summary>The events in the order given.</summary>
    public static string Of(string name, string language, IEnumerable<CalendarEvent> events)
    {
        var text = new StringBuilder();
        string[] head = ["BEGIN:VCALENDAR", "VERSION:2.0", $"PRODID:-//Lagebild//Lagebild//{language.ToUpperInvariant()}", "CALSCALE:GREGORIAN", $"NAME:{Escaped(name)}", $"X-WR-CALNAME:{Escaped(name)}", "REFRESH-INTERVAL;VALUE=DURATION:P1D"];
        foreach (var line in head.Concat(events.SelectMany(Lines)).Append("END:VCALENDAR"))
        {
            Fold(text, line);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(CalendarEvent e) =>
    [
        "BEGIN:VEVENT",
        $"UID:{e.Id}",
        $"DTSTAMP:{e.StampUtc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
        $"DTSTART;VALUE=DATE:{Day(e.Day)}",
        $"DTEND;VALUE=DATE:{Day(e.Day.AddDays(1))}",
        $"SUMMARY:{Escaped(e.Title)}",
        $"DESCRIPTION:{Escaped(e.Text)}",
        $"URL:{e.Address.AbsoluteUri}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ];

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).ReplaceLineEndings("\\n");

    /// <summary>Never within a letter: the bytes of one stay on one line.</summary>
    private static void Fold(StringBuilder text, string line)
    {
        var length = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (length + letter.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                length = 1;
            }

            text.Append(letter);
            length += letter.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
