namespace Lagebild.Charts;

/// <summary>
/// Where the grid lines of a value axis lie: multiples of 1, 2, 2.5 or 5 times a power of ten, the finest that gives at most six steps (four in a small panel) (so four to six,
/// fewer only where whole numbers allow no more). The ends are grid lines.
/// </summary>
internal sealed class ValueAxis
{
    private const int MostSteps = 6;
    private static readonly decimal[] Mantissas = [1m, 2m, 2.5m, 5m];

    private readonly bool inFull;

    private ValueAxis(decimal low, decimal high, decimal step, bool inFull = false)
    {
        this.inFull = inFull;
        Low = low;
        High = high;
        Step = step;
    }

    /// <summary>Lowest and highest grid line, in the unit of the values.</summary>
    public decimal Low { get; }

    public decimal High { get; }

    public decimal Step { get; }

    public int Count => (int)((High - Low) / Step) + 1;

    public decimal Tick(int index) => Low + (index * Step);

    /// <summary>Whether zero is among the lines.</summary>
    public bool HasZero => Low <= 0 && High >= 0;

    /// <summary>For values from <paramref name="low"/> to <paramref name="high"/>; an empty range gets one step.</summary>
    public static ValueAxis Of(decimal low, decimal high, bool wholeNumbers, int mostSteps = MostSteps)
    {
        if (low == high)
        {
            high = low + 1;
        }

        foreach (var step in Steps((high - low) / (mostSteps + 4), wholeNumbers))
        {
            var first = decimal.Floor(low / step);
            var last = decimal.Ceiling(high / step);
            if (last - first <= mostSteps)
            {
                return new(first * step, last * step, step);
            }
        }

        throw new InvalidOperationException("A coarser step always fits.");
    }

    /// <summary>For a line chart: with zero, unless the spec lets it go and the values lie in the upper half.</summary>
    public static ValueAxis ForLines(ChartSpec spec, int mostSteps = MostSteps)
    {
        var (low, high) = Range(spec);
        var withoutZero = spec.MayOmitZero && low > 0 && high > low && high - low < high / 2;
        return withoutZero ? Of(low, high, spec.Decimals == 0, mostSteps) : WithZero(spec, low, high, mostSteps);
    }

    /// <summary>For bars: always with zero.</summary>
    public static ValueAxis ForBars(ChartSpec spec)
    {
        var (low, high) = Range(spec);
        return WithZero(spec, low, high, MostSteps);
    }

    private static ValueAxis WithZero(ChartSpec spec, decimal low, decimal high, int mostSteps) =>
        Of(Math.Min(0, low), Math.Max(0, high), spec.Decimals == 0, mostSteps);

    /// <summary>Lowest and highest of all values drawn and all targets, in the unit of the values; both 0 where there are none.</summary>
    private static (decimal Low, decimal High) Range(ChartSpec spec)
    {
        var (low, high) = (long.MaxValue, long.MinValue);
        foreach (var series in spec.Series)
        {
            foreach (var point in series.Points)
            {
                if (point.IsDrawn)
                {
                    (low, high) = (Math.Min(low, point.Value!.Value), Math.Max(high, point.Value.Value));
                }
            }
        }

        foreach (var target in spec.Targets)
        {
            (low, high) = (Math.Min(low, target.Value), Math.Max(high, target.Value));
        }

        return low > high ? (0, 0) : (low / Power(spec.Decimals), high / Power(spec.Decimals));
    }

    /// <summary>The same with numbers that are not shortened below a thousand billions: beside values that are written in full.</summary>
    public ValueAxis InFull => new(Low, High, Step, inFull: true);

    /// <summary>How large numbers are shortened: 1, 1,000 or 1,000,000.</summary>
    public long Divisor => Math.Max(Math.Abs(Low), Math.Abs(High)) switch
    {
        < 1_000_000_000_000_000m when inFull => 1,
        >= 1_000_000_000m when Step % 100_000m == 0 => 1_000_000,
        >= 1_000_000m when Step % 100m == 0 => 1_000,
        _ => 1,
    };

    /// <summary>The tick as the language writes it, with as many decimals as the step needs.</summary>
    public string Label(int index, string language)
    {
        var step = Step / Divisor;
        var decimals = 0;
        while (step != decimal.Truncate(step))
        {
            step *= 10;
            decimals++;
        }

        return NumberFormat.Value((long)(Tick(index) / Divisor * Power(decimals)), decimals, language);
    }

    private static IEnumerable<decimal> Steps(decimal least, bool wholeNumbers)
    {
        var power = 1m;
        while (power > least)
        {
            power /= 10;
        }

        for (; ; power *= 10)
        {
            foreach (var step in Mantissas.Select(m => m * power))
            {
                if (!wholeNumbers || step == decimal.Truncate(step))
                {
                    yield return step;
                }
            }
        }
    }

    /// <summary>Ten to that power.</summary>
    public static decimal Power(int decimals)
    {
        var power = 1m;
        for (var i = 0; i < decimals; i++)
        {
            power *= 10;
        }

        return power;
    }
}
