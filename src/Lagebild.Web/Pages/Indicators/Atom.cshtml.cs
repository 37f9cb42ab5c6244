using Lagebild.Storage;
using Lagebild.Web.Pages.Calendar;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>The releases that brought, changed or ended a value of an indicator, as an Atom feed.</summary>
public sealed class AtomModel(Reading reading, ReleaseStore releases) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken ct)
    {
        if (reading.Catalogue.Indicator(code ?? "") is null)
        {
            return NotFound();
        }

        var feed = new AtomFeed
        {
            Path = $"/indicators/{code}.atom",
            Page = $"/indicators/{code}",
            Title = $"{reading.Words.Calendar.AtomTitle}: {reading.IndicatorName(code!)}",
            Concern = $"-indicators-{code}",
            Releases = await releases.OfAsync(code, null, reading.Stand.Release.Number, ct),
            Leads = r => reading.Permanent($"/indicators/{code}", r.Number),
        };
        return File(feed.Write(reading, Request), Calendar.AtomModel.MediaType);
    }
}
