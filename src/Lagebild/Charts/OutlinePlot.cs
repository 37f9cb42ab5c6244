namespace Lagebild.Charts;

/// <summary>The panels of a map as outlines, all on one scale, side by side, or below one another on the phone. Two letters stand in a place where they fit.</summary>
internal sealed class OutlinePlot : MapPlot
{
    private const double Between = 24;
    private const double Tallest = 380;
    private const double SignHeight = 5;

    private readonly List<Panel> panels = [];
    private readonly double scale;

    public OutlinePlot(MapSpec spec, MapClasses classes, double width, bool narrow, string idPrefix)
        : base(spec, classes, width, idPrefix)
    {
        var shown = spec.Panels.Where(p => p.Places.Count > 0).Select(Extent.Of).ToArray();
        var room = width - (2 * Margin);
        var beside = (room - (Between * (shown.Length - 1))) / shown.Sum(e => e.Width);
        scale = Math.Min(narrow ? room / shown.Max(e => e.Width) : beside, Tallest / shown.Max(e => e.Height));
        var (left, top) = (Margin, 0.0);
        foreach (var extent in shown)
        {
            var panel = PanelOf(extent, left, top, narrow ? width : (extent.Width * scale) + Between);
            panels.Add(panel);
            (left, top) = narrow ? (left, panel.Bottom + 14) : (left + (extent.Width * scale) + Between, top);
        }

        Height = panels.Max(p => p.Bottom) + Margin;
    }

    /// <inheritdoc/>
    protected override void DrawPanels(Svg svg)
    {
        foreach (var panel in panels)
        {
            DrawName(svg, panel.Name, panel.Left, panel.Top);
            foreach (var place in panel.Extent.Panel.Places)
            {
                DrawPlace(svg, panel, place);
            }

            DrawBorders(svg, panel);
            foreach (var place in panel.Extent.Panel.Places)
            {
                DrawSign(svg, panel, place);
            }
        }
    }

    private Panel PanelOf(Extent extent, double left, double top, double width)
    {
        var name = NameLines(extent.Panel, width);
        var from = top + HeadHeight + ((name.Count - 1) * LineHeight);
        return new(extent, name, left, top, from, from + (extent.Height * scale));
    }

    private void DrawPlace(Svg svg, Panel panel, MapPlace place)
    {
        var value = place.Value ?? ChartValue.Unknown;
        var linked = OpenLink(svg, MapWords.Href(place), MapWords.Place(Spec, place), inTabOrder: true);
        svg.Raw("<path"u8);
        Fill(svg, value);
        svg.Raw(" fill-rule=\"evenodd\" d=\""u8);
        WriteRings(svg, panel, place.Outline!);
        svg.Raw("\"/>"u8);
        CloseLink(svg, linked);
    }

    private void WriteRings(Svg svg, Panel panel, MapOutline outline)
    {
        foreach (var ring in outline.Rings)
        {
            for (var i = 0; i < ring.Length; i++)
            {
                svg.Step(i == 0 ? 'M' : 'L', X(panel, ring[i]), Y(panel, ring[i]));
            }

            svg.Raw("Z"u8);
        }
    }

    /// <summary>Where its letters fit; a small place goes without, its title names it.</summary>
    private void DrawSign(Svg svg, Panel panel, MapPlace place)
    {
        var spot = place.Outline!.Spot;
        if (spot.Width * scale >= TextWidth.Of(place.Sign, AxisSize) + 2 && spot.Height * scale >= SignHeight)
        {
            DrawSign(svg, place.Sign, place.Value ?? ChartValue.Unknown, X(panel, (spot.X, spot.Y)), Y(panel, (spot.X, spot.Y)));
        }
    }

    /// <summary>Thin between the places of a region, strong where two regions meet, or land and sea.</summary>
    private void DrawBorders(Svg svg, Panel panel)
    {
        var groups = new Dictionary<((double, double), (double, double)), string?>();
        foreach (var (from, to, group) in panel.Extent.Panel.Places.SelectMany(Edges))
        {
            var edge = from.CompareTo(to) < 0 ? (from, to) : (to, from);
            groups[edge] = groups.TryGetValue(edge, out var seen) && seen == group ? null : group;
        }

        WriteEdges(svg, panel, Style.ThinBorder, groups, strong: false);
        WriteEdges(svg, panel, Style.Border, groups, strong: true);
    }

    private static IEnumerable<((double X, double Y) From, (double X, double Y) To, string Group)> Edges(MapPlace place) =>
        place.Outline!.Rings.SelectMany(r => r.Select((p, i) => (p, r[(i + 1) % r.Length], place.Group)));

    private void WriteEdges(Svg svg, Panel panel, Style style, Dictionary<((double, double), (double, double)), string?> groups, bool strong)
    {
        svg.Raw("<path"u8);
        svg.Style(style);
        svg.Raw(" d=\""u8);
        (double X, double Y)? at = null;
        foreach (var (from, to, _) in panel.Extent.Panel.Places.SelectMany(Edges))
        {
            var edge = from.CompareTo(to) < 0 ? (from, to) : (to, from);
            if (groups[edge] is null == strong)
            {
                continue;
            }

            if (at != from)
            {
                svg.Step('M', X(panel, from), Y(panel, from));
            }

            svg.Step('L', X(panel, to), Y(panel, to));
            at = to;
        }

        svg.Raw("\"/>"u8);
    }

    private double X(Panel panel, (double X, double Y) point) => panel.Left + ((point.X - panel.Extent.Left) * scale);

    private double Y(Panel panel, (double X, double Y) point) => panel.From + ((point.Y - panel.Extent.Top) * scale);

    private sealed record Panel(Extent Extent, IReadOnlyList<string> Name, double Left, double Top, double From, double Bottom);

    /// <summary>What a panel takes up, in kilometres.</summary>
    private sealed record Extent(MapPanel Panel, double Left, double Top, double Width, double Height)
    {
        public static Extent Of(MapPanel panel)
        {
            MapOutline[] outlines = [.. panel.Places.Select(p => p.Outline!)];
            var (left, top) = (outlines.Min(o => o.Left), outlines.Min(o => o.Top));
            return new(panel, left, top, outlines.Max(o => o.Right) - left, outlines.Max(o => o.Bottom) - top);
        }
    }
}
