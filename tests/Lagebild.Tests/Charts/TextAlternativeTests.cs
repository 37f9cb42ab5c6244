using Lagebild.Charts;
using Lagebild.Statistics;

namespace Lagebild.Tests.Charts;

[SetCulture("de-DE")]
public sealed class TextAlternativeTests
{
    [TestCase("de", "Liniendiagramm: 2 Reihen (Personen). Deutschland: von 755.000 (31. August 2022) auf 1.124.000 (31. März 2025); höchster Wert 1.173.000 (30. Juni 2024), niedrigster 755.000 (31. August 2022); Bruch ab 1. Juli 2024, Anmerkung 1. "
        + "Polen: von 985.000 (31. März 2022) auf 949.000 (31. März 2025, vorläufig); höchster Wert 1.357.000 (30. September 2022), niedrigster 940.000 (31. Januar 2023).")]
    [TestCase("pl", "Wykres liniowy: 2 serie (osoby). Niemcy: od 755 000 (31 sierpnia 2022) do 1 124 000 (31 marca 2025); najwyższa wartość 1 173 000 (30 czerwca 2024), najniższa 755 000 (31 sierpnia 2022); przerwa w szeregu od 1 lipca 2024, uwaga 1. "
        + "Polska: od 985 000 (31 marca 2022) do 949 000 (31 marca 2025, dane wstępne); najwyższa wartość 1 357 000 (30 września 2022), najniższa 940 000 (31 stycznia 2023).")]
    [TestCase("en", "Line chart: 2 series (persons). Germany: from 755,000 (31 August 2022) to 1,124,000 (31 March 2025); highest 1,173,000 (30 June 2024), lowest 755,000 (31 August 2022); break in the series from 1 July 2024, note 1. "
        + "Poland: from 985,000 (31 March 2022) to 949,000 (31 March 2025, provisional); highest 1,357,000 (30 September 2022), lowest 940,000 (31 January 2023).")]
    public void Lines_are_told_in_each_language(string language, string text) => Assert.That(Told(Specs.TwoCountries(language), ChartKind.Line), Is.EqualTo(text));

    [TestCase("de", "; für 3 Zeiträume keine Angabe; 1 Wert geheim gehalten;")]
    [TestCase("pl", "; brak danych za 3 okresy; 1 wartość objęta tajemnicą statystyczną;")]
    [TestCase("en", "; no figure for 3 periods; 1 value confidential;")]
    public void Gaps_and_confidential_values_are_counted(string language, string text) => Assert.That(Told(Specs.AllSigns(language), ChartKind.Line), Does.Contain(text));

    [TestCase("de", "Zielwert – Zielwert Plätze: 12.000 bis 31. Dezember 2024.")]
    [TestCase("pl", "Wartość docelowa – docelowa liczba miejsc: 12 000 do 31 grudnia 2024.")]
    [TestCase("en", "Target – target places: 12,000 by 31 December 2024.")]
    public void Targets_are_told(string language, string text) => Assert.That(Told(Specs.AllSigns(language), ChartKind.Line), Does.EndWith(text));

    [TestCase("de", "Balkendiagramm: 3 Balken (Personen). 31. Dezember 2023: Hamburg 1.900; Pomorskie keine Angabe; Kiel geheim gehalten.")]
    [TestCase("pl", "Wykres słupkowy poziomy: 3 słupki (Personen). 31 grudnia 2023: Hamburg 1900; Pomorskie brak danych; Kiel objęte tajemnicą statystyczną.")]
    [TestCase("en", "Bar chart: 3 bars (Personen). 31 December 2023: Hamburg 1,900; Pomorskie no figure; Kiel confidential.")]
    public void Bars_are_told_each_once(string language, string text)
    {
        var spec = Specs.Of(
            language,
            Specs.Yearly("Hamburg", "HH", 2023, 1_900),
            Specs.Series("Pomorskie", "PM", Specs.Year(2023, null)),
            Specs.Series("Kiel", null, Specs.Year(2023, 7) with { Confidentiality = ConfidentialityStatus.Confidential }));

        Assert.That(Told(spec, ChartKind.Bar), Is.EqualTo(text));
    }

    [TestCase(1, "Wykres liniowy: 1 seria (Personen). s1: od 1 (31 grudnia 2020) do 3 (31 grudnia 2021); najwyższa wartość 3 (31 grudnia 2021), najniższa 1 (31 grudnia 2020).")]
    [TestCase(9, "Wykres liniowy: 9 serii (Personen). "
        + "s1: od 1 (31 grudnia 2020) do 3 (31 grudnia 2021); najwyższa wartość 3 (31 grudnia 2021), najniższa 1 (31 grudnia 2020). "
        + "s2: od 1 (31 grudnia 2020) do 3 (31 grudnia 2021); najwyższa wartość 3 (31 grudnia 2021), najniższa 1 (31 grudnia 2020). "
        + "s3: od 1 (31 grudnia 2020) do 3 (31 grudnia 2021); najwyższa wartość 3 (31 grudnia 2021), najniższa 1 (31 grudnia 2020). "
        + "Pozostałe dane (6 serii) znajdują się w tabeli.")]
    public void Series_in_the_background_are_counted(int count, string text) =>
        Assert.That(Told(Specs.Of("pl", [.. Enumerable.Range(1, count).Select(i => Specs.Yearly($"s{i}", null, 2020, 1, 3))]), ChartKind.Line), Is.EqualTo(text));

    [TestCase("de", "Gruppiertes Balkendiagramm: 15 Balken (Personen). 31. Dezember 2023. Hamburg: Frauen 5.400; Männer 7.300; Kinder unter 18 6.200. "
        + "Schleswig-Holstein: Frauen 6.100; Männer keine Angabe; Kinder unter 18 4.100. województwo zachodniopomorskie: Frauen 8.400 (vorläufig); Männer 3.100 (Schätzung); Kinder unter 18 (4.900). "
        + "powiat drawski: Frauen 410; Männer geheim gehalten; Kinder unter 18 390. Pomorskie: Frauen 9.000; Männer 4.000; Kinder unter 18 7.000.")]
    [TestCase("en", "Grouped bar chart: 15 bars (persons). 31 December 2023. Hamburg: women 5,400; men 7,300; children under 18 6,200. "
        + "Schleswig-Holstein: women 6,100; men no figure; children under 18 4,100. województwo zachodniopomorskie: women 8,400 (provisional); men 3,100 (estimate); children under 18 (4,900). "
        + "powiat drawski: women 410; men confidential; children under 18 390. Pomorskie: women 9,000; men 4,000; children under 18 7,000.")]
    public void Groups_are_told_part_by_part(string language, string text) => Assert.That(Told(Specs.PartsOfRegions(language), ChartKind.GroupedBar), Is.EqualTo(text));

    [TestCase("de", "Gestapeltes Diagramm: 3 Teile, 5 Balken (Personen). Hamburg, 31. Dezember 2023: Frauen 5.400; Männer 7.300; Kinder unter 18 6.200; zusammen 18.900. "
        + "Schleswig-Holstein, 31. Dezember 2023: Frauen 6.100; Männer keine Angabe; Kinder unter 18 4.100; zusammen 17.300; Teil ohne Angabe.")]
    [TestCase("pl", "Wykres słupkowy skumulowany: 3 części, 5 słupków (osoby). Hamburg, 31 grudnia 2023: kobiety 5400; mężczyźni 7300; dzieci do 18 lat 6200; razem 18 900. "
        + "Schleswig-Holstein, 31 grudnia 2023: kobiety 6100; mężczyźni brak danych; dzieci do 18 lat 4100; razem 17 300; brak danych dla części.")]
    public void Stacks_are_told_with_their_whole_and_what_is_missing(string language, string text) => Assert.That(Told(Specs.PartsOfRegions(language), ChartKind.Stacked), Does.StartWith(text));

    [Test]
    public void A_whole_is_not_told_beside_a_confidential_part()
    {
        var spec = Specs.PartsOfRegions("en");
        var told = Told(spec with { Wholes = [Specs.Series("", null, Specs.Year(2023, 1_234)) with { Group = "powiat drawski" }] }, ChartKind.Stacked);
        Assert.That(told, Does.Contain("men confidential").And.Not.Contain("1,234"));
    }

    [TestCase("de", "Auf 100 % gestapeltes Diagramm: 3 Teile, 5 Balken (Personen). Hamburg, 31. Dezember 2023: Frauen 28,6 %; Männer 38,6 %; Kinder unter 18 32,8 %. "
        + "Schleswig-Holstein, 31. Dezember 2023: nicht gezeichnet, Teil ohne Angabe. województwo zachodniopomorskie, 31. Dezember 2023: Frauen 51,2 %; Männer 18,9 %; Kinder unter 18 (29,9 %). "
        + "powiat drawski, 31. Dezember 2023: nicht gezeichnet, Teil geheim gehalten. Pomorskie, 31. Dezember 2023: nicht gezeichnet, Teile ergeben nicht das Ganze.")]
    public void Shares_are_told_only_of_what_is_whole(string language, string text) => Assert.That(Told(Specs.PartsOfRegions(language), ChartKind.StackedShare), Is.EqualTo(text));

    [TestCase("de", "Punktdiagramm: 6 Reihen (je 1.000 Einwohner). Hamburg von 7,2 (31. Dezember 2022) auf 7,9 (31. Dezember 2023); Schleswig-Holstein von 6,1 (31. Dezember 2022) auf 5,3 (31. Dezember 2023);")]
    [TestCase("pl", "Wykres punktowy: 6 serii (na 1000 mieszkańców). Hamburg od 7,2 (31 grudnia 2022) do 7,9 (31 grudnia 2023); Schleswig-Holstein od 6,1 (31 grudnia 2022) do 5,3 (31 grudnia 2023);")]
    [TestCase("en", "Dot chart: 6 series (per 1,000 inhabitants). Hamburg from 7.2 (31 December 2022) to 7.9 (31 December 2023); Schleswig-Holstein from 6.1 (31 December 2022) to 5.3 (31 December 2023);")]
    public void Rankings_are_told_from_and_to(string language, string text) => Assert.That(Told(Specs.Pairs(language), ChartKind.Ranking), Does.StartWith(text));

    [TestCase("de", "Zachodniopomorskie von 2,0 (31. Dezember 2022) auf 4,6 (31. Dezember 2023), Bruch ab 1. Januar 2023, Anmerkung 1; Pomorskie 3,8 (31. Dezember 2022), keine Angabe (31. Dezember 2023);")]
    [TestCase("en", "Zachodniopomorskie from 2.0 (31 December 2022) to 4.6 (31 December 2023), break in the series from 1 January 2023, note 1; Pomorskie 3.8 (31 December 2022), no figure (31 December 2023);")]
    public void Slopes_are_told_with_breaks_and_gaps(string language, string text) => Assert.That(Told(Specs.Pairs(language), ChartKind.Slope), Does.Contain(text));

    [TestCase("de", "Liniendiagramme mit eigenen Achsen, nicht vergleichbar: 4 Reihen. Hamburg: von 7.800 (31. Dezember 2013) auf 16.188 (31. Dezember 2024);", "Pomorskie (je 1.000 Einwohner): von 25,1 (31. Dezember 2021) auf 24,0 (31. Dezember 2024);")]
    [TestCase("pl", "Wykresy liniowe z własnymi osiami, nieporównywalne: 4 serie. Hamburg: od 7800 (31 grudnia 2013) do 16 188 (31 grudnia 2024);", "Pomorskie (na 1000 mieszkańców): od 25,1 (31 grudnia 2021) do 24,0 (31 grudnia 2024);")]
    public void Panels_are_told_each_in_its_unit(string language, string first, string third) => Assert.That(Told(Specs.NotComparable(language), ChartKind.SmallMultiples), Does.StartWith(first).And.Contain(third));

    [TestCase("de", "Liniendiagramm, Monate seit September 2015 und seit Februar 2022: 4 Reihen (Personen). Hamburg, ab Sept. 2015: von 2.400 (31. Juli 2015) auf 300")]
    [TestCase("pl", "Wykres liniowy, miesiące od września 2015 r. i od lutego 2022 r.: 4 serie (osoby). Hamburg, od IX 2015: od 2400 (31 lipca 2015) do 300")]
    [TestCase("en", "Line chart, months since September 2015 and since February 2022: 4 series (persons). Hamburg, from Sept 2015: from 2,400 (31 July 2015) to 300")]
    public void Onsets_are_told_with_what_is_counted_from(string language, string text) => Assert.That(Told(Specs.TwoOnsets(language), ChartKind.Onset), Does.StartWith(text));

    [TestCase("de", "Für diese Auswahl gibt es keine Zahlen.")]
    [TestCase("pl", "Dla tego wyboru brak danych liczbowych.")]
    [TestCase("en", "There are no figures for this selection.")]
    public void No_data_is_a_sentence(string language, string text) => Assert.That(Told(Specs.Of(language), ChartKind.Line), Is.EqualTo(text));

    private static string Told(ChartSpec spec, ChartKind kind) => TextAlternative.Of(spec, kind).Replace('\u00a0', ' ');
}
