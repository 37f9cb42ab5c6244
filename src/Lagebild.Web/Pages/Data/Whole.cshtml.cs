using Lagebild.Web.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Data;

/// <summary>Every released value of an indicator, or of all, as a file in the format its ending names; with <c>feed=</c> those of one source.</summary>
public sealed class WholeModel(Reading reading, SelectionRows rows) : PageModel
{
    /// <summary>Stands in the place of an indicator's code for all of them.</summary>
    public const string All = "all";

    public async Task<IActionResult> OnGetAsync(string? code, string? format, string? feed, CancellationToken ct)
    {
        var indicator = reading.Catalogue.Indicator(code ?? "");
        if ((indicator is null && code != All) || FormatConstraint.Of(format) is not { } wanted)
        {
            return NotFound();
        }

        if (!string.IsNullOrEmpty(feed) && !reading.Stand.Feeds.ContainsKey(feed))
        {
            return HttpContext.Refuse(Fault.Of("feed", feed));
        }

        var data = await rows.WholeAsync(indicator, feed, ct);
        return new DataResult(data with { Address = Request.Absolute(data.Address) }, wanted);
    }
}
