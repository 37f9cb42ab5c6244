namespace Lagebild.Benchmarks;

/// <summary>The middle of an odd number of measurements.</summary>
internal static class Median
{
    public static double Of(IEnumerable<double> measurements)
    {
        var sorted = measurements.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
