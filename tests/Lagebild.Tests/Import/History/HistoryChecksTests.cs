using Lagebild.Import.History;
using Lagebild.Statistics;

namespace Lagebild.Tests.Import.History;

/// <summary>What is asked about a delivered value, and what is not.</summary>
[SetCulture("de-DE")]
public sealed class HistoryChecksTests
{
    /// <summary>The reasons that only a series' history can give.</summary>
    internal static IReadOnlyList<string> Reasons { get; } =
    [
        nameof(Reason.FactorTen), nameof(Reason.SignChanged), nameof(Reason.DigitsSwapped), nameof(Reason.CopiedPeriod),
        nameof(Reason.RegionsSwapped), nameof(Reason.SuddenZero), nameof(Reason.FarFromHistory),
    ];

    private static readonly long[] _steady = [1234, 1251, 1240, 1266, 1259, 1281, 1290, 1277, 1302, 1310];

    [TestCase(13170, Reason.FactorTen, "10")]
    [TestCase(131700, Reason.FactorTen, "100")]
    [TestCase(1317000, Reason.FactorTen, "1000")]
    [TestCase(132, Reason.FactorTen, "10")]
    [TestCase(-1317, Reason.SignChanged, "")]
    [TestCase(3117, Reason.DigitsSwapped, "1317")]
    [TestCase(0, Reason.SuddenZero, "1310")]
    [TestCase(77777, Reason.FarFromHistory, "1310")]
    public void A_newest_value_off_its_history_is_asked_about(long value, Reason reason, string expected) =>
        Assert.That(Questions(Yearly("DE-HH", _steady, 2010), New(2010, value)), Is.EqualTo(new[] { Question(1, reason, $"{value}", expected) }));

    [TestCase(1317)]
    [TestCase(1450)]
    [TestCase(1200)]
    public void An_ordinary_newest_value_is_not(long value) =>
        Assert.That(Questions(Yearly("DE-HH", _steady, 2010), New(2010, value)), Is.Empty);

    [Test]
    public void A_value_that_stands_released_as_it_is_is_not_judged_however_odd() =>
        Assert.That(Questions(Yearly("DE-HH", [.. _steady, 77777], 2010), New(2010, 77777)), Is.Empty);

    [Test]
    public void A_correction_is_held_against_the_value_it_replaces() =>
        Assert.That(Questions(Yearly("DE-HH", [1000, 2000, .. _steady, 900, 1800], 2010), New(2009, 13100)), Is.EqualTo(new[] { Question(1, Reason.FactorTen, "13100", "10") }));

    [Test]
    public void A_correction_that_mends_a_false_value_is_not_asked_about() =>
        Assert.That(Questions(Yearly("DE-HH", [.. _steady, 13150, 1320], 2010), New(2008, 1315)), Is.Empty);

    [Test]
    public void With_few_other_values_only_the_sign_is_asked_about() =>
        Assert.That(new[] { 77777L, -5 }.Select(v => Questions(Yearly("DE-HH", _steady[..7], 2010), New(2010, v)).Select(q => q.Reason)), Is.EqualTo(new Reason[][] { [], [Reason.SignChanged] }));

    [Test]
    public void Across_a_break_a_doubling_is_nothing_odd()
    {
        var series = Yearly("DE-HH", _steady, 2010) with { Delivered = [New(2010, 2500)] };
        Assert.That(new[] { series, series with { Breaks = [new(2010, 6, 1)] } }.Select(s => HistoryChecks.Questions([s]).Count), Is.EqualTo(new[] { 1, 0 }));
    }

    [Test]
    public void A_peak_that_came_a_year_ago_too_is_the_season()
    {
        var months = Enumerable.Range(0, 24).Select(m => m == 11 ? 4000L : 1000 + (7 * m)).ToArray();
        var released = months.Select((v, m) => Month(m, v)).ToArray();
        var winter = HistoryChecks.Questions([Monthly(released[..23], released[23] with { Value = 4100 })]);
        var summer = HistoryChecks.Questions([Monthly(released[..19], released[19] with { Value = 4100 })]);
        Assert.That((winter.Count, summer.Count), Is.EqualTo((0, 1)));
    }

    [Test]
    public void A_running_count_below_the_released_one_is_asked_about()
    {
        var series = Yearly("DE-HH", [.. _steady.Order()], 2010);
        series = series with { Variant = series.Variant with { Cumulative = true }, Delivered = [New(2010, 1305)] };
        Assert.That(HistoryChecks.Questions([series]), Is.EqualTo(new[] { Question(1, Reason.CumulativeFalls, "1305", "1310") }));
    }

    [Test]
    public void A_share_above_a_hundred_is_asked_about_where_none_was()
    {
        var series = Yearly("DE-HH", [950, 960, 955, 970, 965, 980, 975, 985, 990, 995], 2010);
        series = series with { Percent = true, Variant = series.Variant with { Decimals = 1 }, Delivered = [New(2010, 1004)] };
        Assert.That(HistoryChecks.Questions([series]), Is.EqualTo(new[] { Question(1, Reason.FarFromHistory, "100.4", "100") }));
    }

    [Test]
    public void A_share_that_was_above_a_hundred_before_may_be_again()
    {
        var series = Yearly("DE-HH", [950, 960, 955, 970, 965, 980, 1010, 985, 990, 995], 2010);
        Assert.That(HistoryChecks.Questions([series with { Percent = true, Variant = series.Variant with { Decimals = 1 }, Delivered = [New(2010, 1004)] }]), Is.Empty);
    }

    [Test]
    public void Two_regions_swapped_are_both_asked_about()
    {
        var (hamburg, holstein) = (Yearly("DE-HH", _steady, 2010), Yearly("DE-SH", [.. _steady.Select(v => v * 7 / 4)], 2010));
        Assert.That(
            HistoryChecks.Questions([hamburg with { Delivered = [New(2010, 2311)] }, holstein with { Delivered = [New(2010, 1326) with { Line = 2 }] }]),
            Is.EqualTo(new[] { Question(1, Reason.RegionsSwapped, "2311", "DE-SH"), Question(2, Reason.RegionsSwapped, "1326", "DE-HH") }));
    }

    [Test]
    public void A_period_copied_is_asked_about_once_for_its_region()
    {
        var (men, women) = (Yearly("DE-HH", _steady, 2010, "sex=M"), Yearly("DE-HH", [.. _steady.Select(v => v - 77)], 2010, "sex=F"));
        Assert.That(
            HistoryChecks.Questions([women with { Delivered = [New(2010, 1233)] }, men with { Delivered = [New(2010, 1310) with { Line = 2 }] }]),
            Is.EqualTo(new[] { Question(1, Reason.CopiedPeriod, "1233", "2009-12-31") }));
    }

    [Test]
    public void A_row_copied_alone_is_asked_about_where_its_series_moves_by_hundreds()
    {
        var (men, women) = (Yearly("DE-HH", [.. _steady.Select(v => v * 20)], 2010, "sex=M"), Yearly("DE-HH", _steady, 2010, "sex=F"));
        Assert.That(
            HistoryChecks.Questions([women with { Delivered = [New(2010, 1311)] }, men with { Delivered = [New(2010, 26200) with { Line = 2 }] }]),
            Is.EqualTo(new[] { Question(2, Reason.CopiedPeriod, "26200", "2009-12-31") }));
    }

    [Test]
    public void A_series_that_often_repeats_itself_may_do_so_again() =>
        Assert.That(Questions(Yearly("DE-HH", [5, 5, 5, 6, 6, 6, 6, 6, 5, 5, 5, 5], 2010), New(2010, 5)), Is.Empty);

    [Test]
    public void Variants_are_judged_one_by_one_in_a_stream()
    {
        var (first, second) = (Yearly("DE-HH", _steady, 2010), Yearly("DE-HH", _steady, 2010));
        second = second with { Key = second.Key with { Variant = "another" }, Delivered = [New(2010, 2311)] };
        Assert.That(HistoryChecks.Questions([first with { Delivered = [New(2010, 1320)] }, second]), Is.EqualTo(new[] { Question(1, Reason.FarFromHistory, "2311", "1310") }));
    }

    [Test]
    public void A_file_is_held_against_what_is_released_of_its_series()
    {
        using var file = Delivered.Read(Delivered.Header + "refugees,unhcr-refugees,DEU,2010-12-31,2010-12-31,A,origin=SYR,,,,,13170\nrefugees,unhcr-refugees,POL,2010-12-31,2010-12-31,A,origin=SYR,,,,,13170\n");
        var questions = HistoryChecks.Questions(file, Lagebild.Catalogue.Catalogue.Shipped, key => key.Region == "DEU" ? Yearly("DEU", _steady, 2010).Released : []);
        Assert.That(questions, Is.EqualTo(new[] { Question(2, Reason.FactorTen, "13170", "10") with { Field = "value" } }));
    }

    private static IReadOnlyList<Finding> Questions(DeliveredSeries series, DeliveredValue value) => HistoryChecks.Questions([series with { Delivered = [value] }]);

    private static Finding Question(int line, Reason reason, string found, string expected) =>
        new() { Line = line, Severity = Severity.Warning, Reason = reason, Found = found, Expected = expected };

    /// <summary>Year ends, the last of them a year before <paramref name="next"/>.</summary>
    private static DeliveredSeries Yearly(string region, long[] values, int next, string breakdown = "") => new()
    {
        Key = new() { Feed = "test", Indicator = "refugees", Variant = "unhcr-refugees", Region = region, Breakdown = breakdown, Frequency = Frequency.Annual },
        Variant = Lagebild.Catalogue.Catalogue.Shipped.Variant("unhcr-refugees")!,
        Released = [.. values.Select((v, at) => new KnownValue(YearEnd(next - values.Length + at), YearEnd(next - values.Length + at), v))],
        Delivered = [],
    };

    private static DeliveredSeries Monthly(KnownValue[] released, KnownValue delivered)
    {
        var series = Yearly("DE-HH", [], 2010);
        return series with
        {
            Key = series.Key with { Frequency = Frequency.Monthly },
            Released = released,
            Delivered = [new(delivered.PeriodStart, delivered.PeriodEnd, delivered.Value) { Line = 1 }],
        };
    }

    private static DeliveredValue New(int year, long value) => new(YearEnd(year), YearEnd(year), value) { Line = 1 };

    private static KnownValue Month(int number, long value)
    {
        var first = new DateOnly(2020, 1, 1).AddMonths(number);
        return new(DayNumber.From(first), DayNumber.From(first.AddMonths(1).AddDays(-1)), value);
    }

    private static int YearEnd(int year) => (year * 10000) + 1231;
}
