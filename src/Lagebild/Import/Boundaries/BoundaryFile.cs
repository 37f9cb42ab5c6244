using System.Text.Json;

namespace Lagebild.Import.Boundaries;

/// <summary>
/// Boundaries of a GeoJSON file (RFC 7946: a FeatureCollection of polygons in degrees, WGS 84), matched to regions by an alias and simplified so that neighbours
/// keep their common line.
/// </summary>
public sealed record BoundaryFile
{
    private static readonly Dictionary<BoundaryKey, (string[] Properties, string[] Schemes)> _keys = new()
    {
        [BoundaryKey.Ags] = (["AGS", "AGS_0"], ["ags"]),
        [BoundaryKey.Teryt] = (["TERYT", "JPT_KOD_JE"], ["teryt", "teryt7"]),
        [BoundaryKey.Nuts] = (["NUTS_ID", "NUTS"], ["nuts", "eurostat"]),
        [BoundaryKey.Iso3] = (["ISO3", "ISO_A3", "ADM0_A3", "ISO3_CODE"], ["iso3"]),
    };

    /// <summary>One for each region found, in the order of the file.</summary>
    public required IReadOnlyList<Boundary> Boundaries { get; init; }

    /// <summary>What could not be used, a sentence each, in the order of the file: features of no known region, a region once more.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>How many points the boundaries found had before they were simplified.</summary>
    public required int PointsRead { get; init; }

    /// <summary>
    /// Reads and simplifies. A file that is not such a GeoJSON, is not in degrees, has no property for the key, names no known region, or holds a broken outline of
    /// one is refused: a <see cref="FormatException"/> or <see cref="JsonException"/> with a sentence.
    /// </summary>
    public static BoundaryFile Read(ReadOnlyMemory<byte> json, BoundaryKey key, Catalogue.Catalogue catalogue)
    {
        using var document = JsonDocument.Parse(json);
        var reader = new FeatureReader(key, catalogue);
        reader.ReadAll(Features(document.RootElement));
        return reader.Found.Count == 0
            ? throw new FormatException($"No feature names a known region by {Name(key)}. {string.Join(' ', reader.Findings.Take(3))}".TrimEnd())
            : new()
            {
                Boundaries = Topology.Simplified(reader.Found),
                Findings = reader.Findings,
                PointsRead = reader.Found.Sum(b => b.Rings.Sum(r => r.Count)),
            };
    }

    /// <summary>As it is typed: AGS.</summary>
    public static string Name(BoundaryKey key) => key.ToString().ToUpperInvariant();

    private static JsonElement Features(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() != "FeatureCollection"
            || !root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException("The file is not a GeoJSON FeatureCollection.");
        }

        return InDegrees(root) ? features : throw new FormatException("The file names another coordinate system than WGS 84 in degrees (EPSG:4326). Convert it first.");
    }

    /// <summary>Files of before RFC 7946 name their system; one without a name is in degrees.</summary>
    private static bool InDegrees(JsonElement root) =>
        !root.TryGetProperty("crs", out var crs) || crs.ValueKind == JsonValueKind.Null || crs.GetRawText() is var text && (text.Contains("CRS84", StringComparison.Ordinal) || text.Contains("EPSG::4326", StringComparison.Ordinal) || text.Contains("EPSG:4326", StringComparison.Ordinal));

    /// <summary>Takes one feature after the other.</summary>
    private sealed class FeatureReader(BoundaryKey key, Catalogue.Catalogue catalogue)
    {
        private int _feature;

        public List<Boundary> Found { get; } = [];

        public List<string> Findings { get; } = [];

        public void ReadAll(JsonElement features)
        {
            foreach (var feature in features.EnumerateArray())
            {
                _feature++;
                ReadOne(feature);
            }
        }

        private void ReadOne(JsonElement feature)
        {
            if (Code(feature) is not { } code)
            {
                Findings.Add($"Feature {_feature} has no property {string.Join(" or ", _keys[key].Properties)}.");
            }
            else if (_keys[key].Schemes.Select(s => catalogue.RegionByAlias(s, code)).FirstOrDefault(r => r is not null) is not { } region)
            {
                Findings.Add($"Feature {_feature}: no region has {Name(key)} {code}.");
            }
            else if (Found.Exists(b => b.Region == region.Code))
            {
                Findings.Add($"Feature {_feature}: {Name(key)} {code} is {region.Code} once more; the first outline is kept.");
            }
            else
            {
                Found.Add(new() { Region = region.Code, Rings = [.. Rings(feature)] });
            }
        }

        private string? Code(JsonElement feature)
        {
            if (feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var named = properties.EnumerateObject().Where(p => _keys[key].Properties.Contains(p.Name, StringComparer.OrdinalIgnoreCase)).Select(p => p.Value);
            return named.Where(v => v.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(v => v.ToString()).FirstOrDefault(v => v.Length > 0);
        }

        private IEnumerable<IReadOnlyList<GeoPoint>> Rings(JsonElement feature)
        {
            var (type, coordinates) = feature.TryGetProperty("geometry", out var geometry) && geometry.ValueKind == JsonValueKind.Object
                && geometry.TryGetProperty("type", out var named) && geometry.TryGetProperty("coordinates", out var found) && found.ValueKind == JsonValueKind.Array
                ? (named.ToString(), found)
                : throw Broken();
            var polygons = type switch { "Polygon" => [coordinates], "MultiPolygon" => coordinates.EnumerateArray().ToArray(), _ => throw Broken() };
            return polygons.SelectMany(List).Select(Ring);
        }

        private IEnumerable<JsonElement> List(JsonElement array) => array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : throw Broken();

        private List<GeoPoint> Ring(JsonElement ring)
        {
            List<GeoPoint> points = [.. List(ring).Select(Point)];
            if (points.Count < 4 || points[0] != points[^1])
            {
                throw Broken();
            }

            points.RemoveAt(points.Count - 1);
            return points;
        }

        private GeoPoint Point(JsonElement point)
        {
            JsonElement[] numbers = [.. List(point)];
            if (numbers.Length < 2 || numbers.Any(n => n.ValueKind != JsonValueKind.Number))
            {
                throw Broken();
            }

            var (longitude, latitude) = (numbers[0].GetDouble(), numbers[1].GetDouble());
            return Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 90
                ? new(Whole(longitude), Whole(latitude))
                : throw new FormatException($"Feature {_feature} holds coordinates that are not degrees. Convert the file to WGS 84 (EPSG:4326) first.");
        }

        private static int Whole(double degrees) => (int)Math.Round(degrees * GeoPoint.PerDegree, MidpointRounding.AwayFromZero);

        private FormatException Broken() => new($"The outline of feature {_feature} is not a closed Polygon or MultiPolygon.");
    }
}
