using Lagebild.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Changed;

/// <summary>All that the page of the same address counts and lists, as one file.</summary>
public sealed class CsvModel(Reading reading, Stands stands, ReleaseStore releases, ChangeStore changes) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (query, answer) = await ChangesQuery.OfAsync(HttpContext, reading, stands, releases);
        return query is null ? answer! : new ChangesCsv(reading, query, changes.ChangesAsync(query.Since, reading.Stand.Release.Number, query.Indicator?.Code, query.Region?.Code, RowPlace.First, ct));
    }
}
