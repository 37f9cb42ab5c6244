using Lagebild.Storage;
using Lagebild.Web.Pages.Calendar;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Regions;

/// <summary>The releases that brought, changed or ended a value of a region, as an Atom feed.</summary>
public sealed class AtomModel(Reading reading, ReleaseStore releases) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken ct) => reading.Catalogue.Region(code ?? "") is { } region
        ? AtomFeed.Of(reading, $"/regions/{region.Code}", reading.RegionName(region.Code), await releases.OfAsync(null, region.Code, reading.Stand.Release.Number, ct)).Answer(reading, Request)
        : NotFound();
}
