using Lagebild.Web.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Data;

/// <summary>Every released value of an indicator, or of all, as a file in the format its ending names.</summary>
public sealed class WholeModel(Reading reading, SelectionRows rows) : PageModel
{
    /// <summary>Stands in the place of an indicator's code for all of them.</summary>
    public const string All = "all";

    public async Task<IActionResult> OnGetAsync(string? code, string? format, CancellationToken ct)
    {
        var indicator = reading.Catalogue.Indicator(code ?? "");
        if ((indicator is null && code != All) || FormatConstraint.Of(format) is not { } wanted)
        {
            return NotFound();
        }

        var data = await rows.WholeAsync(indicator, ct);
        return new DataResult(data with { Address = reading.Absolute(Request, data.Address) }, wanted);
    }
}
