using Lagebild.Web.Pages.Views;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Regions;

/// <summary>The values of one chart of a region.</summary>
public sealed class CsvModel(Reading reading, RegionFigures figures) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, string? figure, CancellationToken ct) =>
        ViewDownload.Csv(reading, await figures.OneAsync(code, figure, ct));
}
