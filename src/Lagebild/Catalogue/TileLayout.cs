using System.Reflection;
using System.Text.Json;

namespace Lagebild.Catalogue;

/// <summary>
/// Where the tiles of a map stand, one a place, all of one size (<c>tiles.json</c>): <c>DEU</c> the 24 Kreise, Hamburg among them; <c>POL</c> the 62 powiats;
/// <c>baltic</c> the countries around the Baltic Sea without Russia; <c>europe</c> the countries of NUTS and the European countries beside them.
/// </summary>
public sealed record TileLayout
{
    public required string Code { get; init; }

    /// <summary>From top to bottom, within a row from left to right.</summary>
    public required IReadOnlyList<Tile> Places { get; init; }

    /// <summary>In the order of the file.</summary>
    public static IReadOnlyList<TileLayout> All { get; } = Read();

    /// <summary>A code that is not one of the four throws.</summary>
    public static TileLayout Of(string code) => All.First(l => l.Code == code);

    private static IReadOnlyList<TileLayout> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("catalogue/tiles.json")!;
        return JsonSerializer.Deserialize<Layouts>(stream, JsonSerializerOptions.Web)!.List;
    }

    private sealed record Layouts(
        [property: System.Text.Json.Serialization.JsonPropertyName("layouts")] IReadOnlyList<TileLayout> List);
}

/// <summary>One tile.</summary>
public sealed record Tile
{
    /// <summary>Code of the place.</summary>
    public required string Region { get; init; }

    /// <summary>
    /// Two letters: of a district the first two of its vehicle registration plate, in Poland without the letter of the voivodeship where more remain than one
    /// (GSP: SP, GD: GD); of a country ISO 3166-1 alpha-2. Districts of one Land or voivodeship have different ones.
    /// </summary>
    public required string Sign { get; init; }

    /// <summary>From 0, left to right.</summary>
    public required int Column { get; init; }

    /// <summary>From 0, top to bottom.</summary>
    public required int Row { get; init; }
}
