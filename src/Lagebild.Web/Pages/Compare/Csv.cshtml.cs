using System.Text;
using Lagebild.Web.Pages.Indicators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Compare;

/// <summary>Exactly the values that the comparison of the same address shows, chart by chart.</summary>
public sealed class CsvModel(Reading reading, CompareBuilder builder) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (query, fault) = CompareQuery.Parse(Request.Query, reading.Catalogue);
        if (query is null)
        {
            return HttpContext.Refuse(fault!);
        }

        var compared = await builder.OfAsync(query, ct);
        var text = SelectionCsv.Of(reading, [.. compared.Figures.Select(f => f.Figure)]);
        return File(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8; header=present", $"compare-stand-{Reading.Number(reading.Stand.Release.Number)}.csv");
    }
}
