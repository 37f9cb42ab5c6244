using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Views;

/// <summary>One figure of a prepared view as a picture of its own.</summary>
public sealed class PictureModel(PreparedViews views) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, string? figure, CancellationToken ct) =>
        ViewDownload.Picture((await views.OfAsync(code, ct))?.Figures.FirstOrDefault(f => f.Id == figure));
}
