using Lagebild.Statistics;

namespace Lagebild.Charts;

/// <summary>
/// Months since the onset of each series, from left to right. A month stands at its number, that of the onset at 0; any other period at its middle day, in months of 30.44 days.
/// </summary>
internal sealed class OnsetAxis : RunningAxis
{
    private const double DaysInMonth = 365.25 / 12;
    private const double Room = 36;
    private static readonly int[] Steps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

    private readonly DateOnly[] onsets;
    private readonly LinearScale scale;

    private OnsetAxis(DateOnly[] onsets, double low, double high, double from, double to)
    {
        this.onsets = onsets;
        scale = new(low, high, from, to);
    }

    /// <summary>For a spec that holds points, all in series with an onset.</summary>
    public static OnsetAxis Of(ChartSpec spec)
    {
        var onsets = spec.Series.Select(s => s.Onset ?? default).ToArray();
        var (low, high) = (0.0, 0.0);
        for (var i = 0; i < onsets.Length; i++)
        {
            foreach (var point in spec.Series[i].Points)
            {
                var month = Month(onsets[i], point.Period);
                (low, high) = (Math.Min(low, month), Math.Max(high, month));
            }
        }

        return new(onsets, low, high, 0, 1);
    }

    /// <inheritdoc/>
    public override double X(int series, Period period) => scale.Map(Month(onsets[series], period));

    /// <inheritdoc/>
    public override double? DayX(DateOnly day) => null;

    /// <inheritdoc/>
    public override RunningAxis Over(double from, double to) => new OnsetAxis(onsets, scale.Low, scale.High, from, to);

    /// <inheritdoc/>
    public override double? OriginX => scale.Low < 0 ? scale.Map(0) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<RunningTick> Ticks(string language, double width)
    {
        var perMonth = (scale.To - scale.From) / Math.Max(1, scale.High - scale.Low);
        var step = Steps.First(s => s * perMonth > Room || s == Steps[^1]);
        var ticks = new List<RunningTick>();
        for (var month = Math.Ceiling(scale.Low / step) * step; month <= scale.High; month += step)
        {
            ticks.Add(Tick(scale.Map(month), NumberFormat.Value((long)month, 0, language), width));
        }

        return WithoutTouching(ticks);
    }

    /// <inheritdoc/>
    public override string Title(string language) => ChartWords.MonthsSince([.. onsets.Where(o => o != default).Distinct().Order()], language);

    /// <summary>How many months after the onset a period stands.</summary>
    public static double Month(DateOnly onset, Period period) => period.Frequency == Frequency.Monthly
        ? ((period.Start.Year - onset.Year) * 12) + period.Start.Month - onset.Month
        : (period.Start.DayNumber + ((period.End.DayNumber - period.Start.DayNumber) / 2.0) - new DateOnly(onset.Year, onset.Month, 1).DayNumber) / DaysInMonth;
}
