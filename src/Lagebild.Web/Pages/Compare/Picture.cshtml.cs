using System.Buffers;
using Lagebild.Charts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Compare;

/// <summary>The first chart of the comparison of the same address as a picture of its own, with headline, notes, source and stand inside.</summary>
public sealed class PictureModel(Reading reading, CompareBuilder builder) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (query, fault) = CompareQuery.Parse(Request.Query, reading.Catalogue);
        if (query is null)
        {
            return HttpContext.Refuse(fault!);
        }

        return (await builder.OfAsync(query, ct)).Figures is [var first, ..] ? Drawn(first) : NotFound();
    }

    private FileContentResult Drawn(ComparedFigure figure)
    {
        var output = new ArrayBufferWriter<byte>(32 * 1024);
        figure.Figure.Draw(Frame.Standalone, output);
        return File(output.WrittenSpan.ToArray(), "image/svg+xml; charset=utf-8");
    }
}
