using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Views;

/// <summary>One prepared view.</summary>
public sealed class ViewModel(PreparedViews views) : PageModel
{
    public PreparedView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken ct)
    {
        if (await views.OfAsync(code, ct) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
