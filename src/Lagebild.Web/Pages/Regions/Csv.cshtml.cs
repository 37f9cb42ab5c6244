using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Regions;

/// <summary>The values of one chart of a region.</summary>
public sealed class CsvModel(Reading reading, RegionFigures regions) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, string? figure, CancellationToken ct) =>
        await regions.OneAsync(code, figure, ct) is { } found ? found.Csv(reading) : NotFound();
}
