namespace Lagebild.Import.Boundaries;

/// <summary>
/// Simplifies outlines together. Rings are cut where three or more of them meet; each line between two such points is simplified once (Douglas and Peucker) and
/// used by all that share it, so that no gap or overlap arises. The tolerance is a thousandth of the longer side of all outlines; islands smaller than twice that
/// are left out where their region has a larger ring.
/// </summary>
internal sealed class Topology
{
    private const double ToleranceShare = 0.001;
    private const int LeastPoints = 3;

    private readonly double _tolerance;
    private readonly double _narrowing;
    private readonly HashSet<GeoPoint> _junctions;
    private readonly Dictionary<(GeoPoint From, GeoPoint Next, GeoPoint To, int Count), GeoPoint[]> _lines = [];

    private Topology(IReadOnlyList<Boundary> boundaries)
    {
        GeoPoint[] points = [.. boundaries.SelectMany(b => b.Rings).SelectMany(r => r)];
        var (south, north) = (points.Min(p => p.Latitude), points.Max(p => p.Latitude));
        _narrowing = Math.Cos((south + north) / 2.0 / GeoPoint.PerDegree * Math.PI / 180);
        _tolerance = ToleranceShare * Math.Max(north - south, (points.Max(p => p.Longitude) - points.Min(p => p.Longitude)) * _narrowing);
        _junctions = Junctions(boundaries);
    }

    public static IReadOnlyList<Boundary> Simplified(IReadOnlyList<Boundary> boundaries)
    {
        var topology = new Topology(boundaries);
        return [.. boundaries.Select(b => b with { Rings = topology.Rings(b) })];
    }

    /// <summary>Points whose neighbours are not the same in all rings that pass through them.</summary>
    private static HashSet<GeoPoint> Junctions(IReadOnlyList<Boundary> boundaries)
    {
        var neighbours = new Dictionary<GeoPoint, (GeoPoint, GeoPoint)>();
        var junctions = new HashSet<GeoPoint>();
        foreach (var ring in boundaries.SelectMany(b => b.Rings))
        {
            for (var i = 0; i < ring.Count; i++)
            {
                var (before, after) = (ring[(i + ring.Count - 1) % ring.Count], ring[(i + 1) % ring.Count]);
                if (!neighbours.TryAdd(ring[i], (before, after)) && neighbours[ring[i]] is var seen && seen != (before, after) && seen != (after, before))
                {
                    junctions.Add(ring[i]);
                }
            }
        }

        return junctions;
    }

    private IReadOnlyList<IReadOnlyList<GeoPoint>> Rings(Boundary boundary)
    {
        var largest = boundary.Rings.MaxBy(Size)!;
        return [.. boundary.Rings.Where(r => ReferenceEquals(r, largest) || Size(r) >= 2 * _tolerance).Select(Ring).Where(r => r.Count >= LeastPoints)];
    }

    private double Size(IReadOnlyList<GeoPoint> ring) => Math.Max(
        ring.Max(p => p.Latitude) - ring.Min(p => p.Latitude),
        (ring.Max(p => p.Longitude) - ring.Min(p => p.Longitude)) * _narrowing);

    /// <summary>The lines of a ring between its cuts, simplified. A ring that is simplified away keeps its points.</summary>
    private IReadOnlyList<GeoPoint> Ring(IReadOnlyList<GeoPoint> ring)
    {
        int[] cuts = Cuts(ring);
        var points = new List<GeoPoint>();
        for (var i = 0; i < cuts.Length; i++)
        {
            var line = Line(ring, cuts[i], cuts[(i + 1) % cuts.Length]);
            points.AddRange(line[..^1]);
        }

        return points.Count >= LeastPoints ? points : ring;
    }

    /// <summary>Where a ring is cut: at its junctions; with fewer than two, also at its westernmost point and the one farthest from that, the same whoever owns it.</summary>
    private int[] Cuts(IReadOnlyList<GeoPoint> ring)
    {
        var cuts = Enumerable.Range(0, ring.Count).Where(i => _junctions.Contains(ring[i])).ToHashSet();
        if (cuts.Count < 2)
        {
            var first = cuts.Count == 1 ? cuts.First() : Enumerable.Range(0, ring.Count).MinBy(i => (ring[i].Longitude, ring[i].Latitude));
            cuts.Add(first);
            cuts.Add(Enumerable.Range(0, ring.Count).MaxBy(i => (Squared(ring[first], ring[i]), ring[i].Longitude, ring[i].Latitude)));
        }

        return [.. cuts.Order()];
    }

    /// <summary>From one cut to the next, in the direction of the ring. Both directions of a line give the same points.</summary>
    private GeoPoint[] Line(IReadOnlyList<GeoPoint> ring, int from, int to)
    {
        var count = ((to - from + ring.Count - 1) % ring.Count) + 2;
        GeoPoint[] line = [.. Enumerable.Range(0, count).Select(i => ring[(from + i) % ring.Count])];
        if (_lines.TryGetValue((line[^1], line[^2], line[0], count), out var known))
        {
            return [.. known.Reverse()];
        }

        var kept = new bool[count];
        kept[0] = kept[^1] = true;
        Keep(line, 0, count - 1, kept);
        return _lines[(line[0], line[1], line[^1], count)] = [.. line.Where((_, i) => kept[i])];
    }

    /// <summary>Keeps the point farthest from the straight line between two, while it is farther than the tolerance.</summary>
    private void Keep(GeoPoint[] line, int from, int to, bool[] kept)
    {
        var (farthest, most) = (-1, _tolerance * _tolerance);
        for (var i = from + 1; i < to; i++)
        {
            if (ToSegment(line[i], line[from], line[to]) is var away && away > most)
            {
                (farthest, most) = (i, away);
            }
        }

        if (farthest > 0)
        {
            kept[farthest] = true;
            Keep(line, from, farthest, kept);
            Keep(line, farthest, to, kept);
        }
    }

    private double ToSegment(GeoPoint point, GeoPoint from, GeoPoint to)
    {
        var (x, y) = ((to.Longitude - from.Longitude) * _narrowing, (double)(to.Latitude - from.Latitude));
        var (px, py) = ((point.Longitude - from.Longitude) * _narrowing, (double)(point.Latitude - from.Latitude));
        var length = (x * x) + (y * y);
        var share = length == 0 ? 0 : Math.Clamp(((px * x) + (py * y)) / length, 0, 1);
        var (dx, dy) = (px - (share * x), py - (share * y));
        return (dx * dx) + (dy * dy);
    }

    private double Squared(GeoPoint a, GeoPoint b) => ToSegment(a, b, b);
}
