using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>Exactly the values that the page of the same address shows, in the canonical layout with labels.</summary>
public sealed class CsvModel(Reading reading, FigureReader reader) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken ct)
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

        var text = SelectionCsv.Of(reading, await reader.ReadAsync(indicator, query, ct));
        return File(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8; header=present", $"{code}-selection-stand-{Reading.Number(reading.Stand.Release.Number)}.csv");
    }
}
