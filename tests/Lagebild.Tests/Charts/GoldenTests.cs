using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Lagebild.Charts;
using Lagebild.Statistics;

namespace Lagebild.Tests.Charts;

/// <summary>
/// Each kind of chart and each sign, byte for byte as in <c>golden/*.golden.svg</c>. To accept what is drawn now, run the tests once with the environment
/// variable <c>LAGEBILD_ACCEPT_GOLDEN=1</c>, and look at every picture that changed before you commit it.
/// </summary>
[SetCulture("de-DE")]
public sealed class GoldenTests
{
    private static IEnumerable<TestCaseData> Charts()
    {
        foreach (var (name, kind, spec) in Specimens())
        {
            yield return new TestCaseData(spec, kind, Frame.Wide, $"{name}-wide").SetArgDisplayNames(name, "wide");
            yield return new TestCaseData(spec, kind, Frame.Narrow, $"{name}-narrow").SetArgDisplayNames(name, "narrow");
        }

        yield return new TestCaseData(Specs.TwoCountries("pl"), ChartKind.Line, Frame.Standalone, "two-countries-picture").SetArgDisplayNames("two-countries", "picture");
        yield return new TestCaseData(Specs.AllSigns("de"), ChartKind.Line, Frame.Standalone, "all-signs-picture").SetArgDisplayNames("all-signs", "picture");
        yield return new TestCaseData(Specs.Bars("en"), ChartKind.Bar, Frame.Standalone, "bars-picture").SetArgDisplayNames("bars", "picture");
        yield return new TestCaseData(Specs.PartsOfRegions("pl"), ChartKind.Stacked, Frame.Standalone, "stacked-regions-picture").SetArgDisplayNames("stacked-regions", "picture");
        yield return new TestCaseData(Specs.PartsOfYears("en"), ChartKind.StackedShare, Frame.Standalone, "shares-years-picture").SetArgDisplayNames("shares-years", "picture");
        yield return new TestCaseData(Specs.PartsOfRegions("de"), ChartKind.GroupedBar, Frame.Standalone, "grouped-parts-picture").SetArgDisplayNames("grouped-parts", "picture");
        yield return new TestCaseData(Specs.NotComparable("pl"), ChartKind.SmallMultiples, Frame.Standalone, "own-scale-picture").SetArgDisplayNames("own-scale", "picture");
        yield return new TestCaseData(Specs.SixRegions("de"), ChartKind.SmallMultiples, Frame.Square, "panels-square").SetArgDisplayNames("panels", "square");
        yield return new TestCaseData(Specs.Pairs("en"), ChartKind.Ranking, Frame.Standalone, "ranking-pairs-picture").SetArgDisplayNames("ranking-pairs", "picture");
        yield return new TestCaseData(Specs.Pairs("de"), ChartKind.Slope, Frame.Standalone, "slope-picture").SetArgDisplayNames("slope", "picture");
        yield return new TestCaseData(Specs.TwoOnsets("pl"), ChartKind.Onset, Frame.Standalone, "onset-picture").SetArgDisplayNames("onset", "picture");
        yield return new TestCaseData(Specs.AllSigns("en"), ChartKind.Column, Frame.Standalone, "columns-picture").SetArgDisplayNames("columns", "picture");
        yield return new TestCaseData(Specs.SixRegions("de"), ChartKind.Line, Frame.Square, "six-regions-square").SetArgDisplayNames("six-regions", "square");
    }

    private static IEnumerable<(string Name, ChartKind Kind, ChartSpec Spec)> Specimens()
    {
        yield return ("two-countries", ChartKind.Line, Specs.TwoCountries("de"));
        yield return ("six-regions", ChartKind.Line, Specs.SixRegions("de"));
        yield return ("all-signs", ChartKind.Line, Specs.AllSigns("de"));
        yield return ("countries", ChartKind.Line, Specs.Of(
            "en",
            Specs.Yearly("Germany", "DE", 2019, 40, 44, 41, 60, 66),
            Specs.Yearly("Poland", "PL", 2019, 20, 24, 21, 40, 46),
            Specs.Yearly("European Union", "EU", 2019, 30, 34, 31, 50, 56)) with
        {
            Unit = "persons",
            Headline = "The three greys of the countries",
        });
        yield return ("parts", ChartKind.Line, Specs.Of(
            "pl",
            Specs.Yearly("Kobiety w wieku 18–65 lat, które złożyły wniosek", null, 2019, 412, 444, 471, 483, 495),
            Specs.Yearly("Mężczyźni w wieku 18–65 lat, którzy złożyli wniosek", null, 2019, 202, 240, 251, 267, 286),
            Specs.Yearly("Dzieci", null, 2019, 120, 134, 131, 150, 156)) with
        {
            Decimals = 1,
            Unit = "na 1000 mieszkańców",
        });
        yield return ("no-zero", ChartKind.Line, Specs.Of("de", Specs.Yearly("Hamburg", "HH", 2015, 1_787_408, 1_810_438, 1_830_584, 1_841_179, 1_847_253, 1_852_478, 1_853_935, 1_892_122)) with { MayOmitZero = true });
        yield return ("one-point", ChartKind.Line, Specs.Of("de", Specs.Yearly("Hamburg", "HH", 2024, 16_188)));
        yield return ("all-equal", ChartKind.Line, Specs.Of("en", Specs.Yearly("Hamburg", "HH", 2020, 0, 0, 0)));
        yield return ("negative", ChartKind.Line, Specs.Of("en", Specs.Yearly("Hamburg", "HH", 2019, -2_500, 1_300, 4_200, -800, 300)));
        yield return ("forty", ChartKind.Line, Specs.Of("de", [.. Enumerable.Range(1, 40).Select(i => Specs.Yearly($"Kreis {i}", null, 2017, 100 + (i * 37 % 90), 130 + (i * 53 % 110), 90 + (i * 29 % 140), 150 + (i * 61 % 100)) with { Emphasised = i is 7 or 21 })]));
        yield return ("many-pieces", ChartKind.Line, Specs.Of("pl", Days("pomorskie", "PM", 900), Days("warmińsko-mazurskie", "WM", 300)) with { Unit = "wnioski, narastająco" });
        yield return ("interval", ChartKind.Line, Specs.Of("en", WithInterval(Specs.Yearly("Hamburg", "HH", 2019, 5_000, 4_200, 6_800, 9_000, 16_188))));
        yield return ("mixed-frequencies", ChartKind.Line, Specs.Of(
            "de",
            Specs.Monthly("Hamburg", "HH", new(2022, 1, 1), [.. Enumerable.Range(0, 36).Select(i => (long?)(900 + (i * 31 % 400)))]),
            Specs.Yearly("Schleswig-Holstein", "SH", 2021, 1_300, 1_500, 1_100, 1_250)));
        yield return ("no-data", ChartKind.Line, Specs.Of("pl"));
        yield return ("bars", ChartKind.Bar, Specs.Bars("de"));
        yield return ("bars-percent", ChartKind.Bar, Specs.Of(
            "pl", Specs.Yearly("Kobiety 18–65", null, 2022, 472), Specs.Yearly("Dziewczęta do 17", null, 2022, 211), Specs.Yearly("Mężczyźni 66+", null, 2022, 8)) with
        {
            Decimals = 1,
            IsPercent = true,
        });
        yield return ("bars-negative", ChartKind.Bar, Specs.Of(
            "en", Specs.Yearly("Hamburg", "HH", 2023, 1_200), Specs.Yearly("Schleswig-Holstein", "SH", 2022, -700), Specs.Yearly("Pomorskie", "PM", 2023, 0)));
        yield return ("columns", ChartKind.Column, Specs.Of(
            "de", Specs.Yearly("Hamburg", "HH", 2020, 9_100, 9_900, 18_200, 19_400, 18_900), Specs.Yearly("Schleswig-Holstein", "SH", 2020, 10_700, 12_100, 19_800, null, 19_300)));
        yield return ("columns-signs", ChartKind.Column, Specs.AllSigns("de"));
        yield return ("columns-intervals", ChartKind.Column, Specs.Of("pl", Intervals("Hamburg", "HH"), Intervals("Schleswig-Holstein", "SH")) with { Unit = "osoby" });
        yield return ("columns-so-far", ChartKind.Column, Specs.Of("de", SoFar("Hamburg", "HH")));
        yield return ("grouped-parts", ChartKind.GroupedBar, Specs.PartsOfRegions("pl"));
        yield return ("grouped-periods", ChartKind.GroupedBar, Specs.Of(
            "de", Specs.Yearly("Hamburg", "HH", 2022, 18_200, 19_400, 18_900), Specs.Yearly("Schleswig-Holstein", "SH", 2022, 19_800, null, 19_300), Specs.Yearly("Pommern", "PM", 2022, 22_700, 23_900, 25_100)));
        yield return ("stacked-regions", ChartKind.Stacked, Specs.PartsOfRegions("de"));
        yield return ("stacked-years", ChartKind.Stacked, Specs.PartsOfYears("de"));
        yield return ("shares-regions", ChartKind.StackedShare, Specs.PartsOfRegions("en"));
        yield return ("shares-years", ChartKind.StackedShare, Specs.PartsOfYears("pl"));
        yield return ("stacked-countries", ChartKind.Stacked, Specs.Of("en", Specs.Yearly("Hamburg", "HH", 2020, 9_100, 9_900, 18_200), Specs.Yearly("Schleswig-Holstein", "SH", 2020, 10_700, 12_100, 19_800), Specs.Yearly("Mecklenburg-Vorpommern", "MV", 2020, 7_100, 7_900, 11_100)));
        yield return ("panels", ChartKind.SmallMultiples, Specs.SixRegions("en"));
        yield return ("own-scale", ChartKind.SmallMultiples, Specs.NotComparable("de"));
        yield return ("ranking", ChartKind.Ranking, Specs.Bars("pl"));
        yield return ("ranking-pairs", ChartKind.Ranking, Specs.Pairs("de"));
        yield return ("slope", ChartKind.Slope, Specs.Pairs("pl"));
        yield return ("slope-six", ChartKind.Slope, Specs.SixRegions("en"));
        yield return ("onset", ChartKind.Onset, Specs.TwoOnsets("de"));
        yield return ("onset-one", ChartKind.Onset, Specs.TwoOnsets("en") with { Series = [.. Specs.TwoOnsets("en").Series.Take(2)] });
    }

    [TestCaseSource(nameof(Charts))]
    public void A_chart_is_drawn_byte_for_byte_as_accepted(ChartSpec spec, ChartKind kind, Frame frame, string name) =>
        AssertGolden(name, Specs.Drawn(spec, kind, frame));

    [Test]
    public void A_sparkline_is_drawn_byte_for_byte_as_accepted()
    {
        var output = new ArrayBufferWriter<byte>();
        Sparkline.Draw(Specs.AllSigns("de"), output);
        AssertGolden("sparkline", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Test]
    public void The_signs_are_drawn_byte_for_byte_as_accepted() =>
        AssertGolden("signs", "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + string.Concat(ChartSigns.Of(EverySign(), ChartKind.Line).Select(s => $"<p>{s.Svg}{s.Words}</p>\n")) + "</div>");

    private static ChartSpec EverySign()
    {
        var signs = Specs.AllSigns("de");
        var more = WithInterval(Specs.Series("Bund", "DE", Specs.Year(2020, 0) with { Status = ObservationStatus.LessThanHalfUnit }, Specs.Year(2023, 7) with { Unfinished = true }));
        return signs with { Series = [.. signs.Series, more, .. Enumerable.Range(0, 6).Select(i => Specs.Yearly($"{i}", null, 2020, 1, 2))] };
    }

    private static ChartSeries WithInterval(ChartSeries series) => series with
    {
        Points = [.. series.Points, new() { Period = new(new(2024, 1, 1), new(2024, 9, 30), Frequency.Interval), Value = 7_400, Unfinished = true }],
    };

    /// <summary>Two years, then nine months.</summary>
    private static ChartSeries Intervals(string name, string label) => Specs.Series(
        name,
        label,
        Specs.Days(new(2022, 1, 1), new(2022, 12, 31), Frequency.Annual, 9_100),
        Specs.Days(new(2023, 1, 1), new(2023, 12, 31), Frequency.Annual, 12_400) with { Status = ObservationStatus.LowReliability },
        Specs.Days(new(2024, 1, 1), new(2024, 9, 30), Frequency.Interval, 8_300) with { Unfinished = true });

    /// <summary>The year so far, counted three times.</summary>
    private static ChartSeries SoFar(string name, string label) => Specs.Series(
        name,
        label,
        Specs.Days(new(2024, 1, 1), new(2024, 3, 31), Frequency.Interval, 2_100),
        Specs.Days(new(2024, 1, 1), new(2024, 6, 30), Frequency.Interval, 4_600),
        Specs.Days(new(2024, 1, 1), new(2024, 9, 30), Frequency.Interval, 6_200));

    /// <summary>Daily, without Sundays.</summary>
    private static ChartSeries Days(string name, string label, long perDay) => Specs.Series(name, label, [.. Enumerable.Range(0, 90)
        .Select(i => new DateOnly(2022, 3, 14).AddDays(i))
        .Where(d => d.DayOfWeek != DayOfWeek.Sunday)
        .Select((d, i) => new ChartPoint { Period = new(d, d, Frequency.Daily), Value = (perDay * i) - (perDay * i * i / 260) })]);

    private static void AssertGolden(string name, string drawn)
    {
        var path = Path.Combine(Folder(), "golden", $"{name}.golden.svg");
        if (Environment.GetEnvironmentVariable("LAGEBILD_ACCEPT_GOLDEN") == "1")
        {
            File.WriteAllText(path, drawn);
        }

        Assert.That(File.Exists(path), $"{name} has not been accepted yet");
        Assert.That(drawn, Is.EqualTo(File.ReadAllText(path)));
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
