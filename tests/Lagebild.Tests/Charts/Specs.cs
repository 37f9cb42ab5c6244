using System.Buffers;
using System.Text;
using Lagebild.Charts;
using Lagebild.Statistics;

namespace Lagebild.Tests.Charts;

/// <summary>Specs for the tests of this folder. The figures are made up; they show signs.</summary>
internal static class Specs
{
    public static string Drawn(ChartSpec spec, ChartKind kind, Frame frame)
    {
        var output = new ArrayBufferWriter<byte>();
        new SeriesChart(spec, kind).Draw(frame, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static ChartSpec Of(string language, params ChartSeries[] series) => new()
    {
        Id = "c1",
        Language = language,
        Headline = "Schema ohne echte Zahlen",
        SubLine = "Was, wer, wo, Einheit, Zeitraum",
        Unit = "Personen",
        Decimals = 0,
        Series = series,
        Source = "keine, erfundene Werte",
        Stand = "Stand: Veröffentlichung 1",
    };

    public static ChartSeries Series(string name, string? label, params ChartPoint[] points) => new() { Name = name, Label = label, Points = points };

    /// <summary>Year-end counts, one per year from a year on; null leaves the year out.</summary>
    public static ChartSeries Yearly(string name, string? label, int from, params long?[] values) =>
        Series(name, label, [.. values.Select((v, i) => (v, i)).Where(p => p.v is not null).Select(p => Year(from + p.i, p.v))]);

    public static ChartPoint Year(int year, long? value) => new()
    {
        Period = new(new(year, 12, 31), new(year, 12, 31), Frequency.Annual),
        Value = value,
        Href = $"/figures/{year}",
    };

    /// <summary>Month-end counts from a month on; null leaves the month out.</summary>
    public static ChartSeries Monthly(string name, string? label, DateOnly from, params long?[] values) =>
        Series(name, label, [.. values.Select((v, i) => (v, i)).Where(p => p.v is not null).Select(p => Month(from.AddMonths(p.i), p.v))]);

    public static ChartPoint Month(DateOnly first, long? value)
    {
        var end = first.AddMonths(1).AddDays(-1);
        return new() { Period = new(end, end, Frequency.Monthly), Value = value, Href = $"/figures/{end.Year}-{end.Month}" };
    }

    /// <summary>Two countries by month: values before the first count missing, a break, a provisional end.</summary>
    public static ChartSpec TwoCountries(string language)
    {
        var germany = Enumerable.Range(0, 37).Select(i => i < 5 ? (long?)null : 660_000 + (i * 19_000) - (i > 27 ? 220_000 : 0)).ToArray();
        var poland = Enumerable.Range(0, 37).Select(i => (long?)(i < 7 ? 985_000 + (i * 62_000) : 940_000 + (i % 5 * 9_000))).ToArray();
        var provisional = Monthly(Of3(language, "Polen", "Polska", "Poland"), "PL", new(2022, 3, 1), poland);
        return Of(
            language,
            Monthly(Of3(language, "Deutschland", "Niemcy", "Germany"), "DE", new(2022, 3, 1), germany),
            provisional with { Points = [.. provisional.Points.Select((p, i) => i < 35 ? p : p with { Status = ObservationStatus.Provisional })] }) with
        {
            Headline = Of3(language, "In Deutschland stieg die Zahl bis zum Bruch, in Polen blieb sie gleich", "W Niemczech liczba rosła do przerwy w szeregu, w Polsce pozostała bez zmian", "The number rose in Germany up to the break and was unchanged in Poland"),
            SubLine = Of3(language, "Erfundene Werte, Personen, Stand Monatsende, März 2022 bis März 2025", "Wartości zmyślone, osoby, stan na koniec miesiąca, marzec 2022 – marzec 2025", "Made-up values, persons, end of month, March 2022 to March 2025"),
            Unit = Of3(language, "Personen", "osoby", "persons"),
            Breaks = [new() { Day = new(2024, 7, 1), Note = 1, Series = [0] }],
            Notes = [Of3(language, "Deutschland: ab Juli 2024 andere Zählweise.", "Niemcy: od lipca 2024 r. inny sposób liczenia.", "Germany: counted differently from July 2024.")],
            Stand = Of3(language, "Stand: Veröffentlichung 1", "Stan: wydanie 1", "As of release 1"),
            Source = Of3(language, "keine, erfundene Werte", "brak, wartości zmyślone", "none, made-up values"),
        };
    }

    /// <summary>The six regions by year, close together at the end.</summary>
    public static ChartSpec SixRegions(string language) => Of(
        language,
        Yearly("Hamburg", "HH", 2015, 21_000, 17_500, 12_800, 10_600, 9_800, 9_100, 9_900, 18_200, 19_400, 18_900),
        Yearly("Schleswig-Holstein", "SH", 2015, 35_000, 24_100, 15_300, 12_200, 11_400, 10_700, 12_100, 19_800, 20_500, 19_300),
        Yearly("Mecklenburg-Vorpommern", "MV", 2015, 18_600, 12_900, 9_700, 8_300, 7_700, 7_100, 7_900, 11_100, 12_800, 12_500),
        Yearly("Westpommern", "ZP", 2015, 1_000, 1_200, 1_500, 1_900, 2_300, 2_600, 3_100, 14_900, 15_700, 16_400),
        Yearly("Pommern", "PM", 2015, 1_500, 1_800, 2_400, 3_200, 4_000, 4_300, 5_100, 22_700, 23_900, 25_100),
        Yearly("Ermland-Masuren", "WM", 2015, 500, 600, 700, 900, 1_100, 1_200, 1_500, 6_800, 7_100, 7_300));

    /// <summary>Each sign once, in one series.</summary>
    public static ChartSpec AllSigns(string language)
    {
        var points = new List<ChartPoint>
        {
            Year(2009, 2_010), Year(2010, 3_400), Year(2011, 3_600), Year(2012, 4_800),
            Year(2016, 8_200), Year(2017, 7_100) with { Status = ObservationStatus.LowReliability },
            Year(2018, null) with { Confidentiality = ConfidentialityStatus.Confidential },
            Year(2019, 5_900), Year(2020, 6_300), Year(2021, 9_100), Year(2022, 9_800) with { Status = ObservationStatus.Provisional },
            Year(2023, 10_400) with { Status = ObservationStatus.Estimated }, Year(2024, 11_000) with { Status = ObservationStatus.Forecast },
            Year(2025, 11_300) with { Status = ObservationStatus.Forecast },
        };
        return Of(language, Series("Hamburg", "HH", [.. points])) with
        {
            Breaks = [new() { Day = new(2021, 1, 1), Note = 1 }],
            Notes = ["Ab 2021 andere Zählweise."],
            Targets = [new() { Name = Of3(language, "Zielwert Plätze", "docelowa liczba miejsc", "target places"), Value = 12_000, Due = new(2024, 12, 31) }],
        };
    }

    /// <summary>A ranking with everything that is not simply a value.</summary>
    public static ChartSpec Bars(string language) => Of(
        language,
        Yearly("Pomorskie", "PM", 2023, 25_100),
        Yearly("Hamburg", "HH", 2023, 18_900),
        Series("Schleswig-Holstein", "SH", Year(2023, 17_300) with { Status = ObservationStatus.Provisional }),
        Series("Zachodniopomorskie", "ZP", Year(2023, 16_400) with { Status = ObservationStatus.Estimated }),
        Series("Mecklenburg-Vorpommern", "MV", Year(2023, 12_500) with { Status = ObservationStatus.LowReliability }),
        Series("Warmińsko-Mazurskie", "WM", Year(2023, null)),
        Series("Landkreis Ludwigslust-Parchim", null, Year(2023, null) with { Confidentiality = ConfidentialityStatus.Confidential }),
        Series("powiat drawski", null, Year(2023, null) with { MissingReason = MissingReason.NotCollected })) with
    {
        Targets = [new() { Name = Of3(language, "Zielwert", "wartość docelowa", "target"), Value = 20_000, Due = new(2025, 12, 31) }],
    };

    /// <summary>A point of another kind of period than a year's end.</summary>
    public static ChartPoint Days(DateOnly start, DateOnly end, Frequency frequency, long? value) => new() { Period = new(start, end, frequency), Value = value, Href = $"/figures/{start:yyyyMMdd}" };

    /// <summary>Women, men and children in three regions; one part missing, one confidential, one hollow.</summary>
    public static ChartSpec PartsOfRegions(string language)
    {
        var (women, men, children) = (Of3(language, "Frauen", "kobiety", "women"), Of3(language, "Männer", "mężczyźni", "men"), Of3(language, "Kinder unter 18", "dzieci do 18 lat", "children under 18"));
        ChartSeries Part(string group, string name, ChartPoint point) => Series(name, null, point) with { Group = group };
        return Of(
            language,
            Part("Hamburg", women, Year(2023, 5_400)),
            Part("Hamburg", men, Year(2023, 7_300)),
            Part("Hamburg", children, Year(2023, 6_200)),
            Part("Schleswig-Holstein", women, Year(2023, 6_100)),
            Part("Schleswig-Holstein", men, Year(2023, null)),
            Part("Schleswig-Holstein", children, Year(2023, 4_100)),
            Part("województwo zachodniopomorskie", women, Year(2023, 8_400) with { Status = ObservationStatus.Provisional }),
            Part("województwo zachodniopomorskie", men, Year(2023, 3_100) with { Status = ObservationStatus.Estimated }),
            Part("województwo zachodniopomorskie", children, Year(2023, 4_900) with { Status = ObservationStatus.LowReliability }),
            Part("powiat drawski", women, Year(2023, 410)),
            Part("powiat drawski", men, Year(2023, null) with { Confidentiality = ConfidentialityStatus.Confidential }),
            Part("powiat drawski", children, Year(2023, 390)),
            Part("Pomorskie", women, Year(2023, 9_000)),
            Part("Pomorskie", men, Year(2023, 4_000)),
            Part("Pomorskie", children, Year(2023, 7_000))) with
        {
            Unit = Of3(language, "Personen", "osoby", "persons"),
            Wholes = [Whole("Hamburg", 18_900), Whole("Schleswig-Holstein", 17_300), Whole("Pomorskie", 19_000)],
            Rounding = 5,
        };
    }

    private static ChartSeries Whole(string group, long value) => Series("", null, Year(2023, value)) with { Group = group };

    /// <summary>Six parts of one whole by year, a gap, a break, the last year provisional.</summary>
    public static ChartSpec PartsOfYears(string language) => Of(
        language,
        Yearly(Of3(language, "Syrien", "Syria", "Syria"), null, 2016, 900, 700, 650, null, 500, 620, 800, 810),
        Yearly(Of3(language, "Afghanistan", "Afganistan", "Afghanistan"), null, 2016, 400, 300, 310, null, 290, 500, 620, 600),
        Yearly(Of3(language, "Ukraine", "Ukraina", "Ukraine"), null, 2016, 20, 20, 30, null, 20, 30, 2_900, 3_100),
        Yearly(Of3(language, "Irak", "Irak", "Iraq"), null, 2016, 300, 200, 150, null, 100, 130, 150, 160),
        Yearly(Of3(language, "staatenlos", "bezpaństwowcy", "stateless"), null, 2016, 60, 50, 50, null, 40, 45, 50, 55),
        Yearly(Of3(language, "übrige Staatsangehörigkeiten", "pozostałe obywatelstwa", "other citizenships"), null, 2016, 500, 430, 400, null, 350, 380, 420, 400)) with
    {
        Unit = Of3(language, "Personen", "osoby", "persons"),
        Breaks = [new() { Day = new(2020, 1, 1), Note = 1 }],
        Notes = [Of3(language, "Ab 2020 andere Zählweise.", "Od 2020 r. inny sposób liczenia.", "Counted differently from 2020.")],
    };

    /// <summary>An earlier and a later value: risen, fallen, equal, cut by a break, missing now, confidential now, only now.</summary>
    public static ChartSpec Pairs(string language) => Of(
        language,
        Series("Hamburg", "HH", Year(2022, 72), Year(2023, 79)),
        Series("Schleswig-Holstein", "SH", Year(2022, 61), Year(2023, 53)),
        Series("Mecklenburg-Vorpommern", "MV", Year(2022, 50), Year(2023, 50)),
        Series("Zachodniopomorskie", "ZP", Year(2022, 20), Year(2023, 46)),
        Series("Pomorskie", "PM", Year(2022, 38), Year(2023, null)),
        Series("Warmińsko-Mazurskie", "WM", Year(2022, 14), Year(2023, null) with { Confidentiality = ConfidentialityStatus.Confidential })) with
    {
        Decimals = 1,
        Unit = Of3(language, "je 1.000 Einwohner", "na 1000 mieszkańców", "per 1,000 inhabitants"),
        Breaks = [new() { Day = new(2023, 1, 1), Note = 1, Series = [3] }],
        Notes = [Of3(language, "Zachodniopomorskie: ab 2023 andere Zählweise.", "Zachodniopomorskie: od 2023 r. inny sposób liczenia.", "Zachodniopomorskie: counted differently from 2023.")],
    };

    /// <summary>Two regions and their months since two onsets; one has a gap, one a break.</summary>
    public static ChartSpec TwoOnsets(string language)
    {
        ChartSeries Months(string name, string label, DateOnly onset, int peak, int? without) => Monthly(
            name, label, onset.AddMonths(-2), [.. Enumerable.Range(0, 20).Select(i => i == without ? (long?)null : 300 + (peak * Math.Max(0, 8 - Math.Abs(i - 5))))]) with
        { Onset = onset };
        return Of(
            language,
            Months("Hamburg", "HH", new(2015, 9, 1), 700, null),
            Months("Hamburg", "HH", new(2022, 2, 1), 900, null),
            Months("Schleswig-Holstein", "SH", new(2015, 9, 1), 500, 9),
            Months("Schleswig-Holstein", "SH", new(2022, 2, 1), 640, null)) with
        {
            Unit = Of3(language, "Personen", "osoby", "persons"),
            Breaks = [new() { Day = new(2022, 8, 1), Note = 1, Series = [1] }],
            Notes = [Of3(language, "Hamburg: ab August 2022 andere Zählweise.", "Hamburg: od sierpnia 2022 r. inny sposób liczenia.", "Hamburg: counted differently from August 2022.")],
        };
    }

    /// <summary>Four series that count different things, each in its own unit.</summary>
    public static ChartSpec NotComparable(string language) => Of(
        language,
        Yearly("Hamburg", "HH", 2013, 7_800, null, null, null, null, null, null, null, null, null, 22_908, 16_188) with { Detail = Of3(language, "Registrierte vor der Verteilung", "zarejestrowani przed skierowaniem", "registered, before distribution") },
        Yearly("Mecklenburg-Vorpommern", "MV", 2021, 2_800, null, 6_024, 4_010, 2_076) with { Detail = Of3(language, "Zugänge im System EASY", "przybycia w systemie EASY", "arrivals in the EASY system") },
        Yearly("Pomorskie", "PM", 2021, 251, 262, 274, 240) with { Unit = Of3(language, "je 1.000 Einwohner", "na 1000 mieszkańców", "per 1,000 inhabitants"), Decimals = 1, Detail = Of3(language, "Anträge auf den Status UKR", "wnioski o status UKR", "applications for status UKR") },
        Series("Warmińsko-Mazurskie", "WM", Year(2023, null) with { Confidentiality = ConfidentialityStatus.Confidential })) with
    {
        OwnScale = true,
        Unit = Of3(language, "Personen", "osoby", "persons"),
    };

    public static string Of3(string language, string german, string polish, string english) =>
        language switch { "de" => german, "pl" => polish, _ => english };
}
