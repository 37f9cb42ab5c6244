using Lagebild.Web.Pages.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>The first chart of the page of the same address as a file of its own.</summary>
public sealed class PictureModel(Reading reading, FigureReader reader, RateFigure rates, Pictures pictures) : PageModel
{
    /// <summary>Part of the address that asks for the chart per 1,000 inhabitants.</summary>
    public const string PerInhabitants = "per=inhabitants";

    public async Task<IActionResult> OnGetAsync(string? code, string ending, string? per, CancellationToken ct)
    {
        code ??= "";
        if (reading.Catalogue.Indicator(code) is not { } indicator)
        {
            return NotFound();
        }

        var (query, fault) = SelectionQuery.Parse(Request.Query, reading.Catalogue, code);
        if (query is null)
        {
            return HttpContext.Refuse(fault!);
        }

        var figure = await reader.MainAsync(indicator, query, ct);
        figure = figure is not null && per == "inhabitants" ? await rates.OfAsync(figure, indicator, ct) : figure;
        return figure is null ? NotFound() : await pictures.AnswerAsync(HttpContext, ending, figure.Spec.Headline, figure.Draw, ct);
    }
}
