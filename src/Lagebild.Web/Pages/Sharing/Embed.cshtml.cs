using Lagebild.Web.Pages.Caching;
using Lagebild.Web.Pages.Indicators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Sharing;

/// <summary>The first chart of an indicator's page as a document for a frame on another site: with source, licence and the way back, without navigation.</summary>
[SameWithinRelease]
public sealed class EmbedModel(AddressedFigure addressed) : PageModel
{
    public IndicatorFigure Figure { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken ct)
    {
        HttpContext.Response.MayBeFramed();
        var (figure, fault) = await addressed.ReadAsync(code, Request.Query, ct);
        Figure = figure!;
        return fault is not null ? HttpContext.Refuse(fault) : figure is null ? NotFound() : Page();
    }
}
