using System.Globalization;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Texts;

namespace Lagebild.Tests.Web;

[SetCulture("de-DE")]
public sealed class PeriodTextTests
{
    private const string Space = "\u00a0";

    [TestCase("2024-12-31", "2024-12-31", "am 31.12.2024", "31_grudnia_2024_r.", "on 31_December_2024")]
    [TestCase("2024-01-01", "2024-12-31", "im Jahr 2024", "w 2024_r.", "in 2024")]
    [TestCase("2024-07-01", "2024-12-31", "im 2. Halbjahr 2024", "w II półroczu 2024_r.", "in the second half of 2024")]
    [TestCase("2024-04-01", "2024-06-30", "im 2. Quartal 2024", "w II kwartale 2024_r.", "in the second quarter of 2024")]
    [TestCase("2024-02-01", "2024-02-29", "im Februar_2024", "w lutym 2024_r.", "in February_2024")]
    [TestCase("2024-09-01", "2024-09-30", "im September_2024", "we wrześniu 2024_r.", "in September_2024")]
    [TestCase("2024-01-01", "2024-09-30", "vom 01.01.2024 bis 30.09.2024", "od 1_stycznia_2024_r. do 30_września_2024_r.", "from 1_January_2024 to 30_September_2024")]
    [TestCase("2023-07-01", "2024-06-30", "vom 01.07.2023 bis 30.06.2024", "od 1_lipca_2023_r. do 30_czerwca_2024_r.", "from 1_July_2023 to 30_June_2024")]
    public void A_period_stands_in_a_sentence_as_the_language_has_it(string start, string end, string german, string polish, string english)
    {
        var period = new Period(Day(start), Day(end), Frequency.Interval);
        Assert.That(Languages.All.Select(l => PeriodText.When(period, l)), Is.EqualTo(new[] { german, polish, english }.Select(t => t.Replace("_", Space, StringComparison.Ordinal))));
    }

    [TestCase(Frequency.Monthly, "2022-03-31,2022-04-29")]
    [TestCase(Frequency.Weekly, "2022-03-27,2022-03-31,2022-04-29")]
    public void The_last_day_with_a_value_stands_for_its_month_or_week(Frequency shown, string days)
    {
        Observation[] daily = [Counted("2022-03-26", 1), Counted("2022-03-27", 2), Counted("2022-03-28", 3), Counted("2022-03-31", 4), Counted("2022-04-29", 5), Counted("2022-04-30", null)];
        Assert.That(Thinning.LastDays(daily, shown).Select(o => o.Period.ToString()), Is.EqualTo(days.Split(',')));
    }

    [TestCase("pl", "pl")]
    [TestCase("de-CH, en;q=0.9", "de")]
    [TestCase("en;q=0.1, pl;q=0.2", "pl")]
    [TestCase("de;q=0", "en")]
    [TestCase("", "en")]
    public void The_best_language_is_the_one_wished_most_among_ours(string header, string language) =>
        Assert.That(Languages.Best(header), Is.EqualTo(language));

    private static Observation Counted(string day, long? value) => new() { Period = new Period(Day(day), Day(day), Frequency.Daily), Value = value };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
