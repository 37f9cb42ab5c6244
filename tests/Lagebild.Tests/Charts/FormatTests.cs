using System.Globalization;
using Lagebild.Charts;
using Lagebild.Statistics;

namespace Lagebild.Tests.Charts;

/// <summary>Numbers and dates as each language writes them, whatever the culture of the thread.</summary>
[SetCulture("de-DE")]
public sealed class FormatTests
{
    [TestCase(1_149_375, 0, "de", "1.149.375")]
    [TestCase(1_149_375, 0, "en", "1,149,375")]
    [TestCase(1_149_375, 0, "pl", "1\u00a0149\u00a0375")]
    [TestCase(1_326, 0, "de", "1.326")]
    [TestCase(1_326, 0, "pl", "1326")]
    [TestCase(93_190, 0, "pl", "93\u00a0190")]
    [TestCase(999, 0, "de", "999")]
    [TestCase(0, 0, "de", "0")]
    [TestCase(0, 1, "de", "0,0")]
    [TestCase(5, 2, "en", "0.05")]
    [TestCase(-5, 1, "pl", "−0,5")]
    [TestCase(-1_380, 0, "de", "−1.380")]
    [TestCase(13_266, 1, "pl", "1326,6")]
    [TestCase(long.MinValue, 0, "en", "−9,223,372,036,854,775,808")]
    [TestCase(long.MaxValue, 0, "de", "9.223.372.036.854.775.807")]
    public void A_number_is_written_as_the_language_writes_it(long value, int decimals, string language, string text) =>
        Assert.That(NumberFormat.Value(value, decimals, language), Is.EqualTo(text));

    [TestCase("de", "29,3\u00a0%")]
    [TestCase("pl", "29,3%")]
    [TestCase("en", "29.3%")]
    public void Percent_stands_as_the_language_sets_it(string language, string text) =>
        Assert.That(NumberFormat.Percent(293, 1, language), Is.EqualTo(text));

    [TestCase(1_380, "+1.380")]
    [TestCase(-7, "−7")]
    [TestCase(0, "0")]
    public void A_change_carries_its_sign(long change, string text) => Assert.That(NumberFormat.Change(change, 0, "de"), Is.EqualTo(text));

    [TestCase("de", "31.\u00a0Dezember\u00a02024", "31.12.2024")]
    [TestCase("pl", "31\u00a0grudnia\u00a02024", "31.12.2024")]
    [TestCase("en", "31\u00a0December\u00a02024", "31\u00a0Dec\u00a02024")]
    public void A_day_is_written_as_the_language_writes_it(string language, string text, string brief) =>
        Assert.That((DateFormat.Long(new(2024, 12, 31), language), DateFormat.Short(new(2024, 12, 31), language)), Is.EqualTo((text, brief)));

    [TestCase("2024-01-01", "2024-12-31", Frequency.Annual, "2024", "2024", "2024")]
    [TestCase("2024-12-31", "2024-12-31", Frequency.Annual, "31. Dezember 2024", "31 grudnia 2024", "31 December 2024")]
    [TestCase("2024-07-01", "2024-12-31", Frequency.HalfYearly, "2. Halbjahr 2024", "II półrocze 2024", "second half of 2024")]
    [TestCase("2024-04-01", "2024-06-30", Frequency.Quarterly, "2. Quartal 2024", "II kwartał 2024", "quarter 2 of 2024")]
    [TestCase("2025-03-01", "2025-03-31", Frequency.Monthly, "März 2025", "marzec 2025", "March 2025")]
    [TestCase("2024-12-30", "2025-01-05", Frequency.Weekly, "1. Woche 2025", "1. tydzień 2025", "week 1 of 2025")]
    [TestCase("2024-01-01", "2024-09-30", Frequency.Interval, "1. Januar 2024 – 30. September 2024", "1 stycznia 2024 – 30 września 2024", "1 January 2024 – 30 September 2024")]
    public void A_period_is_named_in_each_language(string start, string end, Frequency frequency, string german, string polish, string english)
    {
        var period = new Period(Day(start), Day(end), frequency);
        string[] names = [DateFormat.Period(period, "de"), DateFormat.Period(period, "pl"), DateFormat.Period(period, "en")];

        Assert.That(names.Select(n => n.Replace('\u00a0', ' ')), Is.EqualTo(new[] { german, polish, english }));
    }

    [TestCase(1, "1 seria")]
    [TestCase(2, "2 serie")]
    [TestCase(4, "4 serie")]
    [TestCase(5, "5 serii")]
    [TestCase(12, "12 serii")]
    [TestCase(14, "14 serii")]
    [TestCase(22, "22 serie")]
    [TestCase(25, "25 serii")]
    [TestCase(112, "112 serii")]
    public void Polish_counts_in_three_forms(int count, string text) =>
        Assert.That(ChartWords.Counted(count, count.ToString(CultureInfo.InvariantCulture), "seria", "serie", "serii"), Is.EqualTo(text));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
