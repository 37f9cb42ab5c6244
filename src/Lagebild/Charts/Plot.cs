namespace Lagebild.Charts;

/// <summary>What is drawn between headline and notes, laid out for a width: it knows its height before it draws.</summary>
internal abstract class Plot
{
    /// <summary>Distance from a text's baseline to the middle of its letters.</summary>
    protected const double HalfText = 4.5;

    protected const double AxisSize = 12.5;
    protected const double TextSize = 13;

    /// <summary>Length of the stub that stands for a bar without a value, never to scale.</summary>
    protected const double Stub = 56;

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

    /// <summary>The hatches that some of the values need.</summary>
    protected void DefinePatterns(Svg svg, IEnumerable<ChartValue> values)
    {
        var (missing, confidential) = (false, false);
        foreach (var value in values)
        {
            missing |= value is { IsDrawn: false, IsConfidential: false };
            confidential |= value.IsConfidential;
        }

        DefinePatterns(svg, missing, confidential);
    }

    protected void DefinePatterns(Svg svg, bool missing, bool confidential)
    {
        if (missing)
        {
            DefineHatch(svg);
        }

        if (confidential)
        {
            DefineCrossed(svg);
        }
    }

    /// <summary>Lines at 45° for what is missing.</summary>
    protected void DefineHatch(Svg svg) => Define(svg, HatchId, "M0 0V6"u8);

    /// <summary>Crossed lines for what is confidential.</summary>
    private void DefineCrossed(Svg svg) => Define(svg, CrossedId, "M0 0V6M0 3H6"u8);

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

    /// <summary>A hatched field in place of what is missing; crossed, with ⊘ in its middle, where it is confidential.</summary>
    protected void DrawAbsent(Svg svg, bool isConfidential, double x, double y, double width, double height)
    {
        svg.Hatch(isConfidential ? CrossedId : HatchId, x, y, width, height);
        if (isConfidential)
        {
            ConfidentialSign(svg, Style.Outline, x + (width / 2), y + (height / 2));
        }
    }

    /// <summary>A bar in the colour of the group it is written in; hollow where it may still change.</summary>
    protected static void DrawBar(Svg svg, ChartValue value, double x, double y, double width, double height)
    {
        if (value.IsHollow)
        {
            DrawHollow(svg, value, x, y, width, height);
        }
        else
        {
            svg.Rectangle(Style.Bar, x, y, width, height);
        }
    }

    /// <summary>The outline in place of the fill: may still change, or (dotted) is not counted.</summary>
    protected static void DrawHollow(Svg svg, ChartValue value, double x, double y, double width, double height) =>
        svg.Rectangle(value.IsExpected ? Style.DottedBar : Style.Hollow, x + 0.9, y + 0.9, Math.Max(0.5, width - 1.8), Math.Max(0.5, height - 1.8));

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

    /// <summary>Ends a link where one was opened.</summary>
    protected static void CloseLink(Svg svg, bool isOpen)
    {
        if (isOpen)
        {
            svg.Raw("</a>"u8);
        }
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
        svg.Lines(Style.Words, 0, 26, 18, lines);
    }
}
