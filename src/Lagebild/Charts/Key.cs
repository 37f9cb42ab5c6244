namespace Lagebild.Charts;

/// <summary>A sample and a name for each series that has a colour, in rows above the plot: on the phone, and where names beside the marks would not fit.</summary>
internal sealed class Key
{
    private const double Sample = 28;
    private const double NameFrom = 35;
    private const double Between = 18;
    private const double RowHeight = 20;
    private const double TextSize = 13;

    private readonly List<(int Index, double X, double Y, string Text, bool First)> entries = [];
    private readonly Action<Svg, int, double, double> sample;

    /// <summary>Entries in the order of the names, null for none; names wider than a row go on in the next. A sample is drawn from a left end at a middle, 28 wide.</summary>
    public Key(IReadOnlyList<string?> names, double width, Action<Svg, int, double, double> sample)
    {
        this.sample = sample;
        double x = 0, y = 0;
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] is not { } name)
            {
                continue;
            }

            var lines = TextWidth.Lines(name, width - NameFrom, TextSize);
            var entryWidth = NameFrom + lines.Max(l => TextWidth.Of(l, TextSize));
            if (x > 0 && x + entryWidth > width)
            {
                (x, y) = (0, y + RowHeight);
            }

            for (var k = 0; k < lines.Count; k++)
            {
                entries.Add((i, x, y + (k * RowHeight), lines[k], k == 0));
            }

            y += (lines.Count - 1) * RowHeight;
            x += entryWidth + Between;
        }

        Height = entries.Count == 0 ? 0 : y + RowHeight + 4;
    }

    public double Height { get; }

    /// <summary>Line and marker of each series in colour.</summary>
    public static Key OfLines(ChartSpec spec, Look[] looks, double width) =>
        new(Names(spec, looks), width, (svg, i, x, y) => DrawLine(svg, looks[i], Joins.Pieces(spec, i) > 3, x, y));

    /// <summary>Bar and marker of each series in colour.</summary>
    public static Key OfBars(ChartSpec spec, Look[] looks, double width) => new(Names(spec, looks), width, (svg, i, x, y) => DrawBar(svg, looks[i], x, y));

    public void Draw(Svg svg)
    {
        foreach (var (index, x, y, text, first) in entries)
        {
            if (first)
            {
                sample(svg, index, x, y + 10);
            }

            svg.Text(Style.Words, x + NameFrom, y + 14.5, text);
        }
    }

    private static string?[] Names(ChartSpec spec, Look[] looks) =>
        [.. spec.Series.Select((s, i) => looks[i] == Look.Grey || s.Points.Count == 0 ? null : s.Name)];

    private static void DrawLine(Svg svg, Look look, bool solid, double x, double y)
    {
        svg.Open(look);
        LinePlot.OpenLine(svg, Style.Line, solid ? "" : look.Dash);
        svg.Raw("M"u8);
        svg.Number(x);
        svg.Raw(" "u8);
        svg.Number(y);
        svg.Raw("h28\"/>"u8);
        Markers.Draw(svg, look.Marker, x + (Sample / 2), y, hollow: false);
        svg.Close();
    }

    private static void DrawBar(Svg svg, Look look, double x, double y)
    {
        svg.Open(look);
        svg.Rectangle(Style.Bar, x + 6, y - 1, 16, 7);
        Markers.Draw(svg, look.Marker, x + 14, y - 6, hollow: false);
        svg.Close();
    }
}
