using Lagebild.Statistics;

namespace Lagebild.Charts;

/// <summary>Two periods side by side, a line for each series between them. Values stand left and right, the names right (left where there is nothing on the right); none touches another.</summary>
internal sealed class SlopePlot : SeriesPlot
{
    private const double Head = 24;
    private const double Beside = 10;
    private const double NoteHeight = 18;
    private const double LeastPlot = 60;
    private const double GoodPlot = 140;

    private readonly Look[] looks;
    private readonly Key? key;
    private readonly double keyHeight;
    private readonly ValueAxis values;
    private readonly IReadOnlyList<string> unitLines;
    private readonly Period[] periods;
    private readonly LinearScale y;
    private readonly double top;
    private readonly double bottom;
    private readonly double left;
    private readonly double right;
    private readonly Label[] before;
    private readonly Label[] after;

    public SlopePlot(ChartSpec spec, double width, double height, bool narrow, string idPrefix)
        : base(spec, width, idPrefix)
    {
        looks = Look.Of(spec);
        values = ValueAxis.ForLines(spec).InFull;
        unitLines = UnitLines(values);
        var ordered = spec.Series.SelectMany(s => s.Points).Select(p => p.Period).Order().ToArray();
        periods = [ordered[0], ordered[^1]];
        var named = !narrow && WidestName() <= 0.36 * width;
        key = named ? null : Key.OfLines(spec, looks, width);
        keyHeight = key?.Height ?? 0;
        top = keyHeight + (unitLines.Count * 15) + Head + 10;
        bottom = top + Math.Max(height - Head - 20 - (unitLines.Count * 15), (LabelCount() - 1) * EndLabels.Pitch);
        y = new((double)values.Low, (double)values.High, bottom, top);
        (before, after) = (Placed(0, named, withReason: true), Placed(1, named, withReason: false));
        if (Room(before) + Room(after) + GoodPlot > width)
        {
            before = Placed(0, named, withReason: false);
        }

        if (Room(before) + Room(after) + LeastPlot > width)
        {
            before = [.. before.Select(l => l with { Text = "", Name = "" })];
        }

        (left, right) = (Room(before), Math.Max(width - Room(after), Room(before) + LeastPlot));
        Height = bottom + 14;
    }

    /// <inheritdoc/>
    public override void Draw(Svg svg)
    {
        key?.Draw(svg);
        DrawHead(svg);
        DrawFrame(svg);
        DrawSeries(svg, grey: true);
        DrawSeries(svg, grey: false);
        DrawLabels(svg, before, left - Beside, Anchor.End);
        DrawLabels(svg, after, right + Beside, Anchor.Start);
    }

    private double WidestName() => Enumerable.Range(0, looks.Length).Where(i => looks[i] != Look.Grey).Max(i => TextWidth.Of(Spec.Series[i].Name, TextSize));

    private int LabelCount() => Math.Max(1, looks.Count(l => l != Look.Grey));

    private double Y(long value) => y.Map(InUnit(value));

    /// <summary>The point of a series on one side; null where it has none, or where both periods are one and the side is the second.</summary>
    private ChartPoint? Point(int series, int side) =>
        side == 1 && Shown.IsSame(periods[0], periods[1]) ? null : Spec.Series[series].Points.FirstOrDefault(p => Shown.IsSame(p.Period, periods[side]));

    /// <summary>One label for each value of a series in colour, pushed apart.</summary>
    private Label[] Placed(int side, bool named, bool withReason)
    {
        var labels = new List<Label>();
        for (var i = 0; i < looks.Length; i++)
        {
            if (looks[i] != Look.Grey && Point(i, side) is { IsDrawn: true } point)
            {
                labels.Add(new(i, point, Y(point.Value!.Value), 0, Text(point), named && IsNamed(i, side) ? NameBeside(i, withReason) : ""));
            }
        }

        var places = EndLabels.Place([.. labels.Select(l => l.Wanted)], top, bottom)!;
        return [.. labels.Select((l, i) => l with { Place = places[i] })];
    }

    /// <summary>The name stands right, or left where there is nothing on the right.</summary>
    private bool IsNamed(int series, int side) => side == 1 || Point(series, 1) is not { IsDrawn: true };

    /// <summary>Where the later value is missing, the name says so.</summary>
    private string NameBeside(int series, bool withReason) => withReason && !Shown.IsSame(periods[0], periods[1])
        ? $"{Spec.Series[series].Name} ({ChartWords.Absent(Point(series, 1) ?? new ChartPoint { Period = periods[1] }, Spec.Language)})"
        : Spec.Series[series].Name;

    /// <summary>The value with its doubt.</summary>
    private string Text(ChartPoint point)
    {
        var doubt = ChartWords.Doubt(point, Spec.Language) is { } word ? $" ({word})" : "";
        return ChartWords.Value(Spec, point) + doubt;
    }

    /// <summary>Beside the plot for the widest label. Where both sides together leave no plot, as numbers of many digits do on the phone, the earlier values stay unwritten.</summary>
    private static double Room(Label[] labels) => Math.Max(24, labels.Select(l => l.Width).DefaultIfEmpty(0).Max() + Beside + 8);

    private void DrawHead(Svg svg)
    {
        svg.Lines(Style.Axis, 0, keyHeight + 12, 15, unitLines);

        var at = keyHeight + (unitLines.Count * 15) + 14;
        DrawPeriod(svg, periods[0], left, at);
        if (!Shown.IsSame(periods[0], periods[1]))
        {
            DrawPeriod(svg, periods[1], right, at);
        }
    }

    private void DrawPeriod(Svg svg, Period period, double middle, double at)
    {
        var text = DateFormat.IntervalSign(period, Spec.Language);
        var half = TextWidth.OfBold(text, TextSize) / 2;
        svg.Text(Style.Strong, Math.Clamp(middle, half, Math.Max(half, Width - half)), at, text, Anchor.Middle);
    }

    private void DrawFrame(Svg svg)
    {
        svg.Line(Style.Tick, left, top - 6, left, bottom);
        svg.Line(Style.Tick, right, top - 6, right, bottom);
        if (values.HasZero)
        {
            svg.Line(Style.Zero, left, y.Map(0), right, y.Map(0));
        }
    }

    private void DrawSeries(Svg svg, bool grey)
    {
        for (var i = 0; i < looks.Length; i++)
        {
            if ((looks[i] == Look.Grey) == grey)
            {
                svg.Open(looks[i]);
                DrawOne(svg, i);
                svg.Close();
            }
        }
    }

    /// <summary>In the background a line without marks; a value alone keeps its own.</summary>
    private void DrawOne(Svg svg, int series)
    {
        var (from, to) = (Point(series, 0), Point(series, 1));
        if (from is { IsDrawn: true } && to is { IsDrawn: true })
        {
            DrawJoin(svg, series, from, to);
        }

        else if (looks[series] == Look.Grey)
        {
            DrawMark(svg, series, from ?? to, from is null ? right : left, isLast: true);
        }

        if (looks[series] != Look.Grey)
        {
            DrawMark(svg, series, from, left, isLast: to is null);
            DrawMark(svg, series, to, right, isLast: true);
        }
    }

    /// <summary>Never across a break: the line then stops before the middle, where the number of the note stands.</summary>
    private void DrawJoin(Svg svg, int series, ChartPoint from, ChartPoint to)
    {
        var style = from.IsExpected || to.IsExpected ? Style.Dots : looks[series] == Look.Grey ? Style.GreyLine : Style.Line;
        var (a, b) = (Y(from.Value!.Value), Y(to.Value!.Value));
        LinePlot.OpenLine(svg, style, style == Style.Line ? looks[series].Dash : "");
        svg.Step('M', left, a);
        if (Joins.BreakBetween(Spec, series, from.Period, to.Period) is { } cut)
        {
            var (middle, height) = ((left + right) / 2, (a + b) / 2);
            var slope = (b - a) / Math.Max(1, right - left) * NoteHeight;
            svg.Step('L', middle - NoteHeight, height - slope);
            svg.Step('M', middle + NoteHeight, height + slope);
            svg.Step('L', right, b);
            svg.Raw("\"/>"u8);
            NoteSign(svg, middle, height, cut.Note);
        }
        else
        {
            svg.Step('L', right, b);
            svg.Raw("\"/>"u8);
        }
    }

    private void DrawMark(Svg svg, int series, ChartPoint? point, double x, bool isLast)
    {
        if (point is null || (!point.IsDrawn && !point.IsConfidential))
        {
            return;
        }

        var linked = OpenLink(svg, Spec.Series[series], point, isLast);
        if (point.IsConfidential)
        {
            ConfidentialSign(svg, Style.Sign, x, bottom);
        }
        else
        {
            DrawValueMark(svg, series, point, x, linked);
        }

        CloseLink(svg, linked);
    }

    private void DrawValueMark(Svg svg, int series, ChartPoint point, double x, bool linked)
    {
        var at = Y(point.Value!.Value);
        if (linked)
        {
            svg.Circle(Style.Hit, x, at, 12);
        }

        Markers.Draw(svg, looks[series].Marker, x, at, point.IsHollow);
    }

    private static void DrawLabels(Svg svg, Label[] labels, double x, Anchor anchor)
    {
        foreach (var label in labels.Where(l => l.Text.Length > 0))
        {
            DrawValue(svg, x, label.Place + HalfText, label.Text, label.Name, anchor);
        }
    }

    /// <summary>What is written beside a value: where it lies, and where the text stands.</summary>
    private readonly record struct Label(int Series, ChartPoint Point, double Wanted, double Place, string Text, string Name)
    {
        public double Width => TextWidth.OfBold(Text, TextSize) + (Name.Length == 0 ? 0 : TextWidth.Of(Name, AxisSize) + 5);
    }
}
