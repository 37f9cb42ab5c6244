using Lagebild.Statistics;

namespace Lagebild.Charts;

/// <summary>Lines over time, or over months since an onset; alone, or as one panel among several.</summary>
internal sealed class LinePlot : SeriesPlot
{
    private const double Bottom = 26;
    private const double MarkerEvery = 60;
    private const double HollowEvery = 14;
    private const double FewPointsEvery = 20;
    private const int FewPoints = 24;
    private const double HatchFrom = 22;
    private const int MostDoubts = 3;

    private readonly Look[] looks;
    private readonly Panel? panel;
    private readonly Key? key;
    private readonly double keyHeight;
    private readonly ValueAxis values;
    private readonly IReadOnlyList<string> unitLines;
    private readonly LinearScale y;
    private readonly RunningAxis time;
    private readonly IReadOnlyList<string> title;
    private readonly double left;
    private readonly double right;
    private readonly double top;
    private readonly double bottom;
    private readonly List<EndLabel> labels = [];
    private readonly bool markersBesideLabels;
    private readonly Spot[][] spots;
    private readonly List<(double X, double Y)> signs = [];

    public LinePlot(ChartSpec spec, ChartKind kind, double width, double height, bool narrow, string idPrefix)
        : this(spec, kind == ChartKind.Onset ? Look.OfOnsets(spec) : Look.Of(spec), kind == ChartKind.Onset ? OnsetAxis.Of(spec) : TimeAxis.Of(spec, 0, 1)!, null, width, height, narrow, idPrefix)
    {
    }

    /// <summary>A panel of one series: its name stands above, so that at the line's end there is room for the last value.</summary>
    public LinePlot(ChartSpec spec, Panel panel, double width, double height, string idPrefix)
        : this(spec, [panel.Look], panel.Time, panel, width, height, narrow: false, idPrefix)
    {
    }

    private LinePlot(ChartSpec spec, Look[] looks, RunningAxis running, Panel? panel, double width, double height, bool narrow, string idPrefix)
        : base(spec, width, idPrefix)
    {
        (this.looks, this.panel, time) = (looks, panel, running);
        values = panel?.Values ?? ValueAxis.ForLines(spec);
        unitLines = panel is { IsUnitAbove: true } ? [] : UnitLines(values);
        title = time.Title(spec.Language) is { Length: > 0 } words ? TextWidth.Lines(words, width, AxisSize) : [];
        var upper = unitLines.Count == 0 ? 10 : 22 + (15 * (unitLines.Count - 1));
        left = Math.Max((panel?.TickWidth ?? TickWidth(values)) + 13, 18);
        (top, bottom) = (upper, height - Bottom - (title.Count * 16));
        y = new((double)values.Low, (double)values.High, bottom, top);
        labels = panel is null ? Ends() : [];
        var places = narrow || (time is OnsetAxis && EndsDiffer()) ? null : Places(mayMove: time is not OnsetAxis);
        if (places is null)
        {
            key = Key.OfLines(spec, looks, width);
            keyHeight = key.Height;
            labels = [];
            right = width - 10;
        }
        else
        {
            labels = [.. labels.Select((l, i) => l with { Place = places[i] })];
            markersBesideLabels = EndsDiffer() || labels.Exists(l => l.Moved);
            right = width - LabelRoom();
        }

        Height = height + keyHeight;
        time = time.Over(values.HasZero ? left : left + 14, right);
        spots = [.. spec.Series.Select(Spots)];
    }

    /// <inheritdoc/>
    public override void Draw(Svg svg)
    {
        key?.Draw(svg);
        if (keyHeight > 0)
        {
            svg.Raw("<g transform=\"translate(0 "u8);
            svg.Number(keyHeight);
            svg.Raw(")\">"u8);
        }

        DrawHatches(svg);
        DrawValueAxis(svg);
        DrawTimeAxis(svg);
        DrawTargets(svg);
        DrawBreaks(svg);
        DrawSeries(svg);
        DrawDoubts(svg);
        DrawLabels(svg);
        if (keyHeight > 0)
        {
            svg.Close();
        }
    }

    /// <summary>Opens a path in the dash of a look; empty draws solid. The caller writes the data and closes.</summary>
    internal static void OpenLine(Svg svg, Style style, string dash)
    {
        svg.Raw("<path"u8);
        svg.Style(style);
        if (dash.Length > 0)
        {
            svg.Attribute("stroke-dasharray"u8, dash);
        }

        svg.Raw(" d=\""u8);
    }

    private double Y(long value) => y.Map(InUnit(value));

    private List<EndLabel> Ends()
    {
        var ends = new List<EndLabel>();
        for (var i = 0; i < looks.Length; i++)
        {
            if (looks[i] != Look.Grey && LastDrawn(Spec.Series[i]) is { } last)
            {
                ends.Add(new(i, Y(last.Value!.Value), 0));
            }
        }

        return ends;
    }

    private static ChartPoint? LastDrawn(ChartSeries series)
    {
        for (var i = series.Points.Count - 1; i >= 0; i--)
        {
            if (series.Points[i].IsDrawn)
            {
                return series.Points[i];
            }
        }

        return null;
    }

    /// <summary>Null where a key reads better: names too long, too many, or too much moved; over months since an onset any moved, as the dash must be seen beside the name.</summary>
    private double[]? Places(bool mayMove)
    {
        var wanted = labels.Select(l => l.Wanted).ToArray();
        var places = EndLabels.Place(wanted, top, bottom);
        return places is null || WidestLabel() > 0.36 * Width || EndLabels.TooMuchMoved(wanted, places, mayMove ? bottom - top : 0) ? null : places;
    }

    private double WidestLabel() => labels.Count == 0 ? 0 : labels.Max(l => TextWidth.Of(Spec.Series[l.Series].Name, TextSize));

    private double LabelRoom() => labels.Count == 0 ? 14 : WidestLabel() + LabelDistance + 3;

    /// <summary>From the right end of the axis to the names: room for a leader, or for the marker beside the name.</summary>
    private double LabelDistance => markersBesideLabels ? 27 : labels.Exists(l => l.Moved) ? 22 : 11;

    /// <summary>Whether some line ends before the chart does: a name then needs its marker beside it.</summary>
    private bool EndsDiffer() => labels.Exists(l => time.X(l.Series, LastDrawn(Spec.Series[l.Series])!.Period) < 0.98);

    private Spot[] Spots(ChartSeries series, int index)
    {
        var points = series.Points;
        var result = new Spot[points.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = new(
                time.X(index, points[i].Period),
                points[i].IsDrawn ? Y(points[i].Value!.Value) : double.NaN,
                i > 0 && Joins.Joined(Spec, index, points[i - 1], points[i]));
        }

        return result;
    }

    private void DrawValueAxis(Svg svg)
    {
        svg.Lines(Style.Axis, 0, 12, 15, unitLines);
        DrawUprightAxis(svg, values, y, left, right, withZero: true);
        if (!values.HasZero)
        {
            svg.Path(Style.Reference, left + 5, bottom - 22, "v6l4 3l-8 4l4 3v6"u8);
        }
    }

    private void DrawTimeAxis(Svg svg)
    {
        foreach (var tick in time.Ticks(Spec.Language, Width))
        {
            svg.Line(Style.Tick, tick.X, bottom, tick.X, bottom + 5);
            if (tick.Text.Length > 0)
            {
                svg.Text(Style.Axis, (tick.Left + tick.Right) / 2, bottom + 20, tick.Text, Anchor.Middle);
            }
        }

        for (var i = 0; i < title.Count; i++)
        {
            var half = TextWidth.Of(title[i], AxisSize) / 2;
            svg.Text(Style.Axis, Math.Clamp((left + right) / 2, half, Math.Max(half, Width - half)), bottom + 38 + (16 * i), title[i], Anchor.Middle);
        }

        if (time.OriginX is { } origin)
        {
            svg.Line(Style.Tick, origin, top, origin, bottom);
        }
    }

    private void DrawTargets(Svg svg)
    {
        foreach (var target in Spec.Targets)
        {
            var at = Y(target.Value);
            svg.Line(Style.Reference, left, at, right, at);
            if (panel is null)
            {
                DrawTargetName(svg, target, left, right, at, top);
            }

            if (target.Due is { } due && time.TargetX(due) is { } x)
            {
                svg.Line(Style.Reference, x, at - 6, x, at + 6);
            }
        }
    }

    private void DrawBreaks(Svg svg)
    {
        var previous = double.NegativeInfinity;
        var row = 0;
        foreach (var cut in Spec.Breaks.OrderBy(b => b.Day))
        {
            foreach (var x in BreakXs(cut))
            {
                row = x - previous < 18 ? row + 1 : 0;
                previous = x;
                svg.Line(Style.Break, x, top - 2, x, bottom);
                NoteSign(svg, x, top + 6 + (18 * row), cut.Note);
            }
        }
    }

    /// <summary>
    /// Between the value before and the value after of the first series it cuts; on an axis where a day has no one place for each of them. Where it lies between no values
    /// at its day; none outside the chart.
    /// </summary>
    private List<double> BreakXs(ChartBreak cut)
    {
        var places = new List<double>();
        for (var s = 0; s < Spec.Series.Count; s++)
        {
            var points = Spec.Series[s].Points;
            for (var i = 1; i < points.Count && Joins.Cuts(cut, s); i++)
            {
                if (points[i - 1].Period.Start < cut.Day && cut.Day <= points[i].Period.End)
                {
                    Add(places, (spots[s][i - 1].X + spots[s][i].X) / 2);
                    break;
                }
            }
        }

        return time is OnsetAxis ? places : places.Count > 0 ? places[..1] : time.DayX(cut.Day) is { } x ? [x] : [];
    }

    private static void Add(List<double> places, double x)
    {
        if (!places.Exists(p => Math.Abs(p - x) < 1))
        {
            places.Add(x);
        }
    }

    /// <summary>Fields without a value, where the chart shows one series only: with several, whose gap it is could not be seen.</summary>
    private void DrawHatches(Svg svg)
    {
        if (Spec.Series.Count != 1)
        {
            return;
        }

        var points = Spec.Series[0].Points;
        var defined = false;
        ChartPoint? before = null;
        foreach (var point in points.Where(p => p.IsDrawn))
        {
            if (before is not null && IsHatched(before, point))
            {
                if (!defined)
                {
                    DefineHatch(svg);
                    defined = true;
                }

                DrawHatch(svg, time.X(0, before.Period) + 6, time.X(0, point.Period) - 6);
            }

            before = point;
        }
    }

    private bool IsHatched(ChartPoint before, ChartPoint after) =>
        time.X(0, after.Period) - time.X(0, before.Period) > HatchFrom
        && Joins.MissingBetween(Spec, before.Period, after.Period) > 0
        && !Spec.Series[0].Points.Any(p => p.IsConfidential && p.Period > before.Period && p.Period < after.Period);

    private void DrawHatch(Svg svg, double from, double to)
    {
        svg.Hatch(HatchId, from, top, to - from, bottom - top);
        var word = ChartWords.Missing(Spec.Language);
        if (TextWidth.Of(word, AxisSize) + 12 < to - from)
        {
            svg.Text(Style.AxisOverMarks, (from + to) / 2, (top + bottom) / 2, word, Anchor.Middle);
        }
    }

    /// <summary>Those in the background first.</summary>
    private void DrawSeries(Svg svg)
    {
        for (var i = 0; i < looks.Length; i++)
        {
            if (looks[i] == Look.Grey)
            {
                DrawOne(svg, i);
            }
        }

        for (var i = 0; i < looks.Length; i++)
        {
            if (looks[i] != Look.Grey)
            {
                DrawOne(svg, i);
            }
        }
    }

    private void DrawOne(Svg svg, int series)
    {
        svg.Open(looks[series]);
        if (DrawLine(svg, series, dotted: false))
        {
            DrawLine(svg, series, dotted: true);
        }

        DrawMarks(svg, series);
        svg.Close();
        if (panel is not null)
        {
            DrawLastValue(svg, series);
        }
    }

    /// <summary>Above its mark, below where the line comes from above or there is no room; inside the panel.</summary>
    private void DrawLastValue(Svg svg, int series)
    {
        if (LastDrawn(Spec.Series[series]) is { } last)
        {
            var text = ChartWords.Value(Spec, last);
            var half = TextWidth.OfBold(text, TextSize) / 2;
            var at = Y(last.Value!.Value);
            var middle = Math.Min(time.X(series, last.Period), Width - half);
            var below = at - 22 < top || (at + 22 < bottom && Crosses(series, middle - half, middle + half, at - 21, at - 8) && !Crosses(series, middle - half, middle + half, at + 8, at + 21));
            svg.Text(Style.StrongOverMarks, middle, below ? at + 19 : at - 10, text, Anchor.Middle);
        }
    }

    /// <summary>Whether the line of a series runs through a field.</summary>
    private bool Crosses(int series, double left, double right, double upper, double lower)
    {
        var line = spots[series];
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i].Joined && line[i].X > left && line[i - 1].X < right)
            {
                var (a, b) = (line[i - 1].YAt(line[i], Math.Max(left, line[i - 1].X)), line[i - 1].YAt(line[i], Math.Min(right, line[i].X)));
                if (Math.Max(a, b) > upper && Math.Min(a, b) < lower)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>One path for all pieces of a series; a step to or from a forecast or an estimate belongs to the dotted one. Whether any step was left to the other.</summary>
    private bool DrawLine(Svg svg, int series, bool dotted)
    {
        var points = Spec.Series[series].Points;
        var line = spots[series];
        var (open, left) = (false, false);
        var pen = -1;
        for (var i = 1; i < points.Count; i++)
        {
            if (!line[i].Joined)
            {
                continue;
            }

            if ((points[i - 1].IsExpected || points[i].IsExpected) != dotted)
            {
                left = true;
                continue;
            }

            if (!open)
            {
                OpenLine(svg, dotted ? Style.Dots : looks[series] == Look.Grey ? Style.GreyLine : Style.Line, dotted ? "" : Dash(series));
                open = true;
            }

            if (pen != i - 1)
            {
                svg.Step('M', line[i - 1].X, line[i - 1].Y);
            }

            svg.Step('L', line[i].X, line[i].Y);
            pen = i;
        }

        if (open)
        {
            svg.Raw("\"/>"u8);
        }

        return left;
    }

    private string Dash(int series) => looks[series].Dash.Length == 0 || Joins.Pieces(Spec, series) > 3 ? "" : looks[series].Dash;

    /// <summary>From the end back: the last value, then about every 60 units; a value that stands alone or is uncertain is never left out for long.</summary>
    private void DrawMarks(Svg svg, int series)
    {
        var points = Spec.Series[series].Points;
        var grey = looks[series] == Look.Grey;
        var every = points.Count <= FewPoints ? FewPointsEvery : MarkerEvery;
        var previous = double.PositiveInfinity;
        for (var i = points.Count - 1; i >= 0; i--)
        {
            var point = points[i];
            var x = spots[series][i].X;
            if (point.IsConfidential)
            {
                DrawConfidential(svg, series, point, x);
            }
            else if (point.IsDrawn && (StandsAlone(series, i) || (!grey && previous - x >= (IsUncertain(point) ? HollowEvery : every))))
            {
                DrawMark(svg, series, point, x, isLast: double.IsPositiveInfinity(previous));
                previous = x;
            }
        }
    }

    private static bool IsUncertain(ChartPoint point) =>
        point.IsHollow || point.Status is ObservationStatus.LowReliability or ObservationStatus.LessThanHalfUnit;

    private bool StandsAlone(int series, int i)
    {
        var line = spots[series];
        return !line[i].Joined && (i == line.Length - 1 || !line[i + 1].Joined);
    }

    private void DrawMark(Svg svg, int series, ChartPoint point, double x, bool isLast)
    {
        var at = Y(point.Value!.Value);
        var linked = OpenLink(svg, Spec.Series[series], point, inTabOrder: isLast);
        if (linked)
        {
            svg.Circle(Style.Hit, x, at, 12);
        }

        Markers.Draw(svg, looks[series].Marker, x, at, point.IsHollow);
        if (point.Status is ObservationStatus.LowReliability)
        {
            svg.Path(Style.Bracket, x - 7, at - 6, "q-4 6 0 12m14 0q4-6 0-12"u8);
        }
        else if (point.Status is ObservationStatus.LessThanHalfUnit)
        {
            svg.Text(Style.AxisOverMarks, x, at - 9, "<½", Anchor.Middle);
        }

        CloseLink(svg, linked);
    }

    /// <summary>On the zero line, so that it has no height; signs of one period stand above each other.</summary>
    private void DrawConfidential(Svg svg, int series, ChartPoint point, double x)
    {
        var at = values.HasZero ? y.Map(0) : bottom;
        while (signs.Exists(s => Math.Abs(s.X - x) < 12 && Math.Abs(s.Y - at) < 12))
        {
            at -= 16;
        }

        signs.Add((x, at));
        var linked = OpenLink(svg, Spec.Series[series], point, inTabOrder: false);
        ConfidentialSign(svg, Style.Sign, x, at);
        CloseLink(svg, linked);
    }

    /// <summary>What the last value is worth, as a word over its mark or below it: of few series, and where the word covers no line and no other word. The key of signs says it in any case.</summary>
    private void DrawDoubts(Svg svg)
    {
        var heights = new List<double>();
        for (var i = 0; panel is null && i < looks.Length && looks.Length <= MostDoubts; i++)
        {
            if (LastDrawn(Spec.Series[i]) is { } last && ChartWords.Doubt(last, Spec.Language) is { } word)
            {
                var end = Math.Min(Width, Math.Max(time.X(i, last.Period) + 6, left + TextWidth.Of(word, AxisSize) + 4));
                var mark = Y(last.Value!.Value);
                foreach (var at in new[] { mark - 10, mark + 20 }.Where(h => IsFree(end - TextWidth.Of(word, AxisSize), end, h, heights)).Take(1))
                {
                    svg.Text(Style.AxisOverMarks, end, at, word, Anchor.End);
                    heights.Add(at);
                }
            }
        }
    }

    private bool IsFree(double from, double to, double baseline, List<double> heights) =>
        baseline - 12 > top && baseline + 4 < bottom
        && !heights.Exists(h => Math.Abs(h - baseline) < 16)
        && !Enumerable.Range(0, looks.Length).Any(s => Crosses(s, from, to, baseline - 13, baseline + 3));

    private void DrawLabels(Svg svg)
    {
        foreach (var label in labels)
        {
            var from = time.X(label.Series, LastDrawn(Spec.Series[label.Series])!.Period);
            if (label.Moved && right - from < 8)
            {
                svg.Line(Style.Leader, from + 6, label.Wanted, right + (markersBesideLabels ? 12 : 18), label.Place);
            }

            if (markersBesideLabels)
            {
                svg.Open(looks[label.Series]);
                Markers.Draw(svg, looks[label.Series].Marker, right + 18, label.Place, hollow: false);
                svg.Close();
            }

            svg.Text(Style.OverMarks, right + LabelDistance, label.Place + HalfText, Spec.Series[label.Series].Name);
        }
    }

    /// <summary>Where a point is drawn, and whether the line reaches it from the one before. Y is not a number where it has no height.</summary>
    private readonly record struct Spot(double X, double Y, bool Joined)
    {
        /// <summary>Height at a place between here and the next.</summary>
        public double YAt(Spot next, double x) => next.X > X ? Y + ((x - X) / (next.X - X) * (next.Y - Y)) : next.Y;
    }

    /// <summary>A name at the end of its line: where the line ends, and where the name stands.</summary>
    private readonly record struct EndLabel(int Series, double Wanted, double Place)
    {
        public bool Moved => Math.Abs(Place - Wanted) > EndLabels.LeaderFrom;
    }
}

/// <summary>What a line plot is given where it is one panel among several.</summary>
internal sealed record Panel
{
    public required ValueAxis Values { get; init; }

    public required RunningAxis Time { get; init; }

    public required Look Look { get; init; }

    /// <summary>Width of the widest value of the axis.</summary>
    public required double TickWidth { get; init; }

    /// <summary>The unit stands above all panels.</summary>
    public required bool IsUnitAbove { get; init; }
}
