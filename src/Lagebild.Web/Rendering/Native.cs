using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Lagebild.Web.Rendering;

/// <summary>The functions of librsvg and cairo that pictures are made with, under the names they have in C.</summary>
internal static unsafe partial class Native
{
    /// <summary>Blue, green, red and an unused byte for each pixel.</summary>
    public const int Rgb24 = 1;

    public const int MetadataTitle = 0;
    public const int MetadataAuthor = 1;
    public const int MetadataCreated = 5;
    public const int MetadataModified = 6;

    /// <summary>What a writer answers: all is well, or nothing more can be written.</summary>
    public const int Success = 0;
    public const int WriteError = 11;

    private const string Rsvg = "librsvg-2.so.2";
    private const string Cairo = "libcairo.so.2";
    private const string GLib = "libglib-2.0.so.0";
    private const string GObject = "libgobject-2.0.so.0";

    /// <summary>Whether all four libraries are on this machine. Looked for once.</summary>
    public static bool IsThere { get; } = Array.TrueForAll([Rsvg, Cairo, GLib, GObject], name => NativeLibrary.TryLoad(name, out _));

    [LibraryImport(Rsvg)]
    public static partial SvgHandle rsvg_handle_new_from_data(ReadOnlySpan<byte> data, nuint length, out nint error);

    [LibraryImport(Rsvg)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool rsvg_handle_get_intrinsic_size_in_pixels(SvgHandle svg, out double width, out double height);

    [LibraryImport(Rsvg)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool rsvg_handle_render_document(SvgHandle svg, CairoContext context, in Area viewport, out nint error);

    [LibraryImport(Rsvg, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool rsvg_handle_get_geometry_for_element(SvgHandle svg, string id, out Area ink, out Area logical, out nint error);

    [LibraryImport(Cairo)]
    public static partial CairoSurface cairo_image_surface_create(int format, int width, int height);

    [LibraryImport(Cairo)]
    public static partial byte* cairo_image_surface_get_data(CairoSurface surface);

    [LibraryImport(Cairo)]
    public static partial int cairo_image_surface_get_stride(CairoSurface surface);

    [LibraryImport(Cairo)]
    public static partial CairoSurface cairo_pdf_surface_create_for_stream(delegate* unmanaged[Cdecl]<nint, byte*, uint, int> write, nint closure, double widthPoints, double heightPoints);

    [LibraryImport(Cairo)]
    public static partial void cairo_pdf_surface_set_size(CairoSurface surface, double widthPoints, double heightPoints);

    [LibraryImport(Cairo, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void cairo_pdf_surface_set_metadata(CairoSurface surface, int metadata, string text);

    [LibraryImport(Cairo)]
    public static partial int cairo_surface_status(CairoSurface surface);

    [LibraryImport(Cairo)]
    public static partial void cairo_surface_flush(CairoSurface surface);

    [LibraryImport(Cairo)]
    public static partial void cairo_surface_finish(CairoSurface surface);

    [LibraryImport(Cairo)]
    public static partial CairoContext cairo_create(CairoSurface surface);

    [LibraryImport(Cairo)]
    public static partial int cairo_status(CairoContext context);

    [LibraryImport(Cairo)]
    public static partial void cairo_set_source_rgb(CairoContext context, double red, double green, double blue);

    [LibraryImport(Cairo)]
    public static partial void cairo_paint(CairoContext context);

    [LibraryImport(Cairo)]
    public static partial void cairo_show_page(CairoContext context);

    [LibraryImport(Cairo)]
    internal static partial void cairo_destroy(nint context);

    [LibraryImport(Cairo)]
    internal static partial void cairo_surface_destroy(nint surface);

    [LibraryImport(GObject)]
    internal static partial void g_object_unref(nint instance);

    [LibraryImport(GLib)]
    internal static partial void g_error_free(nint error);

    /// <summary>Throws with the words of the library where something failed, and gives the error back to it.</summary>
    public static void Check(bool succeeded, nint error, string what)
    {
        if (succeeded)
        {
            return;
        }

        var words = error == 0 ? "no reason given" : Marshal.PtrToStringUTF8(((GError*)error)->Message);
        if (error != 0)
        {
            g_error_free(error);
        }

        throw new InvalidOperationException($"{what}: {words}");
    }

    /// <summary>Throws where cairo answers anything but success.</summary>
    public static void Check(int status, string what) => Check(status == Success, 0, FormattableString.Invariant($"{what}, cairo status {status}"));

    /// <summary>Where a document is drawn: x, y, width and height in the units of the context.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public readonly struct Area(double x, double y, double width, double height)
    {
        public readonly double X = x;
        public readonly double Y = y;
        public readonly double Width = width;
        public readonly double Height = height;
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct GError
    {
        public readonly uint Domain;
        public readonly int Code;
        public readonly nint Message;
    }
}

/// <summary>A read SVG document.</summary>
internal sealed class SvgHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Native.g_object_unref(handle);
        return true;
    }
}

/// <summary>What is drawn on: pixels, or the pages of a PDF.</summary>
internal sealed class CairoSurface() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Native.cairo_surface_destroy(handle);
        return true;
    }
}

/// <summary>What draws on a surface.</summary>
internal sealed class CairoContext() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Native.cairo_destroy(handle);
        return true;
    }
}
