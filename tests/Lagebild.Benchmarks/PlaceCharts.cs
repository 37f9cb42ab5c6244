using Lagebild.Catalogue;
using Lagebild.Charts;

namespace Lagebild.Benchmarks;

/// <summary>Capacity of twelve places, a cascade of five steps, a map of 86 districts: every value with the address of its figure page.</summary>
internal static class PlaceCharts
{
    public static IEnumerable<(string Name, Chart Chart)> All => [("Capacity", new CapacityChart(Capacity())), ("Cascade", new CascadeChart(Cascade())), ("Map", new MapChart(Map()))];

    private static CapacitySpec Capacity() => new()
    {
        Id = "capacity",
        Language = "de",
        Headline = "Erzeugte Plätze",
        SubLine = "Erzeugte Werte, Plätze",
        Unit = "Plätze",
        Rows = [.. Enumerable.Range(1, 12).Select(i => new CapacityRow { Name = $"Unterkunft {i}", Occupied = Value(i * 37), Usable = Value(i * 35), Nominal = Value(i * 40) })],
        Source = "erzeugt",
        Stand = "Stand: Veröffentlichung 1",
    };

    private static CascadeSpec Cascade() => new()
    {
        Id = "cascade",
        Language = "de",
        Headline = "Erzeugte Stufen",
        SubLine = "Erzeugte Werte, Personen",
        Unit = "Personen",
        Steps = [.. Enumerable.Range(0, 5).Select(i => new CascadeStep { Name = $"Stufe {i + 1}", Stays = Value(16_000 - (i * 3_000)), LeftWords = i == 0 ? null : "ausgeschieden" })],
        Source = "erzeugt",
        Stand = "Stand: Veröffentlichung 1",
    };

    private static MapSpec Map() => new()
    {
        Id = "map",
        Language = "de",
        Headline = "Erzeugte Karte",
        SubLine = "Erzeugte Werte, je 1.000 Einwohner",
        Unit = "je 1.000 Einwohner",
        Decimals = 1,
        Panels = [.. new[] { "DEU", "POL" }.Select(l => new MapPanel { Name = l, Places = [.. TileLayout.Of(l).Places.Select(Place)] })],
        Source = "erzeugt",
        Stand = "Stand: Veröffentlichung 1",
    };

    private static MapPlace Place(Tile tile, int index) =>
        new() { Sign = tile.Sign, Name = tile.Region, Group = tile.Region[..4], Column = tile.Column, Row = tile.Row, Value = Value(150 + (index * 37 % 420)) };

    private static ChartValue Value(long value) => new() { Value = value, Href = $"/de/figures/{value}/2024-12-31/2024-12-31" };
}
