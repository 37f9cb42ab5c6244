using Lagebild.Web.Pages.Caching;
using Lagebild.Web.Pages.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Regions;

/// <summary>One figure of a region as a picture of its own.</summary>
[SameWithinRelease]
public sealed class PictureModel(RegionFigures regions, Pictures pictures) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, string? figure, string? ending, CancellationToken ct) =>
        await regions.OneAsync(code, figure, ct) is { Chart: { } chart } ? await pictures.AnswerAsync(HttpContext, ending ?? "", chart, ct) : NotFound();
}
