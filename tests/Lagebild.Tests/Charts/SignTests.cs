using System.Xml.Linq;
using Lagebild.Charts;
using Lagebild.Statistics;

namespace Lagebild.Tests.Charts;

/// <summary>What is not plain has its sign in every kind of chart, and the key explains that sign and no other.</summary>
[SetCulture("de-DE")]
public sealed class SignTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly (string Name, Func<ChartPoint, ChartPoint> Sign, string Words, string Mark)[] Signs =
    [
        ("provisional", p => p with { Status = ObservationStatus.Provisional }, "vorläufig", "ho"),
        ("unfinished", p => p with { Unfinished = true }, "Zeitraum nicht zu Ende", "ho"),
        ("forecast", p => p with { Status = ObservationStatus.Forecast }, "Prognose", "ho"),
        ("estimated", p => p with { Status = ObservationStatus.Estimated }, "Schätzung", "ho"),
        ("low reliability", p => p with { Status = ObservationStatus.LowReliability }, "in Klammern: wenig zuverlässig", "("),
        ("less than half", p => p with { Value = 0, Status = ObservationStatus.LessThanHalfUnit }, "mehr als nichts, weniger als die Hälfte der Einheit", "½"),
        ("missing", p => p with { Value = null }, "keine Angabe, das heißt nicht null", "url("),
        ("confidential", p => p with { Confidentiality = ConfidentialityStatus.Confidential }, "geheim gehalten", "⊘"),
    ];

    private static IEnumerable<TestCaseData> Cases() =>
        from kind in Enum.GetValues<ChartKind>()
        from sign in Signs
        where sign.Mark != "½" || kind is not (ChartKind.Stacked or ChartKind.StackedShare)
        select new TestCaseData(kind, sign.Sign, sign.Words, sign.Mark).SetArgDisplayNames($"{kind}", sign.Name);

    /// <summary>A line that lacks its last value just ends.</summary>
    private static IEnumerable<TestCaseData> Drawn() => Cases().Where(c => (string)c.Arguments[3]! != "url(" || c.Arguments[0] is not (ChartKind.Line or ChartKind.SmallMultiples or ChartKind.Onset));

    [TestCaseSource(nameof(Cases))]
    public void The_key_explains_the_one_sign_that_occurs(ChartKind kind, Func<ChartPoint, ChartPoint> sign, string words, string mark) =>
        Assert.That(new SeriesChart(With(sign), kind).Signs.Select(s => s.Words), Is.EqualTo(new[] { words }));

    [TestCaseSource(nameof(Drawn))]
    public void The_sign_is_drawn(ChartKind kind, Func<ChartPoint, ChartPoint> sign, string words, string mark) =>
        Assert.That(Marks(Specs.Drawn(With(sign), kind, Frame.Wide)), Does.Contain(mark).Or.Contain(Said(kind, mark)));

    [TestCaseSource(nameof(Cases))]
    public void The_words_say_it(ChartKind kind, Func<ChartPoint, ChartPoint> sign, string words, string mark) =>
        Assert.That(new SeriesChart(With(sign), kind).Alternative, Does.Match(mark switch
        {
            "(" => @"\(2\d(,\d)?.?%?\)|\(100",
            "½" => "½|nicht gezeichnet, 0",
            "url(" => "keine Angabe",
            "⊘" => "geheim gehalten",
            _ => kind == ChartKind.StackedShare ? "100" : words,
        }));

    [Test]
    public void A_part_of_less_than_half_a_unit_has_no_length_and_no_sign_but_is_said() => Assert.That(
        (new SeriesChart(With(p => p with { Value = 0, Status = ObservationStatus.LessThanHalfUnit }), ChartKind.Stacked).Signs.Count, new SeriesChart(With(p => p with { Value = 0, Status = ObservationStatus.LessThanHalfUnit }), ChartKind.Stacked).Alternative.Contains('½')),
        Is.EqualTo((0, true)));

    [Test]
    public void A_plain_chart_has_no_key([Values] ChartKind kind) => Assert.That(new SeriesChart(With(p => p), kind).Signs, Is.Empty);

    [Test]
    public void A_confidential_value_changes_nothing_in_the_drawing([Values] ChartKind kind)
    {
        ChartSpec Hidden(long? value) => With(p => p with { Value = value, Confidentiality = ConfidentialityStatus.UnknownOrConfidential });
        Assert.That(
            new[] { Frame.Wide, Frame.Narrow, Frame.Standalone }.Select(f => Specs.Drawn(Hidden(17), kind, f)),
            Is.EqualTo(new[] { Frame.Wide, Frame.Narrow, Frame.Standalone }.Select(f => Specs.Drawn(Hidden(null), kind, f))));
    }

    [TestCase(ChartKind.Line, true)]
    [TestCase(ChartKind.Bar, false)]
    [TestCase(ChartKind.Column, true)]
    [TestCase(ChartKind.GroupedBar, true)]
    [TestCase(ChartKind.Stacked, true)]
    [TestCase(ChartKind.StackedShare, true)]
    [TestCase(ChartKind.SmallMultiples, true)]
    [TestCase(ChartKind.Ranking, true)]
    [TestCase(ChartKind.Slope, true)]
    [TestCase(ChartKind.Onset, true)]
    public void A_break_is_drawn_with_its_number_wherever_two_periods_stand_beside_each_other(ChartKind kind, bool isDrawn)
    {
        var spec = With(p => p) with { Breaks = [new() { Day = new(2023, 1, 1), Note = 4 }] };
        var texts = XDocument.Parse(Specs.Drawn(spec, kind, Frame.Wide)).Descendants(Svg + "text").Count(t => t.Value == "4");
        Assert.That((texts > 0, new SeriesChart(spec, kind).Signs.Any(s => s.Words.StartsWith("Bruch", StringComparison.Ordinal))), Is.EqualTo((isDrawn, isDrawn)));
    }

    [Test]
    public void A_missing_period_between_is_said([Values(ChartKind.Line, ChartKind.Column, ChartKind.GroupedBar, ChartKind.Stacked, ChartKind.StackedShare, ChartKind.SmallMultiples, ChartKind.Onset)] ChartKind kind)
    {
        var spec = OfOne(Specs.Year(2021, 20), Specs.Year(2023, 21));
        Assert.That(new SeriesChart(spec, kind).Signs.Select(s => s.Words), Is.EqualTo(new[] { "keine Angabe, das heißt nicht null" }));
    }

    [Test]
    public void A_target_is_a_line_with_its_name_and_year([Values(ChartKind.Line, ChartKind.Bar, ChartKind.Column, ChartKind.GroupedBar, ChartKind.SmallMultiples, ChartKind.Ranking, ChartKind.Onset)] ChartKind kind)
    {
        var spec = With(p => p) with { Targets = [new() { Name = "Ziel", Value = 30, Due = new(2025, 12, 31) }] };
        var root = XDocument.Parse(Specs.Drawn(spec, kind, Frame.Wide)).Root!;
        Assert.That(
            (root.Descendants(Svg + "text").Any(t => t.Value.StartsWith("Ziel, 2025", StringComparison.Ordinal)), root.Descendants(Svg + "line").Any(l => (string?)l.Attribute("class") == "ref"), new SeriesChart(spec, kind).Signs.Select(s => s.Words).Single()),
            Is.EqualTo((true, true, "Zielwert")));
    }

    [Test]
    public void A_target_that_is_due_inside_the_chart_has_a_tick_there() => Assert.That(
        XDocument.Parse(Specs.Drawn(With(p => p) with { Targets = [new() { Name = "Ziel", Value = 30, Due = new(2023, 6, 30) }] }, ChartKind.Line, Frame.Wide)).Descendants(Svg + "line").Count(l => (string?)l.Attribute("class") == "ref"),
        Is.EqualTo(2));

    private static ChartSpec With(Func<ChartPoint, ChartPoint> sign) => OfOne(Specs.Year(2022, 20), sign(Specs.Year(2023, 21)));

    /// <summary>One series, since an onset too, so that it serves every kind.</summary>
    private static ChartSpec OfOne(params ChartPoint[] points) => Specs.Of("de", Specs.Series("x", null, points) with { Onset = new(2022, 2, 1) });

    /// <summary>Classes, texts, fills and signs of what is drawn, without its description.</summary>
    private static string Marks(string drawn)
    {
        var root = XDocument.Parse(drawn).Root!;
        root.Descendants(Svg + "title").Concat(root.Descendants(Svg + "desc")).ToList().ForEach(e => e.Remove());
        var sign = root.Descendants(Svg + "circle").Any(c => (string?)c.Attribute("r") == "7") ? "⊘" : "";
        var brackets = root.Descendants().Any(e => (string?)e.Attribute("class") == "br") ? "(" : "";
        return string.Join(' ', root.Descendants().Select(e => $"{(string?)e.Attribute("class")} {(string?)e.Attribute("fill")}").Concat(root.Descendants(Svg + "text").Select(t => t.Value)).Append(sign).Append(brackets));
    }

    /// <summary>Where a value stands beside another, words are its sign: no stub is drawn over a mark.</summary>
    private static string Said(ChartKind kind, string mark) => (kind, mark) switch
    {
        (ChartKind.Ranking or ChartKind.Slope, "url(") => "keine Angabe",
        (ChartKind.Ranking, "⊘") => "geheim gehalten",
        _ => mark,
    };
}
