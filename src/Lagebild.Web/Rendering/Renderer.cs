namespace Lagebild.Web.Rendering;

/// <summary>
/// Drawings of ours as PNG and PDF, by librsvg and cairo where the machine has them. As many at once as there are processors; others wait.
/// </summary>
public sealed class Renderer : IDisposable
{
    /// <summary>The longest side of a picture, in pixels: what is higher is drawn smaller.</summary>
    private const int LongestSide = 16_000;

    private readonly SemaphoreSlim places = new(Environment.ProcessorCount);

    /// <summary>False where the libraries are missing: nothing else here may then be asked.</summary>
    public bool IsAvailable => Native.IsThere;

    /// <summary>A picture of the size asked for; null: as large as the drawing, a pixel a unit.</summary>
    public Task<byte[]> PngAsync(ReadOnlyMemory<byte> svg, (int Width, int Height)? size, CancellationToken ct) => InTurnAsync(() => Png(svg.Span, size), ct);

    /// <summary>A page for each drawing, in their order.</summary>
    public Task<byte[]> PdfAsync(IReadOnlyList<ReadOnlyMemory<byte>> pages, double pointsPerUnit, PdfDescription description, CancellationToken ct) =>
        InTurnAsync(() => Pdf(pages, pointsPerUnit, description), ct);

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();

    private async Task<byte[]> InTurnAsync(Func<byte[]> render, CancellationToken ct)
    {
        await places.WaitAsync(ct);
        try
        {
            return await Task.Run(render, ct);
        }
        finally
        {
            places.Release();
        }
    }

    private static byte[] Png(ReadOnlySpan<byte> svg, (int Width, int Height)? size)
    {
        using var document = new SvgDocument(Lettering.Fit(svg));
        var (width, height) = size ?? OwnSize(document);
        using var surface = Native.cairo_image_surface_create(Native.Rgb24, width, height);
        Native.Check(Native.cairo_surface_status(surface), "There is no room for a picture");
        using (var context = Native.cairo_create(surface))
        {
            Native.cairo_set_source_rgb(context, 1, 1, 1);
            Native.cairo_paint(context);
            document.Draw(context, 0, 0, width, height);
            Native.Check(Native.cairo_status(context), "A picture could not be drawn");
        }

        return Packed(surface, width, height);
    }

    private static unsafe byte[] Packed(CairoSurface surface, int width, int height)
    {
        Native.cairo_surface_flush(surface);
        var stride = Native.cairo_image_surface_get_stride(surface);
        return Rendering.Png.Write(new(Native.cairo_image_surface_get_data(surface), stride * height), width, height, stride);
    }

    private static (int Width, int Height) OwnSize(SvgDocument document)
    {
        var scale = Math.Min(1, LongestSide / Math.Max(document.Width, document.Height));
        return ((int)Math.Round(document.Width * scale), (int)Math.Round(document.Height * scale));
    }

    private static byte[] Pdf(IReadOnlyList<ReadOnlyMemory<byte>> pages, double pointsPerUnit, PdfDescription description)
    {
        var documents = new List<SvgDocument>();
        try
        {
            documents.AddRange(pages.Select(p => new SvgDocument(Lettering.Fit(p.Span))));
            return PdfWriter.Write(documents, pointsPerUnit, description);
        }
        finally
        {
            documents.ForEach(d => d.Dispose());
        }
    }
}
