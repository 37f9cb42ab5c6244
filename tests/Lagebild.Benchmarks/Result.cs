using System.Globalization;

namespace Lagebild.Benchmarks;

/// <summary>Prints what was measured, one <c>NAME.KEY: VALUE</c> a line.</summary>
internal static class Result
{
    public static void Print(string key, double value, string format = "0") =>
        Console.WriteLine($"{key}: {value.ToString(format, CultureInfo.InvariantCulture)}");
}
