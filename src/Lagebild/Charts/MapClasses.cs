using Lagebild.Comparison;

namespace Lagebild.Charts;

/// <summary>
/// How a map divides its values. From low to high: at most five classes, whose limits are the quintiles moved to multiples of one round number (1, 2, 2.5 or 5
/// times a power of ten), the coarsest for which no class is empty or holds more than two fifths of the values; where there is none, the quintiles themselves.
/// Around a middle: five classes of one width, the third centred on the middle, the width the least round number that takes in nine values of ten.
/// </summary>
internal sealed class MapClasses
{
    private const int Most = 5;

    private readonly long[] limits;
    private readonly IReadOnlyList<Style> tones;
    private readonly int[] order;

    private MapClasses(long[] limits, IReadOnlyList<Style> tones, int[] order) => (this.limits, this.tones, this.order) = (limits, tones, order);

    public int Count => limits.Length + 1;

    /// <summary>Lower limits of the classes from the second on, ascending.</summary>
    public IReadOnlyList<long> Limits => limits;

    public static MapClasses Of(MapSpec spec)
    {
        long[] values = [.. spec.Panels.SelectMany(p => p.Places).Where(p => p.Value is { IsDrawn: true }).Select(p => p.Value!.Value!.Value).Order()];
        return spec.Middle is { } middle ? Around(middle, values) : FromLowToHigh(values);
    }

    /// <summary>From 0.</summary>
    public int ClassOf(long value)
    {
        var at = 0;
        while (at < limits.Length && value >= limits[at])
        {
            at++;
        }

        return at;
    }

    public Style Tone(int index) => tones[order[index]];

    /// <summary>The two ends of the diverging and the two dark ones of the sequential scale carry light letters.</summary>
    public bool IsDark(int index) => ReferenceEquals(tones, Style.Sequential) ? order[index] >= 3 : order[index] is 0 or 4;

    private static MapClasses FromLowToHigh(long[] values)
    {
        var distinct = values.Distinct().Count();
        var limits = distinct switch
        {
            0 => [],
            <= Most => values.Distinct().Skip(1).ToArray(),
            _ => Rounded(values),
        };
        return new(limits, Style.Sequential, Order(limits.Length + 1));
    }

    /// <summary>Fewer classes keep tones that lie apart.</summary>
    private static int[] Order(int count) => count switch
    {
        1 => [2],
        2 => [1, 3],
        3 => [0, 2, 4],
        4 => [0, 1, 3, 4],
        _ => [0, 1, 2, 3, 4],
    };

    private static long[] Rounded(long[] values)
    {
        long[] quintiles = [.. Enumerable.Range(1, Most - 1).Select(k => values[((k * values.Length) + Most - 1) / Most])];
        foreach (var step in Steps(values[^1] - values[0]))
        {
            var limits = AtMultiples(quintiles, step);
            if (IsEven(limits, values))
            {
                return limits;
            }
        }

        return [.. quintiles.Where(q => q > values[0]).Distinct()];
    }

    private static long[] AtMultiples(long[] quintiles, long step)
    {
        var limits = new long[quintiles.Length];
        for (var k = 0; k < limits.Length; k++)
        {
            var nearest = Rounding.Divide(quintiles[k], step) * step;
            limits[k] = k == 0 ? nearest : Math.Max(nearest, limits[k - 1] + step);
        }

        return limits;
    }

    private static bool IsEven(long[] limits, long[] values)
    {
        var counts = new int[limits.Length + 1];
        foreach (var value in values)
        {
            counts[limits.Count(l => value >= l)]++;
        }

        return Array.TrueForAll(counts, c => c > 0 && c * 5 <= values.Length * 2);
    }

    /// <summary>Round numbers from the coarsest that could part the values to 1.</summary>
    private static IEnumerable<long> Steps(long span)
    {
        var power = 1L;
        while (power <= span / 10)
        {
            power *= 10;
        }

        for (; power >= 1; power /= 10)
        {
            yield return 5 * power;
            if (power >= 10)
            {
                yield return power / 10 * 25;
            }

            yield return 2 * power;
            yield return power;
        }
    }

    private static MapClasses Around(long middle, long[] values)
    {
        long[] apart = [.. values.Select(v => Math.Abs(v - middle)).Order()];
        var most = apart.Length == 0 ? 0 : apart[(apart.Length - 1) * 9 / 10];
        var width = Steps(Math.Max(1, most) * 10).Reverse().First(s => s * Most >= most * 2 && s % 2 == 0);
        long[] limits = [middle - (width * 3 / 2), middle - (width / 2), middle + (width / 2), middle + (width * 3 / 2)];
        return new(limits, Style.Diverging, Order(Most));
    }
}
