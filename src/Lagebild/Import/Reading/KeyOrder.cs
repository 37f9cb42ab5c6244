namespace Lagebild.Import.Reading;

/// <summary>Series, period start and period end of a value in one number that sorts as they do.</summary>
internal static class KeyOrder
{
    /// <summary>Days are of the years 1800 to 2199: 18 bits each; 28 are left for series.</summary>
    public const int MostSeries = 1 << 28;

    public static ulong Of(int series, in CheckedValue value) => ((ulong)series << 36) | (Day(value.PeriodStart) << 18) | Day(value.PeriodEnd);

    /// <summary>Indices of values in key order; of equal keys in the order they were read.</summary>
    public static int[] Sorted(KeptValues values, int[] ranks)
    {
        var keys = new ulong[values.Count];
        var order = new int[values.Count];
        for (var at = 0; at < keys.Length; at++)
        {
            ref var value = ref values[at];
            (keys[at], order[at]) = (Of(ranks[value.Series], value), at);
        }

        Array.Sort(keys, order);
        SettleTies(keys, order);
        return order;
    }

    private static void SettleTies(ulong[] keys, int[] order)
    {
        for (int from = 0, to; from < keys.Length; from = to)
        {
            to = from + 1;
            while (to < keys.Length && keys[to] == keys[from])
            {
                to++;
            }

            if (to > from + 1)
            {
                Array.Sort(order, from, to - from);
            }
        }
    }

    private static ulong Day(int number) => (ulong)((((number / 10000) - 1800) * 372) + ((number / 100 % 100) * 31) + (number % 100));
}
