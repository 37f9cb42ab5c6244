using System.Globalization;
using System.Text.RegularExpressions;
using Lagebild.Charts;
using Lagebild.Statistics;
using static Lagebild.Tests.Charts.PlaceSpecs;

namespace Lagebild.Tests.Charts;

internal sealed partial class CapacityTests
{
    [TestCase("de", "Belegungsdiagramm: 1 Zeile (Plätze). Schwerin: belegt 53, nutzbar 47, nominell: keine Angabe; Auslastung 112,8 % (berechnet), über die Zahl der Plätze hinaus.")]
    [TestCase("pl", "Wykres wykorzystania miejsc: 1 wiersz (miejsca). Schwerin: zajęte 53, dostępne 47, nominalne: brak danych; wykorzystanie miejsc 112,8% (obliczono), ponad liczbę miejsc.")]
    [TestCase("en", "Capacity chart: 1 row (places). Schwerin: occupied 53, usable 47, nominal: no figure; occupancy 112.8% (computed), beyond the number of places.")]
    public void The_chart_is_told_with_what_is_missing_and_what_is_over(string language, string told) =>
        Assert.That(Told(Capacity(language, Row("Schwerin", Value(53), Value(47)))), Is.EqualTo(told));

    [TestCase(1, "1 wiersz")]
    [TestCase(3, "3 wiersze")]
    [TestCase(5, "5 wierszy")]
    [TestCase(22, "22 wiersze")]
    public void Rows_are_counted_in_Polish(int rows, string counted) =>
        Assert.That(Told(Capacity("pl", [.. Enumerable.Range(0, rows).Select(i => Row($"{i}", Value(1)))])), Does.StartWith($"Wykres wykorzystania miejsc: {counted} (miejsca)."));

    [Test]
    public void Usable_places_come_before_nominal_ones() =>
        Assert.That(Told(Capacity("en", Row("A", Value(90), Value(100), Value(200)))), Does.Contain("occupancy 90.0% (computed)."));

    [TestCase(0, 0)]
    [TestCase(5, 0)]
    public void Without_places_there_is_no_share(long occupied, long usable) =>
        Assert.That(Told(Capacity("en", Row("A", Value(occupied), Value(usable)))), Does.Not.Contain("%"));

    [Test]
    public void What_is_exactly_full_is_not_over()
    {
        var chart = new CapacityChart(Capacity("en", Row("A", Value(47), Value(47))));

        Assert.That((chart.Alternative, chart.Signs.Any(s => s.Words.StartsWith("beyond", StringComparison.Ordinal))), Is.EqualTo(("Capacity chart: 1 row (places). A: occupied 47, usable 47, nominal: no figure; occupancy 100.0% (computed).", false)));
    }

    [Test]
    public void What_no_row_knows_is_said_once() =>
        Assert.That(Missing().Count(Drawn(new CapacityChart(Capacity("de", Row("A", Value(1), Value(2)), Row("B", Value(2), Value(2)))), Frame.Wide)), Is.EqualTo(1));

    [Test]
    public void A_confidential_count_has_no_share_and_no_height()
    {
        var drawn = Drawn(new CapacityChart(Capacity("en", Row("A", Confidential, Value(47)))), Frame.Wide);

        Assert.That((drawn.Contains("class=\"f\"", StringComparison.Ordinal), drawn.Contains('%', StringComparison.Ordinal)), Is.EqualTo((false, false)));
    }

    [Test]
    public void Shares_are_over_beyond_a_hundred_percent_alone() =>
        Assert.That(
            Told(Shares("en")),
            Is.EqualTo("Capacity chart: 2 rows (places). Mit Notstandorten: occupied 96.5%. Regelstandorte und Erstaufnahme: occupied 134.5%, beyond the number of places."));

    [Test]
    public void Signs_that_do_not_occur_are_not_explained() =>
        Assert.That(new CapacityChart(Capacity("de", Row("A", Value(40), Value(47)))).Signs.Select(s => s.Words), Is.EqualTo(new[] { "belegte Plätze", "Strich: nutzbare Plätze" }));

    [Test]
    public void All_signs_are_explained_in_order() =>
        Assert.That(new CapacityChart(AllRows("de")).Signs.Select(s => s.Words), Is.EqualTo(new[]
        {
            "belegte Plätze", "über die Zahl der Plätze hinaus", "Strich: nutzbare Plätze", "Umriss: nominelle Plätze", "alle Plätze belegt", "vorläufig", "geheim gehalten",
        }));

    [Test]
    public void Without_rows_a_sentence_says_so() => Assert.That(Told(Capacity("de")), Is.EqualTo("Für diese Auswahl gibt es keine Zahlen."));

    [TestCase(long.MaxValue)]
    [TestCase(9_007_199_254_740_993)]
    public void Huge_counts_stay_inside_the_frame(long count) =>
        Assert.That(Right(Drawn(new CapacityChart(Capacity("en", Row("A", Value(count), Value(count / 2)))), Frame.Wide)), Is.LessThanOrEqualTo(560));

    [Test]
    public void A_row_leads_to_its_figure_and_is_named_with_its_counts() =>
        Assert.That(
            Drawn(new CapacityChart(Capacity("en", Row("A", Value(40), Value(47)))), Frame.Wide),
            Does.Contain("<a href=\"/figures/1\"><title>A: occupied 40, usable 47, nominal: no figure; occupancy 85.1% (computed)</title>"));

    [Test]
    public void The_line_of_all_places_crosses_no_words([Values("w", "n")] string frame)
    {
        var spec = Shares("de") with { Rows = [Row("Hamburg, mit Notstandorten, 31.12.2024", Value(9_345) with { Status = ObservationStatus.Provisional }), Row("Regelstandorte", Value(965))] };
        var drawn = Drawn(new CapacityChart(spec), frame == "w" ? Frame.Wide : Frame.Narrow);
        var lines = Reference().Matches(drawn).Select(m => (X: Number(m, 1), From: Number(m, 2), To: Number(m, 3))).ToArray();

        Assert.That(
            Words().Matches(drawn).Where(w => lines.Any(l => Left(w) < l.X && l.X < Left(w) + Width(w) && l.From < Number(w, 2) + 3 && Number(w, 2) - 10 < l.To)).Select(w => w.Groups[4].Value),
            Is.Empty);
    }

    private static string Told(CapacitySpec spec) => new CapacityChart(spec).Alternative.Replace('\u00a0', ' ');

    private static double Right(string svg) => Bar().Matches(svg).Max(m => Number(m, 1) + Number(m, 2));

    private static double Left(Match words) => Number(words, 1) - (words.Groups[3].Value switch { "middle" => Width(words) / 2, "end" => Width(words), _ => 0 });

    private static double Width(Match words) => TextWidth.Of(words.Groups[4].Value, 13);

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(">nominell: keine Angabe</text>")]
    private static partial Regex Missing();

    [GeneratedRegex("<rect[^>]* x=\"([\\d.]+)\"[^>]* width=\"([\\d.]+)\"")]
    private static partial Regex Bar();

    [GeneratedRegex("<line class=\"ref\" x1=\"([\\d.]+)\" y1=\"([\\d.]+)\" x2=\"[\\d.]+\" y2=\"([\\d.]+)\"")]
    private static partial Regex Reference();

    [GeneratedRegex("<text[^>]* x=\"([\\d.]+)\" y=\"([\\d.]+)\"(?: text-anchor=\"(\\w+)\")?>([^<]+)</text>")]
    private static partial Regex Words();
}
