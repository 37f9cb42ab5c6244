using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Calendar;

/// <summary>All releases as an Atom feed.</summary>
public sealed class AtomModel(Reading reading, CalendarReader calendar) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var feed = new AtomFeed
        {
            Path = "/calendar.atom",
            Page = "/calendar",
            Title = reading.Words.Calendar.AtomTitle,
            Concern = "",
            Releases = await calendar.ReleasesAsync(ct),
            Leads = r => r.Corrects() ? $"/{reading.Language}/corrections?release={Reading.Number(r.Number)}" : reading.Permanent("/", r.Number),
        };
        return feed.Answer(reading, Request);
    }
}
