namespace Lagebild.Charts;

/// <summary>Level bars of parts, one for each group, its name left (on the phone above).</summary>
internal sealed class StackedBarPlot : StackedPlot
{
    private const double WidePitch = 36;
    private const double NarrowPitch = 48;
    private const double LineHeight = 17;
    private const double Thickness = 22;
    private const double Bottom = 26;
    private const double AtEnd = 8;

    private readonly List<Row> rows = [];
    private readonly bool narrow;
    private readonly IReadOnlyList<string> wordLines;
    private readonly double top;
    private readonly double bottom;
    private readonly LinearScale x;

    public StackedBarPlot(ChartSpec spec, bool asShares, IReadOnlyList<Stack> stacks, double width, bool narrow, string idPrefix)
        : base(spec, asShares, stacks, width, idPrefix)
    {
        this.narrow = narrow;
        var periodsDiffer = stacks.Select(s => s.Period).Distinct().Skip(1).Any();
        var nameWidth = Math.Min(0.4 * width, stacks.Max(s => TextWidth.Of(Name(s), TextSize)));
        wordLines = Words.Length == 0 ? [] : TextWidth.Lines(Words, width, AxisSize);
        top = Key.Height + (wordLines.Count * 15) + 6;
        var at = top;
        foreach (var stack in stacks)
        {
            var end = End(stack, periodsDiffer);
            var names = TextWidth.Lines(Name(stack), narrow ? width - TextWidth.OfBold(end, TextSize) - 12 : nameWidth, TextSize);
            rows.Add(new(stack, names, end, at, (narrow ? NarrowPitch : WidePitch) + ((names.Count - 1) * LineHeight)));
            at += rows[^1].Height;
        }

        bottom = at;
        var left = narrow ? 1 : nameWidth + 13;
        x = new((double)Values.Low, (double)Values.High, left, ScaleEnd(left, rows.Select(Behind).Append((1, LastHalf(Values)))));
        Height = bottom + Bottom;
    }

    /// <inheritdoc/>
    public override void Draw(Svg svg)
    {
        DefineFills(svg);
        Key.Draw(svg);
        svg.Lines(Style.Axis, 0, Key.Height + 12, 15, wordLines);

        DrawGrid(svg);
        DrawLevelValues(svg, Values, x, bottom);
        DrawParts(svg);
        foreach (var row in rows)
        {
            DrawRow(svg, row);
        }
    }

    private string Name(Stack stack) => stack.Group ?? DateFormat.PeriodName(stack.Period, Spec.Language);

    /// <summary>What stands behind the bar: its whole where a source counts it, its period where they differ, and why it is not whole.</summary>
    private string End(Stack stack, bool periodsDiffer)
    {
        var parts = new List<string>(3);
        if (IsWhole(stack) && stack.Whole is { IsDrawn: true } whole)
        {
            parts.Add(ChartWords.Value(Spec, whole));
        }

        if (Reason(stack) is { Length: > 0 } reason)
        {
            parts.Add(reason);
        }

        if (periodsDiffer)
        {
            parts.Add($"({DateFormat.PeriodName(stack.Period, Spec.Language)})");
        }

        return string.Join(' ', parts);
    }

    /// <summary>How far along the scale a bar reaches, and what stands behind it: a stub, and on the desk its words.</summary>
    private (double Share, double Room) Behind(Row row)
    {
        var words = narrow || row.End.Length == 0 ? 0 : TextWidth.OfBold(row.End, TextSize) + AtEnd;
        var stub = IsWhole(row.Stack) || Rest(row.Stack) is not null ? 0 : Stub;
        return (IsDrawn(row.Stack) ? LengthOf(row.Stack) / (double)Values.High : 0, words + stub + 2);
    }

    private void DrawGrid(Svg svg)
    {
        if (!narrow)
        {
            DrawLevelGrid(svg, Values, x, top, bottom);
            return;
        }

        foreach (var row in rows)
        {
            DrawLevelGrid(svg, Values, x, BarTop(row) - 4, BarTop(row) + Thickness + 4);
        }
    }

    private double BarTop(Row row) => narrow ? row.Top + 22 + ((row.Names.Count - 1) * LineHeight) : row.Top + ((row.Height - Thickness) / 2);

    private void DrawParts(Svg svg)
    {
        DrawParts(svg, (stack, from, to) =>
        {
            var (left, right) = (x.Map(from), x.Map(to));
            return (left, BarTop(rows[stack]), Math.Max(0.5, right - left - (right - left > 3 ? 1 : 0)), Thickness);
        });
    }

    private void DrawRow(Svg svg, Row row)
    {
        var bar = BarTop(row);
        var name = narrow ? row.Top + 16 : row.Top + (row.Height / 2) + HalfText - ((row.Names.Count - 1) * LineHeight / 2);
        svg.Lines(Style.OverMarks, 0, name, LineHeight, row.Names);

        var end = DrawOpenEnd(svg, row.Stack, IsDrawn(row.Stack) ? x.Map(SumOf(row.Stack)) : x.Map(0), bar);
        if (narrow)
        {
            svg.Text(Style.StrongOverMarks, Width, row.Top + 16, row.End, Anchor.End);
        }
        else
        {
            svg.Text(Style.StrongOverMarks, end + AtEnd, bar + (Thickness / 2) + HalfText, row.End);
        }

        svg.Line(Style.Zero, x.Map(0), bar - 4, x.Map(0), bar + Thickness + 4);
    }

    /// <summary>The rest to scale where it is known, else a stub of one length; the end of both.</summary>
    private double DrawOpenEnd(Svg svg, Stack stack, double from, double bar)
    {
        if (IsWhole(stack))
        {
            return from;
        }

        var to = Rest(stack) is { } rest ? x.Map(rest) : from + Stub;
        DrawAbsent(svg, stack.State == StackState.Confidential, from, bar, to - from, Thickness);
        return to;
    }

    private sealed record Row(Stack Stack, IReadOnlyList<string> Names, string End, double Top, double Height);
}
