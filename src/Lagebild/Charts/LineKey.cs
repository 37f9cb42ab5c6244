namespace Lagebild.Charts;

/// <summary>Line, marker and name of each series that has a colour, in rows above the plot: on the phone, and where labels at line ends would not fit.</summary>
internal sealed class LineKey
{
    private const double Sample = 28;
    private const double NameFrom = 35;
    private const double Between = 18;
    private const double RowHeight = 20;
    private const double TextSize = 13;

    private readonly List<(int Series, double X, double Y, string Text, bool First)> entries = [];
    private readonly ChartSpec spec;
    private readonly Look[] looks;
    private readonly bool bars;

    /// <summary>Entries in the order of the series; names wider than a row go on in the next.</summary>
    public LineKey(ChartSpec spec, Look[] looks, double width, bool bars)
    {
        (this.spec, this.looks, this.bars) = (spec, looks, bars);
        double x = 0, y = 0;
        for (var i = 0; i < looks.Length; i++)
        {
            if (looks[i] == Look.Grey || spec.Series[i].Points.Count == 0)
            {
                continue;
            }

            var lines = TextWidth.Lines(spec.Series[i].Name, width - NameFrom, TextSize);
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

    public void Draw(Svg svg)
    {
        foreach (var (series, x, y, text, first) in entries)
        {
            if (first)
            {
                DrawSample(svg, looks[series], Joins.Pieces(spec, series) > 3, x, y + 10);
            }

            svg.Text(Style.Words, x + NameFrom, y + 14.5, text);
        }
    }

    private void DrawSample(Svg svg, Look look, bool solid, double x, double y)
    {
        svg.Open(look);
        if (bars)
        {
            svg.Rectangle(Style.Bar, x + 6, y - 1, 16, 7);
            Markers.Draw(svg, look.Marker, x + 14, y - 6, hollow: false);
        }
        else
        {
            LinePlot.OpenLine(svg, Style.Line, solid ? "" : look.Dash);
            svg.Raw("M"u8);
            svg.Number(x);
            svg.Raw(" "u8);
            svg.Number(y);
            svg.Raw("h28\"/>"u8);
            Markers.Draw(svg, look.Marker, x + (Sample / 2), y, hollow: false);
        }

        svg.Close();
    }
}
