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

    [TestCase("de", "Für diese Auswahl gibt es keine Zahlen.")]
    [TestCase("pl", "Dla tego wyboru brak danych liczbowych.")]
    [TestCase("en", "There are no figures for this selection.")]
    public void No_data_is_a_sentence(string language, string text) => Assert.That(Told(Specs.Of(language), ChartKind.Line), Is.EqualTo(text));

    private static string Told(ChartSpec spec, ChartKind kind) => TextAlternative.Of(spec, kind).Replace('\u00a0', ' ');
}
