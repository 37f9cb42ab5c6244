using System.Globalization;
using System.Text.RegularExpressions;
using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>
/// A way periods are written: <c>yyyy</c>, <c>MM</c>, <c>dd</c>, <c>MMMM</c> (month's name), <c>MMM</c> (its first three letters), <c>Q</c>, <c>H</c>, <c>'text'</c>;
/// all other signs stand for themselves. The finest part gives the frequency; a part named twice makes an interval from the first to the second.
/// </summary>
internal sealed class PeriodPattern
{
    private static readonly (string Token, string Expression)[] _tokens =
    [
        ("yyyy", @"(?<y>[0-9]{4})"), ("MMMM", @"(?<n>\p{L}+)"), ("MMM", @"(?<a>\p{L}+)"), ("MM", @"(?<m>[0-9]{2})"), ("dd", @"(?<d>[0-9]{2})"),
        ("M", @"(?<m>[0-9]{1,2})"), ("d", @"(?<d>[0-9]{1,2})"), ("Q", "(?<q>[1-4])"), ("H", "(?<h>[12])"),
    ];

    private readonly Regex _expression;
    private readonly DateTimeFormatInfo _names;

    /// <summary>Throws <see cref="ProfileException"/> where the pattern has no year.</summary>
    public PeriodPattern(string pattern, string language)
    {
        _names = CultureInfo.GetCultureInfo(language).DateTimeFormat;
        _expression = new Regex($@"\A(?:{Expression(pattern)})\z", RegexOptions.CultureInvariant);
        if (!_expression.GetGroupNames().Contains("y"))
        {
            throw new ProfileException(ProfileFault.Period, pattern, $"The period pattern '{pattern}' has no year.");
        }
    }

    /// <summary>Null where the text is not written this way, or is no day of the calendar.</summary>
    public ReadPeriod? Read(string text)
    {
        var match = _expression.Match(text);
        if (!match.Success)
        {
            return null;
        }

        var first = Part(match, 0);
        var isInterval = match.Groups.Values.Any(g => g.Captures.Count > 1 && g.Name != "0");
        var last = isInterval ? Part(match, 1) : first;
        return first is { } from && last is { } to ? new ReadPeriod(from.Start, to.End, isInterval ? Frequency.Interval : from.Frequency) : null;
    }

    private static string Expression(string pattern)
    {
        var expression = "";
        for (var rest = pattern; rest.Length > 0;)
        {
            var (token, meaning) = rest[0] == '\'' ? Quoted(rest) : Token(rest);
            (expression, rest) = (expression + meaning, rest[token.Length..]);
        }

        return expression;
    }

    private static (string Token, string Expression) Token(string rest)
    {
        var at = Array.FindIndex(_tokens, t => rest.StartsWith(t.Token, StringComparison.Ordinal));
        return at < 0 ? (rest[..1], Regex.Escape(rest[..1])) : _tokens[at];
    }

    private static (string Token, string Expression) Quoted(string rest)
    {
        var end = rest.IndexOf('\'', 1);
        return end < 0 ? throw new ProfileException(ProfileFault.Period, rest, $"The period pattern opens a quote and does not close it: {rest}") : (rest[..(end + 1)], Regex.Escape(rest[1..end]));
    }

    private (int Start, int End, Frequency Frequency)? Part(Match match, int which)
    {
        var year = Number(match, "y", which) ?? 0;
        var month = Number(match, "m", which) ?? Named(match, "n", which, Month) ?? Named(match, "a", which, Abbreviated);
        if (Has(match, "m") || Has(match, "n") || Has(match, "a"))
        {
            return month is null or 0 ? null : Has(match, "d") ? Day(year, month.Value, Number(match, "d", which) ?? 0) : Months(year, month.Value, 1, Frequency.Monthly);
        }

        return Number(match, "q", which) is { } quarter ? Months(year, (quarter * 3) - 2, 3, Frequency.Quarterly)
            : Number(match, "h", which) is { } half ? Months(year, (half * 6) - 5, 6, Frequency.HalfYearly)
            : Months(year, 1, 12, Frequency.Annual);
    }

    private static bool Has(Match match, string group) => match.Groups[group].Success;

    private static string? Capture(Match match, string group, int which) =>
        match.Groups[group].Captures is { Count: > 0 } captures ? captures[Math.Min(which, captures.Count - 1)].Value : null;

    private static int? Number(Match match, string group, int which) =>
        Capture(match, group, which) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private static int? Named(Match match, string group, int which, Func<string, int> read) => Capture(match, group, which) is { } text ? read(text) : null;

    private int Month(string name) => 1 + Array.FindIndex(_names.MonthNames, n => n.Length > 0 && n.Equals(name, StringComparison.OrdinalIgnoreCase));

    private int Abbreviated(string name) => name.Length != 3 ? 0 : 1 + Array.FindIndex(_names.MonthNames, n => n.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private static (int, int, Frequency)? Day(int year, int month, int day) =>
        ReadPeriod.IsDay(year, month, day) ? ((((year * 100) + month) * 100) + day, (((year * 100) + month) * 100) + day, Frequency.Daily) : null;

    private static (int, int, Frequency)? Months(int year, int first, int count, Frequency frequency)
    {
        var last = first + count - 1;
        return ReadPeriod.IsDay(year, first, 1) && last <= 12
            ? ((((year * 100) + first) * 100) + 1, (((year * 100) + last) * 100) + DateTime.DaysInMonth(year, last), frequency)
            : null;
    }
}
