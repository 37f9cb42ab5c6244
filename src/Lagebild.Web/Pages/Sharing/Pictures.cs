using System.Buffers;
using Lagebild.Charts;
using Lagebild.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Sharing;

/// <summary>
/// A chart as a file of its own, with headline, notes, source and stand inside. Each page with charts has the address <c>….{ending}</c> beside its own, with the
/// same query, and answers it here: <c>@page "/{language:language}/indicators/{code}.{ending:picture}"</c>.
/// </summary>
public sealed class Pictures(Reading reading, Renderer renderer)
{
    /// <summary>The page of a picture in PDF is 720 points wide: 1200 units.</summary>
    private const double PointsPerUnit = 0.6;

    /// <summary>False where this machine cannot make PNG and PDF: they are then not offered.</summary>
    public bool AreOffered => renderer.IsAvailable;

    /// <summary>
    /// The chart as <c>svg</c>, <c>png</c> (in the size of <c>?size=</c>, <see cref="PictureSize"/>) or <c>pdf</c>. A size that is none is a fault (400); PNG and PDF
    /// are 404 with a sentence where they cannot be made.
    /// </summary>
    public async Task<IActionResult> AnswerAsync(HttpContext http, string ending, Chart chart, CancellationToken ct)
    {
        var (size, fault) = PictureSize.Parse(http.Request.Query["size"]);
        if (fault is not null)
        {
            return http.Refuse(fault);
        }

        http.Response.MayBeEmbedded();
        return ending == "svg" ? new FileContentResult(Svg(chart, Frame.Standalone), "image/svg+xml; charset=utf-8")
            : !AreOffered ? http.Absent(reading.Words.Share.NotOffered)
            : ending == "png" ? new FileContentResult(await renderer.PngAsync(Svg(chart, size.Frame), size.Pixels, ct), "image/png")
            : await PdfAsync([Svg(chart, size.Frame)], chart.Caption.Headline, PointsPerUnit, ct);
    }

    /// <summary>A briefing as PDF; 404 with a sentence where none can be made.</summary>
    public async Task<IActionResult> BriefingAsync(HttpContext http, BriefingSpec briefing, CancellationToken ct) => AreOffered
        ? await PdfAsync(Briefing.Draw(briefing), briefing.Title, pointsPerUnit: 1, ct)
        : http.Absent(reading.Words.Share.NotOffered);

    private async Task<FileContentResult> PdfAsync(IReadOnlyList<ReadOnlyMemory<byte>> pages, string title, double pointsPerUnit, CancellationToken ct) =>
        new(await renderer.PdfAsync(pages, pointsPerUnit, Described(title), ct), "application/pdf");

    private PdfDescription Described(string title) => new()
    {
        Title = title,
        Language = reading.Language,
        Author = reading.Words.Site.Name,
        CreatedUtc = reading.Stand.Release.PublishedUtc,
    };

    private static byte[] Svg(Chart chart, Frame frame)
    {
        var output = new ArrayBufferWriter<byte>(32 * 1024);
        chart.Draw(frame, output);
        return output.WrittenSpan.ToArray();
    }
}

/// <summary>How large a picture is to be. Named sizes are exact: what does not fit is drawn smaller; without a size the picture is as high as it needs.</summary>
public sealed record PictureSize
{
    /// <summary>As they stand in addresses.</summary>
    public static IReadOnlyList<string> Names { get; } = ["1200x675", "2400x1350", "square"];

    private PictureSize(Frame frame, int width, int height) => (Frame, Pixels) = (frame, (width, height));

    private PictureSize() => Frame = Frame.Standalone;

    /// <summary>The drawing that suits it.</summary>
    public Frame Frame { get; }

    /// <summary>Null: 1200 wide, as high as the drawing.</summary>
    public (int Width, int Height)? Pixels { get; }

    /// <summary>From the address; a picture as high as it needs where nothing stands there.</summary>
    public static (PictureSize Size, Fault? Fault) Parse(string? text) => text switch
    {
        null or "" => (new(), null),
        "1200x675" => (new(Frame.Standalone, 1200, 675), null),
        "2400x1350" => (new(Frame.Standalone, 2400, 1350), null),
        "square" => (new(Frame.Square, 1200, 1200), null),
        _ => (new(), Fault.Of("size", text)),
    };
}

/// <summary>Endings of pictures in addresses: <c>{ending:picture}</c>.</summary>
public sealed class PictureConstraint : IRouteConstraint
{
    /// <inheritdoc/>
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is "svg" or "png" or "pdf";
}

/// <summary>What other sites may show of ours.</summary>
public static class Embedding
{
    /// <summary>Lets pages elsewhere show this answer as a picture.</summary>
    public static void MayBeEmbedded(this HttpResponse response) => response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";

    /// <summary>Lets pages elsewhere show this answer in a frame.</summary>
    public static void MayBeFramed(this HttpResponse response)
    {
        response.MayBeEmbedded();
        response.Headers.ContentSecurityPolicy = SecurityHeaders.ContentSecurityPolicy.Replace("frame-ancestors 'none'", "frame-ancestors *", StringComparison.Ordinal);
    }
}
