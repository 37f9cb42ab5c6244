using Lagebild.Web.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Views;

/// <summary>The values of one figure of a prepared view, as a file in the format its ending names.</summary>
public sealed class DownloadModel(PreparedViews views, SelectionRows rows) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, string? figure, string? format, CancellationToken ct) =>
        FormatConstraint.Of(format) is { } wanted && await views.OneAsync(code, figure, ct) is { } found ? new DataResult(rows.OfView(found, Request), wanted) : NotFound();
}
