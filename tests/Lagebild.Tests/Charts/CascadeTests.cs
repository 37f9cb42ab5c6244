using Lagebild.Charts;
using Lagebild.Statistics;
using static Lagebild.Tests.Charts.PlaceSpecs;

namespace Lagebild.Tests.Charts;

internal sealed class CascadeTests
{
    [TestCase("de", "Kaskadendiagramm: 4 Stufen (Personen). Registriert: 16.188. Verbleibend: 12.639; −3.549 in andere Länder verteilt (berechnet). Unterbringungsbedarf: 10.001; −2.638 ohne Unterbringungsbedarf (berechnet). Untergebracht: keine Angabe.")]
    [TestCase("pl", "Wykres kaskadowy: 4 etapy (osoby). Zarejestrowani: 16 188. Pozostający: 12 639; −3549 skierowano do innych krajów związkowych (obliczono). Potrzebujący zakwaterowania: 10 001; −2638 bez potrzeby zakwaterowania (obliczono). Zakwaterowani: brak danych.")]
    [TestCase("en", "Cascade chart: 4 steps (persons). Registered: 16,188. Staying: 12,639; −3,549 distributed to other Länder (computed). In need of accommodation: 10,001; −2,638 not in need of accommodation (computed). Accommodated: no figure.")]
    public void Each_step_is_told_with_who_left(string language, string told) => Assert.That(Told(Hamburg(language)), Is.EqualTo(told));

    [Test]
    public void What_the_source_says_of_those_who_left_is_not_computed_anew() =>
        Assert.That(Told(Cascade("en", Step("A", Value(100)), Step("B", Value(60), "left") with { Left = Value(38) })), Does.EndWith("B: 60; −38 left."));

    [Test]
    public void What_left_without_a_figure_is_said_to_have_none() =>
        Assert.That(Told(Cascade("en", Step("A", Value(100)), Step("B", Value(60), "left") with { Left = new() })), Does.EndWith("B: 60; left: no figure."));

    [Test]
    public void Between_steps_counted_otherwise_nothing_is_computed() =>
        Assert.That(
            Told(Cascade("en", Step("A", Value(100)), Step("B", Value(60), "left") with { IsCountedOtherwise = true, Note = 1 })),
            Does.EndWith("B: 60; counted otherwise than the step before, note 1."));

    [TestCase(100, 120)]
    [TestCase(100, 100)]
    public void Where_nobody_left_nothing_is_said(long before, long after) =>
        Assert.That(Told(Cascade("en", Step("A", Value(before)), Step("B", Value(after), "left"))), Does.EndWith($"B: {after}."));

    [Test]
    public void A_value_that_may_change_makes_no_difference() =>
        Assert.That(Told(Cascade("en", Step("A", Value(100) with { Status = ObservationStatus.Provisional }), Step("B", Value(60), "left"))), Does.EndWith("A: 100 (provisional). B: 60."));

    [Test]
    public void A_confidential_step_gives_nothing_away_by_a_difference() =>
        Assert.That(Told(Cascade("en", Step("A", Value(100)), Step("B", Confidential, "left"), Step("C", Value(20), "left"))), Does.EndWith("B: confidential. C: 20."));

    [Test]
    public void A_step_without_a_figure_is_a_stub_not_to_scale()
    {
        var drawn = Drawn(new CascadeChart(Cascade("en", Step("A", Value(1_000_000)), Step("B", new()))), Frame.Wide);

        Assert.That(drawn, Does.Contain("<rect fill=\"url(#k1-w-h)\" x=\"1\"").And.Contain("width=\"56\""));
    }

    [Test]
    public void Nobody_registered_is_a_zero_and_no_gap() =>
        Assert.That(Told(Cascade("de", Step("Registriert", Value(0)), Step("Verbleibend", Value(0), "verteilt"))), Is.EqualTo("Kaskadendiagramm: 2 Stufen (Personen). Registriert: 0. Verbleibend: 0."));

    [Test]
    public void Without_any_figure_a_sentence_stands_in_place_of_the_bars() =>
        Assert.That(Drawn(new CascadeChart(Cascade("en", Step("A", new()))), Frame.Wide), Does.Contain(">There are no figures for this selection.</text>"));

    [Test]
    public void Only_the_signs_that_occur_are_explained() =>
        Assert.That(new CascadeChart(Hamburg("de")).Signs.Select(s => s.Words), Is.EqualTo(new[] { "verbleibend", "seit der Stufe davor ausgeschieden", "keine Angabe, das heißt nicht null" }));

    private static string Told(CascadeSpec spec) => new CascadeChart(spec).Alternative.Replace('\u00a0', ' ');
}
