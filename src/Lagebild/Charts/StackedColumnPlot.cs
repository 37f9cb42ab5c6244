namespace Lagebild.Charts;

/// <summary>Upright bars of parts, one for each period.</summary>
internal sealed class StackedColumnPlot : StackedPlot
{
    private const double Bottom = 26;
    private const double StubHeight = 28;
    private const double MostBar = 56;

    private readonly Slots slots;
    private readonly IReadOnlyList<string> wordLines;
    private readonly double left;
    private readonly double right;
    private readonly double top;
    private readonly double bottom;
    private readonly LinearScale y;
    private readonly double barWidth;

    public StackedColumnPlot(ChartSpec spec, bool asShares, IReadOnlyList<Stack> stacks, double width, double height, bool narrow, string idPrefix)
        : base(spec, asShares, stacks, width, idPrefix)
    {
        wordLines = Words.Length == 0 ? [] : TextWidth.Lines(Words, width, AxisSize);
        (left, right) = (Math.Max(TickWidth(Values) + 13, 18), width - (narrow ? 4 : 14));
        (top, bottom) = (Key.Height + (wordLines.Count == 0 ? 14 : 26 + (15 * (wordLines.Count - 1))), Key.Height + height - Bottom);
        var hasStubs = stacks.Any(s => !IsWhole(s) && Rest(s) is null && IsDrawn(s));
        y = new((double)Values.Low, (double)Values.High, bottom, top + (hasStubs ? StubHeight : 0));
        slots = new([.. stacks.Select(s => s.Period)], left, right);
        barWidth = Math.Clamp(slots.Width * 0.72, 1, MostBar);
        Height = Key.Height + height;
    }

    /// <inheritdoc/>
    public override void Draw(Svg svg)
    {
        DefineFills(svg);
        Key.Draw(svg);
        svg.Lines(Style.Axis, 0, Key.Height + 12, 15, wordLines);
        DrawUprightAxis(svg, Values, y, left, right, withZero: false);
        slots.Draw(svg, Spec.Language, bottom, Width);
        DrawParts(svg);
        for (var i = 0; i < Stacks.Count; i++)
        {
            if (!IsWhole(Stacks[i]))
            {
                DrawOpenEnd(svg, Stacks[i], BarLeft(i), y.Map(IsDrawn(Stacks[i]) ? SumOf(Stacks[i]) : 0));
            }
        }

        svg.Line(Style.Zero, left, y.Map(0), right, y.Map(0));
        DrawBreaks(svg);
    }

    private double BarLeft(int stack) => slots.Middle(stack) - (barWidth / 2);

    private void DrawParts(Svg svg)
    {
        DrawParts(svg, (stack, from, to) =>
        {
            var (lower, upper) = (y.Map(from), y.Map(to));
            var gap = lower - upper > 3 ? 1 : 0;
            return (BarLeft(stack), upper + gap, barWidth, Math.Max(0.5, lower - upper - gap));
        });
    }

    /// <summary>The rest to scale where it is known, else a stub of one height.</summary>
    private void DrawOpenEnd(Svg svg, Stack stack, double from, double end)
    {
        var upper = Rest(stack) is { } rest ? y.Map(rest) : end - StubHeight;
        DrawAbsent(svg, stack.State == StackState.Confidential, from, upper, barWidth, end - upper);
    }

    private void DrawBreaks(Svg svg)
    {
        foreach (var cut in Spec.Breaks)
        {
            if (slots.Start(cut.Day) is { } x)
            {
                svg.Line(Style.Break, x, top - 2, x, bottom);
                NoteSign(svg, x, top + 6, cut.Note);
            }
        }
    }
}
