using Lagebild.Import.Boundaries;
using Lagebild.Statistics;
using Lagebild.Tests.Import;

namespace Lagebild.Tests.CatalogueTests;

/// <summary>Where regions lie, from a file of boundaries: the centre of the largest ring, common borders, and who is nearest.</summary>
internal sealed record Geography(IReadOnlyList<PlacedRegion> Regions, IReadOnlyList<(string From, string To)> Borders)
{
    private const double KilometresPerDegree = 111.32;
    private const int Nearest = 2;

    public static Geography Of(string file, BoundaryKey key)
    {
        var read = BoundaryFile.ReadWhole(File.ReadAllBytes(Delivered.SharedPath($"geo/{file}")), key, Lagebild.Catalogue.Catalogue.Shipped);
        HashSet<GeoPoint>[] points = [.. read.Select(b => b.Rings.SelectMany(r => r).ToHashSet())];
        return new(
            [.. read.Select(Placed).OrderBy(r => r.Code, StringComparer.Ordinal)],
            [.. from i in Enumerable.Range(0, read.Count) from j in Enumerable.Range(i + 1, read.Count - i - 1) where points[i].Count(points[j].Contains) >= 2 select (read[i].Region, read[j].Region)]);
    }

    public Geography Only(IReadOnlyCollection<string> codes) => new(
        [.. Regions.Where(r => codes.Contains(r.Code))], [.. Borders.Where(b => codes.Contains(b.From) && codes.Contains(b.To))]);

    /// <summary>Common borders, and for each place the two nearest: islands and coasts across the water.</summary>
    public IReadOnlyCollection<(string From, string To)> Neighbours =>
        [.. Borders.Concat(Regions.SelectMany(r => Regions.Where(o => o != r).OrderBy(o => Math.Pow(o.X - r.X, 2) + Math.Pow(o.Y - r.Y, 2)).Take(Nearest).Select(o => (r.Code, o.Code))))
            .DistinctBy(p => string.CompareOrdinal(p.Item1, p.Item2) < 0 ? p : (p.Item2, p.Item1))];

    private static PlacedRegion Placed(Boundary boundary)
    {
        var (x, y) = boundary.Rings.Select(Centre).MaxBy(c => Math.Abs(c.Area)).At;
        return new(boundary.Region, Group(Lagebild.Catalogue.Catalogue.Shipped.Region(boundary.Region)!), x * Math.Cos(54 * Math.PI / 180) * KilometresPerDegree, -y * KilometresPerDegree);
    }

    private static string Group(Region region) => region.Level switch { RegionLevel.District => region.Parent!, RegionLevel.Country => "", _ => region.Code };

    private static (double Area, (double X, double Y) At) Centre(IReadOnlyList<GeoPoint> ring)
    {
        double area = 0, x = 0, y = 0;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (Degrees(ring[i]), Degrees(ring[(i + 1) % ring.Count]));
            var cross = (a.X * b.Y) - (b.X * a.Y);
            (area, x, y) = (area + (cross / 2), x + ((a.X + b.X) * cross / 6), y + ((a.Y + b.Y) * cross / 6));
        }

        return (area, (x / area, y / area));
    }

    private static (double X, double Y) Degrees(GeoPoint point) => ((double)point.Longitude / GeoPoint.PerDegree, (double)point.Latitude / GeoPoint.PerDegree);
}
