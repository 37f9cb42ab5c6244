using System.Globalization;
using System.Xml.Linq;
using Lagebild.Charts;
using Lagebild.Statistics;

namespace Lagebild.Tests.Charts;

/// <summary>Each kind of chart with what is rare: drawn within its frame, no word over another.</summary>
[SetCulture("de-DE")]
public sealed class EdgeTests
{
    private static readonly Frame[] Frames = [Frame.Wide, Frame.Narrow, Frame.Standalone, Frame.Square];

    private static IEnumerable<TestCaseData> Cases() =>
        from kind in Enum.GetValues<ChartKind>()
        from edge in Edges()
        select new TestCaseData(edge.Spec, kind).SetArgDisplayNames($"{kind}", edge.Name);

    private static IEnumerable<(string Name, ChartSpec Spec)> Edges()
    {
        yield return ("no series", Specs.Of("de"));
        yield return ("no points", Specs.Of("pl", Specs.Series("Hamburg", "HH"), Specs.Series("Pomorskie", "PM")));
        yield return ("one point", Specs.Of("en", Specs.Yearly("Hamburg", "HH", 2024, 16_188)));
        yield return ("one series", Specs.Of("de", Specs.Yearly("Hamburg", "HH", 2015, 21_000, 17_500, 12_800, 10_600)));
        yield return ("all missing", Specs.Of("de", Specs.Series("Hamburg", "HH", Specs.Year(2022, null), Specs.Year(2023, null)), Specs.Series("Kiel", null, Specs.Year(2023, null))));
        yield return ("all confidential", Specs.Of("pl", Specs.Series("Hamburg", "HH", Confidential(2022), Confidential(2023)), Specs.Series("Kiel", null, Confidential(2023))));
        yield return ("all zero", Specs.Of("en", Specs.Yearly("Hamburg", "HH", 2020, 0, 0, 0), Specs.Yearly("Kiel", null, 2020, 0, 0, 0)));
        yield return ("all equal", Specs.Of("en", Specs.Yearly("Hamburg", "HH", 2020, 7, 7, 7), Specs.Yearly("Kiel", null, 2020, 7, 7, 7)));
        yield return ("negative", Specs.Of("de", Specs.Yearly("Hamburg", "HH", 2019, -2_500, 1_300, 4_200, -800), Specs.Yearly("Schleswig-Holstein", "SH", 2019, -100, -300, -200, -900)));
        yield return ("huge", Specs.Of("pl", Specs.Yearly("Hamburg", "HH", 2020, long.MaxValue, long.MaxValue / 3, 5), Specs.Yearly("Schleswig-Holstein", "SH", 2020, 1, long.MaxValue / 2, long.MaxValue - 1)));
        yield return ("huge and negative", Specs.Of("pl", Specs.Yearly("Hamburg", "HH", 2020, long.MaxValue, long.MinValue, 5)) with { Decimals = 3 });
        yield return ("tiny", Specs.Of("de", Specs.Yearly("Hamburg", "HH", 2020, 1, 2, 0), Specs.Yearly("Kiel", null, 2020, 3, 1, 2)) with { Decimals = 3 });
        yield return ("forty", Specs.Of("de", [.. Enumerable.Range(1, 40).Select(i => Specs.Yearly($"Kreis {i}", null, 2021, 100 + (i * 37 % 90), 130 + (i * 53 % 110), 90 + (i * 29 % 140)) with { Emphasised = i is 7 or 21 })]));
        yield return ("long names", Long("pl"));
        yield return ("holes", Specs.Of("en", Specs.Yearly("Hamburg", "HH", 2005, 10, null, null, null, 20, 30, null, 15), Specs.Yearly("Schleswig-Holstein", "SH", 2007, 5, 6, null, null, 9)));
        yield return ("signs", Specs.AllSigns("pl"));
        yield return ("days", Specs.Of("de", Days("Pommern", "PM", 900), Days("Ermland-Masuren", "WM", 300)));
        yield return ("intervals", Specs.Of("pl", Specs.Series(
            "Hamburg",
            "HH",
            Specs.Days(new(2023, 1, 1), new(2023, 12, 31), Frequency.Annual, 12_000),
            Specs.Days(new(2024, 1, 1), new(2024, 3, 31), Frequency.Interval, 3_000),
            Specs.Days(new(2024, 1, 1), new(2024, 9, 15), Frequency.Interval, 8_000) with { Unfinished = true })));
        yield return ("mixed periods", Specs.Of("en", Specs.Yearly("Hamburg", "HH", 2021, 300, 200), Specs.Monthly("Kiel", null, new(2022, 3, 1), 12, 14, 9, 11)));
        yield return ("ends that coincide", Specs.Of("de", [.. new[] { "HH", "SH", "MV", "ZP", "PM", "WM" }.Select((l, i) => Specs.Yearly($"Gebiet {l}", l, 2020, 10 + i, 20))]));
    }

    private static ChartSpec Long(string language) => Specs.Of(
        language,
        Specs.Yearly("województwo warmińsko-mazurskie, obywatele Ukrainy z numerem PESEL ze statusem UKR", "WM", 2021, 12_345, 23_456, 34_567),
        Specs.Yearly("województwo zachodniopomorskie, małoletni cudzoziemcy bez opieki", "ZP", 2021, 1_234, 345, null),
        Specs.Yearly("Gemeinschafts\u00adunterkünfte und Erstaufnahme\u00adeinrichtungen in Mecklenburg-Vorpommern", "MV", 2021, 9_876, 8_765, 7_654)) with
    {
        Unit = "osoby korzystające z ochrony czasowej, stan w ostatnim dniu okresu sprawozdawczego, na 1000 mieszkańców",
        Targets = [new() { Name = "docelowa liczba miejsc w ośrodkach wspólnego zakwaterowania", Value = 30_000, Due = new(2025, 12, 31) }],
    };

    private static ChartPoint Confidential(int year) => Specs.Year(year, 7) with { Confidentiality = ConfidentialityStatus.Confidential };

    private static ChartSeries Days(string name, string label, long perDay) => Specs.Series(name, label, [.. Enumerable.Range(0, 400)
        .Select(i => new DateOnly(2022, 3, 14).AddDays(i))
        .Select((d, i) => Specs.Days(d, d, Frequency.Daily, perDay * i))]);

    /// <summary>As parts of groups too, and since an onset, so that no kind is spared.</summary>
    private static ChartSpec For(ChartSpec spec, ChartKind kind) => kind == ChartKind.Onset
        ? spec with { Series = [.. spec.Series.Select((s, i) => s with { Onset = new DateOnly(2022 - (7 * (i % 2)), 2, 1) })] }
        : spec;

    [TestCaseSource(nameof(Cases))]
    public void All_lies_within_the_drawing_and_no_word_over_another(ChartSpec spec, ChartKind kind) =>
        Assert.That(Frames.SelectMany(f => Faults(For(spec, kind), kind, f)), Is.Empty);

    private static IEnumerable<TestCaseData> Grouped() =>
        from kind in new[] { ChartKind.GroupedBar, ChartKind.Stacked, ChartKind.StackedShare }
        from edge in Edges()
        select new TestCaseData(edge.Spec, kind).SetArgDisplayNames($"{kind}", edge.Name);

    [TestCaseSource(nameof(Grouped))]
    public void Groups_lie_within_the_drawing_and_no_word_over_another(ChartSpec spec, ChartKind kind)
    {
        var grouped = spec with { Series = [.. spec.Series.Select((s, i) => s with { Group = $"Gruppe {i / 3}", Name = i % 3 == 0 ? s.Name : $"Teil {i % 3}" })] };
        Assert.That(Frames.SelectMany(f => Faults(grouped, kind, f)), Is.Empty);
    }

    [TestCaseSource(nameof(Cases))]
    public void Words_and_signs_exist_for_every_edge(ChartSpec spec, ChartKind kind)
    {
        var chart = new SeriesChart(For(spec, kind), kind);
        Assert.That((chart.Alternative.Length > 0, chart.Signs.All(s => s.Words.Length > 0 && XDocument.Parse(s.Svg).Root is not null)), Is.EqualTo((true, true)));
    }

    private static List<string> Faults(ChartSpec spec, ChartKind kind, Frame frame)
    {
        var root = XDocument.Parse(Specs.Drawn(spec, kind, frame)).Root!;
        var box = ((string)root.Attribute("viewBox")!).Split(' ').Select(Number).ToArray();
        var texts = new List<Box>();
        Collect(root, 0, 0, 1, texts);
        var faults = texts.Where(t => t.Left < -1.5 || t.Right > box[2] + 1.5 || t.Top < -1.5 || t.Bottom > box[3] + 1.5).Select(t => $"outside: {t}").ToList();
        for (var i = 0; i < texts.Count; i++)
        {
            faults.AddRange(texts.Skip(i + 1).Where(texts[i].Covers).Select(t => $"{texts[i]} over {t}"));
        }

        faults.AddRange(root.Descendants().Where(e => e.Name.LocalName is "rect" or "circle").Where(e => Number((string?)e.Attribute("width") ?? (string?)e.Attribute("r") ?? "0") < 0).Select(e => $"negative size: {e}"));
        return [.. faults.Select(f => $"{frame.Name}: {f}")];
    }

    /// <summary>Texts with where they stand in the whole drawing; their width is that of narrow letters, so that only what truly touches is found.</summary>
    private static void Collect(XElement element, double x, double y, double scale, List<Box> texts)
    {
        if ((string?)element.Attribute("transform") is { } transform && element.Name.LocalName == "g")
        {
            var numbers = transform.Split('(', ')', ' ').Where(p => p.Length > 0 && (char.IsDigit(p[0]) || p[0] == '-')).Select(Number).ToArray();
            (x, y) = (x + (numbers[0] * scale), y + (numbers[1] * scale));
            scale *= numbers.Length > 2 ? numbers[2] : 1;
        }

        if (element.Name.LocalName == "text" && element.Value.Length > 0)
        {
            texts.Add(Box.Of(element, x, y, scale));
        }

        foreach (var child in element.Elements())
        {
            Collect(child, x, y, scale, texts);
        }
    }

    private static double Number(string text) => text == "100%" ? 0 : double.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Box(string Text, double Left, double Right, double Top, double Bottom)
    {
        public static Box Of(XElement text, double x, double y, double scale)
        {
            var size = Number((string?)text.Attribute("font-size") ?? "13");
            var width = (TextWidth.Of(text.Value, size) + (text.Elements().Any() ? 5 : 0)) * 0.92;
            var at = Number((string)text.Attribute("x")!);
            var left = (string?)text.Attribute("text-anchor") switch { "middle" => at - (width / 2), "end" => at - width, _ => at };
            var baseline = Number((string)text.Attribute("y")!);
            return new(text.Value, x + (left * scale), x + ((left + width) * scale), y + ((baseline - (0.7 * size)) * scale), y + ((baseline + 1) * scale));
        }

        public bool Covers(Box other) => Left < other.Right - 0.5 && other.Left < Right - 0.5 && Top < other.Bottom - 0.5 && other.Top < Bottom - 0.5;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"'{Text}' ({Left:0}-{Right:0}, {Top:0}-{Bottom:0})");
    }
}
