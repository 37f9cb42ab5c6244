using Lagebild.Statistics;

namespace Lagebild.Charts;

/// <summary>Lines over time.</summary>
internal sealed class LinePlot : SeriesPlot
{
    private const double Bottom = 26;
    private const double MarkerEvery = 60;
    private const double HollowEvery = 14;
    private const double FewPointsEvery = 20;
    private const int FewPoints = 24;
    private const double HatchFrom = 22;

    private readonly Look[] looks;
    private readonly LineKey? key;
    private readonly double keyHeight;
    private readonly ValueAxis values;
    private readonly IReadOnlyList<string> unitLines;
    private readonly LinearScale y;
    private readonly TimeAxis time;
    private readonly double left;
    private readonly double right;
    private readonly double top;
    private readonly double bottom;
    private readonly List<EndLabel> labels = [];
    private readonly bool markersBesideLabels;
    private readonly double unit;
    private readonly Spot[][] spots;
    private readonly List<(double X, double Y)> signs = [];

    public LinePlot(ChartSpec spec, double width, double height, bool narrow, string idPrefix)
        : base(spec, width, idPrefix)
    {
        looks = Look.Of(spec);
        unit = Math.Pow(10, spec.Decimals);
        values = ValueAxis.ForLines(spec);
        unitLines = UnitLines();
        var upper = unitLines.Count == 0 ? 10 : 22 + (15 * (unitLines.Count - 1));
        left = Math.Max(TickWidth() + 13, 18);
        (top, bottom) = (upper, height - Bottom);
        y = new((double)values.Low, (double)values.High, bottom, top);
        time = TimeAxis.Of(spec, 0, 1)!;
        labels = Ends();
        var places = narrow ? null : Places();
        if (places is null)
        {
            key = new(spec, looks, width, bars: false);
            keyHeight = key.Height;
            labels = [];
            right = width - 10;
        }
        else
        {
            labels = [.. labels.Select((l, i) => l with { Place = places[i] })];
            markersBesideLabels = EndsDiffer();
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

    private IReadOnlyList<string> UnitLines()
    {
        var words = ChartWords.Unit(Spec.Unit, values.Divisor, Spec.Language);
        if (!values.HasZero)
        {
            words = words.Length == 0 ? ChartWords.AxisWithoutZero(Spec.Language) : $"{words} · {ChartWords.AxisWithoutZero(Spec.Language)}";
        }

        return words.Length == 0 ? [] : TextWidth.Lines(words, Width, AxisSize);
    }

    private double TickWidth()
    {
        var widest = 0.0;
        for (var i = 0; i < values.Count; i++)
        {
            widest = Math.Max(widest, TextWidth.Of(TickLabel(i), AxisSize));
        }

        return widest;
    }

    private string TickLabel(int tick) =>
        values.Label(tick, Spec.Language) + (Spec.IsPercent && Spec.Unit.Length == 0 ? NumberFormat.PercentSign(Spec.Language) : "");

    private double Y(long value) => y.Map(value / unit);

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

    /// <summary>Null where a key reads better: names too long, too many, or too much moved.</summary>
    private double[]? Places()
    {
        var wanted = labels.Select(l => l.Wanted).ToArray();
        var places = EndLabels.Place(wanted, top, bottom);
        return places is null || WidestLabel() > 0.36 * Width || EndLabels.TooMuchMoved(wanted, places, bottom - top) ? null : places;
    }

    private double WidestLabel() => labels.Count == 0 ? 0 : labels.Max(l => TextWidth.Of(Spec.Series[l.Series].Name, TextSize));

    private double LabelRoom() => labels.Count == 0 ? 14 : WidestLabel() + LabelDistance + 3;

    /// <summary>From the right end of the axis to the names: room for a leader, or for the marker beside the name.</summary>
    private double LabelDistance => markersBesideLabels ? 27 : labels.Exists(l => l.Moved) ? 22 : 11;

    /// <summary>Whether some line ends before the chart does: a name then needs its marker beside it.</summary>
    private bool EndsDiffer() => labels.Exists(l => time.X(LastDrawn(Spec.Series[l.Series])!.Period) < 0.98);

    private Spot[] Spots(ChartSeries series, int index)
    {
        var points = series.Points;
        var result = new Spot[points.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = new(
                time.X(points[i].Period),
                points[i].IsDrawn ? Y(points[i].Value!.Value) : double.NaN,
                i > 0 && Joins.Joined(Spec, index, points[i - 1], points[i]));
        }

        return result;
    }

    private void DrawValueAxis(Svg svg)
    {
        for (var i = 0; i < unitLines.Count; i++)
        {
            svg.Text(Style.Axis, 0, 12 + (15 * i), unitLines[i]);
        }

        for (var i = 0; i < values.Count; i++)
        {
            var at = y.Map((double)values.Tick(i));
            svg.Line(values.Tick(i) == 0 ? Style.Zero : Style.Grid, left, at, right, at);
            svg.Text(Style.Axis, left - 8, at + HalfText, TickLabel(i), Anchor.End);
        }

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
    }

    private void DrawTargets(Svg svg)
    {
        foreach (var target in Spec.Targets)
        {
            var at = Y(target.Value);
            svg.Line(Style.Reference, left, at, right, at);
            svg.Text(Style.OverMarks, left + 6, at < top + 18 ? at + 15 : at - 6, TargetName(target));
        }
    }

    private void DrawBreaks(Svg svg)
    {
        var previous = double.NegativeInfinity;
        var row = 0;
        foreach (var cut in Spec.Breaks.OrderBy(b => b.Day))
        {
            if (BreakX(cut) is { } x)
            {
                row = x - previous < 18 ? row + 1 : 0;
                previous = x;
                svg.Line(Style.Break, x, top - 2, x, bottom);
                NoteSign(svg, x, top + 6 + (18 * row), cut.Note);
            }
        }
    }

    /// <summary>Between the value before and the value after of the first series it cuts; null where it lies outside the chart.</summary>
    private double? BreakX(ChartBreak cut)
    {
        for (var s = 0; s < Spec.Series.Count; s++)
        {
            var points = Spec.Series[s].Points;
            for (var i = 1; i < points.Count && Joins.Cuts(cut, s); i++)
            {
                if (points[i - 1].Period.Start < cut.Day && cut.Day <= points[i].Period.End)
                {
                    return (time.X(points[i - 1].Period) + time.X(points[i].Period)) / 2;
                }
            }
        }

        return time.Contains(cut.Day) ? time.X(cut.Day) : null;
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

                DrawHatch(svg, time.X(before.Period) + 6, time.X(point.Period) - 6);
            }

            before = point;
        }
    }

    private bool IsHatched(ChartPoint before, ChartPoint after) =>
        time.X(after.Period) - time.X(before.Period) > HatchFrom
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

        if (linked)
        {
            svg.Raw("</a>"u8);
        }
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
        if (linked)
        {
            svg.Raw("</a>"u8);
        }
    }

    private void DrawLabels(Svg svg)
    {
        foreach (var label in labels)
        {
            var from = time.X(LastDrawn(Spec.Series[label.Series])!.Period);
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
    private readonly record struct Spot(double X, double Y, bool Joined);

    /// <summary>A name at the end of its line: where the line ends, and where the name stands.</summary>
    private readonly record struct EndLabel(int Series, double Wanted, double Place)
    {
        public bool Moved => Math.Abs(Place - Wanted) > EndLabels.LeaderFrom;
    }
}
