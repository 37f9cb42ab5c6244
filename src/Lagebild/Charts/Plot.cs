namespace Lagebild.Charts;

/// <summary>What is drawn between headline and notes, laid out for a width: it knows its height before it draws.</summary>
internal abstract class Plot
{
    /// <summary>Distance from a text's baseline to the middle of its letters.</summary>
    protected const double HalfText = 4.5;

    protected const double AxisSize = 12.5;
    protected const double TextSize = 13;

    protected Plot(double width, string idPrefix)
    {
        Width = width;
        HatchId = $"{idPrefix}-h";
        CrossedId = $"{idPrefix}-c";
    }

    public double Width { get; }

    public double Height { get; protected init; }

    protected string HatchId { get; }

    protected string CrossedId { get; }

    /// <summary>Draws at the origin.</summary>
    public abstract void Draw(Svg svg);

    /// <summary>Lines at 45° for what is missing.</summary>
    protected void DefineHatch(Svg svg) => Define(svg, HatchId, "M0 0V6"u8);

    /// <summary>Crossed lines for what is confidential.</summary>
    protected void DefineCrossed(Svg svg) => Define(svg, CrossedId, "M0 0V6M0 3H6"u8);

    /// <summary>Level bars in the colour of the group it is written in: what is over all places.</summary>
    protected static void DefineBars(Svg svg, string id)
    {
        svg.Raw("<pattern"u8);
        svg.Attribute("id"u8, id);
        svg.Raw(" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><rect"u8);
        svg.Style(Style.HatchGround);
        svg.Raw(" width=\"5\" height=\"5\"/><path"u8);
        svg.Style(Style.OverBar);
        svg.Raw(" d=\"M0 2.5H5\"/></pattern>"u8);
    }

    /// <summary>⊘</summary>
    protected static void ConfidentialSign(Svg svg, Style style, double x, double y)
    {
        svg.Circle(style, x, y, 7);
        svg.Path(style, x - 4.7, y + 4.7, "l9.4-9.4"u8);
    }

    /// <summary>A number in a circle.</summary>
    protected static void NoteSign(Svg svg, double x, double y, int note)
    {
        svg.Circle(Style.Outline, x, y, 8);
        svg.Text(Style.Strong, x, y + HalfText, NumberFormat.Value(note, 0, "en"), Anchor.Middle);
    }

    /// <summary>Opens a link to a page, named by its title; false where there is none to open.</summary>
    protected static bool OpenLink(Svg svg, string? href, string title, bool inTabOrder)
    {
        if (svg.IsStandalone || href is null)
        {
            return false;
        }

        svg.Raw("<a"u8);
        svg.Attribute("href"u8, href);
        svg.Raw(inTabOrder ? "><title>"u8 : " tabindex=\"-1\"><title>"u8);
        svg.Escaped(title);
        svg.Raw("</title>"u8);
        return true;
    }

    private static void Define(Svg svg, string id, ReadOnlySpan<byte> lines)
    {
        svg.Raw("<pattern"u8);
        svg.Attribute("id"u8, id);
        svg.Raw(" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect"u8);
        svg.Style(Style.HatchGround);
        svg.Raw(" width=\"6\" height=\"6\"/><path"u8);
        svg.Style(Style.HatchLine);
        svg.Raw(" d=\""u8);
        svg.Raw(lines);
        svg.Raw("\"/></pattern>"u8);
    }
}

/// <summary>A sentence where there is nothing to draw.</summary>
internal sealed class EmptyPlot : Plot
{
    private readonly IReadOnlyList<string> lines;

    public EmptyPlot(string language, double width, string idPrefix)
        : base(width, idPrefix)
    {
        lines = TextWidth.Lines(ChartWords.NoData(language), width, TextSize);
        Height = 24 + (18 * lines.Count);
    }

    /// <inheritdoc/>
    public override void Draw(Svg svg)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            svg.Text(Style.Words, 0, 26 + (18 * i), lines[i]);
        }
    }
}
