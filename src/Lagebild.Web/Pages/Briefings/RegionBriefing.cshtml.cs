using Lagebild.Web.Pages.Caching;
using Lagebild.Web.Pages.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Briefings;

/// <summary>Two printed pages about a region.</summary>
[SameWithinRelease]
public sealed class RegionBriefingModel(Reading reading, BriefingBuilder briefings, Pictures pictures) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken ct) => reading.Catalogue.Region(code ?? "") is { } region
        ? await pictures.BriefingAsync(HttpContext, await briefings.OfRegionAsync(region, Request.Absolute(reading.Permanent($"/regions/{region.Code}")), ct), ct)
        : NotFound();
}
