using Lagebild.Storage;
using Lagebild.Web.Pages.Calendar;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>The releases that brought, changed or ended a value of an indicator, as an Atom feed.</summary>
public sealed class AtomModel(Reading reading, ReleaseStore releases) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken ct) => reading.Catalogue.Indicator(code ?? "") is { } indicator
        ? AtomFeed.Of(reading, $"/indicators/{indicator.Code}", reading.IndicatorName(indicator.Code), await releases.OfAsync(indicator.Code, null, reading.Stand.Release.Number, ct)).Answer(reading, Request)
        : NotFound();
}
