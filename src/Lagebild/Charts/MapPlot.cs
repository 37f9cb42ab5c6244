using Lagebild.Statistics;

namespace Lagebild.Charts;

/// <summary>What maps of tiles and of outlines have in common: fills by class, hatches, letters, names of panels.</summary>
internal abstract class MapPlot : Plot
{
    protected const double HeadHeight = 22;
    protected const double LineHeight = 16;
    protected const double Margin = 2;

    private readonly MapClasses classes;

    protected MapPlot(MapSpec spec, MapClasses classes, double width, string idPrefix)
        : base(width, idPrefix) => (Spec, this.classes) = (spec, classes);

    protected MapSpec Spec { get; }

    /// <summary>Outlines where every place of the map has one, else tiles; a sentence where there are no places.</summary>
    public static Plot Of(MapSpec spec, MapClasses classes, double width, bool narrow, string idPrefix) =>
        !spec.Panels.Any(p => p.Places.Count > 0) ? new EmptyPlot(spec.Language, width, idPrefix)
        : spec.Panels.All(p => p.Places.All(x => x.Outline is not null)) ? new OutlinePlot(spec, classes, width, narrow, idPrefix)
        : new TilePlot(spec, classes, width, narrow, idPrefix);

    /// <inheritdoc/>
    public override void Draw(Svg svg)
    {
        DefinePatterns(svg, Spec.Panels.SelectMany(p => p.Places).Select(p => p.Value ?? ChartValue.Unknown));
        DrawPanels(svg);
    }

    protected abstract void DrawPanels(Svg svg);

    protected static IReadOnlyList<string> NameLines(MapPanel panel, double width) => TextWidth.BoldLines(panel.Name, width, TextSize);

    protected static void DrawName(Svg svg, IReadOnlyList<string> name, double left, double top)
    {
        svg.Lines(Style.Strong, left - Margin, top + 13, LineHeight, name);
    }

    /// <summary>The fill of a shape whose tag is open: the tone of its class, or a hatch.</summary>
    protected void Fill(Svg svg, ChartValue value)
    {
        if (value.IsDrawn)
        {
            svg.Style(classes.Tone(classes.ClassOf(value.Value!.Value)));
            return;
        }

        svg.Raw(" fill=\"url(#"u8);
        svg.Escaped(value.IsConfidential ? CrossedId : HatchId);
        svg.Raw(")\""u8);
    }

    /// <summary>The letters of a place around a point, in brackets where its value is of low reliability, with ⊘ above them where it is confidential.</summary>
    protected void DrawSign(Svg svg, string sign, ChartValue value, double x, double y)
    {
        if (value.IsDrawn)
        {
            sign = value.Status == ObservationStatus.LowReliability ? $"({sign})" : sign;
            svg.Text(classes.IsDark(classes.ClassOf(value.Value!.Value)) ? Style.TileSignOnDark : Style.TileSign, x, y + HalfText, sign);
            return;
        }

        if (value.IsConfidential)
        {
            svg.Circle(Style.Outline, x, y - 6, 5);
            svg.Path(Style.Outline, x - 3.4, y - 2.6, "l6.8-6.8"u8);
        }

        svg.Text(Style.TileSignOverMarks, x, y + HalfText + (value.IsConfidential ? 5.5 : 0), sign);
    }
}
