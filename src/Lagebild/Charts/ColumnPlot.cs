using Lagebild.Statistics;

namespace Lagebild.Charts;

/// <summary>
/// Upright bars over time from zero: one group per period, within it one bar per series, with the marker of its series on top. Where intervals occur, time keeps its measure
/// and each bar is as wide as its period; of bars that overlap the shorter period stands in front.
/// </summary>
internal sealed class ColumnPlot : SeriesPlot
{
    private const double Bottom = 26;
    private const double StubHeight = 28;
    private const double MarkersFrom = 11;
    private const double MostBar = 24;
    private const double LeastBar = 3;

    private readonly Look[] looks;
    private readonly Key? key;
    private readonly double keyHeight;
    private readonly ValueAxis values;
    private readonly IReadOnlyList<string> unitLines;
    private readonly LinearScale y;
    private readonly double left;
    private readonly double right;
    private readonly double top;
    private readonly double bottom;
    private readonly Slots slots;
    private readonly TimeAxis? time;

    public ColumnPlot(ChartSpec spec, double width, double height, bool narrow, string idPrefix)
        : base(spec, width, idPrefix)
    {
        looks = [.. Look.Of(spec)];
        key = spec.Series.Count > 1 ? Key.OfBars(spec, looks, width) : null;
        keyHeight = key?.Height ?? 0;
        var periods = Slots.Of(spec);
        values = HasIntervals(periods) && spec.Series.Count == 1 ? ValueAxis.ForBars(spec).InFull : ValueAxis.ForBars(spec);
        unitLines = UnitLines(values);
        (left, right) = (Math.Max(TickWidth(values) + 13, 18), width - (narrow ? 4 : 14));
        (top, bottom) = (keyHeight + (unitLines.Count == 0 ? 14 : 26 + (15 * (unitLines.Count - 1))), keyHeight + height - Bottom);
        y = new((double)values.Low, (double)values.High, bottom, top);
        slots = new(periods, left, right);
        time = HasIntervals(periods) ? TimeAxis.Between(periods[0].Start, periods.Max(p => p.End).AddDays(1), left, right) : null;
        Height = keyHeight + height;
    }

    /// <inheritdoc/>
    public override void Draw(Svg svg)
    {
        key?.Draw(svg);
        svg.Lines(Style.Axis, 0, keyHeight + 12, 15, unitLines);
        DrawUprightAxis(svg, values, y, left, right, withZero: false);
        DrawPeriods(svg);
        DefineHatch(svg);
        for (var i = 0; i < looks.Length; i++)
        {
            DrawSeries(svg, i);
        }

        svg.Line(Style.Zero, left, y.Map(0), right, y.Map(0));
        DrawConfidential(svg);
        DrawTargets(svg);
        DrawBreaks(svg);
    }

    private static bool HasIntervals(IReadOnlyList<Period> periods) => periods.Any(p => p.Frequency == Frequency.Interval && !p.IsDay);

    /// <summary>Where the bar of a series stands, and how wide it is.</summary>
    private (double Left, double Width) Bar(int series, Period period)
    {
        var count = Spec.Series.Count;
        if (time is null)
        {
            var width = Math.Clamp(slots.Width * 0.78 / count, 1, MostBar);
            return (slots.Middle(period) + ((series - (count / 2.0)) * width), width);
        }

        var (from, to) = (time.X(period.Start), time.X(period.End.AddDays(1)));
        var share = Math.Max(LeastBar, (to - from) / count);
        return (from + (series * share), share);
    }

    /// <summary>The name of each period; over intervals under its bars where each has room there, else the days.</summary>
    private void DrawPeriods(Svg svg)
    {
        if (time is null)
        {
            slots.Draw(svg, Spec.Language, bottom, Width);
        }
        else if (!DrawNames(svg, time))
        {
            DrawDays(svg, time);
        }
    }

    /// <summary>False, and nothing drawn, where names would touch or periods overlap.</summary>
    private bool DrawNames(Svg svg, TimeAxis days)
    {
        var names = slots.Periods.Select(p => (From: days.X(p.Start), To: days.X(p.End.AddDays(1)), Text: DateFormat.IntervalSign(p, Spec.Language))).ToArray();
        if (names.Any(n => TextWidth.Of(n.Text, AxisSize) + 4 > n.To - n.From) || names.Zip(names.Skip(1)).Any(n => n.Second.From < n.First.To - 1))
        {
            return false;
        }

        foreach (var (from, to, text) in names)
        {
            svg.Line(Style.Tick, from, bottom, from, bottom + 5);
            svg.Text(Style.Axis, (from + to) / 2, bottom + 20, text, Anchor.Middle);
        }

        return true;
    }

    private void DrawDays(Svg svg, TimeAxis days)
    {
        foreach (var tick in days.Ticks(Spec.Language, Width))
        {
            svg.Line(Style.Tick, tick.X, bottom, tick.X, bottom + 5);
            if (tick.Text.Length > 0)
            {
                svg.Text(Style.Axis, (tick.Left + tick.Right) / 2, bottom + 20, tick.Text, Anchor.Middle);
            }
        }
    }

    private void DrawSeries(Svg svg, int series)
    {
        svg.Open(looks[series]);
        DrawMissing(svg, series);
        var points = Spec.Series[series].Points;
        IEnumerable<ChartPoint> ordered = time is null ? points : points.OrderByDescending(p => p.Period.End.DayNumber - p.Period.Start.DayNumber);
        foreach (var point in ordered)
        {
            if (point.IsDrawn)
            {
                DrawBar(svg, series, point);
            }
        }

        svg.Close();
    }

    /// <summary>A stub, never to scale, where a point has no value, and for each period without a point between the first and the last: before and after them the series does not run.</summary>
    private void DrawMissing(Svg svg, int series)
    {
        var points = Spec.Series[series].Points;
        var next = 0;
        foreach (var period in slots.Periods)
        {
            if (next < points.Count && points[next].Period == period)
            {
                if (points[next] is { IsDrawn: false, IsConfidential: false })
                {
                    DrawStubIn(svg, series, period);
                }

                next++;
            }
            else if (time is null && next > 0 && next < points.Count && points[0].Period.Frequency == period.Frequency)
            {
                DrawStubIn(svg, series, period);
            }
        }
    }

    private void DrawStubIn(Svg svg, int series, Period period)
    {
        var (from, width) = Bar(series, period);
        svg.Hatch(HatchId, from + 1, y.Map(0) - StubHeight, Math.Max(1, width - 2), StubHeight);
    }

    private void DrawBar(Svg svg, int series, ChartPoint point)
    {
        var value = InUnit(point.Value!.Value);
        var (from, width) = Bar(series, point.Period);
        var (upper, lower) = (y.Map(Math.Max(0, value)), y.Map(Math.Min(0, value)));
        var gap = width > 6 ? 1 : 0;
        var linked = OpenLink(svg, Spec.Series[series], point, inTabOrder: point == Spec.Series[series].Points[^1]);
        if (point.IsHollow)
        {
            svg.Rectangle(point.IsExpected ? Style.DottedBar : Style.Hollow, from + gap + 0.9, upper + 0.9, Math.Max(0.5, width - (2 * gap) - 1.8), Math.Max(0.5, lower - upper - 0.9));
        }
        else
        {
            svg.Rectangle(time is null ? Style.Bar : Style.Mark, from + gap, upper, width - (2 * gap), lower - upper);
        }

        if (time is not null && Spec.Series.Count == 1 && TextWidth.OfBold(ChartWords.Value(Spec, point), TextSize) + 8 < width)
        {
            svg.Text(Style.StrongOverMarks, from + width - 4, value < 0 ? lower + 16 : upper - 6, ChartWords.Value(Spec, point), Anchor.End);
        }
        else
        {
            DrawOnTop(svg, series, point, from + (width / 2), width, value < 0 ? lower + 8 : upper - 7);
        }

        CloseLink(svg, linked);
    }

    /// <summary>The marker of the series, and what makes the value less than plain.</summary>
    private void DrawOnTop(Svg svg, int series, ChartPoint point, double middle, double width, double at)
    {
        var hasMarker = Spec.Series.Count > 1 && width >= MarkersFrom && looks[series] != Look.Grey;
        if (hasMarker)
        {
            Markers.Draw(svg, looks[series].Marker, middle, at, hollow: false);
        }

        if (point.Status is ObservationStatus.LowReliability)
        {
            svg.Path(Style.Bracket, middle - 6, at - 6, "q-4 6 0 12m12 0q4-6 0-12"u8);
        }
        else if (point.Status is ObservationStatus.LessThanHalfUnit)
        {
            svg.Text(Style.AxisOverMarks, middle, hasMarker ? at - 8 : at + 2, "<½", Anchor.Middle);
        }
    }

    private void DrawConfidential(Svg svg)
    {
        for (var i = 0; i < looks.Length; i++)
        {
            foreach (var point in Spec.Series[i].Points)
            {
                if (point.IsConfidential)
                {
                    var (from, width) = Bar(i, point.Period);
                    svg.Open(looks[i]);
                    ConfidentialSign(svg, Style.Sign, from + (width / 2), y.Map(0));
                    svg.Close();
                }
            }
        }
    }

    private void DrawTargets(Svg svg)
    {
        foreach (var target in Spec.Targets)
        {
            var at = y.Map(InUnit(target.Value));
            svg.Line(Style.Reference, left, at, right, at);
            DrawTargetName(svg, target, left, right, at, top);
        }
    }

    private void DrawBreaks(Svg svg)
    {
        foreach (var cut in Spec.Breaks)
        {
            if ((time is null ? slots.Start(cut.Day) : time.DayX(cut.Day)) is { } x)
            {
                svg.Line(Style.Break, x, top - 2, x, bottom);
                NoteSign(svg, x, top + 6, cut.Note);
            }
        }
    }
}
