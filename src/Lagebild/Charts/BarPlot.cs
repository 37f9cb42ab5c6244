namespace Lagebild.Charts;

/// <summary>
/// Horizontal bars from zero, always. Plain: one per series, in the order of the spec, its last point; where the values are of different periods each says its own.
/// Grouped: under the name of a group one bar for each of its series, or under the name of a series one for each of its periods.
/// </summary>
internal sealed class BarPlot : SeriesPlot
{
    private const double WidePitch = 34;
    private const double NarrowPitch = 46;
    private const double GroupedPitch = 26;
    private const double GroupGap = 12;
    private const double HeadingHeight = 20;
    private const double LineHeight = 17;
    private const double AdditionGap = 5;

    private readonly List<Row> rows = [];
    private readonly bool above;
    private readonly IReadOnlyList<string>[] targets;
    private readonly double pitch;
    private readonly double top;
    private readonly LinearScale x;
    private readonly double nameWidth;

    public BarPlot(ChartSpec spec, ChartKind kind, double width, bool narrow, string idPrefix)
        : base(spec, width, idPrefix)
    {
        var bars = kind == ChartKind.Bar ? Plain() : Shown.IsGrouped(spec) ? ByGroup() : BySeries();
        var periodsDiffer = !bars.Exists(b => b.IsNamedByPeriod) && bars.Select(b => b.Point.Period).Distinct().Skip(1).Any();
        var widest = bars.Max(b => TextWidth.Of(b.Name, TextSize));
        nameWidth = Math.Min(0.4 * width, widest);
        above = narrow && (kind == ChartKind.Bar || widest > 0.34 * width);
        pitch = above ? NarrowPitch : kind == ChartKind.Bar ? WidePitch : GroupedPitch;
        targets = TargetRows(width);
        top = targets.Sum(t => t.Count) * TargetRow;
        var at = top;
        foreach (var bar in bars)
        {
            rows.Add(RowOf(bar, periodsDiffer, at));
            at = rows[^1].Top + rows[^1].Height;
        }

        Height = at + 4;
        x = Scale();
    }

    /// <inheritdoc/>
    public override void Draw(Svg svg)
    {
        DefinePatterns(svg, rows.Select(r => r.Bar.Point));
        DrawTargets(svg);
        foreach (var row in rows)
        {
            DrawRow(svg, row);
        }

        foreach (var row in rows)
        {
            if (row.Bar.Break is { } cut)
            {
                svg.Line(Style.Break, 0, row.Top, Width, row.Top);
                NoteSign(svg, Width - 9, row.Top, cut.Note);
            }
        }
    }

    private List<Bar> Plain() => [.. Spec.Series.Where(s => s.Points.Count > 0).Select(s => new Bar(s, s.Points[^1], Look.OfBar(s), s.Name, ""))];

    /// <summary>A heading for each group; parts of one name look the same in every group.</summary>
    private List<Bar> ByGroup()
    {
        var bars = new List<Bar>();
        var looks = Look.OfGroups(Spec);
        foreach (var group in Spec.Series.Where(s => s.Points.Count > 0).GroupBy(s => s.Group ?? ""))
        {
            var heading = group.Key;
            foreach (var series in group)
            {
                bars.Add(new(series, series.Points[^1], looks(series), series.Name, heading));
                heading = "";
            }
        }

        return bars;
    }

    private List<Bar> BySeries()
    {
        var bars = new List<Bar>();
        for (var index = 0; index < Spec.Series.Count; index++)
        {
            var series = Spec.Series[index];
            ChartPoint? before = null;
            foreach (var point in Shown.WithMissing(Spec, series))
            {
                var name = DateFormat.PeriodName(point.Period, Spec.Language);
                var cut = before is null ? null : Joins.BreakBetween(Spec, index, before.Period, point.Period);
                bars.Add(new(series, point, Look.OfBar(series), name, before is null ? series.Name : "") { IsNamedByPeriod = true, Break = cut });
                before = point;
            }
        }

        return bars;
    }

    private Row RowOf(Bar bar, bool periodsDiffer, double at)
    {
        var value = ChartWords.Value(Spec, bar.Point);
        var addition = Addition(bar.Point, periodsDiffer);
        var valueWidth = bar.Point.IsDrawn ? TextWidth.OfBold(value, TextSize) + TextWidth.Of(addition, AxisSize) + AdditionGap : 0;
        var names = TextWidth.Lines(bar.Name, above ? Width - valueWidth - 12 : nameWidth, TextSize);
        var heading = bar.Heading.Length == 0 ? [] : TextWidth.BoldLines(bar.Heading, Width, TextSize);
        return new()
        {
            Bar = bar,
            Heading = heading,
            HeadingTop = at + (heading.Count > 0 && at > top ? GroupGap : 0),
            Names = names,
            Value = value,
            Addition = addition,
            ValueWidth = valueWidth,
            Height = pitch + ((names.Count - 1) * LineHeight),
        };
    }

    private LinearScale Scale()
    {
        var drawn = rows.Where(r => r.Bar.Point.IsDrawn).ToArray();
        var ends = drawn.Select(r => (double)r.Bar.Point.Value!.Value).Concat(Spec.Targets.Select(t => (double)t.Value)).ToArray();
        var low = Math.Min(0, ends.DefaultIfEmpty(0).Min());
        var high = Math.Max(0, ends.DefaultIfEmpty(0).Max());
        high = low == high ? 1 : high;
        if (above)
        {
            return new(low, high, 1, Width - 6);
        }

        var left = nameWidth + 13 + Room(drawn.Where(r => r.Bar.Point.Value < 0));
        var right = Width - Room(drawn.Where(r => r.Bar.Point.Value >= 0));
        return new(low, high, left, Math.Max(left + 40, right));
    }

    private static double Room(IEnumerable<Row> sameSide) => sameSide.Select(r => r.ValueWidth + 14).DefaultIfEmpty(4).Max();

    private void DrawRow(Svg svg, Row row)
    {
        var bar = above ? row.Top + 26 + ((row.Names.Count - 1) * LineHeight) : row.Top + ((row.Height - BarHeight) / 2);
        var name = above ? row.Top + 18 : row.Top + (row.Height / 2) + HalfText - ((row.Names.Count - 1) * LineHeight / 2);
        svg.Lines(Style.Words, 0, name, LineHeight, row.Names);
        svg.Lines(Style.StrongOverMarks, 0, row.HeadingTop + 15, LineHeight, row.Heading);

        var linked = OpenLink(svg, row.Bar.Series, row.Bar.Point, inTabOrder: true);
        if (row.Bar.Point.IsDrawn)
        {
            DrawBar(svg, row, bar);
        }
        else
        {
            DrawStub(svg, row.Bar.Point, x.Map(0), bar + (BarHeight / 2), row.Addition.Length == 0 ? row.Value : $"{row.Value} {row.Addition}");
        }

        CloseLink(svg, linked);

        svg.Line(Style.Zero, x.Map(0), bar - 4, x.Map(0), bar + BarHeight + 4);
    }

    private void DrawBar(Svg svg, Row row, double bar)
    {
        var value = row.Bar.Point.Value!.Value;
        var (from, to) = (x.Map(Math.Min(0, value)), x.Map(Math.Max(0, value)));
        svg.Open(row.Bar.Look);
        DrawBar(svg, row.Bar.Point, from, bar, to - from, BarHeight);
        svg.Close();
        DrawTargetsOver(svg, bar);
        if (above)
        {
            DrawValue(svg, Width, row.Top + 18, row.Value, row.Addition, Anchor.End);
        }
        else
        {
            DrawValue(svg, value < 0 ? Math.Max(from - 8, row.ValueWidth) : Math.Min(to + 8, Width - row.ValueWidth), bar + (BarHeight / 2) + HalfText, row.Value, row.Addition, value < 0 ? Anchor.End : Anchor.Start);
        }
    }

    private void DrawTargets(Svg svg)
    {
        var row = 0.0;
        for (var i = 0; i < targets.Length; i++)
        {
            var at = x.Map(Spec.Targets[i].Value);
            var below = row + (targets[i].Count * TargetRow);
            svg.Line(Style.Reference, at, below, at, above ? top : Height);
            row += DrawTargetName(svg, targets[i], at, row);
        }
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

    /// <summary>A bar to be drawn; its heading where it is the first of its group, else empty.</summary>
    private sealed record Bar(ChartSeries Series, ChartPoint Point, Look Look, string Name, string Heading)
    {
        public bool IsNamedByPeriod { get; init; }

        /// <summary>Lies between this bar and the one above it; null for none.</summary>
        public ChartBreak? Break { get; init; }
    }

    /// <summary>A bar in its place.</summary>
    private sealed record Row
    {
        public required Bar Bar { get; init; }

        public required IReadOnlyList<string> Heading { get; init; }

        public double HeadingTop { get; init; }

        public required IReadOnlyList<string> Names { get; init; }

        public required string Value { get; init; }

        public required string Addition { get; init; }

        public double ValueWidth { get; init; }

        public double Top => HeadingTop + (Heading.Count == 0 ? 0 : HeadingHeight + ((Heading.Count - 1) * LineHeight));

        public double Height { get; init; }
    }
}
