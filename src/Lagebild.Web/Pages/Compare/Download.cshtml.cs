using Lagebild.Web.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Compare;

/// <summary>Exactly the values that the comparison of the same address shows, chart by chart, as a file in the format its ending names.</summary>
public sealed class DownloadModel(Reading reading, CompareBuilder builder, SelectionRows rows) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken ct)
    {
        if (FormatConstraint.Of(format) is not { } wanted)
        {
            return NotFound();
        }

        var (query, fault) = CompareQuery.Parse(Request.Query, reading.Catalogue);
        if (query is null)
        {
            return HttpContext.Refuse(fault!);
        }

        var compared = await builder.OfAsync(query, ct);
        var data = rows.OfFigures(compared.OnlyIndicator, [.. compared.Figures.Select(f => f.Figure)], query.From, query.To, Request.Absolute(reading.Permanent("/compare", compared.Pinned.ToAddress())));
        return new DataResult(data with { Title = CompareTitle.Of(reading, compared) }, wanted);
    }
}
