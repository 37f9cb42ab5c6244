using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Lagebild.Charts;
using Lagebild.Statistics;

namespace Lagebild.Tests.Charts;

[SetCulture("de-DE")]
public sealed class DrawingTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Test]
    public void Any_name_gives_well_formed_XML_that_keeps_it() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>().Filter(s => s is not null),
        Gen.Elements(Frame.Wide, Frame.Narrow, Frame.Standalone).ToArbitrary(),
        (name, frame) =>
        {
            var spec = Specs.Of("pl", Specs.Yearly(name, "HH", 2020, 1, 2)) with { Headline = name, SubLine = name, Unit = name, Source = name, Notes = [name] };
            var title = XDocument.Parse(Specs.Drawn(spec, ChartKind.Line, frame), LoadOptions.PreserveWhitespace).Root!.Element(Svg + "title")!.Value;
            XDocument.Parse(Specs.Drawn(spec, ChartKind.Bar, frame));
            return title == Kept(name);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Any_values_give_numbers_inside_the_drawing() => Prop.ForAll(
        ArbMap.Default.ArbFor<long?[]>(),
        Gen.Elements(ChartKind.Line, ChartKind.Bar, ChartKind.Column).ToArbitrary(),
        (values, kind) =>
        {
            var spec = Specs.Of("en", Specs.Series("a", null, [.. values.Take(60).Select((v, i) => Specs.Year(1960 + i, v))]), Specs.Yearly("b", "SH", 1990, 3, null, -4));
            var root = XDocument.Parse(Specs.Drawn(spec, kind, Frame.Wide)).Root!;
            return root.Descendants().Attributes().Where(a => a.Name.LocalName is "x" or "y" or "cx" or "cy" or "x1" or "y2")
                .All(a => double.Parse(a.Value, System.Globalization.CultureInfo.InvariantCulture) is > -60 and < 1_200);
        }).QuickCheckThrowOnFailure();

    [TestCase(2, "PL", 1, TestName = "A_series_in_one_piece_is_one_stroke")]
    [TestCase(5, "PL", 2, TestName = "A_missing_year_lifts_the_pen")]
    public void Strokes(int lastYear, string label, int strokes)
    {
        var points = new[] { Specs.Year(2000, 1), Specs.Year(2001, 2), Specs.Year(2000 + lastYear, 3), Specs.Year(2001 + lastYear, 3) };

        Assert.That(Line(Specs.Of("de", Specs.Series("x", label, points))).Count(c => c == 'M'), Is.EqualTo(strokes));
    }

    [Test]
    public void A_break_lifts_the_pen()
    {
        var spec = Specs.Of("de", Specs.Yearly("x", "HH", 2000, 1, 2, 3, 4)) with { Breaks = [new() { Day = new(2002, 1, 1), Note = 1 }], Notes = ["n"] };

        Assert.That(Line(spec).Count(c => c == 'M'), Is.EqualTo(2));
    }

    [Test]
    public void A_break_of_another_series_does_not()
    {
        var spec = Specs.Of("de", Specs.Yearly("x", "HH", 2000, 1, 2, 3, 4)) with { Breaks = [new() { Day = new(2002, 1, 1), Note = 1, Series = [1] }] };

        Assert.That(Line(spec).Count(c => c == 'M'), Is.EqualTo(1));
    }

    [Test]
    public void A_series_in_more_than_three_pieces_is_drawn_solid()
    {
        var spec = Specs.Of("de", Specs.Yearly("x", "SH", 2000, 1, 2, null, 3, 4, null, 5, 6, null, 7, 8));

        Assert.That(Specs.Drawn(spec, ChartKind.Line, Frame.Wide), Does.Not.Contain("stroke-dasharray"));
    }

    [Test]
    public void A_confidential_value_is_never_drawn_at_its_height()
    {
        ChartSpec With(long? value) => Specs.Of("de", Specs.Series("x", "SH", Specs.Year(2000, 10), Specs.Year(2001, value) with { Confidentiality = ConfidentialityStatus.UnknownOrConfidential }, Specs.Year(2002, 20)));

        Assert.That(
            new[] { ChartKind.Line, ChartKind.Bar, ChartKind.Column }.Select(k => Specs.Drawn(With(17), k, Frame.Wide)),
            Is.EqualTo(new[] { ChartKind.Line, ChartKind.Bar, ChartKind.Column }.Select(k => Specs.Drawn(With(null), k, Frame.Wide))));
    }

    [Test]
    public void A_marker_shown_is_a_link_and_the_last_one_is_in_the_order_of_tabs()
    {
        var root = XDocument.Parse(Specs.Drawn(Specs.Of("en", Specs.Yearly("Hamburg", "HH", 2022, 1_000, 2_000)), ChartKind.Line, Frame.Wide)).Root!;
        var links = root.Descendants(Svg + "a").Select(a => ((string?)a.Attribute("href"), ((string)a.Element(Svg + "title")!).Replace('\u00a0', ' '), (string?)a.Attribute("tabindex")));

        Assert.That(links, Is.EqualTo(new (string?, string, string?)[]
        {
            ("/figures/2023", "Hamburg, 31 December 2023: 2,000", null),
            ("/figures/2022", "Hamburg, 31 December 2022: 1,000", "-1"),
        }));
    }

    [TestCase("/figures/1", ExpectedResult = "group")]
    [TestCase(null, ExpectedResult = "img")]
    public string? A_drawing_with_links_is_a_group(string? href) =>
        (string?)XDocument.Parse(Specs.Drawn(Specs.Of("en", Specs.Series("x", "HH", Specs.Year(2022, 1) with { Href = href })), ChartKind.Line, Frame.Narrow)).Root!.Attribute("role");

    [Test]
    public void Only_the_signs_that_occur_are_explained() =>
        Assert.That(ChartSigns.Of(Specs.AllSigns("pl"), ChartKind.Line).Select(s => s.Words), Is.EqualTo(new[]
        {
            "dane wstępne", "prognoza", "szacunek", "w nawiasie: niska wiarygodność", "brak danych, co nie oznacza zera", "objęte tajemnicą statystyczną",
            "przerwa w szeregu: danych sprzed niej i po niej nie można porównywać", "wartość docelowa",
        }));

    [Test]
    public void A_plain_chart_needs_no_key_of_signs() => Assert.That(ChartSigns.Of(Specs.SixRegions("de"), ChartKind.Line), Is.Empty);

    [Test]
    public void A_ranking_has_the_highest_first_and_what_is_missing_last() =>
        Assert.That(
            Specs.Of("de", Specs.Yearly("a", null, 2023, 5), Specs.Series("b", null, Specs.Year(2023, null)), Specs.Yearly("c", null, 2023, 9)).Ranked().Series.Select(s => s.Name),
            Is.EqualTo(new[] { "c", "a", "b" }));

    /// <summary>The data of the one line.</summary>
    private static string Line(ChartSpec spec) =>
        (string)XDocument.Parse(Specs.Drawn(spec, ChartKind.Line, Frame.Wide)).Descendants(Svg + "path").Single(p => (string?)p.Attribute("class") == "l").Attribute("d")!;

    /// <summary>As XML can hold it: what is no character becomes U+FFFD, white space a space.</summary>
    private static string Kept(string text)
    {
        var utf8 = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
        return string.Concat(utf8.Select(c => c is '\t' or '\n' or '\r' ? ' ' : c is < ' ' or '\ufffe' or '\uffff' ? '\ufffd' : c));
    }

    [Test]
    public void Counts_made_now_and_then_are_points_without_lines_or_fields_between()
    {
        var spec = Specs.Of("de", Specs.Series("x", "SH", Specs.Year(1990, 1), Specs.Year(2000, 2), Specs.Year(2020, 3))).AsCounted();
        var drawn = Specs.Drawn(spec, ChartKind.Line, Frame.Wide);
        Assert.That((spec.IsSparse, drawn.Contains("keine Angabe", StringComparison.Ordinal), drawn.Contains("-hatch)", StringComparison.Ordinal)), Is.EqualTo((true, false, false)));
    }

    [Test]
    public void A_series_with_one_missing_year_is_not_sparse() =>
        Assert.That(Specs.Of("de", Specs.Series("x", "SH", Specs.Year(2021, 1), Specs.Year(2023, 2), Specs.Year(2024, 3))).AsCounted().IsSparse, Is.False);

    [Test]
    public void A_target_without_a_day_is_drawn_with_the_year_it_was_set_in()
    {
        var spec = Specs.Of("de", Specs.Yearly("x", "SH", 2023, 7_800, 8_500)) with { Targets = [new() { Name = "Ziel", Value = 10_000, Due = null, Set = new(2023, 10, 9) }] };
        Assert.That(new[] { ChartKind.Line, ChartKind.Column, ChartKind.Bar }.Select(k => Specs.Drawn(spec, k, Frame.Wide)), Has.All.Contain("Ziel, 2023<"));
    }

    [Test]
    public void A_bar_is_as_long_as_its_value_and_says_what_is_written()
    {
        ChartPoint Point(long value, string written) => Specs.Year(2023, value) with { Written = written };
        var drawn = XDocument.Parse(Specs.Drawn(Specs.Of("de", Specs.Series("a", "HH", Point(400, "0,4")), Specs.Series("b", "SH", Point(370, "0,4"))), ChartKind.Bar, Frame.Wide));
        var widths = drawn.Descendants(Svg + "rect").Select(r => (string?)r.Attribute("width")).OfType<string>().Distinct();
        Assert.That((widths.Count(), drawn.Descendants(Svg + "text").Count(t => t.Value == "0,4")), Is.EqualTo((2, 2)));
    }
}
