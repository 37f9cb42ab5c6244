using Lagebild.Web.Pages.Caching;
using Lagebild.Web.Pages.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Views;

/// <summary>One figure of a prepared view as a picture of its own.</summary>
[SameWithinRelease]
public sealed class PictureModel(PreparedViews views, Pictures pictures) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, string? figure, string? ending, CancellationToken ct) =>
        await views.OneAsync(code, figure, ct) is { Chart: { } chart } ? await pictures.AnswerAsync(HttpContext, ending ?? "", chart, ct) : NotFound();
}
