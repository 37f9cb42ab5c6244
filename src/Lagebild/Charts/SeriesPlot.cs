using System.Globalization;

namespace Lagebild.Charts;

/// <summary>A plot of series.</summary>
internal abstract class SeriesPlot(ChartSpec spec, double width, string idPrefix) : Plot(width, idPrefix)
{
    protected const double BarHeight = 18;

    /// <summary>Height of a line of a target's name above bars.</summary>
    protected const double TargetRow = 18;

    private readonly double unit = Math.Pow(10, spec.Decimals);

    public ChartSpec Spec => spec;

    /// <summary>A value as the axis counts it.</summary>
    protected double InUnit(long value) => value / unit;

    /// <summary>The plot for a kind of chart; <paramref name="height"/> is what a chart over time fills, bars take what they need.</summary>
    public static Plot Of(ChartSpec whole, ChartKind kind, double width, double height, bool narrow, string idPrefix)
    {
        var spec = Shown.Of(whole, kind);
        return kind switch
        {
            _ when !spec.Series.Any(s => s.Points.Count > 0) => new EmptyPlot(spec.Language, width, idPrefix),
            ChartKind.Bar or ChartKind.GroupedBar => new BarPlot(spec, kind, width, narrow, idPrefix),
            ChartKind.Stacked or ChartKind.StackedShare => StackedPlot.OfParts(spec, kind, width, height, narrow, idPrefix),
            ChartKind.Ranking => new RankingPlot(spec, width, narrow, idPrefix),
            ChartKind.SmallMultiples => new PanelsPlot(spec, width, height, narrow, idPrefix),
            _ when !spec.Series.Any(s => s.Points.Any(p => p.IsDrawn)) => new EmptyPlot(spec.Language, width, idPrefix),
            ChartKind.Column => new ColumnPlot(spec, width, height, narrow, idPrefix),
            ChartKind.Slope => new SlopePlot(spec, width, height, narrow, idPrefix),
            _ => new LinePlot(spec, kind, width, height, narrow, idPrefix),
        };
    }

    /// <summary>Opens a link to the figure page of a point, named by its title, the value in words; false where there is none to open.</summary>
    protected bool OpenLink(Svg svg, ChartSeries series, ChartPoint point, bool inTabOrder) =>
        point.Href is not null && !svg.IsStandalone && OpenLink(svg, point.Href, PointWords(series, point), inTabOrder);

    protected static string TargetName(ChartTarget target) =>
        string.Create(CultureInfo.InvariantCulture, $"{target.Name}, {(target.Due ?? target.Set)?.Year}").TrimEnd(',', ' ');

    /// <summary>The names of the targets, in lines.</summary>
    protected IReadOnlyList<string>[] TargetRows(double width) => [.. Spec.Targets.Select(t => TextWidth.Lines(TargetName(t), width, TextSize))];

    /// <summary>Over an upright target line, as near to its middle as the drawing lets it; how high it is.</summary>
    protected double DrawTargetName(Svg svg, IReadOnlyList<string> lines, double at, double top)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var half = TextWidth.Of(lines[i], TextSize) / 2;
            svg.Text(Style.OverMarks, Math.Clamp(at, half, Math.Max(half, Width - half)), top + 13 + (i * TargetRow), lines[i], Anchor.Middle);
        }

        return lines.Count * TargetRow;
    }

    /// <summary>Over a level target line, below it where the plot ends.</summary>
    protected static void DrawTargetName(Svg svg, ChartTarget target, double left, double right, double at, double top)
    {
        var lines = TextWidth.Lines(TargetName(target), right - left - 6, TextSize);
        var first = at - 6 - ((lines.Count - 1) * LineHeight) < top + 12 ? at + 15 : at - 6 - ((lines.Count - 1) * LineHeight);
        svg.Lines(Style.OverMarks, left + 6, first, LineHeight, lines);
    }

    private const double LineHeight = 16;

    /// <summary>The unit as it stands above an axis, in lines.</summary>
    protected IReadOnlyList<string> UnitLines(ValueAxis values)
    {
        var words = ChartWords.Unit(Spec.Unit, values.Divisor, Spec.Language);
        if (!values.HasZero)
        {
            words = words.Length == 0 ? ChartWords.AxisWithoutZero(Spec.Language) : $"{words} · {ChartWords.AxisWithoutZero(Spec.Language)}";
        }

        return words.Length == 0 ? [] : TextWidth.Lines(words, Width, AxisSize);
    }

    /// <summary>A value of the axis; with the sign of percent where no unit says it.</summary>
    protected string TickLabel(ValueAxis values, int tick) =>
        values.Label(tick, Spec.Language) + (Spec.IsPercent && Spec.Unit.Length == 0 ? NumberFormat.PercentSign(Spec.Language) : "");

    /// <summary>Width of the widest value of an axis.</summary>
    protected double TickWidth(ValueAxis values)
    {
        var widest = 0.0;
        for (var i = 0; i < values.Count; i++)
        {
            widest = Math.Max(widest, TextWidth.Of(TickLabel(values, i), AxisSize));
        }

        return widest;
    }

    /// <summary>Level grid lines with their values left of them; bars draw the zero line over themselves.</summary>
    protected void DrawUprightAxis(Svg svg, ValueAxis values, LinearScale y, double left, double right, bool withZero)
    {
        for (var i = 0; i < values.Count; i++)
        {
            var (tick, at) = (values.Tick(i), y.Map((double)values.Tick(i)));
            if (withZero || tick != 0)
            {
                svg.Line(tick == 0 ? Style.Zero : Style.Grid, left, at, right, at);
            }

            svg.Text(Style.Axis, left - 8, at + HalfText, TickLabel(values, i), Anchor.End);
        }
    }

    /// <summary>What is said after a value: its period where they differ, and its doubt; empty where neither is to be said.</summary>
    protected string Addition(ChartPoint point, bool withPeriod)
    {
        var period = withPeriod ? DateFormat.PeriodName(point.Period, Spec.Language) : null;
        var doubt = point.IsDrawn ? ChartWords.Doubt(point, Spec.Language) : null;
        return (period, doubt) switch { (null, null) => "", (null, _) => $"({doubt})", (_, null) => $"({period})", _ => $"({period}, {doubt})" };
    }

    /// <summary>A value and what is said after it, as one text.</summary>
    protected static void DrawValue(Svg svg, double at, double baseline, string value, string addition, Anchor anchor)
    {
        svg.Raw("<text"u8);
        svg.Style(Style.StrongOverMarks);
        svg.Attribute("x"u8, at);
        svg.Attribute("y"u8, baseline);
        svg.Raw(anchor == Anchor.End ? " text-anchor=\"end\">"u8 : ">"u8);
        svg.Escaped(value);
        if (addition.Length > 0)
        {
            svg.Raw("<tspan dx=\"5\""u8);
            svg.Style(Style.Axis);
            svg.Raw(">"u8);
            svg.Escaped(addition);
            svg.Raw("</tspan>"u8);
        }

        svg.Raw("</text>"u8);
    }

    /// <summary>In place of a value that is not there: of one length, never to scale, with the words beside it.</summary>
    protected void DrawStub(Svg svg, ChartPoint point, double from, double middle, string words)
    {
        DrawAbsent(svg, point.IsConfidential, from, middle - (BarHeight / 2), Stub, BarHeight);
        svg.Text(Style.OverMarks, from + Stub + 8, middle + HalfText, words);
    }

    protected string PointWords(ChartSeries series, ChartPoint point)
    {
        var doubt = ChartWords.Doubt(point, Spec.Language) is { } word ? $" ({word})" : "";
        return $"{series.Name}, {DateFormat.Period(point.Period, Spec.Language)}: {ChartWords.Value(Spec, point)}{doubt}";
    }

    /// <summary>Upright grid lines through bands (all rows, or on the phone each row below its name), for marks that run from left to right.</summary>
    protected static void DrawLevelGrid(Svg svg, ValueAxis values, LinearScale x, double top, double bottom)
    {
        for (var i = 0; i < values.Count; i++)
        {
            var at = x.Map((double)values.Tick(i));
            svg.Line(values.Tick(i) == 0 ? Style.Zero : Style.Grid, at, top, at, bottom);
        }
    }

    /// <summary>The values of upright grid lines, below them; where they would touch only every second, third ... one, counted from zero.</summary>
    protected void DrawLevelValues(Svg svg, ValueAxis values, LinearScale x, double bottom)
    {
        var texts = Enumerable.Range(0, values.Count).Select(i => TickLabel(values, i)).ToArray();
        var between = x.Map((double)values.Tick(1)) - x.Map((double)values.Tick(0));
        var every = Math.Max(1, (int)Math.Ceiling((texts.Max(t => TextWidth.Of(t, AxisSize)) + 6) / Math.Max(1, between)));
        var zero = Math.Clamp((int)decimal.Round(-values.Low / values.Step), 0, values.Count - 1);
        var free = double.NegativeInfinity;
        for (var i = zero % every; i < values.Count; i += every)
        {
            var half = TextWidth.Of(texts[i], AxisSize) / 2;
            var middle = Math.Clamp(x.Map((double)values.Tick(i)), half, Math.Max(half, Width - half));
            if (middle - half > free)
            {
                svg.Text(Style.Axis, middle, bottom + 18, texts[i], Anchor.Middle);
                free = middle + half + 6;
            }
        }
    }

    /// <summary>Room for the half of the last value that lies beyond its grid line.</summary>
    protected double LastHalf(ValueAxis values) => TextWidth.Of(TickLabel(values, values.Count - 1), AxisSize) / 2;

    /// <summary>
    /// How far a scale from <paramref name="left"/> may reach to the right so that what stands behind each end still fits: ends as shares of the scale, and the room each needs.
    /// </summary>
    protected double ScaleEnd(double left, IEnumerable<(double Share, double Room)> ends)
    {
        var length = Width - left;
        foreach (var (share, room) in ends)
        {
            if (share > 0)
            {
                length = Math.Min(length, (Width - left - room) / share);
            }
        }

        return left + Math.Max(40, length);
    }
}
