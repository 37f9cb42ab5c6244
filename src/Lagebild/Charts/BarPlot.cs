namespace Lagebild.Charts;

/// <summary>
/// One horizontal bar per series, in the order of the spec: its last point. Bars start at zero, always. Where the values are of different periods
/// each says its own.
/// </summary>
internal sealed class BarPlot : SeriesPlot
{
    private const double BarHeight = 18;
    private const double WidePitch = 34;
    private const double NarrowPitch = 46;
    private const double LineHeight = 17;
    private const double Stub = 56;
    private const double TargetRow = 18;
    private const double AdditionGap = 5;

    private readonly List<Row> rows = [];
    private readonly bool narrow;
    private readonly double top;
    private readonly LinearScale x;
    private readonly double nameWidth;

    public BarPlot(ChartSpec spec, double width, bool narrow, string idPrefix)
        : base(spec, width, idPrefix)
    {
        this.narrow = narrow;
        var last = spec.Series.Where(s => s.Points.Count > 0).Select(s => (Series: s, Point: s.Points[^1])).ToArray();
        var periodsDiffer = last.Select(l => l.Point.Period).Distinct().Count() > 1;
        nameWidth = Math.Min(0.4 * width, last.Max(l => TextWidth.Of(l.Series.Name, TextSize)));
        top = spec.Targets.Count * TargetRow;
        var at = top;
        foreach (var (series, point) in last)
        {
            var row = RowOf(series, point, periodsDiffer, at);
            rows.Add(row);
            at += row.Height;
        }

        Height = at + 4;
        x = Scale();
    }

    /// <inheritdoc/>
    public override void Draw(Svg svg)
    {
        DefinePatterns(svg);
        for (var i = 0; i < Spec.Targets.Count; i++)
        {
            DrawTarget(svg, Spec.Targets[i], TargetRow * i);
        }

        foreach (var row in rows)
        {
            DrawRow(svg, row);
        }
    }

    private Row RowOf(ChartSeries series, ChartPoint point, bool periodsDiffer, double at)
    {
        var value = ChartWords.Value(Spec, point);
        var addition = Addition(point, periodsDiffer);
        var valueWidth = point.IsDrawn ? TextWidth.OfBold(value, TextSize) + TextWidth.Of(addition, AxisSize) + AdditionGap : 0;
        var names = TextWidth.Lines(series.Name, narrow ? Width - valueWidth - 12 : nameWidth, TextSize);
        var height = (narrow ? NarrowPitch : WidePitch) + ((names.Count - 1) * LineHeight);
        return new(series, point, names, value, addition, valueWidth, at, height);
    }

    /// <summary>What is said after the value: its period where they differ, and its doubt.</summary>
    private string Addition(ChartPoint point, bool periodsDiffer)
    {
        var parts = new List<string>(2);
        if (periodsDiffer)
        {
            parts.Add(DateFormat.PeriodName(point.Period, Spec.Language));
        }

        if (ChartWords.Doubt(point, Spec.Language) is { } doubt && point.IsDrawn)
        {
            parts.Add(doubt);
        }

        return parts.Count == 0 ? "" : $"({string.Join(", ", parts)})";
    }

    private LinearScale Scale()
    {
        var drawn = rows.Where(r => r.Point.IsDrawn).ToArray();
        var ends = drawn.Select(r => (double)r.Point.Value!.Value).Concat(Spec.Targets.Select(t => (double)t.Value)).ToArray();
        var low = Math.Min(0, ends.DefaultIfEmpty(0).Min());
        var high = Math.Max(0, ends.DefaultIfEmpty(0).Max());
        high = low == high ? 1 : high;
        if (narrow)
        {
            return new(low, high, 1, Width - 6);
        }

        var left = nameWidth + 13 + Room(drawn.Where(r => r.Point.Value < 0));
        var right = Width - Room(drawn.Where(r => r.Point.Value >= 0));
        return new(low, high, left, Math.Max(left + 40, right));
    }

    private static double Room(IEnumerable<Row> sameSide) => sameSide.Select(r => r.ValueWidth + 14).DefaultIfEmpty(4).Max();

    private void DefinePatterns(Svg svg)
    {
        if (rows.Exists(r => r.Point is { IsDrawn: false, IsConfidential: false }))
        {
            DefineHatch(svg);
        }

        if (rows.Exists(r => r.Point.IsConfidential))
        {
            DefineCrossed(svg);
        }
    }

    private void DrawRow(Svg svg, Row row)
    {
        var bar = narrow ? row.Top + 26 + ((row.Names.Count - 1) * LineHeight) : row.Top + ((row.Height - BarHeight) / 2);
        var name = narrow ? row.Top + 18 : row.Top + (row.Height / 2) + HalfText - ((row.Names.Count - 1) * LineHeight / 2);
        for (var i = 0; i < row.Names.Count; i++)
        {
            svg.Text(Style.Words, 0, name + (i * LineHeight), row.Names[i]);
        }

        var linked = OpenLink(svg, row.Series, row.Point, inTabOrder: true);
        if (row.Point.IsDrawn)
        {
            DrawBar(svg, row, bar);
        }
        else
        {
            DrawStub(svg, row, bar);
        }

        if (linked)
        {
            svg.Raw("</a>"u8);
        }

        svg.Line(Style.Zero, x.Map(0), bar - 4, x.Map(0), bar + BarHeight + 4);
    }

    private void DrawBar(Svg svg, Row row, double bar)
    {
        var value = row.Point.Value!.Value;
        var (from, to) = (x.Map(Math.Min(0, value)), x.Map(Math.Max(0, value)));
        svg.Open(Look.OfBar(row.Series));
        if (row.Point.IsHollow)
        {
            svg.Rectangle(row.Point.IsExpected ? Style.DottedBar : Style.Hollow, from + 0.9, bar + 0.9, Math.Max(0.5, to - from - 1.8), BarHeight - 1.8);
        }
        else
        {
            svg.Rectangle(Style.Bar, from, bar, to - from, BarHeight);
        }

        svg.Close();
        DrawTargetsOver(svg, bar);
        if (narrow)
        {
            DrawValue(svg, row, Width, row.Top + 18, Anchor.End);
        }
        else
        {
            DrawValue(svg, row, value < 0 ? from - 8 : to + 8, bar + (BarHeight / 2) + HalfText, value < 0 ? Anchor.End : Anchor.Start);
        }
    }

    private static void DrawValue(Svg svg, Row row, double at, double baseline, Anchor anchor)
    {
        svg.Raw("<text"u8);
        svg.Style(Style.StrongOverMarks);
        svg.Attribute("x"u8, at);
        svg.Attribute("y"u8, baseline);
        svg.Raw(anchor == Anchor.End ? " text-anchor=\"end\">"u8 : ">"u8);
        svg.Escaped(row.Value);
        if (row.Addition.Length > 0)
        {
            svg.Raw("<tspan dx=\"5\""u8);
            svg.Style(Style.Axis);
            svg.Raw(">"u8);
            svg.Escaped(row.Addition);
            svg.Raw("</tspan>"u8);
        }

        svg.Raw("</text>"u8);
    }

    /// <summary>Of one length, never to scale, with the words beside it.</summary>
    private void DrawStub(Svg svg, Row row, double bar)
    {
        var from = x.Map(0);
        svg.Hatch(row.Point.IsConfidential ? CrossedId : HatchId, from, bar, Stub, BarHeight);
        if (row.Point.IsConfidential)
        {
            ConfidentialSign(svg, Style.Outline, from + (Stub / 2), bar + (BarHeight / 2));
        }

        svg.Text(Style.OverMarks, from + Stub + 8, bar + (BarHeight / 2) + HalfText, row.Addition.Length == 0 ? row.Value : $"{row.Value} {row.Addition}");
    }

    private void DrawTarget(Svg svg, ChartTarget target, double row)
    {
        var at = x.Map(target.Value);
        var name = TargetName(target);
        var half = TextWidth.Of(name, TextSize) / 2;
        svg.Line(Style.Reference, at, row + TargetRow, at, narrow ? top : Height);
        svg.Text(Style.OverMarks, Math.Clamp(at, half, Math.Max(half, Width - half)), row + 13, name, Anchor.Middle);
    }

    /// <summary>Across the bar, in ink with a casing so that it is seen on any colour.</summary>
    private void DrawTargetsOver(Svg svg, double bar)
    {
        foreach (var target in Spec.Targets)
        {
            var at = x.Map(target.Value);
            svg.Line(Style.Casing, at, bar, at, bar + BarHeight);
            svg.Line(Style.Reference, at, bar - 4, at, bar + BarHeight + 4);
        }
    }

    private sealed record Row(
        ChartSeries Series, ChartPoint Point, IReadOnlyList<string> Names, string Value, string Addition, double ValueWidth, double Top, double Height);
}
