using System.Globalization;
using Lagebild.Statistics;

namespace Lagebild.Charts;

/// <summary>Days and periods as the three languages write them, independent of any culture. An unknown language is written as English.</summary>
public static class DateFormat
{
    private static readonly string[] German =
        ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

    private static readonly string[] Polish =
        ["styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec", "lipiec", "sierpień", "wrzesień", "październik", "listopad", "grudzień"];

    private static readonly string[] PolishOfDay =
        ["stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada", "grudnia"];

    private static readonly string[] English =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] GermanShort =
        ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."];

    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    private static readonly string[] EnglishShort =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

    /// <summary>31. Dezember 2024, 31 grudnia 2024, 31 December 2024; no-break spaces inside.</summary>
    public static string Long(DateOnly day, string language) => language switch
    {
        "de" => $"{Number(day.Day)}.\u00a0{German[day.Month - 1]}\u00a0{Number(day.Year)}",
        "pl" => $"{Number(day.Day)}\u00a0{PolishOfDay[day.Month - 1]}\u00a0{Number(day.Year)}",
        _ => $"{Number(day.Day)}\u00a0{English[day.Month - 1]}\u00a0{Number(day.Year)}",
    };

    /// <summary>For tables: 31.12.2024 in German and Polish, 31 Dec 2024 in English.</summary>
    public static string Short(DateOnly day, string language) => language is "de" or "pl"
        ? $"{TwoDigits(day.Day)}.{TwoDigits(day.Month)}.{Number(day.Year)}"
        : $"{Number(day.Day)}\u00a0{EnglishShort[day.Month - 1]}\u00a0{Number(day.Year)}";

    /// <summary>März 2025, marzec 2025, March 2025.</summary>
    public static string Month(int year, int month, string language) => $"{MonthName(month, language)}\u00a0{Number(year)}";

    /// <summary>The month after "since": September 2015, września 2015 r., September 2015.</summary>
    public static string SinceMonth(DateOnly day, string language) => language == "pl"
        ? $"{PolishOfDay[day.Month - 1]}\u00a0{Number(day.Year)}\u00a0r."
        : Month(day.Year, day.Month, language);

    /// <summary>2015, whatever the culture.</summary>
    public static string YearSign(int year) => Number(year);

    /// <summary>The month in the nominative, as it stands alone: März, marzec, March.</summary>
    public static string MonthName(int month, string language) => Names(language)[month - 1];

    /// <summary>The month on an axis: Sept., IX (as Polish statistics write it), Sept.</summary>
    public static string MonthSign(int month, string language) =>
        (language switch { "de" => GermanShort, "pl" => Roman, _ => EnglishShort })[month - 1];

    /// <summary>Day and month on an axis: 14.3., 14 III, 14 Mar.</summary>
    public static string DaySign(DateOnly day, string language) => language switch
    {
        "de" => $"{Number(day.Day)}.{Number(day.Month)}.",
        _ => $"{Number(day.Day)}\u00a0{MonthSign(day.Month, language)}",
    };

    /// <summary>
    /// The period in words, in the nominative: 2024; 1. Halbjahr 2024; 3. Quartal 2024; März 2024; 12. Woche 2024; a day for what is counted on a day;
    /// first and last day for any other interval.
    /// </summary>
    public static string Period(Period period, string language)
    {
        if (period.IsDay)
        {
            return Long(period.Start, language);
        }

        var year = Number(period.Start.Year);
        return period.Frequency switch
        {
            Frequency.Annual when WholeYear(period) => year,
            Frequency.HalfYearly => Half((period.Start.Month + 5) / 6, year, language),
            Frequency.Quarterly => Quarter((period.Start.Month + 2) / 3, year, language),
            Frequency.Monthly => Month(period.Start.Year, period.Start.Month, language),
            Frequency.Weekly => Week(period.Start, language),
            _ => $"{Long(period.Start, language)} – {Long(period.End, language)}",
        };
    }

    /// <summary>A period on an axis that shows its length: 2024; Jan.–Sept. 2024, I–IX 2024; of other days 1.1.–15.9.2024, 1 I–15 IX 2024.</summary>
    public static string IntervalSign(Period period, string language)
    {
        var year = $"\u00a0{Number(period.End.Year)}";
        if (period.Frequency != Frequency.Interval || WholeYear(period))
        {
            return WholeYear(period) ? Number(period.Start.Year) : PeriodName(period, language);
        }

        var first = period.Start.Year == period.End.Year ? "" : $"\u00a0{Number(period.Start.Year)}";
        return period.Start.Day == 1 && period.End.AddDays(1).Day == 1
            ? $"{MonthSign(period.Start.Month, language)}{first}–{MonthSign(period.End.Month, language)}{year}"
            : $"{DaySign(period.Start, language)}{first}–{DaySign(period.End, language)}{year}";
    }

    /// <summary>
    /// The period in words where a sentence needs a short name and its day is known from the context: a month-end stock is named by its month,
    /// a year's count by its year.
    /// </summary>
    public static string PeriodName(Period period, string language) => period.Frequency switch
    {
        Frequency.Annual => Number(period.Start.Year),
        Frequency.Monthly => Month(period.Start.Year, period.Start.Month, language),
        _ => Period(period, language),
    };

    private static bool WholeYear(Period period) => period.Start is { Month: 1, Day: 1 } && period.End is { Month: 12, Day: 31 };

    private static string Half(int half, string year, string language) => language switch
    {
        "de" => $"{Number(half)}. Halbjahr {year}",
        "pl" => $"{Roman[half - 1]} półrocze {year}",
        _ => half == 1 ? $"first half of {year}" : $"second half of {year}",
    };

    private static string Quarter(int quarter, string year, string language) => language switch
    {
        "de" => $"{Number(quarter)}. Quartal {year}",
        "pl" => $"{Roman[quarter - 1]} kwartał {year}",
        _ => $"quarter {Number(quarter)} of {year}",
    };

    private static string Week(DateOnly start, string language)
    {
        var day = start.ToDateTime(TimeOnly.MinValue);
        var week = Number(ISOWeek.GetWeekOfYear(day));
        var year = Number(ISOWeek.GetYear(day));
        return language switch
        {
            "de" => $"{week}. Woche {year}",
            "pl" => $"{week}. tydzień {year}",
            _ => $"week {week} of {year}",
        };
    }

    private static string[] Names(string language) => language switch { "de" => German, "pl" => Polish, _ => English };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string TwoDigits(int number) => number.ToString("00", CultureInfo.InvariantCulture);
}
