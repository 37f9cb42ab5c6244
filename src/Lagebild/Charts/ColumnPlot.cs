using Lagebild.Statistics;

namespace Lagebild.Charts;

/// <summary>Upright bars over time: one group per period, within it one bar per series, from zero, with the marker of its series on top.</summary>
internal sealed class ColumnPlot : Plot
{
    private const double Bottom = 26;
    private const double StubHeight = 28;
    private const double MarkersFrom = 11;

    private readonly Look[] looks;
    private readonly LineKey? key;
    private readonly double keyHeight;
    private readonly ValueAxis values;
    private readonly string[] unitLines;
    private readonly Period[] periods;
    private readonly LinearScale y;
    private readonly double left;
    private readonly double right;
    private readonly double top;
    private readonly double bottom;
    private readonly double unit;
    private readonly double barWidth;

    public ColumnPlot(ChartSpec spec, double width, double height, bool narrow, string idPrefix)
        : base(spec, width, idPrefix)
    {
        looks = [.. Look.Of(spec)];
        key = spec.Series.Count > 1 ? new(spec, looks, width, bars: true) : null;
        keyHeight = key?.Height ?? 0;
        unit = Math.Pow(10, spec.Decimals);
        values = ValueAxis.ForBars(spec);
        unitLines = UnitLines();
        var tickWidth = Enumerable.Range(0, values.Count).Max(i => TextWidth.Of(values.Label(i, spec.Language), AxisSize));
        (left, right) = (Math.Max(tickWidth + 13, 18), width - (narrow ? 4 : 14));
        (top, bottom) = (keyHeight + (unitLines.Length == 0 ? 14 : 26 + (15 * (unitLines.Length - 1))), keyHeight + height - Bottom);
        y = new((double)values.Low, (double)values.High, bottom, top);
        periods = [.. spec.Series.SelectMany(s => s.Points).Select(p => p.Period).Distinct().Order()];
        barWidth = Math.Clamp(GroupWidth * 0.78 / spec.Series.Count, 1, 24);
        Height = keyHeight + height;
    }

    private double GroupWidth => (right - left) / periods.Length;

    /// <inheritdoc/>
    public override void Draw(Svg svg)
    {
        key?.Draw(svg);
        DrawValueAxis(svg);
        DrawPeriods(svg);
        if (Spec.Series.Any(s => s.Points.Any(p => p is { IsDrawn: false, IsConfidential: false })))
        {
            DefineHatch(svg);
        }

        for (var i = 0; i < looks.Length; i++)
        {
            DrawSeries(svg, i);
        }

        svg.Line(Style.Zero, left, y.Map(0), right, y.Map(0));
        DrawConfidential(svg);
        DrawTargets(svg);
        DrawBreaks(svg);
    }

    private string[] UnitLines()
    {
        var words = ChartWords.Unit(Spec.Unit, values.Divisor, Spec.Language);
        return words.Length == 0 ? [] : [.. TextWidth.Lines(words, Width, AxisSize)];
    }

    private double Middle(Period period) => left + ((Array.IndexOf(periods, period) + 0.5) * GroupWidth);

    private double BarLeft(int series, Period period) => Middle(period) + ((series - (Spec.Series.Count / 2.0)) * barWidth);

    private void DrawValueAxis(Svg svg)
    {
        for (var i = 0; i < unitLines.Length; i++)
        {
            svg.Text(Style.Axis, 0, keyHeight + 12 + (15 * i), unitLines[i]);
        }

        for (var i = 0; i < values.Count; i++)
        {
            var at = y.Map((double)values.Tick(i));
            if (values.Tick(i) != 0)
            {
                svg.Line(Style.Grid, left, at, right, at);
            }

            svg.Text(Style.Axis, left - 8, at + HalfText, values.Label(i, Spec.Language), Anchor.End);
        }
    }

    /// <summary>The name of each period under its group; those that would touch are left out, the last one stays.</summary>
    private void DrawPeriods(Svg svg)
    {
        var free = double.PositiveInfinity;
        for (var i = periods.Length - 1; i >= 0; i--)
        {
            var text = PeriodText(periods[i]);
            var half = TextWidth.Of(text, AxisSize) / 2;
            var middle = Math.Clamp(Middle(periods[i]), half, Width - half);
            if (middle + half + 6 <= free)
            {
                svg.Text(Style.Axis, middle, bottom + 20, text, Anchor.Middle);
                free = middle - half;
            }
        }
    }

    private string PeriodText(Period period) => period.Frequency == Frequency.Monthly
        ? $"{DateFormat.MonthSign(period.Start.Month, Spec.Language)} {DateFormat.PeriodName(period with { Frequency = Frequency.Annual }, Spec.Language)}"
        : DateFormat.PeriodName(period, Spec.Language);

    private void DrawSeries(Svg svg, int series)
    {
        svg.Open(looks[series]);
        foreach (var point in Spec.Series[series].Points)
        {
            var from = BarLeft(series, point.Period);
            if (point.IsDrawn)
            {
                DrawBar(svg, series, point, from);
            }
            else if (!point.IsConfidential)
            {
                svg.Hatch(HatchId, from + 1, y.Map(0) - StubHeight, Math.Max(1, barWidth - 2), StubHeight);
            }
        }

        svg.Close();
    }

    private void DrawBar(Svg svg, int series, ChartPoint point, double from)
    {
        var value = point.Value!.Value / unit;
        var (upper, lower) = (y.Map(Math.Max(0, value)), y.Map(Math.Min(0, value)));
        var gap = barWidth > 6 ? 1 : 0;
        var linked = OpenLink(svg, Spec.Series[series], point, inTabOrder: point == Spec.Series[series].Points[^1]);
        if (point.IsHollow)
        {
            svg.Rectangle(point.IsExpected ? Style.DottedBar : Style.HollowBar, from + gap + 0.9, upper + 0.9, Math.Max(0.5, barWidth - (2 * gap) - 1.8), Math.Max(0.5, lower - upper - 0.9));
        }
        else
        {
            svg.Rectangle(Style.Bar, from + gap, upper, barWidth - (2 * gap), lower - upper);
        }

        if (Spec.Series.Count > 1 && barWidth >= MarkersFrom && looks[series] != Look.Grey)
        {
            Markers.Draw(svg, looks[series].Marker, from + (barWidth / 2), value < 0 ? lower + 8 : upper - 7, hollow: false);
        }

        if (linked)
        {
            svg.Raw("</a>"u8);
        }
    }

    private void DrawConfidential(Svg svg)
    {
        for (var i = 0; i < looks.Length; i++)
        {
            foreach (var point in Spec.Series[i].Points.Where(p => p.IsConfidential))
            {
                svg.Open(looks[i]);
                ConfidentialSign(svg, Style.Sign, BarLeft(i, point.Period) + (barWidth / 2), y.Map(0));
                svg.Close();
            }
        }
    }

    private void DrawTargets(Svg svg)
    {
        foreach (var target in Spec.Targets)
        {
            var at = y.Map(target.Value / unit);
            svg.Line(Style.Reference, left, at, right, at);
            svg.Text(Style.OverMarks, left + 6, at < top + 18 ? at + 15 : at - 6, TargetName(target));
        }
    }

    private void DrawBreaks(Svg svg)
    {
        foreach (var cut in Spec.Breaks)
        {
            var after = Array.FindIndex(periods, p => cut.Day <= p.End);
            if (after > 0)
            {
                var x = left + (after * GroupWidth);
                svg.Line(Style.Break, x, top - 2, x, bottom);
                NoteSign(svg, x, top + 6, cut.Note);
            }
        }
    }
}
