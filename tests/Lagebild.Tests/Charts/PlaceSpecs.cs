using System.Buffers;
using System.Text;
using Lagebild.Catalogue;
using Lagebild.Charts;
using Lagebild.Statistics;

namespace Lagebild.Tests.Charts;

/// <summary>Specs of capacity charts, cascades and maps for the tests of this folder. Where a source is named the figures are its own, else they are made up.</summary>
internal static class PlaceSpecs
{
    public static string Drawn(Chart chart, Frame frame)
    {
        var output = new ArrayBufferWriter<byte>();
        chart.Draw(frame, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static ChartValue Value(long? value) => new() { Value = value, Href = "/figures/1" };

    public static ChartValue Confidential { get; } = new() { Confidentiality = ConfidentialityStatus.Confidential };

    public static CapacityRow Row(string name, ChartValue? occupied, ChartValue? usable = null, ChartValue? nominal = null) =>
        new() { Name = name, Occupied = occupied, Usable = usable, Nominal = nominal };

    public static CapacitySpec Capacity(string language, params CapacityRow[] rows) => new()
    {
        Id = "p1",
        Language = language,
        Headline = "Schema ohne echte Zahlen",
        SubLine = "Was, wo, Einheit, Zeitpunkt",
        Unit = language switch { "de" => "Plätze", "pl" => "miejsca", _ => "places" },
        Rows = rows,
        Source = "keine, erfundene Werte",
        Stand = "Stand: Veröffentlichung 1",
    };

    /// <summary>Landtag MV, Drs. 6/5298: Schwerin, 31.03.2016, and rows made up for the signs.</summary>
    public static CapacitySpec AllRows(string language) => Capacity(
        language,
        Row("Schwerin, 31.03.2016", Value(53), Value(47)),
        Row("Landkreis Ludwigslust-Parchim, Gemeinschaftsunterkunft am Rand der Stadt", Value(31) with { Status = ObservationStatus.Provisional }, Value(40), Value(52)) with { Note = 1 },
        Row("Pomorskie", Value(60), null, Value(50)),
        Row("Rostock", null, Value(25)),
        Row("Warmińsko-Mazurskie", Confidential, null, Value(30)),
        Row("Zachodniopomorskie", Value(20))) with
    {
        Notes = ["Zählt auch Plätze, die umgebaut werden."],
    };

    public static CapacitySpec Shares(string language) => Capacity(language, Row("Mit Notstandorten", Value(965)), Row("Regelstandorte und Erstaufnahme", Value(1345))) with { IsPercent = true, Decimals = 1 };

    public static CascadeStep Step(string name, ChartValue stays, string? left = null) => new() { Name = name, Stays = stays, LeftWords = left };

    public static CascadeSpec Cascade(string language, params CascadeStep[] steps) => new()
    {
        Id = "k1",
        Language = language,
        Headline = "Von 16.188 Registrierten blieben 12.639 in Hamburg",
        SubLine = "Schutzsuchende, Hamburg, 2024",
        Unit = language switch { "de" => "Personen", "pl" => "osoby", _ => "persons" },
        Steps = steps,
        Source = "Amt für Migration Hamburg",
        Stand = "Stand: Veröffentlichung 1",
    };

    /// <summary>Hamburg's situation picture of 2024: 16,188 registered, 12,639 stayed, 10,001 were to be accommodated; who was is not said.</summary>
    public static CascadeSpec Hamburg(string language) => language switch
    {
        "de" => Cascade(language, Step("Registriert", Value(16_188)), Step("Verbleibend", Value(12_639), "in andere Länder verteilt"), Step("Unterbringungsbedarf", Value(10_001), "ohne Unterbringungsbedarf"), Step("Untergebracht", new())),
        "pl" => Cascade(language, Step("Zarejestrowani", Value(16_188)), Step("Pozostający", Value(12_639), "skierowano do innych krajów związkowych"), Step("Potrzebujący zakwaterowania", Value(10_001), "bez potrzeby zakwaterowania"), Step("Zakwaterowani", new())),
        _ => Cascade(language, Step("Registered", Value(16_188)), Step("Staying", Value(12_639), "distributed to other Länder"), Step("In need of accommodation", Value(10_001), "not in need of accommodation"), Step("Accommodated", new())),
    };

    /// <summary>Each sign of a cascade.</summary>
    public static CascadeSpec AllSteps(string language) => Cascade(
        language,
        Step("Registriert", Value(9_000)),
        Step("Verbleibend nach der Verteilung auf die Länder und nach Abzug der Ausreisen", Value(6_500) with { Status = ObservationStatus.Provisional }, "in andere Länder verteilt") with { Left = Value(2_400) },
        Step("Unterbringungsbedarf", Value(7_000)) with { IsCountedOtherwise = true, Note = 1 },
        Step("In Erstaufnahme", Value(3_000) with { Status = ObservationStatus.Estimated }),
        Step("In Folgeunterkunft", Confidential, "noch in Erstaufnahme") with { Left = new() }) with
    {
        Notes = ["Zählt auch Menschen, die früher kamen."],
    };

    /// <summary>A map of tiles as the catalogue places them; the value of the nth place.</summary>
    public static MapSpec Map(string language, Func<int, ChartValue?> value, params string[] layouts) => new()
    {
        Id = "m1",
        Language = language,
        Headline = "Schema ohne echte Zahlen",
        SubLine = "Was, wen, Einheit, Zeitpunkt",
        Unit = language switch { "de" => "je 1.000 Einwohner", "pl" => "na 1000 mieszkańców", _ => "per 1,000 inhabitants" },
        Decimals = 1,
        Panels = [.. layouts.Select(l => new MapPanel { Name = l, Places = [.. TileLayout.Of(l).Places.Select((t, i) => Place(t, value(i)))] })],
        Source = "keine, erfundene Werte",
        Stand = "Stand: Veröffentlichung 1",
    };

    public static MapSpec Districts(string language) => Map(language, i => (i % 11) switch
    {
        3 => null,
        7 => Confidential,
        8 => Value(210) with { Status = ObservationStatus.Provisional },
        9 => Value(330) with { Status = ObservationStatus.LowReliability },
        _ => Value(150 + (i * 37 % 420)),
    }, "DEU", "POL");

    /// <summary>Four squares, one with a hole that is another place.</summary>
    public static MapSpec Outlines(string language)
    {
        var hole = Square(10.4, 53.4, 0.2);
        return Map(language, _ => null, "DEU") with
        {
            Panels =
            [
                new()
                {
                    Name = "Quadrate",
                    Places =
                    [
                        Outlined("A", "SH", Value(100), Square(10, 53, 1), hole), Outlined("B", "SH", Value(200), Square(11, 53, 1)),
                        Outlined("C", "HH", null, hole), Outlined("D", "MV", Confidential, Square(10, 52, 1)),
                    ],
                },
            ],
        };
    }

    public static (double Longitude, double Latitude)[] Square(double west, double south, double size) =>
        [(west, south), (west + size, south), (west + size, south + size), (west, south + size)];

    private static MapPlace Outlined(string sign, string group, ChartValue? value, params (double, double)[][] rings) =>
        new() { Sign = sign, Name = $"Ort {sign}", Group = group, Column = 0, Row = 0, Value = value, Outline = MapOutline.Of(rings), Href = $"/regions/{sign}" };

    private static MapPlace Place(Tile tile, ChartValue? value) =>
        new() { Sign = tile.Sign, Name = tile.Region, Group = Group(tile.Region), Column = tile.Column, Row = tile.Row, Value = value, Href = $"/regions/{tile.Region}" };

    private static string Group(string region) => region[..Math.Min(5, region.Length)] switch
    {
        "DE-01" => "SH",
        "DE-HH" => "HH",
        "DE-13" => "MV",
        "PL-32" => "ZP",
        "PL-22" => "PM",
        "PL-28" => "WM",
        _ => "",
    };
}
