namespace Lagebild.Charts;

/// <summary>
/// A small line chart for each series, its name above it. All on one scale and one stretch of time; with <see cref="ChartSpec.OwnScale"/> each on its own,
/// which is said in words above.
/// </summary>
internal sealed class PanelsPlot : SeriesPlot
{
    private const double Gap = 20;
    private const double RowGap = 14;
    private const double LineHeight = 16;
    private const double LeastHeight = 150;
    private const double MostHeight = 300;
    private const int MostSteps = 4;
    private const double TargetFrom = 34;

    private readonly List<Part> parts = [];
    private readonly IReadOnlyList<string> unitLines;
    private readonly IReadOnlyList<string> words;
    private readonly (string Text, bool IsFirst)[] targets;
    private readonly double panelWidth;

    /// <summary>Each panel its own colour where it is a region, else all the one of the measure.</summary>
    private readonly Look[] looks;

    public PanelsPlot(ChartSpec spec, double width, double height, bool narrow, string idPrefix)
        : base(spec, width, idPrefix)
    {
        looks = [.. spec.Series.Select(Look.OfBar)];
        var shown = Enumerable.Range(0, spec.Series.Count).Where(i => spec.Series[i].Points.Count > 0).ToArray();
        var columns = Columns(shown.Length, narrow);
        panelWidth = (width - (Gap * (columns - 1))) / columns;
        words = spec.OwnScale && shown.Length > 1 ? TextWidth.BoldLines(ChartWords.OwnScale(spec.Language), width, TextSize) : [];
        var common = spec.OwnScale ? null : ValueAxis.ForLines(spec, MostSteps).InFull;
        unitLines = common is null ? [] : UnitLines(common);
        var time = spec.OwnScale ? null : TimeAxis.Of(spec, 0, 1);
        var rows = shown.Chunk(columns).ToArray();
        var heads = rows.Select(r => r.Max(HeadHeight)).ToArray();
        targets = [.. spec.Targets.SelectMany(t => TextWidth.Lines($"{TargetName(t)}: {ChartWords.Number(spec, t.Value)}", width - TargetFrom, TextSize).Select((l, i) => (l, i == 0)))];
        var headLines = words.Count + targets.Length + unitLines.Count;
        var from = (headLines * LineHeight) + (headLines > 0 ? 6 : 0);
        var panelHeight = Math.Clamp((height - from - heads.Sum() - (RowGap * (rows.Length - 1))) / rows.Length, LeastHeight, MostHeight);
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < rows[row].Length; column++)
            {
                parts.Add(PartOf(rows[row][column], common, time, column * (panelWidth + Gap), from, heads[row], panelHeight, idPrefix));
            }

            from += heads[row] + panelHeight + RowGap;
        }

        Height = from - RowGap;
    }

    /// <inheritdoc/>
    public override void Draw(Svg svg)
    {
        svg.Lines(Style.Strong, 0, 13, LineHeight, words);

        for (var i = 0; i < targets.Length; i++)
        {
            DrawTarget(svg, targets[i], LineHeight * (words.Count + i));
        }

        svg.Lines(Style.Axis, 0, 13 + (LineHeight * (words.Count + targets.Length)), LineHeight, unitLines);

        foreach (var part in parts)
        {
            DrawPart(svg, part);
        }
    }

    /// <summary>A target stands in words once, above all panels; in each it is a line.</summary>
    private static void DrawTarget(Svg svg, (string Text, bool IsFirst) line, double top)
    {
        if (line.IsFirst)
        {
            svg.Line(Style.Reference, 0, top + 8.5, TargetFrom - 8, top + 8.5);
        }

        svg.Text(Style.Words, TargetFrom, top + 13, line.Text);
    }

    private int Columns(int count, bool narrow) => narrow
        ? count > 2 && !Spec.OwnScale ? 2 : 1
        : count switch { <= 2 => Math.Max(1, count), 4 => 2, _ => 3 };

    private IReadOnlyList<string> Names(int series) => TextWidth.BoldLines(Spec.Series[series].Name, panelWidth, TextSize);

    private IReadOnlyList<string> Details(int series) => Spec.Series[series].Detail is { Length: > 0 } detail ? TextWidth.Lines(detail, panelWidth, AxisSize) : [];

    private double HeadHeight(int series) => ((Names(series).Count + Details(series).Count) * LineHeight) + 6;

    private Part PartOf(int index, ValueAxis? common, TimeAxis? time, double x, double y, double head, double height, string idPrefix) =>
        new(Names(index), Details(index), PlotOf(Shown.Panel(Spec, index), looks[index], common, time, height, $"{idPrefix}-{NumberFormat.Value(index + 1, 0, "pl")}"), x, y, head);

    private Plot PlotOf(ChartSpec spec, Look look, ValueAxis? common, TimeAxis? time, double height, string id)
    {
        if (!spec.Series[0].Points.Any(p => p.IsDrawn))
        {
            return new AbsentPlot(spec, panelWidth, height, id);
        }

        var values = common ?? ValueAxis.ForLines(spec, MostSteps).InFull;
        var panel = new Panel
        {
            Values = values,
            Time = time ?? TimeAxis.Of(spec, 0, 1)!,
            Look = look,
            TickWidth = TickWidth(values),
            IsUnitAbove = common is not null,
        };
        return new LinePlot(spec, panel, panelWidth, height, id);
    }

    private static void DrawPart(Svg svg, Part part)
    {
        svg.Raw("<g transform=\"translate("u8);
        svg.Number(part.X);
        svg.Raw(" "u8);
        svg.Number(part.Y);
        svg.Raw(")\">"u8);
        svg.Lines(Style.Strong, 0, 13, LineHeight, part.Names);
        svg.Lines(Style.Axis, 0, 13 + (LineHeight * part.Names.Count), LineHeight, part.Details);

        svg.Raw("<g transform=\"translate(0 "u8);
        svg.Number(part.Head);
        svg.Raw(")\">"u8);
        part.Plot.Draw(svg);
        svg.Close();
        svg.Close();
    }

    private sealed record Part(IReadOnlyList<string> Names, IReadOnlyList<string> Details, Plot Plot, double X, double Y, double Head);
}

/// <summary>A panel of a series that has points, but none with a height: a hatched field with the reason.</summary>
internal sealed class AbsentPlot : SeriesPlot
{
    private readonly ChartPoint point;
    private readonly IReadOnlyList<string> lines;

    public AbsentPlot(ChartSpec spec, double width, double height, string idPrefix)
        : base(spec, width, idPrefix)
    {
        point = spec.Series[0].Points[^1];
        lines = TextWidth.Lines(ChartWords.Absent(point, spec.Language), width - 12, AxisSize);
        Height = height;
    }

    /// <inheritdoc/>
    public override void Draw(Svg svg)
    {
        DefinePatterns(svg, [point]);
        svg.Hatch(point.IsConfidential ? CrossedId : HatchId, 0, 10, Width, Height - 36);
        var middle = (Height - 16) / 2;
        if (point.IsConfidential)
        {
            ConfidentialSign(svg, Style.Outline, Width / 2, middle - 20);
        }

        var linked = OpenLink(svg, Spec.Series[0], point, inTabOrder: true);
        svg.Lines(Style.AxisOverMarks, Width / 2, middle + HalfText, 16, lines, Anchor.Middle);

        CloseLink(svg, linked);
    }
}
