using Lagebild.Web.Pages.Views;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Regions;

/// <summary>One chart of a region as a picture of its own.</summary>
public sealed class PictureModel(RegionFigures figures) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, string? figure, CancellationToken ct) =>
        ViewDownload.Picture(await figures.OneAsync(code, figure, ct));
}
