using Lagebild.Web.Pages.Caching;
using Lagebild.Web.Pages.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Compare;

/// <summary>The first chart of the comparison of the same address as a file of its own.</summary>
[SameWithinRelease]
public sealed class PictureModel(Reading reading, CompareBuilder builder, Pictures pictures) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string ending, CancellationToken ct)
    {
        var (query, fault) = CompareQuery.Parse(Request.Query, reading.Catalogue);
        if (query is null)
        {
            return HttpContext.Refuse(fault!);
        }

        return (await builder.OfAsync(query, ct)).Figures is [var first, ..] ? await pictures.AnswerAsync(HttpContext, ending, first.Figure.Chart, ct) : NotFound();
    }
}
