namespace Lagebild.Charts;

/// <summary>
/// One dot per series, its last point, in the order of the spec, names left (on the phone above). Where a series holds an earlier point that is an upright stroke,
/// joined to the dot unless a break lies between.
/// </summary>
internal sealed class RankingPlot : SeriesPlot
{
    private const double WidePitch = 34;
    private const double NarrowPitch = 48;
    private const double LineHeight = 17;
    private const double HeadRow = 22;
    private const double Bottom = 26;
    private const double Beside = 10;

    private readonly bool narrow;
    private readonly ValueAxis values;
    private readonly IReadOnlyList<string> unitLines;
    private readonly List<Row> rows = [];
    private readonly string? earlier;
    private readonly string? later;
    private readonly bool periodsDiffer;
    private readonly IReadOnlyList<string>[] targets;
    private readonly double nameWidth;
    private readonly double top;
    private readonly double bottom;
    private readonly LinearScale x;

    public RankingPlot(ChartSpec spec, double width, bool narrow, string idPrefix)
        : base(spec, width, idPrefix)
    {
        this.narrow = narrow;
        values = ValueAxis.ForLines(spec).InFull;
        unitLines = UnitLines(values);
        (earlier, later) = Periods();
        periodsDiffer = earlier is null && spec.Series.SelectMany(s => s.Points).Select(p => p.Period).Distinct().Skip(1).Any();
        nameWidth = Math.Min(0.4 * width, spec.Series.Max(s => TextWidth.Of(s.Name, TextSize)));
        targets = TargetRows(width);
        top = (unitLines.Count * 15) + (earlier is null ? 0 : HeadRow) + (targets.Sum(t => t.Count) * TargetRow) + 4;
        bottom = PlaceRows();
        x = Scale();
        Height = bottom + Bottom;
    }

    /// <inheritdoc/>
    public override void Draw(Svg svg)
    {
        DrawHead(svg);
        DrawGrid(svg);
        DrawLevelValues(svg, values, x, bottom);
        DrawTargets(svg);
        DefinePatterns(svg, rows.Select(r => r.Later));
        foreach (var row in rows)
        {
            DrawRow(svg, row);
        }
    }

    /// <summary>The two periods in words where all series have the same two; null where they differ, each row then says its own, or where there is but one.</summary>
    private (string? Earlier, string? Later) Periods()
    {
        var two = Spec.Series.Where(s => s.Points.Count > 1).ToArray();
        var firsts = two.Select(s => s.Points[0].Period).Distinct().ToArray();
        var lasts = Spec.Series.Where(s => s.Points.Count > 0).Select(s => s.Points[^1].Period).Distinct().ToArray();
        return firsts.Length == 1 && lasts.Length == 1
            ? (DateFormat.Period(firsts[0], Spec.Language), DateFormat.Period(lasts[0], Spec.Language))
            : (null, null);
    }

    private double PlaceRows()
    {
        var at = top;
        for (var i = 0; i < Spec.Series.Count; i++)
        {
            if (Spec.Series[i].Points.Count > 0)
            {
                rows.Add(RowOf(i, at));
                at += rows[^1].Height;
            }
        }

        return at;
    }

    private Row RowOf(int index, double at)
    {
        var series = Spec.Series[index];
        var (first, last) = (series.Points.Count > 1 ? series.Points[0] : null, series.Points[^1]);
        var names = TextWidth.Lines(series.Name, narrow ? Width : nameWidth, TextSize);
        return new()
        {
            Series = series,
            Index = index,
            Earlier = first,
            Later = last,
            Names = names,
            EarlierText = first is null ? "" : periodsDiffer ? $"{ChartWords.Value(Spec, first)} ({DateFormat.PeriodName(first.Period, Spec.Language)})" : ChartWords.Value(Spec, first),
            LaterText = ChartWords.Value(Spec, last),
            Addition = Addition(last, periodsDiffer),
            Top = at,
            Height = (narrow ? NarrowPitch : WidePitch) + ((names.Count - 1) * LineHeight),
        };
    }

    /// <summary>Room for the widest value on either side of the dots.</summary>
    private LinearScale Scale()
    {
        var before = rows.Max(r => r.LeftWidth);
        var left = (narrow ? 6 : nameWidth + 13) + (before > 0 ? before + Beside : 0);
        var right = ScaleEnd(left, rows.SelectMany(Ends).Append((1, LastHalf(values))));
        return new((double)values.Low, (double)values.High, left, right);
    }

    /// <summary>How far along the scale the marks of a row lie, and what stands right of them.</summary>
    private IEnumerable<(double Share, double Room)> Ends(Row row)
    {
        if (row.Later.IsDrawn)
        {
            yield return (Share(row.IsFalling ? row.Earlier! : row.Later), row.RightWidth + Beside + 2);
        }
        else if (row.Earlier is { IsDrawn: true })
        {
            yield return (Share(row.Earlier), TextWidth.Of(row.LaterText, TextSize) + Beside + 2);
        }
    }

    private double Share(ChartPoint point) => (InUnit(point.Value!.Value) - (double)values.Low) / (double)(values.High - values.Low);

    private double X(long value) => x.Map(InUnit(value));

    private void DrawHead(Svg svg)
    {
        svg.Lines(Style.Axis, 0, 12, 15, unitLines);

        if (earlier is null)
        {
            return;
        }

        var at = (unitLines.Count * 15) + 13;
        svg.Open(Look.OneMeasure);
        svg.Rectangle(Style.Bar, 4, at - 11, 2.5, 14);
        Markers.Draw(svg, Look.OneMeasure.Marker, 30 + TextWidth.Of(earlier, AxisSize) + 8, at - 4, hollow: false);
        svg.Close();
        svg.Text(Style.Axis, 14, at, earlier);
        svg.Text(Style.Strong, 30 + TextWidth.Of(earlier, AxisSize) + 18, at, later);
    }

    private void DrawGrid(Svg svg)
    {
        if (!narrow)
        {
            DrawLevelGrid(svg, values, x, top, bottom);
            return;
        }

        foreach (var row in rows)
        {
            DrawLevelGrid(svg, values, x, Middle(row) - 12, Middle(row) + 12);
        }
    }

    private double Middle(Row row) => narrow ? row.Top + 15 + (row.Names.Count * LineHeight) : row.Top + (row.Height / 2);

    private void DrawTargets(Svg svg)
    {
        var row = top - 4 - (targets.Sum(t => t.Count) * TargetRow);
        for (var i = 0; i < targets.Length; i++)
        {
            row += DrawTargetName(svg, targets[i], X(Spec.Targets[i].Value), row);
            svg.Line(Style.Reference, X(Spec.Targets[i].Value), row, X(Spec.Targets[i].Value), bottom);
        }
    }

    private void DrawRow(Svg svg, Row row)
    {
        var middle = Middle(row);
        var name = narrow ? row.Top + 14 : middle + HalfText - ((row.Names.Count - 1) * LineHeight / 2);
        svg.Lines(narrow ? Style.OverMarks : Style.Words, 0, name, LineHeight, row.Names);

        svg.Open(Look.OfBar(row.Series));
        DrawJoin(svg, row, middle);
        DrawEarlier(svg, row, middle);
        DrawLater(svg, row, middle);
        svg.Close();
    }

    private void DrawJoin(Svg svg, Row row, double middle)
    {
        if (row.Earlier is not { IsDrawn: true } from || !row.Later.IsDrawn)
        {
            return;
        }

        var (a, b) = (X(from.Value!.Value), X(row.Later.Value!.Value));
        if (Joins.BreakBetween(Spec, row.Index, from.Period, row.Later.Period) is { } cut)
        {
            NoteSign(svg, (a + b) / 2, Math.Abs(b - a) < 32 ? middle - 14 : middle, cut.Note);
        }
        else
        {
            svg.Rectangle(Style.Bar, Math.Min(a, b), middle - 1.5, Math.Abs(b - a), 3);
        }
    }

    private void DrawEarlier(Svg svg, Row row, double middle)
    {
        if (row.Earlier is not { IsDrawn: true } point)
        {
            return;
        }

        var at = X(point.Value!.Value);
        var linked = OpenLink(svg, row.Series, point, inTabOrder: false);
        svg.Rectangle(point.IsHollow ? Style.Hollow : Style.Bar, at - 1.25, middle - 7, 2.5, 14);
        svg.Text(Style.OverMarks, row.IsFalling ? at + Beside : at - Beside, middle + HalfText, row.EarlierText, row.IsFalling ? Anchor.Start : Anchor.End);
        CloseLink(svg, linked);
    }

    private void DrawLater(Svg svg, Row row, double middle)
    {
        var linked = OpenLink(svg, row.Series, row.Later, inTabOrder: true);
        if (row.Later.IsDrawn)
        {
            DrawDot(svg, row, middle, linked);
        }
        else
        {
            DrawAbsent(svg, row, middle);
        }

        CloseLink(svg, linked);
    }

    private void DrawDot(Svg svg, Row row, double middle, bool linked)
    {
        var at = X(row.Later.Value!.Value);
        if (linked)
        {
            svg.Circle(Style.Hit, at, middle, 12);
        }

        Markers.Draw(svg, Look.OfBar(row.Series).Marker, at, middle, row.Later.IsHollow);
        DrawValue(svg, row.IsLaterLeft ? at - Beside : at + Beside, middle + HalfText, row.LaterText, row.Addition, row.IsLaterLeft ? Anchor.End : Anchor.Start);
    }

    /// <summary>A stub with the words; where the earlier value stands only the words.</summary>
    private void DrawAbsent(Svg svg, Row row, double middle)
    {
        if (row.Earlier is { IsDrawn: true } point)
        {
            svg.Text(Style.OverMarks, X(point.Value!.Value) + Beside, middle + HalfText, row.LaterText);
        }
        else
        {
            DrawStub(svg, row.Later, x.From, middle, row.LaterText);
        }
    }

    /// <summary>A series with its texts; widths are what the texts take left and right of the marks.</summary>
    private sealed record Row
    {
        public required ChartSeries Series { get; init; }

        public required int Index { get; init; }

        public ChartPoint? Earlier { get; init; }

        public required ChartPoint Later { get; init; }

        public required IReadOnlyList<string> Names { get; init; }

        public required string EarlierText { get; init; }

        public required string LaterText { get; init; }

        /// <summary>What is said after the later value: its period where rows differ, and its doubt.</summary>
        public required string Addition { get; init; }

        public double Top { get; init; }

        public double Height { get; init; }

        /// <summary>The later value lies left of the earlier one.</summary>
        public bool IsFalling => Earlier is { IsDrawn: true } && Later.IsDrawn && Later.Value < Earlier.Value;

        /// <summary>The later value is written left of its dot.</summary>
        public bool IsLaterLeft => IsFalling || (Earlier is not { IsDrawn: true } && Later.Value < 0);

        public double LeftWidth => IsLaterLeft ? LaterWidth : EarlierWidth;

        public double RightWidth => !Later.IsDrawn ? 0 : IsFalling ? EarlierWidth : IsLaterLeft ? 0 : LaterWidth;

        private double EarlierWidth => Earlier is { IsDrawn: true } ? TextWidth.Of(EarlierText, TextSize) : 0;

        private double LaterWidth => Later.IsDrawn ? TextWidth.OfBold(LaterText, TextSize) + (Addition.Length == 0 ? 0 : TextWidth.Of(Addition, AxisSize) + 5) : 0;
    }
}
