using Lagebild.Statistics;

namespace Lagebild.Charts;

/// <summary>Upright bars over time: one group per period, within it one bar per series, from zero, with the marker of its series on top.</summary>
internal sealed class ColumnPlot : SeriesPlot
{
    private const double Bottom = 26;
    private const double StubHeight = 28;
    private const double MarkersFrom = 11;
    private const int MostSlots = 400;

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
        periods = Slots(spec);
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

    private string[] UnitLines()
    {
        var words = ChartWords.Unit(Spec.Unit, values.Divisor, Spec.Language);
        return words.Length == 0 ? [] : [.. TextWidth.Lines(words, Width, AxisSize)];
    }

    /// <summary>
    /// The groups from left to right. Where all periods are of one frequency, those that no series has are groups too, empty, so that time keeps its measure.
    /// </summary>
    private static Period[] Slots(ChartSpec spec)
    {
        var there = spec.Series.SelectMany(s => s.Points).Select(p => p.Period).Distinct().Order().ToArray();
        var slots = new List<Period>();
        foreach (var period in there)
        {
            var missing = slots.Count == 0 ? 0 : Joins.MissingBetween(spec, slots[^1], period);
            for (var i = 0; i < missing && slots.Count < MostSlots; i++)
            {
                slots.Add(Following(slots[^1]));
            }

            slots.Add(period);
        }

        return [.. slots];
    }

    private static Period Following(Period period)
    {
        var start = Next(period.Start, period.Frequency);
        return period.IsDay ? new(start, start, period.Frequency) : new(start, Next(start, period.Frequency).AddDays(-1), period.Frequency);
    }

    private static DateOnly Next(DateOnly day, Frequency frequency) => frequency switch
    {
        Frequency.Weekly => day.AddDays(7),
        Frequency.Monthly => day.AddMonths(1),
        Frequency.Quarterly => day.AddMonths(3),
        Frequency.HalfYearly => day.AddMonths(6),
        Frequency.Annual => day.AddYears(1),
        _ => day.AddDays(1),
    };

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
        var points = Spec.Series[series].Points;
        foreach (var period in periods)
        {
            var point = points.FirstOrDefault(p => p.Period == period);
            if (point is { IsDrawn: true })
            {
                DrawBar(svg, series, point, BarLeft(series, period));
            }
            else if (point is { IsConfidential: false } || (point is null && IsWithin(points, period)))
            {
                svg.Hatch(HatchId, BarLeft(series, period) + 1, y.Map(0) - StubHeight, Math.Max(1, barWidth - 2), StubHeight);
            }
        }

        svg.Close();
    }

    /// <summary>Whether a period without a point lies between the first and the last of a series: it is missing there, else the series has not begun or is over.</summary>
    private static bool IsWithin(IReadOnlyList<ChartPoint> points, Period period) =>
        points.Count > 0 && points[0].Period < period && period < points[^1].Period && points[0].Period.Frequency == period.Frequency;

    private void DrawBar(Svg svg, int series, ChartPoint point, double from)
    {
        var value = point.Value!.Value / unit;
        var (upper, lower) = (y.Map(Math.Max(0, value)), y.Map(Math.Min(0, value)));
        var gap = barWidth > 6 ? 1 : 0;
        var linked = OpenLink(svg, Spec.Series[series], point, inTabOrder: point == Spec.Series[series].Points[^1]);
        if (point.IsHollow)
        {
            svg.Rectangle(point.IsExpected ? Style.DottedBar : Style.Hollow, from + gap + 0.9, upper + 0.9, Math.Max(0.5, barWidth - (2 * gap) - 1.8), Math.Max(0.5, lower - upper - 0.9));
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
