using Lagebild.Storage;
using Lagebild.Web.Pages.Calendar;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Regions;

/// <summary>The releases that brought, changed or ended a value of a region, as an Atom feed.</summary>
public sealed class AtomModel(Reading reading, ReleaseStore releases) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken ct)
    {
        if (reading.Catalogue.Region(code ?? "") is null)
        {
            return NotFound();
        }

        var feed = new AtomFeed
        {
            Path = $"/regions/{code}.atom",
            Page = $"/regions/{code}",
            Title = $"{reading.Words.Calendar.AtomTitle}: {reading.RegionName(code!)}",
            Concern = $"-regions-{code}",
            Releases = await releases.OfAsync(null, code, reading.Stand.Release.Number, ct),
            Leads = r => reading.Permanent($"/regions/{code}", r.Number),
        };
        return File(feed.Write(reading, Request), Calendar.AtomModel.MediaType);
    }
}
