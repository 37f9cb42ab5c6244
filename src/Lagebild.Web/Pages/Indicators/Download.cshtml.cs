using Lagebild.Web.Api;
using Lagebild.Web.Pages.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>Exactly the values that the page of the same address shows, as a file in the format its ending names.</summary>
public sealed class DownloadModel(Reading reading, FigureReader reader, RateFigure rates, SelectionRows rows) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, string? format, string? per, CancellationToken ct)
    {
        if (reading.Catalogue.Indicator(code ?? "") is not { } indicator || FormatConstraint.Of(format) is not { } wanted)
        {
            return NotFound();
        }

        var (query, fault) = SelectionQuery.Parse(Request.Query, reading.Catalogue, indicator.Code);
        if (query is null)
        {
            return HttpContext.Refuse(fault!);
        }

        var figures = await reader.ReadAsync(indicator, query, ct);
        if (query.Map is null && per == AddressedFigure.Inhabitants)
        {
            figures = figures is [var first, ..] && await rates.OfAsync(first, indicator, ct) is { } rate ? [rate] : [];
        }

        return new DataResult(rows.OfFigures(indicator, figures, query.From, query.To, Request.Absolute(reading.Permanent($"/indicators/{indicator.Code}", query.ToAddress()))), wanted);
    }
}
