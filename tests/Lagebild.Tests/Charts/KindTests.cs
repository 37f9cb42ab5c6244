using System.Globalization;
using System.Xml.Linq;
using Lagebild.Charts;
using Lagebild.Statistics;

namespace Lagebild.Tests.Charts;

[SetCulture("de-DE")]
public sealed class KindTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Test]
    public void Every_kind_has_a_title_and_a_description_that_name_it([Values] ChartKind kind)
    {
        var spec = Two();
        var titles = new[] { Frame.Wide, Frame.Narrow, Frame.Standalone, Frame.Square }.Select(f => XDocument.Parse(Specs.Drawn(spec, kind, f)).Root!)
            .Select(r => ((string?)r.Element(Svg + "title"), (string?)r.Element(Svg + "desc"), (string?)r.Attribute("aria-labelledby") == $"{(string?)r.Element(Svg + "title")!.Attribute("id")} {(string?)r.Element(Svg + "desc")!.Attribute("id")}"));
        Assert.That(titles, Has.All.EqualTo((spec.Headline, new SeriesChart(spec, kind).Alternative, true)));
    }

    [TestCase(ChartKind.Line)]
    [TestCase(ChartKind.Column)]
    [TestCase(ChartKind.Stacked)]
    [TestCase(ChartKind.StackedShare)]
    [TestCase(ChartKind.SmallMultiples)]
    [TestCase(ChartKind.Ranking)]
    [TestCase(ChartKind.Slope)]
    [TestCase(ChartKind.Onset)]
    public void The_last_mark_of_each_series_is_in_the_order_of_tabs(ChartKind kind)
    {
        var tabbed = XDocument.Parse(Specs.Drawn(Two(), kind, Frame.Narrow)).Descendants(Svg + "a").Where(a => a.Attribute("tabindex") is null).Select(a => (string?)a.Attribute("href"));
        Assert.That(tabbed, Is.EquivalentTo(new[] { "/figures/2023", "/figures/2023" }));
    }

    [TestCase(ChartKind.Line)]
    [TestCase(ChartKind.Column)]
    [TestCase(ChartKind.Stacked)]
    [TestCase(ChartKind.SmallMultiples)]
    [TestCase(ChartKind.Slope)]
    [TestCase(ChartKind.Onset)]
    public void The_marks_of_one_series_stand_together(ChartKind kind)
    {
        var groups = XDocument.Parse(Specs.Drawn(Two(), kind, Frame.Wide)).Descendants(Svg + "a").GroupBy(a => a.Parent).Select(g => g.Select(a => ((string)a.Element(Svg + "title")!).Split(',')[0]).Distinct().Count());
        Assert.That(groups, Is.EqualTo(new[] { 1, 1 }));
    }

    [Test]
    public void A_bar_over_an_interval_is_as_wide_as_its_period()
    {
        var spec = Specs.Of("de", Specs.Series(
            "x",
            null,
            Specs.Days(new(2023, 1, 1), new(2023, 12, 31), Frequency.Annual, 100),
            Specs.Days(new(2024, 1, 1), new(2024, 9, 30), Frequency.Interval, 80)));
        var widths = XDocument.Parse(Specs.Drawn(spec, ChartKind.Column, Frame.Wide)).Descendants(Svg + "rect").Where(r => (string?)r.Attribute("class") == "k").Select(r => Number(r, "width") + 2).ToArray();
        Assert.That(widths[1] / widths[0], Is.EqualTo(274.0 / 365).Within(0.002));
    }

    [Test]
    public void Of_the_year_so_far_the_shorter_count_stands_in_front()
    {
        var spec = Specs.Of("de", Specs.Series("x", null, [.. new[] { 3, 6, 9 }.Select(m => Specs.Days(new(2024, 1, 1), new DateOnly(2024, m, 1).AddMonths(1).AddDays(-1), Frequency.Interval, m * 10))]));
        var widths = XDocument.Parse(Specs.Drawn(spec, ChartKind.Column, Frame.Wide)).Descendants(Svg + "rect").Where(r => (string?)r.Attribute("class") == "k").Select(r => Number(r, "width")).ToArray();
        Assert.That(widths, Is.Ordered.Descending.And.Length.EqualTo(3));
    }

    [Test]
    public void A_month_after_an_onset_stands_where_the_same_month_after_the_other_stands()
    {
        var spec = Specs.Of(
            "de",
            Specs.Monthly("Hamburg", "HH", new(2015, 9, 1), 1, 2, 3, 4) with { Onset = new(2015, 9, 13) },
            Specs.Monthly("Hamburg", "HH", new(2022, 2, 1), 5, 6, 7, 8) with { Onset = new(2022, 2, 24) });
        var places = XDocument.Parse(Specs.Drawn(spec, ChartKind.Onset, Frame.Wide)).Descendants(Svg + "circle").Where(c => (string?)c.Attribute("class") == "hit").Select(c => Number(c, "cx")).ToArray();
        Assert.That(places.Take(4).Zip(places.Skip(4), (a, b) => b - a), Is.EqualTo(new[] { 0.0, 0.0, 0.0, 0.0 }));
    }

    [Test]
    public void A_region_at_two_onsets_keeps_its_colour_and_changes_its_dash()
    {
        var lines = XDocument.Parse(Specs.Drawn(Specs.TwoOnsets("de"), ChartKind.Onset, Frame.Wide)).Descendants(Svg + "path").Where(p => (string?)p.Attribute("class") == "l" && ((string)p.Attribute("d")!).Contains('L'))
            .Select(p => ((string?)p.Parent!.Attribute("class"), (string?)p.Attribute("stroke-dasharray")));
        Assert.That(lines, Is.EqualTo(new[] { ("c-HH", "8 3"), ("c-HH", null), ("c-SH", "8 3"), ((string?)"c-SH", null) }));
    }

    [TestCase(1, 0, true, TestName = "Exact_parts_make_their_whole")]
    [TestCase(1, 1, false, TestName = "Exact_parts_that_miss_their_whole_by_one_do_not")]
    [TestCase(5, 7, true, TestName = "Parts_rounded_to_five_may_miss_it_by_what_rounding_explains")]
    [TestCase(5, 8, false, TestName = "Parts_rounded_to_five_may_not_miss_it_by_more")]
    public void Parts_of_a_whole(long rounding, long missing, bool isWhole)
    {
        var spec = Specs.Of("de", Specs.Yearly("a", null, 2023, 100), Specs.Yearly("b", null, 2023, 200)) with { Wholes = [Specs.Yearly("", null, 2023, 300 + missing)], Rounding = rounding };
        Assert.That(new SeriesChart(spec, ChartKind.StackedShare).Signs.Count == 0, Is.EqualTo(isWhole));
    }

    [Test]
    public void The_rest_to_a_known_whole_is_hatched_to_scale()
    {
        var spec = Specs.Of("de", Specs.Yearly("a", null, 2023, 100), Specs.Series("b", null, Specs.Year(2023, null))) with { Wholes = [Specs.Yearly("", null, 2023, 400)] };
        var bars = XDocument.Parse(Specs.Drawn(spec, ChartKind.Stacked, Frame.Wide)).Descendants(Svg + "rect").Where(r => Number(r, "height") == 22).ToArray();
        Assert.That(Number(bars[1], "width") / (Number(bars[0], "width") + 1), Is.EqualTo(3).Within(0.01));
    }

    [Test]
    public void A_rest_that_hides_a_confidential_part_has_one_length_whatever_the_whole()
    {
        string Drawn(long whole) => Specs.Drawn(
            Specs.Of("de", Specs.Yearly("a", null, 2023, 100), Specs.Series("b", null, Specs.Year(2023, 9) with { Confidentiality = ConfidentialityStatus.Confidential })) with { Wholes = [Specs.Yearly("", null, 2023, whole)] },
            ChartKind.Stacked,
            Frame.Wide);
        Assert.That(Drawn(109), Is.EqualTo(Drawn(4_000)));
    }

    [Test]
    public void Panels_share_one_axis_unless_each_has_its_own()
    {
        string[] Ticks(bool own) => [.. XDocument.Parse(Specs.Drawn(Specs.Of("de", Specs.Yearly("a", null, 2020, 1, 4), Specs.Yearly("b", null, 2020, 100, 400)) with { OwnScale = own }, ChartKind.SmallMultiples, Frame.Wide))
            .Descendants(Svg + "text").Where(t => (string?)t.Attribute("text-anchor") == "end").Select(t => t.Value)];
        Assert.That((string.Join(' ', Ticks(false)), string.Join(' ', Ticks(true))), Is.EqualTo(("0 100 200 300 400 0 100 200 300 400", "0 1 2 3 4 0 100 200 300 400")));
    }

    [Test]
    public void A_slope_is_drawn_between_the_first_and_the_last_period_only()
    {
        var links = XDocument.Parse(Specs.Drawn(Specs.Of("de", Specs.Yearly("x", "HH", 2020, 1, 2, 3, 4)), ChartKind.Slope, Frame.Wide)).Descendants(Svg + "a").Select(a => (string?)a.Attribute("href"));
        Assert.That(links, Is.EqualTo(new[] { "/figures/2020", "/figures/2023" }));
    }

    [TestCase("Mecklenburg-Vorpommern", new[] { "Mecklenburg-", "Vorpommern" })]
    [TestCase("Gemeinschafts\u00adunterkünfte", new[] { "Gemeinschafts-", "unterkünfte" })]
    [TestCase("zachodniopomorskie", new[] { "zachodniopomorskie" })]
    public void A_word_longer_than_a_line_is_cut_after_its_hyphens(string word, string[] lines) => Assert.That(TextWidth.Lines(word, 100, 13), Is.EqualTo(lines));

    [TestCase("de", "Jan.–Sept. 2024")]
    [TestCase("pl", "I–IX 2024")]
    [TestCase("en", "Jan–Sept 2024")]
    public void An_interval_of_whole_months_is_named_by_them(string language, string text) =>
        Assert.That(DateFormat.IntervalSign(new(new(2024, 1, 1), new(2024, 9, 30), Frequency.Interval), language).Replace('\u00a0', ' '), Is.EqualTo(text));

    private static ChartSpec Two() => Specs.Of(
        "de",
        Specs.Yearly("a", "HH", 2022, 10, 20) with { Onset = new(2022, 2, 1) },
        Specs.Yearly("b", "SH", 2022, 12, 9) with { Onset = new(2022, 2, 1) });

    private static double Number(XElement element, string attribute) => double.Parse((string?)element.Attribute(attribute) ?? "0", CultureInfo.InvariantCulture);
}
