namespace Lagebild.Charts;

/// <summary>
/// A boundary on the plane, in kilometres, x to the east, y to the south: Lambert's azimuthal equal-area projection around 52° N 10° E, the centre of ETRS89-LAEA,
/// on a sphere of the Earth's mean radius. Areas keep their proportions.
/// </summary>
public sealed class MapOutline
{
    private const double Radius = 6371;
    private const int Lines = 8;
    private const double Degree = Math.PI / 180;
    private const double CentreLongitude = 10 * Degree;
    private static readonly (double Sine, double Cosine) _centre = Math.SinCos(52 * Degree);

    private MapOutline((double X, double Y)[][] rings)
    {
        Rings = rings;
        Left = rings.Min(r => r.Min(p => p.X));
        Right = rings.Max(r => r.Max(p => p.X));
        Top = rings.Min(r => r.Min(p => p.Y));
        Bottom = rings.Max(r => r.Max(p => p.Y));
        Spot = SpotIn(rings, rings.MaxBy(r => Math.Abs(Area(r)))!);
    }

    internal (double X, double Y)[][] Rings { get; }

    internal double Left { get; }

    internal double Right { get; }

    internal double Top { get; }

    internal double Bottom { get; }

    /// <summary>Where the place is named: the middle of its widest part, and how wide and high that is.</summary>
    internal (double X, double Y, double Width, double Height) Spot { get; }

    /// <summary>From rings in degrees (WGS 84), outer rings and holes alike, filled by the even-odd rule; each of three points at least, the first not repeated.</summary>
    public static MapOutline Of(IEnumerable<IEnumerable<(double Longitude, double Latitude)>> rings) => new([.. rings.Select(r => r.Select(Projected).ToArray())]);

    private static (double X, double Y) Projected((double Longitude, double Latitude) point)
    {
        var (sine, cosine) = Math.SinCos(point.Latitude * Degree);
        var (east, along) = Math.SinCos((point.Longitude * Degree) - CentreLongitude);
        var scale = Radius * Math.Sqrt(2 / (1 + (_centre.Sine * sine) + (_centre.Cosine * cosine * along)));
        return (scale * cosine * east, -scale * ((_centre.Cosine * sine) - (_centre.Sine * cosine * along)));
    }

    /// <summary>On level lines through the largest ring, the widest stretch that lies inside for some way up and down too.</summary>
    private static (double X, double Y, double Width, double Height) SpotIn((double X, double Y)[][] rings, (double X, double Y)[] largest)
    {
        var (top, bottom) = (largest.Min(p => p.Y), largest.Max(p => p.Y));
        var best = (X: 0.0, Y: 0.0, Width: -1.0, Height: (bottom - top) / Lines * 2);
        for (var line = 2; line <= Lines - 2; line++)
        {
            var y = top + ((bottom - top) * line / Lines);
            foreach (var (from, to) in Common(rings, y, (bottom - top) / Lines))
            {
                best = to - from > best.Width ? ((from + to) / 2, y, to - from, best.Height) : best;
            }
        }

        return best;
    }

    /// <summary>The stretches that lie inside at a level, and above and below it.</summary>
    private static IEnumerable<(double From, double To)> Common((double X, double Y)[][] rings, double y, double around)
    {
        var (over, under) = (Inside(rings, y - around), Inside(rings, y + around));
        return from a in Inside(rings, y)
               from b in over
               from c in under
               let start = Math.Max(a.From, Math.Max(b.From, c.From))
               let end = Math.Min(a.To, Math.Min(b.To, c.To))
               where end > start
               select (start, end);
    }

    private static (double From, double To)[] Inside((double X, double Y)[][] rings, double y)
    {
        var crossings = new List<double>();
        foreach (var ring in rings)
        {
            for (var i = 0; i < ring.Length; i++)
            {
                var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
                if (a.Y <= y != b.Y <= y)
                {
                    crossings.Add(a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X)));
                }
            }
        }

        crossings.Sort();
        return [.. crossings.Chunk(2).Where(c => c.Length == 2).Select(c => (c[0], c[1]))];
    }

    private static double Area((double X, double Y)[] ring)
    {
        double sum = 0;
        for (var i = 0; i < ring.Length; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
            sum += (a.X * b.Y) - (b.X * a.Y);
        }

        return sum / 2;
    }
}
