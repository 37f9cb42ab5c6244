using System.Buffers;

namespace Lagebild.Charts;

/// <summary>From a chart to an SVG: inline for a page, or a picture of its own.</summary>
internal static class Drawing
{
    public static void Write(Chart chart, Frame frame, IBufferWriter<byte> output)
    {
        if (frame.IsStandalone)
        {
            Picture.Write(chart, frame, output);
        }
        else
        {
            Inline(chart, frame, new(output, standalone: false));
        }
    }

    /// <summary>
    /// A group where it holds links (an image hides what is inside it), else an image. A marker shown is a link to its figure page; the last one of each series
    /// can be reached by keyboard, the table carries all.
    /// </summary>
    private static void Inline(Chart chart, Frame frame, Svg svg)
    {
        var plot = PlotOf(chart, frame);
        svg.Raw("<svg xmlns=\"http://www.w3.org/2000/svg\""u8);
        svg.Attribute("class"u8, $"chart {frame.Name}");
        Size(svg, frame.Width, plot.Height);
        svg.Attribute("role"u8, chart.HasLinks ? "group" : "img");
        Describe(svg, chart, Id(chart, frame));
        plot.Draw(svg);
        svg.Raw("</svg>"u8);
    }

    /// <summary>What an inline drawing shows, laid out.</summary>
    public static Plot PlotOf(Chart chart, Frame frame) => chart.PlotOf(frame.Width, frame.LineHeight, frame.IsNarrow, Id(chart, frame));

    /// <summary>Prefix of the ids inside a drawing.</summary>
    public static string Id(Chart chart, Frame frame) => $"{chart.Caption.Id}-{frame.Name}";

    public static void Size(Svg svg, double width, double height)
    {
        svg.Raw(" viewBox=\"0 0 "u8);
        svg.Number(width);
        svg.Raw(" "u8);
        svg.Number(height);
        svg.Raw("\""u8);
        svg.Attribute("width"u8, width);
        svg.Attribute("height"u8, height);
    }

    /// <summary>Closes the opening tag, then title and description, named by it.</summary>
    public static void Describe(Svg svg, Chart chart, string id)
    {
        svg.Attribute("aria-labelledby"u8, $"{id}-t {id}-d");
        svg.Raw("><title"u8);
        svg.Attribute("id"u8, $"{id}-t");
        svg.Raw(">"u8);
        svg.Escaped(chart.Caption.Headline);
        svg.Raw("</title><desc"u8);
        svg.Attribute("id"u8, $"{id}-d");
        svg.Raw(">"u8);
        svg.Escaped(chart.Alternative);
        svg.Raw("</desc>"u8);
    }
}
