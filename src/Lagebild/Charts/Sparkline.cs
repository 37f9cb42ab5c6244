using System.Buffers;

namespace Lagebild.Charts;

/// <summary>A line of 104 x 28 units without axis or words, beside a figure that says what it shows: hidden from screen readers.</summary>
public static class Sparkline
{
    private const double Width = 104;
    private const double Height = 28;
    private const double Margin = 5;

    /// <summary>Writes the first series of the spec as UTF-8 SVG; an empty picture of the same size where it has no values. The height shows the range of the values, not zero.</summary>
    public static void Draw(ChartSpec spec, IBufferWriter<byte> output)
    {
        var svg = new Svg(output, standalone: false);
        svg.Raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart spark\" viewBox=\"0 0 104 28\" width=\"104\" height=\"28\" aria-hidden=\"true\">"u8);
        if (spec.Series.Count > 0 && TimeAxis.Of(spec with { Series = [spec.Series[0]] }, Margin, Width - Margin) is { } time)
        {
            DrawSeries(svg, spec, time);
        }

        svg.Raw("</svg>"u8);
    }

    private static void DrawSeries(Svg svg, ChartSpec spec, TimeAxis time)
    {
        var points = spec.Series[0].Points;
        var drawn = points.Where(p => p.IsDrawn).ToArray();
        if (drawn.Length == 0)
        {
            return;
        }

        var y = new LinearScale(drawn.Min(p => p.Value!.Value), drawn.Max(p => p.Value!.Value), Height - Margin, Margin);
        var look = Look.OfBar(spec.Series[0]);
        svg.Open(look);
        svg.Raw("<path"u8);
        svg.Style(Style.Line);
        svg.Raw(" d=\""u8);
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].IsDrawn)
            {
                svg.Raw(i > 0 && Joins.Joined(spec, 0, points[i - 1], points[i]) ? "L"u8 : "M"u8);
                svg.Number(time.X(points[i].Period));
                svg.Raw(" "u8);
                svg.Number(y.Map(points[i].Value!.Value));
            }
        }

        svg.Raw("\"/>"u8);
        Markers.Draw(svg, look.Marker, time.X(drawn[^1].Period), y.Map(drawn[^1].Value!.Value), drawn[^1].IsHollow);
        svg.Close();
    }
}
