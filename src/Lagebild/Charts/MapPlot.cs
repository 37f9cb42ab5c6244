namespace Lagebild.Charts;

/// <summary>
/// The panels of a map side by side, or below one another where tiles would be too small. A panel whose places all have a boundary is drawn as outlines, all such
/// panels on one scale; the others as tiles of one size.
/// </summary>
internal sealed class MapPlot : Plot
{
    private const double LargestTile = 46;
    private const double LeastTile = 26;
    private const double GapColumns = 1;
    private const double HeadHeight = 22;
    private const double LabelHeight = 18;
    private const double LineHeight = 16;
    private const double Margin = 2;

    private readonly MapSpec spec;
    private readonly MapClasses classes;
    private readonly List<Panel> panels = [];

    public MapPlot(MapSpec spec, MapClasses classes, double width, bool narrow, string idPrefix)
        : base(width, idPrefix)
    {
        (this.spec, this.classes) = (spec, classes);
        var shown = spec.Panels.Where(p => p.Places.Count > 0).ToArray();
        var grids = shown.Select(MapGrid.Of).ToArray();
        var beside = (width - (2 * Margin)) / (grids.Sum(g => g.Columns) + (GapColumns * (grids.Length - 1)));
        var isBeside = !narrow && beside >= LeastTile;
        var tile = Math.Floor(Math.Min(LargestTile, isBeside ? beside : (width - (2 * Margin)) / grids.Max(g => g.Columns)) * 10) / 10;
        var (left, top) = (Margin, 0.0);
        for (var i = 0; i < shown.Length; i++)
        {
            var panel = PanelOf(shown[i], grids[i], tile, left, top, isBeside ? (grids[i].Columns + (i < shown.Length - 1 ? GapColumns : 0)) * tile : width);
            panels.Add(panel);
            (left, top) = isBeside ? (left + ((grids[i].Columns + GapColumns) * tile), top) : (left, panel.Bottom + 14);
        }

        Height = panels.Max(p => p.Bottom) + Margin;
    }

    /// <inheritdoc/>
    public override void Draw(Svg svg)
    {
        var values = spec.Panels.SelectMany(p => p.Places).Select(p => p.Value ?? MapWords.Unknown).ToArray();
        if (Array.Exists(values, v => v is { IsDrawn: false, IsConfidential: false }))
        {
            DefineHatch(svg);
        }

        if (Array.Exists(values, v => v.IsConfidential))
        {
            DefineCrossed(svg);
        }

        foreach (var panel in panels)
        {
            DrawPanel(svg, panel);
        }
    }

    private static Panel PanelOf(MapPanel panel, MapGrid grid, double tile, double left, double top, double width)
    {
        var name = TextWidth.Lines(panel.Name, width / 1.08, TextSize);
        var tiles = top + HeadHeight + ((name.Count - 1) * LineHeight) + (grid.HasLabelAbove ? LabelHeight : 0);
        var bottom = tiles + (grid.Rows * tile) + (grid.HasLabelBelow ? LabelHeight : 0);
        return new(panel, grid, name, tile, left, top, tiles, bottom);
    }

    private void DrawPanel(Svg svg, Panel panel)
    {
        for (var i = 0; i < panel.Name.Count; i++)
        {
            svg.Text(Style.Strong, panel.Left - Margin, panel.Top + 13 + (i * LineHeight), panel.Name[i]);
        }

        foreach (var place in panel.Places.Places)
        {
            DrawTile(svg, panel, place);
        }

        svg.Raw("<path"u8);
        svg.Style(Style.Border);
        svg.Raw(" d=\""u8);
        panel.Grid.WriteBorders(svg, panel.Left, panel.Tiles, panel.Tile);
        svg.Raw("\"/>"u8);
        foreach (var label in panel.Grid.Labels)
        {
            DrawLabel(svg, panel, label);
        }
    }

    private void DrawTile(Svg svg, Panel panel, MapPlace place)
    {
        var (x, y) = (panel.Left + (place.Column * panel.Tile), panel.Tiles + (place.Row * panel.Tile));
        var linked = OpenLink(svg, MapWords.Href(place), MapWords.Place(spec, place), inTabOrder: true);
        var value = place.Value ?? MapWords.Unknown;
        if (value.IsDrawn)
        {
            DrawValue(svg, place.Sign, value, x, y, panel.Tile);
        }
        else
        {
            DrawAbsent(svg, place.Sign, value, x, y, panel.Tile);
        }

        if (linked)
        {
            svg.Raw("</a>"u8);
        }
    }

    private void DrawValue(Svg svg, string sign, ChartValue value, double x, double y, double tile)
    {
        var at = classes.ClassOf(value.Value!.Value);
        svg.Rectangle(classes.Tone(at), x + 0.5, y + 0.5, tile - 1, tile - 1);
        svg.Text(classes.IsDark(at) ? Style.TileSignOnDark : Style.TileSign, x + (tile / 2), y + (tile / 2) + HalfText, sign);
        if (value.IsHollow)
        {
            svg.Open(Look.OneMeasure);
            svg.Circle(Style.Hollow, x + tile - 5, y + 5, 2.6);
            svg.Close();
        }
    }

    private void DrawAbsent(Svg svg, string sign, ChartValue value, double x, double y, double tile)
    {
        svg.Hatch(value.IsConfidential ? CrossedId : HatchId, x + 0.5, y + 0.5, tile - 1, tile - 1);
        if (value.IsConfidential)
        {
            svg.Circle(Style.Outline, x + (tile / 2), y + (tile / 2) - 6, 5);
            svg.Path(Style.Outline, x + (tile / 2) - 3.4, y + (tile / 2) - 2.6, "l6.8-6.8"u8);
        }

        svg.Text(Style.TileSignOverMarks, x + (tile / 2), y + (tile / 2) + HalfText + (value.IsConfidential ? 5.5 : 0), sign);
    }

    /// <summary>Chart label of a region with its marker, beside its outline.</summary>
    private static void DrawLabel(Svg svg, Panel panel, MapLabel label)
    {
        var x = panel.Left + (label.Column * panel.Tile);
        var y = label.IsAbove ? panel.Tiles + (label.Row * panel.Tile) - 5 : panel.Tiles + ((label.Row + 1) * panel.Tile) + 14;
        var look = Look.OfRegion(label.Text);
        if (look is not null)
        {
            svg.Open(look);
            Markers.Draw(svg, look.Marker, x + 6, y - HalfText, hollow: false);
            svg.Close();
        }

        svg.Text(Style.Axis, x + (look is null ? 2 : 15), y, label.Text);
    }

    private sealed record Panel(MapPanel Places, MapGrid Grid, IReadOnlyList<string> Name, double Tile, double Left, double Top, double Tiles, double Bottom);
}
