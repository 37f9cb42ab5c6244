using System.Buffers;

namespace Lagebild.Charts;

/// <summary>
/// A chart as a picture of its own: headline, sub-line, plot, key of signs, notes, source and stand, 1200 units wide. The height is at least the frame's; a plot
/// over time takes what is left, at least 230 units of its own; more bars or notes make the picture higher. All is laid out before the first byte is written.
/// </summary>
internal sealed class Picture
{
    private const double Margin = 40;
    private const double Scale = 1.6;
    private const double LeastPlot = 230;
    private const double HeadlineSize = 34;
    private const double HeadlineLine = 42;
    private const double SubLineSize = 20;
    private const double SubLineLine = 28;
    private const double NoteSize = 17;
    private const double NoteLine = 24;
    private const double SignSize = 18;

    private readonly Chart chart;
    private readonly string id;
    private readonly IReadOnlyList<string> headline;
    private readonly IReadOnlyList<string> subLine;
    private readonly List<(double X, double Y, ChartSign Sign)> signs = [];
    private readonly double signsHeight;
    private readonly IReadOnlyList<string> notes;
    private readonly double headHeight;
    private readonly double footHeight;
    private readonly Plot plot;
    private readonly double width;
    private readonly double height;

    private Picture(Chart chart, Frame frame)
    {
        this.chart = chart;
        id = Drawing.Id(chart, frame);
        width = frame.Width;
        var inner = width - (2 * Margin);
        headline = TextWidth.BoldLines(chart.Caption.Headline, inner, HeadlineSize);
        subLine = TextWidth.Lines(chart.Caption.SubLine, inner, SubLineSize);
        signsHeight = PlaceSigns(inner);
        notes = [.. NoteLines(inner)];
        headHeight = Margin + (headline.Count * HeadlineLine) + (subLine.Count * SubLineLine) + 12;
        footHeight = 12 + signsHeight + (notes.Count * NoteLine) + Margin - 8;
        var left = (frame.MinimumHeight - headHeight - footHeight) / Scale;
        plot = chart.PlotOf(inner / Scale, Math.Max(LeastPlot, left), narrow: false, id);
        height = Math.Max(frame.MinimumHeight, headHeight + (plot.Height * Scale) + footHeight);
    }

    public static void Write(Chart chart, Frame frame, IBufferWriter<byte> output) =>
        new Picture(chart, frame).Draw(new(output, standalone: true));

    private void Draw(Svg svg)
    {
        svg.Raw("<svg xmlns=\"http://www.w3.org/2000/svg\""u8);
        Drawing.Size(svg, width, height);
        svg.Attribute("xml:lang"u8, chart.Caption.Language);
        svg.Raw(" role=\"img\""u8);
        svg.Attribute("font-family"u8, TextWidth.Fonts);
        Drawing.Describe(svg, chart, id);
        svg.Raw("<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/><rect width=\"100%\" height=\"6\" fill=\"#0E3A5C\"/>"u8);
        svg.Lines(Style.Headline, Margin, Margin + 30, HeadlineLine, headline);
        svg.Lines(Style.SubLine, Margin, Margin + 22 + (headline.Count * HeadlineLine), SubLineLine, subLine);
        OpenAt(svg, Margin, headHeight, Scale);
        plot.Draw(svg);
        svg.Close();
        DrawFoot(svg);
        svg.Raw("</svg>"u8);
    }

    /// <summary>Key, notes and source stand at the foot of the picture.</summary>
    private void DrawFoot(Svg svg)
    {
        var from = height - footHeight + 12;
        foreach (var (x, y, sign) in signs)
        {
            OpenAt(svg, Margin + x, from + y + 1, SignSize / ChartSigns.Height);
            sign.Draw(svg);
            svg.Close();
            svg.Text(Style.Note, Margin + x + SignWidth, from + y + 16, sign.Words);
        }

        svg.Lines(Style.Note, Margin, from + signsHeight + 16, NoteLine, notes);
    }

    private static double SignWidth => (ChartSigns.Width * SignSize / ChartSigns.Height) + 8;

    private double PlaceSigns(double inner)
    {
        double x = 0, y = 0;
        foreach (var sign in chart.Signs)
        {
            var signWidth = SignWidth + TextWidth.Of(sign.Words, NoteSize);
            if (x > 0 && x + signWidth > inner)
            {
                (x, y) = (0, y + NoteLine);
            }

            signs.Add((x, y, sign));
            x += signWidth + 28;
        }

        return signs.Count == 0 ? 0 : y + NoteLine + 4;
    }

    private IEnumerable<string> NoteLines(double inner)
    {
        var caption = chart.Caption;
        for (var i = 0; i < caption.Notes.Count; i++)
        {
            foreach (var line in TextWidth.Lines($"{NumberFormat.Value(i + 1, 0, "en")}. {caption.Notes[i]}", inner, NoteSize))
            {
                yield return line;
            }
        }

        foreach (var line in TextWidth.Lines($"{ChartWords.Source(caption.Language)}: {caption.Source}", inner, NoteSize))
        {
            yield return line;
        }

        foreach (var line in TextWidth.Lines(caption.Stand, inner, NoteSize))
        {
            yield return line;
        }
    }

    private static void OpenAt(Svg svg, double x, double y, double scale)
    {
        svg.Raw("<g transform=\"translate("u8);
        svg.Number(x);
        svg.Raw(" "u8);
        svg.Number(y);
        svg.Raw(") scale("u8);
        svg.Number(scale);
        svg.Raw(")\">"u8);
    }
}
