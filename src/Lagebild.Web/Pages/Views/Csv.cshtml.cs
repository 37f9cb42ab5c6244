using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Views;

/// <summary>The values of one figure of a prepared view.</summary>
public sealed class CsvModel(Reading reading, PreparedViews views) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, string? figure, CancellationToken ct) =>
        await views.OneAsync(code, figure, ct) is { } found ? found.Csv(reading) : NotFound();
}
