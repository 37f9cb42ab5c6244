namespace Lagebild.Charts;

/// <summary>
/// A boundary on the plane, in kilometres, x to the east, y to the south: Lambert's azimuthal equal-area projection around 52° N 10° E, the centre of ETRS89-LAEA,
/// on a sphere of the Earth's mean radius. Areas keep their proportions.
/// </summary>
public sealed class MapOutline
{
    private const double Radius = 6371;
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
        Main = rings.MaxBy(r => Math.Abs(Area(r)))!;
    }

    internal (double X, double Y)[][] Rings { get; }

    internal double Left { get; }

    internal double Right { get; }

    internal double Top { get; }

    internal double Bottom { get; }

    /// <summary>The ring with the largest area: where the place is named.</summary>
    internal (double X, double Y)[] Main { get; }

    /// <summary>From rings in degrees (WGS 84), outer rings and holes alike, filled by the even-odd rule; each of three points at least, the first not repeated.</summary>
    public static MapOutline Of(IEnumerable<IEnumerable<(double Longitude, double Latitude)>> rings) => new([.. rings.Select(r => r.Select(Projected).ToArray())]);

    private static (double X, double Y) Projected((double Longitude, double Latitude) point)
    {
        var (sine, cosine) = Math.SinCos(point.Latitude * Degree);
        var (east, along) = Math.SinCos((point.Longitude * Degree) - CentreLongitude);
        var scale = Radius * Math.Sqrt(2 / (1 + (_centre.Sine * sine) + (_centre.Cosine * cosine * along)));
        return (scale * cosine * east, -scale * ((_centre.Cosine * sine) - (_centre.Sine * cosine * along)));
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
