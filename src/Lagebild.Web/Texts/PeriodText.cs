using System.Globalization;
using Lagebild.Statistics;

namespace Lagebild.Web.Texts;

/// <summary>Days and periods as people write them in German, Polish and English.</summary>
public static class PeriodText
{
    /// <summary>31.12.2024 in German and Polish, 31 December 2024 in English.</summary>
    public static string Day(DateOnly day, string language) => day.ToString(language switch
    {
        "de" => "d.M.yyyy",
        "pl" => "d.MM.yyyy",
        _ => "d MMMM yyyy",
    }, Languages.Culture(language));

    /// <summary>A period as it stands in a table or on a label: a day, a month, quarter, half-year or year where it is whole, else first and last day.</summary>
    public static string Label(Period period, string language)
    {
        if (period.IsDay)
        {
            return Day(period.Start, language);
        }

        return Whole(period) switch
        {
            Frequency.Annual => Number(period.Start.Year),
            Frequency.HalfYearly => Part(period, 6, language, "{0}. Halbjahr {1}", "{0}. półrocze {1}", "half-year {0} of {1}"),
            Frequency.Quarterly => Part(period, 3, language, "{0}. Quartal {1}", "{0}. kwartał {1}", "quarter {0} of {1}"),
            Frequency.Monthly => period.Start.ToString("MMMM yyyy", Languages.Culture(language)),
            _ => $"{Day(period.Start, language)} – {Day(period.End, language)}",
        };
    }

    /// <summary>A period as it stands in a sentence: <c>am 31.12.2024</c>, <c>w marcu 2024 r.</c>, <c>in the first half of 2024</c>.</summary>
    public static string When(Period period, string language) => language switch
    {
        "de" => WhenGerman(period),
        "pl" => WhenPolish(period),
        _ => WhenEnglish(period),
    };

    private static string WhenGerman(Period period) => (period.IsDay, Whole(period)) switch
    {
        (true, _) => $"am {Day(period.Start, "de")}",
        (_, Frequency.Annual) => Number(period.Start.Year),
        (_, Frequency.HalfYearly or Frequency.Quarterly or Frequency.Monthly) => $"im {Label(period, "de")}",
        _ => $"vom {Day(period.Start, "de")} bis {Day(period.End, "de")}",
    };

    private static string WhenPolish(Period period) => (period.IsDay, Whole(period)) switch
    {
        (true, _) => $"{period.Start.ToString("d MMMM yyyy", Languages.Culture("pl"))} r.",
        (_, Frequency.Annual) => $"w {Number(period.Start.Year)} r.",
        (_, Frequency.HalfYearly) => $"w {Half(period)}. półroczu {Number(period.Start.Year)} r.",
        (_, Frequency.Quarterly) => $"w {Number(QuarterOf(period))}. kwartale {Number(period.Start.Year)} r.",
        (_, Frequency.Monthly) => $"{(period.Start.Month == 9 ? "we" : "w")} {PolishLocative[period.Start.Month - 1]} {Number(period.Start.Year)} r.",
        _ => $"od {Day(period.Start, "pl")} do {Day(period.End, "pl")} r.",
    };

    private static string WhenEnglish(Period period) => (period.IsDay, Whole(period)) switch
    {
        (true, _) => $"on {Day(period.Start, "en")}",
        (_, Frequency.HalfYearly) => $"in the {(period.Start.Month == 1 ? "first" : "second")} half of {Number(period.Start.Year)}",
        (_, Frequency.Annual or Frequency.Quarterly or Frequency.Monthly) => $"in {Label(period, "en")}",
        _ => $"from {Day(period.Start, "en")} to {Day(period.End, "en")}",
    };

    private static readonly string[] PolishLocative =
        ["styczniu", "lutym", "marcu", "kwietniu", "maju", "czerwcu", "lipcu", "sierpniu", "wrześniu", "październiku", "listopadzie", "grudniu"];

    /// <summary>The calendar period that the days fill; null where they fill none.</summary>
    private static Frequency? Whole(Period period)
    {
        if (period.Start.Day != 1 || period.End.AddDays(1).Day != 1 || period.Start.Year != period.End.Year)
        {
            return null;
        }

        return (period.End.Month - period.Start.Month + 1, period.Start.Month - 1) switch
        {
            (12, _) => Frequency.Annual,
            (6, 0 or 6) => Frequency.HalfYearly,
            (3, 0 or 3 or 6 or 9) => Frequency.Quarterly,
            (1, _) => Frequency.Monthly,
            _ => null,
        };
    }

    private static string Part(Period period, int months, string language, string german, string polish, string english) =>
        string.Format(CultureInfo.InvariantCulture, language switch { "de" => german, "pl" => polish, _ => english }, ((period.Start.Month - 1) / months) + 1, period.Start.Year);

    private static int QuarterOf(Period period) => ((period.Start.Month - 1) / 3) + 1;

    private static string Half(Period period) => period.Start.Month == 1 ? "1" : "2";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
