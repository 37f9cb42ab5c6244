namespace Lagebild.Web.Rendering;

/// <summary>A drawing of ours, read by librsvg. It refers to nothing outside itself and is never one that somebody sent.</summary>
internal sealed class SvgDocument : IDisposable
{
    private readonly SvgHandle svg;

    /// <summary>Reads UTF-8 SVG with a width and height of its own; throws where it is none.</summary>
    public SvgDocument(ReadOnlySpan<byte> utf8)
    {
        svg = Native.rsvg_handle_new_from_data(utf8, (nuint)utf8.Length, out var error);
        Native.Check(!svg.IsInvalid, error, "A drawing could not be read");
        Native.Check(Native.rsvg_handle_get_intrinsic_size_in_pixels(svg, out var width, out var height), 0, "A drawing has no size");
        (Width, Height) = (width, height);
    }

    /// <summary>In units, which are pixels at full size.</summary>
    public double Width { get; }

    public double Height { get; }

    /// <summary>Draws it as large as fits into the area, in its middle.</summary>
    public void Draw(CairoContext context, double x, double y, double width, double height)
    {
        var drawn = Native.rsvg_handle_render_document(svg, context, new(x, y, width, height), out var error);
        Native.Check(drawn, error, "A drawing could not be drawn");
    }

    /// <summary>How wide an element is drawn, by its id: <c>#t</c>. Throws where there is none.</summary>
    public double WidthOf(string id)
    {
        Native.Check(Native.rsvg_handle_get_geometry_for_element(svg, id, out var ink, out _, out var error), error, "An element could not be measured");
        return ink.Width;
    }

    /// <inheritdoc/>
    public void Dispose() => svg.Dispose();
}
