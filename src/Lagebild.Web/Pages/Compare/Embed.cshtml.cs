using Lagebild.Web.Pages.Caching;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Pages.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Compare;

/// <summary>The first chart of a comparison as a document for a frame on another site: with source, licence and the way back, without navigation.</summary>
[SameWithinRelease]
public sealed class EmbedModel(Reading reading, CompareBuilder builder) : PageModel
{
    public IndicatorFigure Figure { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        HttpContext.Response.MayBeFramed();
        var (query, fault) = CompareQuery.Parse(Request.Query, reading.Catalogue);
        if (query is null)
        {
            return HttpContext.Refuse(fault!);
        }

        Figure = (await builder.OfAsync(query, ct)).Figures.Select(f => f.Figure).FirstOrDefault()!;
        return Figure is null ? NotFound() : Page();
    }
}
