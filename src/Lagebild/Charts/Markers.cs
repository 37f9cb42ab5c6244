namespace Lagebild.Charts;

/// <summary>Draws the marker of a look, about nine units across, full or hollow.</summary>
internal static class Markers
{
    public static void Draw(Svg svg, Marker marker, double x, double y, bool hollow)
    {
        var style = hollow ? Style.Hollow : Style.Mark;
        switch (marker)
        {
            case Marker.Circle or Marker.None:
                svg.Circle(style, x, y, 4);
                break;
            case Marker.Dot:
                svg.Circle(style, x, y, 3.5);
                break;
            case Marker.Square:
                svg.Path(style, x - 3.6, y - 3.6, "h7.2v7.2h-7.2z"u8);
                break;
            case Marker.TriangleUp:
                svg.Path(style, x, y - 4.8, "l4.5 8h-9z"u8);
                break;
            case Marker.TriangleDown:
                svg.Path(style, x, y + 4.8, "l4.5-8h-9z"u8);
                break;
            case Marker.Diamond:
                svg.Path(style, x, y - 5, "l5 5l-5 5l-5-5z"u8);
                break;
            case Marker.Plus:
                Plus(svg, style, x, y, hollow);
                break;
            case Marker.UprightBar:
                svg.Path(style, x - 2.4, y - 5.2, "h4.8v10.4h-4.8z"u8);
                break;
            case Marker.BowTie:
                svg.Path(style, x - 5.4, y - 4.4, "l5.4 3l5.4-3v8.8l-5.4-3l-5.4 3z"u8);
                break;
            default:
                Cross(svg, style, x, y, hollow);
                break;
        }
    }

    /// <summary>Hollow arms are wider, so that page shows inside.</summary>
    private static void Plus(Svg svg, Style style, double x, double y, bool hollow)
    {
        if (hollow)
        {
            svg.Path(style, x - 2.2, y - 5.4, "h4.4v3.2h3.2v4.4h-3.2v3.2h-4.4v-3.2h-3.2v-4.4h3.2z"u8);
        }
        else
        {
            svg.Path(style, x - 1.6, y - 4.8, "h3.2v3.2h3.2v3.2h-3.2v3.2h-3.2v-3.2h-3.2v-3.2h3.2z"u8);
        }
    }

    private static void Cross(Svg svg, Style style, double x, double y, bool hollow)
    {
        if (hollow)
        {
            svg.Path(style, x - 5.2, y - 2.4, "l2.8-2.8l2.4 2.4l2.4-2.4l2.8 2.8l-2.4 2.4l2.4 2.4l-2.8 2.8l-2.4-2.4l-2.4 2.4l-2.8-2.8l2.4-2.4z"u8);
        }
        else
        {
            svg.Path(style, x - 4.4, y - 2.5, "l1.9-1.9l2.5 2.5l2.5-2.5l1.9 1.9l-2.5 2.5l2.5 2.5l-1.9 1.9l-2.5-2.5l-2.5 2.5l-1.9-1.9l2.5-2.5z"u8);
        }
    }
}
