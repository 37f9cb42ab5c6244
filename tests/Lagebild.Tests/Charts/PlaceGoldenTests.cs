using Lagebild.Charts;

namespace Lagebild.Tests.Charts;

/// <summary>Capacity charts, cascades and maps, byte for byte; accepted and looked at as <see cref="GoldenTests"/> says.</summary>
[SetCulture("de-DE")]
internal sealed class PlaceGoldenTests
{
    private static IEnumerable<TestCaseData> Charts()
    {
        foreach (var (name, chart) in Specimens())
        {
            yield return new TestCaseData(chart, Frame.Wide, $"{name}-wide").SetArgDisplayNames(name, "wide");
            yield return new TestCaseData(chart, Frame.Narrow, $"{name}-narrow").SetArgDisplayNames(name, "narrow");
        }

        yield return new TestCaseData(new CapacityChart(PlaceSpecs.AllRows("pl")), Frame.Standalone, "capacity-picture").SetArgDisplayNames("capacity", "picture");
        yield return new TestCaseData(new CascadeChart(PlaceSpecs.Hamburg("de")), Frame.Standalone, "cascade-picture").SetArgDisplayNames("cascade", "picture");
        yield return new TestCaseData(new CascadeChart(PlaceSpecs.Hamburg("en")), Frame.Square, "cascade-square").SetArgDisplayNames("cascade", "square");
        yield return new TestCaseData(new MapChart(PlaceSpecs.Districts("en")), Frame.Standalone, "map-picture").SetArgDisplayNames("map", "picture");
        yield return new TestCaseData(new MapChart(PlaceSpecs.Outlines("en")), Frame.Standalone, "outlines-picture").SetArgDisplayNames("outlines", "picture");
    }

    private static IEnumerable<(string Name, Chart Chart)> Specimens()
    {
        yield return ("capacity", new CapacityChart(PlaceSpecs.AllRows("de")));
        yield return ("capacity-shares", new CapacityChart(PlaceSpecs.Shares("de")));
        yield return ("capacity-none", new CapacityChart(PlaceSpecs.Capacity("en", PlaceSpecs.Row("Pomorskie", null))));
        yield return ("cascade", new CascadeChart(PlaceSpecs.Hamburg("pl")));
        yield return ("cascade-signs", new CascadeChart(PlaceSpecs.AllSteps("de")));
        yield return ("map", new MapChart(PlaceSpecs.Districts("de")));
        yield return ("map-middle", new MapChart(PlaceSpecs.Map("pl", i => PlaceSpecs.Value(700 + (i * 61 % 600)), "DEU") with { Middle = 1_000, IsPercent = true }));
        yield return ("map-countries", new MapChart(PlaceSpecs.Map("en", i => PlaceSpecs.Value(i), "baltic")));
        yield return ("outlines", new MapChart(PlaceSpecs.Outlines("de")));
    }

    [TestCaseSource(nameof(Charts))]
    public void A_chart_is_drawn_byte_for_byte_as_accepted(Chart chart, Frame frame, string name) => GoldenTests.AssertGolden(name, PlaceSpecs.Drawn(chart, frame));

    [Test]
    public void The_signs_are_drawn_byte_for_byte_as_accepted()
    {
        Chart[] charts = [new CapacityChart(PlaceSpecs.AllRows("de")), new CascadeChart(PlaceSpecs.AllSteps("de")), new MapChart(PlaceSpecs.Districts("de")), new MapChart(PlaceSpecs.Map("de", i => PlaceSpecs.Value(i), "POL") with { Middle = 30 })];

        GoldenTests.AssertGolden("place-signs", "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + string.Concat(charts.SelectMany(c => c.Signs).Select(s => $"<p>{s.Svg}{s.Words}</p>\n")) + "</div>");
    }
}
