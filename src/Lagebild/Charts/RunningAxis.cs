using Lagebild.Statistics;

namespace Lagebild.Charts;

/// <summary>A word under an axis, where it stands, and whether its tick has a word at all.</summary>
internal readonly record struct RunningTick(double X, string Text, double Left, double Right);

/// <summary>What runs from left to right under lines: days, or months since an onset.</summary>
internal abstract class RunningAxis
{
    protected const double FontSize = 12.5;
    private const double Apart = 6;

    /// <summary>Where the period of a series stands.</summary>
    public abstract double X(int series, Period period);

    /// <summary>Where a day stands that has no value; null where it lies outside, or has no one place.</summary>
    public abstract double? DayX(DateOnly day);

    /// <summary>Where a value of a day would stand, by which a target is due; null outside.</summary>
    public virtual double? TargetX(DateOnly day) => null;

    /// <summary>The same over another stretch.</summary>
    public abstract RunningAxis Over(double from, double to);

    /// <summary>A tick without room has an empty text, the first and the last keep theirs.</summary>
    public abstract IReadOnlyList<RunningTick> Ticks(string language, double width);

    /// <summary>What the ticks count, below them; empty where they say it themselves.</summary>
    public virtual string Title(string language) => "";

    /// <summary>Where what is counted from begins, if that is not the left end.</summary>
    public virtual double? OriginX => null;

    protected static RunningTick Tick(double x, string text, double width)
    {
        var half = TextWidth.Of(text, FontSize) / 2;
        var middle = Math.Clamp(x, Math.Min(half, width / 2), Math.Max(width - half, width / 2));
        return new(x, text, middle - half, middle + half);
    }

    protected static List<RunningTick> WithoutTouching(List<RunningTick> ticks)
    {
        var end = ticks[^1];
        var right = double.NegativeInfinity;
        for (var i = 0; i < ticks.Count; i++)
        {
            var isLast = i == ticks.Count - 1;
            if (ticks[i].Left < right + Apart || (!isLast && i > 0 && ticks[i].Right + Apart > end.Left))
            {
                ticks[i] = ticks[i] with { Text = "" };
            }
            else
            {
                right = ticks[i].Right;
            }
        }

        return ticks;
    }
}
