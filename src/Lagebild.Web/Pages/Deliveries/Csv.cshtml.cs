using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Deliveries;

/// <summary>Exactly what the page of the same address shows, and of one region also what it lists below.</summary>
public sealed class CsvModel(Reading reading, MatrixReader reader) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (query, fault) = MatrixQuery.Parse(Request.Query, reading.Catalogue);
        if (fault is not null)
        {
            return HttpContext.Refuse(fault);
        }

        var matrix = await reader.ReadAsync(query, ct);
        var rows = reader.Indicators(query).SelectMany(i => reader.Regions(query).Select(r => matrix.Row(i, r)));
        var text = MatrixCsv.Of(reading, rows, reader.Today());
        return File(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8; header=present", $"deliveries-stand-{Reading.Number(reading.Stand.Release.Number)}.csv");
    }
}
