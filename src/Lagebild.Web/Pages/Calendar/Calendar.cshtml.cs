using Lagebild.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Calendar;

/// <summary>What is expected next, and what was released.</summary>
public sealed class CalendarModel(Reading reading, CalendarReader calendar) : PageModel
{
    private const int ReleasesShown = 50;

    public DateOnly Today => calendar.Today();

    /// <summary>Of each source what is overdue and the next that is not, by day.</summary>
    public IReadOnlyList<ExpectedDelivery> Expected { get; private set; } = [];

    /// <summary>How many sources that ever delivered expect nothing more.</summary>
    public int Closed { get; private set; }

    /// <summary>Latest first.</summary>
    public IReadOnlyList<Release> Releases { get; private set; } = [];

    /// <summary>The release before which earlier ones are listed; null where there are no more.</summary>
    public int? Earlier { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? before, CancellationToken ct)
    {
        if (ReleaseNumber.Fault(before, "before") is { } fault)
        {
            return HttpContext.Refuse(fault);
        }

        var all = (await calendar.ReleasesAsync(ct)).Where(r => ReleaseNumber.Of(before) is not { } number || r.Number < number).ToArray();
        Releases = [.. all.Take(ReleasesShown)];
        Earlier = all.Length > ReleasesShown ? Releases[^1].Number : null;
        Expected = [.. calendar.Expected().GroupBy(d => (d.Feed.Code, d.IsOverdue)).Select(g => g.First())];
        Closed = reading.Stand.Coverage.Select(c => c.Feed).Distinct().Count(f => reading.Stand.Feeds.TryGetValue(f, out var feed) && feed.Rhythm is null);
        return Page();
    }
}
