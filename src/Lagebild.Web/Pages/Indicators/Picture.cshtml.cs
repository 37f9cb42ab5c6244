using System.Buffers;
using Lagebild.Charts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>The first chart of the page of the same address as a picture of its own, with headline, notes, source and stand inside.</summary>
public sealed class PictureModel(Reading reading, FigureReader reader, RateFigure rates) : PageModel
{
    /// <summary>Part of the address that asks for the chart per 1,000 inhabitants.</summary>
    public const string PerInhabitants = $"per={Inhabitants}";

    /// <summary>The value of that part.</summary>
    public const string Inhabitants = "inhabitants";

    public async Task<IActionResult> OnGetAsync(string? code, string? per, CancellationToken ct)
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
        figure = figure is not null && per == Inhabitants ? await rates.OfAsync(figure, indicator, ct) : figure;
        return figure is null ? NotFound() : Drawn(figure);
    }

    private FileContentResult Drawn(IndicatorFigure figure)
    {
        var output = new ArrayBufferWriter<byte>(32 * 1024);
        figure.Draw(Frame.Standalone, output);
        return File(output.WrittenSpan.ToArray(), "image/svg+xml; charset=utf-8");
    }
}
