using Lagebild.Web.Pages.Caching;
using Lagebild.Web.Pages.Sharing;
using Lagebild.Web.Pages.Views;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Regions;

/// <summary>One figure of a region as a document for a frame on another site.</summary>
[SameWithinRelease]
public sealed class EmbedModel(RegionFigures regions) : PageModel
{
    public ViewFigure Figure { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? code, string? figure, CancellationToken ct)
    {
        HttpContext.Response.MayBeFramed();
        Figure = (await regions.OneAsync(code, figure, ct))!;
        return Figure?.Chart is null ? NotFound() : Page();
    }
}
