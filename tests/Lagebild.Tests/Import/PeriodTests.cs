using Lagebild.Import.Reading;
using Lagebild.Statistics;

namespace Lagebild.Tests.Import;

[SetCulture("pl-PL")]
public sealed class PeriodTests
{
    [TestCase("yyyy", "2024", 20240101, 20241231, 'A')]
    [TestCase("yyyy-MM", "2024-02", 20240201, 20240229, 'M')]
    [TestCase("yyyy'M'MM", "2024M02", 20240201, 20240229, 'M')]
    [TestCase("yyyy-'Q'Q", "2024-Q3", 20240701, 20240930, 'Q')]
    [TestCase("yyyy-'H'H", "2024-H2", 20240701, 20241231, 'S')]
    [TestCase("dd-MM-yyyy", "14-03-2022", 20220314, 20220314, 'D')]
    [TestCase("dd.MM.yyyy", "31.12.2024", 20241231, 20241231, 'D')]
    [TestCase("d.M.yyyy", "1.3.2024", 20240301, 20240301, 'D')]
    [TestCase("MMMM yyyy", "März 2014", 20140301, 20140331, 'M')]
    [TestCase("MMMM yyyy", "DEZEMBER 2014", 20141201, 20141231, 'M')]
    [TestCase("H'. Halbjahr 'yyyy", "1. Halbjahr 2014", 20140101, 20140630, 'S')]
    [TestCase("'Summe 'MMM-MMM' 'yyyy", "Summe Jan-Sep 2015", 20150101, 20150930, 'I')]
    [TestCase("yyyy-MM-dd/yyyy-MM-dd", "2015-01-01/2015-09-30", 20150101, 20150930, 'I')]
    public void A_period_is_read_by_its_pattern(string pattern, string text, int start, int end, char frequency) =>
        Assert.That(new PeriodPattern(pattern, "de").Read(text), Is.EqualTo(new ReadPeriod(start, end, FrequencyCode.Parse([frequency])!.Value)));

    [TestCase("pl", "marzec 2022", 20220301)]
    [TestCase("en", "March 2022", 20220301)]
    public void Month_names_are_of_the_profiles_language(string language, string text, int start) =>
        Assert.That(new PeriodPattern("MMMM yyyy", language).Read(text)?.Start, Is.EqualTo(start));

    [TestCase("yyyy", "24")]
    [TestCase("yyyy", "1799")]
    [TestCase("yyyy", "2200")]
    [TestCase("yyyy", "٢٠٢٤")]
    [TestCase("yyyy-MM", "2024-13")]
    [TestCase("yyyy-MM", "2024-00")]
    [TestCase("yyyy-MM-dd", "2023-02-29")]
    [TestCase("yyyy-MM-dd", "2023-02-28 ")]
    [TestCase("MMMM yyyy", "Lenz 2014")]
    [TestCase("yyyy-'Q'Q", "2024-Q5")]
    public void What_is_no_such_period_is_refused(string pattern, string text) => Assert.That(new PeriodPattern(pattern, "de").Read(text), Is.Null);

    [TestCase(Reference.End, 20240229, 20240229)]
    [TestCase(Reference.Start, 20240201, 20240201)]
    [TestCase(Reference.Average, 20240201, 20240229)]
    [TestCase(Reference.During, 20240201, 20240229)]
    public void A_month_of_a_stock_becomes_the_day_it_is_counted_at(Reference reference, int start, int end) =>
        Assert.That(new ReadPeriod(20240201, 20240229, Frequency.Monthly).At(reference), Is.EqualTo(new ReadPeriod(start, end, Frequency.Monthly)));

    [TestCase(20240101, 20240131, 'M', Reference.During, true)]
    [TestCase(20240101, 20240130, 'M', Reference.During, false)]
    [TestCase(20240101, 20240331, 'Q', Reference.Average, true)]
    [TestCase(20240201, 20240430, 'Q', Reference.During, false)]
    [TestCase(20240101, 20241231, 'A', Reference.Peak, true)]
    [TestCase(20230701, 20240630, 'A', Reference.During, false)]
    [TestCase(20240701, 20241231, 'S', Reference.During, true)]
    [TestCase(20240101, 20240107, 'W', Reference.During, true)]
    [TestCase(20240102, 20240108, 'W', Reference.During, false)]
    [TestCase(20240102, 20240102, 'D', Reference.During, true)]
    [TestCase(20240102, 20240103, 'D', Reference.During, false)]
    [TestCase(20240102, 20240103, 'I', Reference.During, true)]
    [TestCase(20241231, 20241231, 'A', Reference.End, true)]
    [TestCase(20240630, 20240630, 'A', Reference.End, true)]
    [TestCase(20240615, 20240615, 'A', Reference.End, false)]
    [TestCase(20240430, 20240430, 'Q', Reference.End, false)]
    [TestCase(20240101, 20240101, 'A', Reference.Start, true)]
    [TestCase(20240102, 20240102, 'A', Reference.Start, false)]
    [TestCase(20240615, 20240615, 'A', Reference.Day, true)]
    [TestCase(20240615, 20240616, 'D', Reference.Day, false)]
    public void Days_must_fit_frequency_and_reference(int start, int end, char frequency, Reference reference, bool fits) =>
        Assert.That(new ReadPeriod(start, end, FrequencyCode.Parse([frequency])!.Value, IsExact: true).Misfit(reference) is null, Is.EqualTo(fits));
}
