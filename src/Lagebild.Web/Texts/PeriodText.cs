using System.Globalization;
using Lagebild.Charts;
using Lagebild.Statistics;

namespace Lagebild.Web.Texts;

/// <summary>Periods as they stand in tables and sentences of the three languages.</summary>
public static class PeriodText
{
    /// <summary>A period as it stands in a table: a day in figures, else as <see cref="DateFormat.Period"/> names it.</summary>
    public static string Label(Period period, string language) =>
        period.IsDay ? DateFormat.Short(period.Start, language) : DateFormat.Period(period, language);

    /// <summary>A period as it stands in a sentence: <c>am 31.12.2024</c>, <c>w marcu 2024 r.</c>, <c>in the first half of 2024</c>.</summary>
    public static string When(Period period, string language) => language switch
    {
        "de" => WhenGerman(period),
        "pl" => WhenPolish(period),
        _ => WhenEnglish(period),
    };

    private static string WhenGerman(Period period) => (period.IsDay, Whole(period)) switch
    {
        (true, _) => $"am {DateFormat.Short(period.Start, "de")}",
        (_, Frequency.Annual) => $"im Jahr {Year(period)}",
        (_, Frequency.HalfYearly) => $"im {Part(period, 6)}. Halbjahr {Year(period)}",
        (_, Frequency.Quarterly) => $"im {Part(period, 3)}. Quartal {Year(period)}",
        (_, Frequency.Monthly) => $"im {DateFormat.Month(period.Start.Year, period.Start.Month, "de")}",
        _ => $"vom {DateFormat.Short(period.Start, "de")} bis {DateFormat.Short(period.End, "de")}",
    };

    private static string WhenPolish(Period period) => (period.IsDay, Whole(period)) switch
    {
        (true, _) => $"{DateFormat.Long(period.Start, "pl")}\u00a0r.",
        (_, Frequency.Annual) => $"w {Year(period)}\u00a0r.",
        (_, Frequency.HalfYearly) => $"w {Roman(period, 6)} półroczu {Year(period)}\u00a0r.",
        (_, Frequency.Quarterly) => $"w {Roman(period, 3)} kwartale {Year(period)}\u00a0r.",
        (_, Frequency.Monthly) => $"{(period.Start.Month == 9 ? "we" : "w")} {PolishLocative[period.Start.Month - 1]} {Year(period)}\u00a0r.",
        _ => $"od {DateFormat.Long(period.Start, "pl")}\u00a0r. do {DateFormat.Long(period.End, "pl")}\u00a0r.",
    };

    private static string WhenEnglish(Period period) => (period.IsDay, Whole(period)) switch
    {
        (true, _) => $"on {DateFormat.Long(period.Start, "en")}",
        (_, Frequency.Annual) => $"in {Year(period)}",
        (_, Frequency.HalfYearly) => $"in the {Ordinals[Index(period, 6)]} half of {Year(period)}",
        (_, Frequency.Quarterly) => $"in the {Ordinals[Index(period, 3)]} quarter of {Year(period)}",
        (_, Frequency.Monthly) => $"in {DateFormat.Month(period.Start.Year, period.Start.Month, "en")}",
        _ => $"from {DateFormat.Long(period.Start, "en")} to {DateFormat.Long(period.End, "en")}",
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

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth"];

    private static readonly string[] Romans = ["I", "II", "III", "IV"];

    /// <summary>Which part of the year, counted from 0.</summary>
    private static int Index(Period period, int months) => (period.Start.Month - 1) / months;

    private static string Part(Period period, int months) => (Index(period, months) + 1).ToString(CultureInfo.InvariantCulture);

    private static string Roman(Period period, int months) => Romans[Index(period, months)];

    private static string Year(Period period) => period.Start.Year.ToString(CultureInfo.InvariantCulture);
}
