using Lagebild.Web.Pages.Caching;
using Lagebild.Web.Pages.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Views;

/// <summary>One figure of a prepared view as a document for a frame on another site.</summary>
[SameWithinRelease]
public sealed class EmbedModel(PreparedViews views) : PageModel
{
    public ViewFigure Figure { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? code, string? figure, CancellationToken ct)
    {
        HttpContext.Response.MayBeFramed();
        Figure = (await views.OneAsync(code, figure, ct))!;
        return Figure?.Chart is null ? NotFound() : Page();
    }
}
