using Lagebild.Web.Pages.Caching;
using Lagebild.Web.Pages.Sharing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>The first chart of the page of the same address as a file of its own.</summary>
[SameWithinRelease]
public sealed class PictureModel(AddressedFigure addressed, Pictures pictures) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, string ending, CancellationToken ct) => await addressed.ReadAsync(code, Request.Query, ct) switch
    {
        (_, { } fault) => HttpContext.Refuse(fault),
        ({ } figure, _) => await pictures.AnswerAsync(HttpContext, ending, figure.Chart, ct),
        _ => NotFound(),
    };
}
