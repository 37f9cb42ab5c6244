using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lagebild.Web.Rendering;

/// <summary>What a PDF says of itself.</summary>
public sealed record PdfDescription
{
    public required string Title { get; init; }

    /// <summary><c>de</c>, <c>pl</c> or <c>en</c>: what screen readers speak.</summary>
    public required string Language { get; init; }

    public required string Author { get; init; }

    /// <summary>The moment of what is shown, so that the same release gives the same bytes.</summary>
    public required DateTime CreatedUtc { get; init; }
}

/// <summary>Pages as one PDF with embedded fonts, whose text can be searched and copied.</summary>
internal static unsafe class PdfWriter
{
    /// <summary>A page for each document, each as large as its document times the scale. Throws where a document cannot be drawn.</summary>
    public static byte[] Write(IReadOnlyList<SvgDocument> pages, double pointsPerUnit, PdfDescription description)
    {
        using var output = new MemoryStream(64 * 1024);
        var closure = GCHandle.Alloc(output);
        try
        {
            using var surface = Native.cairo_pdf_surface_create_for_stream(&Take, GCHandle.ToIntPtr(closure), 1, 1);
            Describe(surface, description);
            Draw(surface, pages, pointsPerUnit);
            Native.cairo_surface_finish(surface);
            Native.Check(Native.cairo_surface_status(surface), "A PDF could not be written");
        }
        finally
        {
            closure.Free();
        }

        return PdfLanguage.Say(output.ToArray(), description.Language);
    }

    private static void Draw(CairoSurface surface, IReadOnlyList<SvgDocument> pages, double pointsPerUnit)
    {
        using var context = Native.cairo_create(surface);
        foreach (var page in pages)
        {
            var (width, height) = (page.Width * pointsPerUnit, page.Height * pointsPerUnit);
            Native.cairo_pdf_surface_set_size(surface, width, height);
            page.Draw(context, 0, 0, width, height);
            Native.cairo_show_page(context);
        }

        Native.Check(Native.cairo_status(context), "A page could not be drawn");
    }

    private static void Describe(CairoSurface surface, PdfDescription description)
    {
        var created = description.CreatedUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        Native.cairo_pdf_surface_set_metadata(surface, Native.MetadataTitle, description.Title);
        Native.cairo_pdf_surface_set_metadata(surface, Native.MetadataAuthor, description.Author);
        Native.cairo_pdf_surface_set_metadata(surface, Native.MetadataCreated, created);
        Native.cairo_pdf_surface_set_metadata(surface, Native.MetadataModified, created);
    }

    // An exception must not pass through C: the library is told, and its status is checked at the end.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Take(nint closure, byte* data, uint length)
    {
        try
        {
            ((MemoryStream)GCHandle.FromIntPtr(closure).Target!).Write(new ReadOnlySpan<byte>(data, (int)length));
            return Native.Success;
        }
        catch (OutOfMemoryException)
        {
            return Native.WriteError;
        }
    }
}
