namespace Lagebild.Charts;

/// <summary>The panels of a map as square tiles of one size, side by side, or below one another where tiles would be too small.</summary>
internal sealed class TilePlot : MapPlot
{
    private const double LargestTile = 46;
    private const double LeastTile = 26;
    private const double GapColumns = 1;
    private const double LabelHeight = 18;

    private readonly List<Panel> panels = [];

    public TilePlot(MapSpec spec, MapClasses classes, double width, bool narrow, string idPrefix)
        : base(spec, classes, width, idPrefix)
    {
        var shown = spec.Panels.Where(p => p.Places.Count > 0).ToArray();
        var grids = shown.Select(MapGrid.Of).ToArray();
        var beside = (width - (2 * Margin)) / (grids.Sum(g => g.Columns) + (GapColumns * (grids.Length - 1)));
        var isBeside = !narrow && beside >= LeastTile;
        var tile = Math.Floor(Math.Min(LargestTile, isBeside ? beside : (width - (2 * Margin)) / grids.Max(g => g.Columns)) * 10) / 10;
        var (left, top) = (Margin, 0.0);
        for (var i = 0; i < shown.Length; i++)
        {
            var panel = PanelOf(shown[i], grids[i], tile, left, top, isBeside && i < shown.Length - 1 ? (grids[i].Columns + GapColumns) * tile : width - left);
            panels.Add(panel);
            (left, top) = isBeside ? (left + ((grids[i].Columns + GapColumns) * tile), top) : (left, panel.Bottom + 14);
        }

        Height = panels.Max(p => p.Bottom) + Margin;
    }

    /// <inheritdoc/>
    protected override void DrawPanels(Svg svg)
    {
        foreach (var panel in panels)
        {
            DrawName(svg, panel.Name, panel.Left, panel.Top);
            foreach (var place in panel.Places.Places)
            {
                DrawTile(svg, panel, place);
            }

            DrawBorders(svg, panel);
        }
    }

    private static Panel PanelOf(MapPanel panel, MapGrid grid, double tile, double left, double top, double width)
    {
        var name = NameLines(panel, width);
        var tiles = top + HeadHeight + ((name.Count - 1) * LineHeight) + (grid.HasLabelAbove ? LabelHeight : 0);
        var bottom = tiles + (grid.Rows * tile) + (grid.HasLabelBelow ? LabelHeight : 0);
        return new(panel, grid, name, tile, left, top, tiles, bottom);
    }

    private void DrawTile(Svg svg, Panel panel, MapPlace place)
    {
        var (x, y) = (panel.Left + (place.Column * panel.Tile), panel.Tiles + (place.Row * panel.Tile));
        var value = place.Value ?? ChartValue.Unknown;
        var linked = OpenLink(svg, MapWords.Href(place), MapWords.Place(Spec, place), inTabOrder: true);
        svg.Raw("<rect"u8);
        Fill(svg, value);
        svg.Area(x + 0.5, y + 0.5, panel.Tile - 1, panel.Tile - 1);
        DrawSign(svg, place.Sign, value, x + (panel.Tile / 2), y + (panel.Tile / 2));
        if (value is { IsDrawn: true, IsHollow: true })
        {
            svg.Open(Look.OneMeasure);
            svg.Circle(Style.Hollow, x + panel.Tile - 5, y + 5, 2.6);
            svg.Close();
        }

        CloseLink(svg, linked);
    }

    private static void DrawBorders(Svg svg, Panel panel)
    {
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
