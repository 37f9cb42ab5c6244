using FsCheck;
using FsCheck.Fluent;
using Lagebild.Charts;
using Lagebild.Statistics;

namespace Lagebild.Tests.Charts;

[SetCulture("de-DE")]
public sealed class ScaleTests
{
    [TestCase(0, 10, 0, 100, 5, ExpectedResult = 50)]
    [TestCase(0, 10, 100, 0, 2.5, ExpectedResult = 75)]
    [TestCase(-10, 10, 0, 100, 0, ExpectedResult = 50)]
    [TestCase(7, 7, 0, 100, 7, ExpectedResult = 50, Description = "an empty domain maps to the middle")]
    public double A_scale_maps_linearly(double low, double high, double from, double to, double value) => new LinearScale(low, high, from, to).Map(value);

    [TestCase(0, 0, true, "0 1")]
    [TestCase(0, 1, true, "0 1")]
    [TestCase(0, 3, true, "0 1 2 3")]
    [TestCase(0, 16188, true, "0 5.000 10.000 15.000 20.000")]
    [TestCase(0, 93, true, "0 20 40 60 80 100")]
    [TestCase(0, 1326, true, "0 250 500 750 1.000 1.250 1.500")]
    [TestCase(0, 1_367_555, true, "0 250 500 750 1.000 1.250 1.500")]
    [TestCase(0, 4.1, false, "0 1 2 3 4 5")]
    [TestCase(0, 0.3, false, "0,00 0,05 0,10 0,15 0,20 0,25 0,30")]
    [TestCase(0, 2.4, false, "0,0 0,5 1,0 1,5 2,0 2,5")]
    [TestCase(-2500, 4200, true, "−4.000 −2.000 0 2.000 4.000 6.000")]
    [TestCase(-30, 0, true, "−30 −25 −20 −15 −10 −5 0")]
    [TestCase(1_787_408, 1_892_122, true, "1.780 1.800 1.820 1.840 1.860 1.880 1.900")]
    public void Grid_lines_stand_at_1_2_2_and_a_half_or_5(decimal low, decimal high, bool whole, string labels)
    {
        var axis = ValueAxis.Of(low, high, whole);

        Assert.That(string.Join(' ', Enumerable.Range(0, axis.Count).Select(i => axis.Label(i, "de"))), Is.EqualTo(labels));
    }

    [Test]
    public void Grid_lines_enclose_the_values_in_four_to_six_steps() => Prop.ForAll(
        Gen.Choose(-1_000_000_000, 1_000_000_000).Two().ToArbitrary(),
        pair =>
        {
            var (low, high) = (Math.Min(pair.Item1, pair.Item2) / 100m, (Math.Max(pair.Item1, pair.Item2) / 100m) + 0.01m);
            var axis = ValueAxis.Of(low, high, wholeNumbers: false);
            return axis.Low <= low && axis.High >= high && axis.Count - 1 is >= 3 and <= 6;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void The_largest_numbers_have_an_axis()
    {
        var axis = ValueAxis.Of(long.MinValue, long.MaxValue, wholeNumbers: true);

        Assert.That((axis.Low <= long.MinValue, axis.High >= long.MaxValue, axis.Divisor), Is.EqualTo((true, true, 1_000_000L)));
    }

    [TestCase(Frequency.Annual, "2009-12-31", "2025-12-31", "de", "2009 2011 2013 2015 2017 2019 2021 2023 2025")]
    [TestCase(Frequency.Annual, "1950-12-31", "2025-12-31", "de", "1950 1960 1970 1980 1990 2000 2010 2025")]
    [TestCase(Frequency.Annual, "2024-01-01", "2024-01-01", "pl", "2024")]
    [TestCase(Frequency.Monthly, "2022-03-31", "2025-03-31", "de", "März 2022 Jan. 2023 Juli Jan. 2024 Juli Jan. 2025")]
    [TestCase(Frequency.Monthly, "2022-03-31", "2025-03-31", "pl", "III 2022 VII I 2023 VII I 2024 VII I 2025")]
    [TestCase(Frequency.Quarterly, "2023-03-31", "2024-12-31", "en", "Jan 2023 Apr Jul Oct Jan 2024 Apr Jul Oct")]
    [TestCase(Frequency.Daily, "2022-03-14", "2022-08-30", "pl", "14 III 2022 IV V VI VII VIII")]
    [TestCase(Frequency.Daily, "2022-03-14", "2022-03-20", "de", "14.3.2022 15.3. 16.3. 17.3. 18.3. 19.3. 20.3.")]
    [TestCase(Frequency.Weekly, "2024-12-02", "2025-02-03", "en", "2 Dec 2024 16 Dec 23 Dec 30 Dec 6 Jan 13 Jan 20 Jan 27 Jan 3 Feb")]
    public void Ticks_stand_at_period_starts_and_say_the_year_at_January(Frequency frequency, string first, string last, string language, string texts)
    {
        var series = Specs.Series("x", null, At(first, frequency), At(last, frequency));
        var axis = TimeAxis.Of(Specs.Of(language, series), 40, 460)!;

        Assert.That(string.Join(' ', axis.Ticks(language, 560).Where(t => t.Text.Length > 0).Select(t => t.Text)).Replace('\u00a0', ' '), Is.EqualTo(texts));
    }

    [Test]
    public void Words_under_the_time_axis_never_touch() => Prop.ForAll(
        Gen.Choose(0, 30_000).Two().ToArbitrary(),
        Gen.Elements(Enum.GetValues<Frequency>()).ToArbitrary(),
        Gen.Elements(40.0, 120, 280, 450).ToArbitrary(),
        (days, frequency, width) =>
        {
            var start = new DateOnly(1940, 1, 1);
            var points = new[] { start.AddDays(Math.Min(days.Item1, days.Item2)), start.AddDays(Math.Max(days.Item1, days.Item2)) }
                .Select(d => new ChartPoint { Period = new(d, d, frequency), Value = 1 }).ToArray();
            var ticks = TimeAxis.Of(Specs.Of("de", Specs.Series("x", null, points)), 30, 30 + width)!.Ticks("de", 60 + width).Where(t => t.Text.Length > 0).ToArray();
            return ticks.Length > 0 && ticks.Zip(ticks.Skip(1)).All(p => p.Second.Left - p.First.Right >= 6);
        }).QuickCheckThrowOnFailure();

    private static ChartPoint At(string day, Frequency frequency)
    {
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return new() { Period = new(date, date, frequency), Value = 1 };
    }
}
