using Lagebild.Web.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Regions;

/// <summary>The values of one chart of a region, as a file in the format its ending names.</summary>
public sealed class DownloadModel(RegionFigures regions, SelectionRows rows) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, string? figure, string? format, CancellationToken ct) =>
        FormatConstraint.Of(format) is { } wanted && await regions.OneAsync(code, figure, ct) is { } found ? new DataResult(rows.OfView(found, Request), wanted) : NotFound();
}
