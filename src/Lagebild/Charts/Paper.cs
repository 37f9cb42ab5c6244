namespace Lagebild.Charts;

/// <summary>Something with a height that can be drawn at a place on paper. Lengths are points.</summary>
internal abstract class PaperBlock
{
    public double Height { get; protected init; }

    public abstract void Draw(Svg svg, double x, double y);
}

/// <summary>How words on paper look.</summary>
internal sealed record PaperText(double Size, double Pitch, bool IsStrong = false, bool IsFaint = false)
{
    public static PaperText Title { get; } = new(19, 23, IsStrong: true);

    public static PaperText Finding { get; } = new(12.5, 16.5, IsStrong: true);

    public static PaperText Heading { get; } = new(10, 12.5, IsStrong: true);

    public static PaperText Body { get; } = new(9.5, 12.5);

    public static PaperText Cell { get; } = new(8.5, 11);

    public static PaperText CellStrong { get; } = new(8.5, 11, IsStrong: true);

    public static PaperText Small { get; } = new(7.5, 9.8, IsFaint: true);

    public static PaperText SmallStrong { get; } = new(7.5, 9.8, IsStrong: true);

    /// <summary>The text in lines no wider than that.</summary>
    public IReadOnlyList<string> Lines(string text, double width) => IsStrong ? TextWidth.BoldLines(text, width, Size) : TextWidth.Lines(text, width, Size);

    public void Draw(Svg svg, double x, double baseline, string text, Anchor anchor = Anchor.Start)
    {
        svg.Raw("<text"u8);
        svg.Attribute("x"u8, x);
        svg.Attribute("y"u8, baseline);
        svg.Attribute("font-size"u8, Size);
        svg.Raw(IsFaint ? " fill=\"#333B42\""u8 : " fill=\"#000000\""u8);
        svg.Raw(IsStrong ? " font-weight=\"600\""u8 : ""u8);
        svg.Raw(anchor == Anchor.End ? " text-anchor=\"end\">"u8 : ">"u8);
        svg.Escaped(text);
        svg.Raw("</text>"u8);
    }

    /// <summary>Lines below one another; gives the height they took.</summary>
    public double Draw(Svg svg, double x, double y, IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            Draw(svg, x, y + Size + (i * Pitch), lines[i]);
        }

        return lines.Count * Pitch;
    }
}

/// <summary>A paragraph.</summary>
internal sealed class PaperParagraph : PaperBlock
{
    private readonly PaperText text;
    private readonly IReadOnlyList<string> lines;

    /// <summary>With so much room below it.</summary>
    public PaperParagraph(PaperText text, string words, double width, double after)
    {
        this.text = text;
        lines = words.Length == 0 ? [] : text.Lines(words, width);
        Height = lines.Count == 0 ? 0 : (lines.Count * text.Pitch) + after;
    }

    /// <inheritdoc/>
    public override void Draw(Svg svg, double x, double y) => text.Draw(svg, x, y, lines);
}

/// <summary>Key figures as a table: what, value, change, when.</summary>
internal sealed class PaperFigures : PaperBlock
{
    private const double Pad = 3.2;

    // Shares of the width: where values and changes end, and where the dates begin.
    private const double NameTo = 0.52;
    private const double ValueTo = 0.64;
    private const double ChangeTo = 0.78;
    private const double WhenFrom = 0.81;

    private readonly double width;
    private readonly List<(BriefingFigure Figure, PaperText Text, IReadOnlyList<string> Name, IReadOnlyList<string> When, double Y)> rows = [];

    public PaperFigures(BriefingFigure heads, IReadOnlyList<BriefingFigure> figures, double width)
    {
        this.width = width;
        Height = figures.Aggregate(Add(heads, PaperText.SmallStrong, 0), (y, f) => Add(f, PaperText.Cell, y)) + 4;
    }

    /// <inheritdoc/>
    public override void Draw(Svg svg, double x, double y)
    {
        foreach (var row in rows)
        {
            var baseline = y + row.Y + Pad + row.Text.Size;
            row.Text.Draw(svg, x, y + row.Y + Pad, row.Name);
            (row.Text == PaperText.Cell ? PaperText.CellStrong : row.Text).Draw(svg, x + (ValueTo * width), baseline, row.Figure.Value, Anchor.End);
            row.Text.Draw(svg, x + (ChangeTo * width), baseline, row.Figure.Change, Anchor.End);
            row.Text.Draw(svg, x + (WhenFrom * width), y + row.Y + Pad, row.When);
            PaperRule.Draw(svg, x, y + row.Y + HeightOf(row.Text, row.Name, row.When), width, row.Text == PaperText.Cell ? 0.5 : 1);
        }
    }

    private double Add(BriefingFigure figure, PaperText text, double y)
    {
        var (name, when) = (text.Lines(figure.Name, (NameTo * width) - 6), figure.When.Length == 0 ? [] : text.Lines(figure.When, (1 - WhenFrom) * width));
        rows.Add((figure, text, name, when, y));
        return y + HeightOf(text, name, when);
    }

    private static double HeightOf(PaperText text, IReadOnlyList<string> name, IReadOnlyList<string> when) => (2 * Pad) + (Math.Max(name.Count, when.Count) * text.Pitch) - 1;
}

/// <summary>A line across.</summary>
internal static class PaperRule
{
    public static void Draw(Svg svg, double x, double y, double width, double thickness)
    {
        svg.Raw("<rect fill=\""u8);
        svg.Raw(thickness < 1 ? "#BFC6CB\""u8 : "#000000\""u8);
        svg.Attribute("x"u8, x);
        svg.Attribute("y"u8, y);
        svg.Attribute("width"u8, width);
        svg.Attribute("height"u8, thickness);
        svg.Raw("/>"u8);
    }
}

/// <summary>A chart in a column: finding, what is shown, drawing, signs, notes, source.</summary>
internal sealed class PaperChart : PaperBlock
{
    private const double Units = 392;
    private const double LineHeight = 270;
    private const double SignScale = 0.55;
    private const double BeforeNotes = 3;
    private const double After = 14;

    private readonly double scale;
    private readonly IReadOnlyList<string> headline;
    private readonly IReadOnlyList<string> subLine;
    private readonly Plot plot;
    private readonly IReadOnlyList<(ChartSign Sign, IReadOnlyList<string> Words)> signs;
    private readonly string reservations;
    private readonly IReadOnlyList<string> notes;
    private readonly IReadOnlyList<string> source;

    public PaperChart(Chart chart, string reservations, double width, string id)
    {
        this.reservations = reservations;
        scale = width / Units;
        headline = PaperText.Heading.Lines(chart.Caption.Headline, width);
        subLine = PaperText.Small.Lines(chart.Caption.SubLine, width);
        plot = chart.PlotOf(Units, LineHeight, narrow: true, id);
        signs = [.. chart.Signs.Select(s => (s, PaperText.Small.Lines(s.Words, width - SignWidth)))];
        notes = [.. chart.Caption.Notes.SelectMany((n, at) => PaperText.Small.Lines($"{NumberFormat.Value(at + 1, 0, "en")}. {n}", width))];
        source = PaperText.Small.Lines($"{ChartWords.Source(chart.Caption.Language)}: {chart.Caption.Source}", width);
        Height = (headline.Count * PaperText.Heading.Pitch) + ((subLine.Count + SignLines + notes.Count + source.Count + (notes.Count > 0 ? 1 : 0)) * PaperText.Small.Pitch)
            + (notes.Count > 0 ? BeforeNotes : 0) + 4 + (plot.Height * scale) + 6 + After;
    }

    private static double SignWidth => (ChartSigns.Width * SignScale) + 5;

    private int SignLines => signs.Sum(s => s.Words.Count);

    /// <inheritdoc/>
    public override void Draw(Svg svg, double x, double y)
    {
        y += PaperText.Heading.Draw(svg, x, y, headline);
        y += PaperText.Small.Draw(svg, x, y, subLine) + 4;
        OpenAt(svg, x, y, scale);
        plot.Draw(svg);
        svg.Close();
        y = DrawSigns(svg, x, y + (plot.Height * scale) + 6);
        y += notes.Count > 0 ? PaperText.SmallStrong.Draw(svg, x, y + BeforeNotes, [reservations]) + BeforeNotes : 0;
        y += PaperText.Small.Draw(svg, x, y, notes);
        PaperText.Small.Draw(svg, x, y, source);
    }

    /// <summary>A group at a place, its scale in thousandths: tenths, as other numbers are written, would be too coarse.</summary>
    private static void OpenAt(Svg svg, double x, double y, double scale)
    {
        svg.Raw("<g transform=\"translate("u8);
        svg.Number(x);
        svg.Raw(" "u8);
        svg.Number(y);
        svg.Raw(") scale("u8);
        svg.Number(Math.Round(scale * 1000));
        svg.Raw("e-3)\">"u8);
    }

    private double DrawSigns(Svg svg, double x, double y)
    {
        foreach (var (sign, words) in signs)
        {
            OpenAt(svg, x, y, SignScale);
            sign.Draw(svg);
            svg.Close();
            y += PaperText.Small.Draw(svg, x + SignWidth, y, words);
        }

        return y;
    }
}

/// <summary>A section: title and text over the whole width.</summary>
internal sealed class PaperSection : PaperBlock
{
    private readonly IReadOnlyList<string> title;
    private readonly IReadOnlyList<string> text;

    public PaperSection(string title, string text, double width)
    {
        (this.title, this.text) = (PaperText.SmallStrong.Lines(title, width), PaperText.Small.Lines(text, width));
        Height = ((this.title.Count + this.text.Count) * PaperText.Small.Pitch) + 5;
    }

    /// <inheritdoc/>
    public override void Draw(Svg svg, double x, double y)
    {
        y += PaperText.SmallStrong.Draw(svg, x, y, title);
        PaperText.Small.Draw(svg, x, y, text);
    }
}
