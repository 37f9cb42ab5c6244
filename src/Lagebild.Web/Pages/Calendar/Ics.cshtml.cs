using System.Globalization;
using System.Text;
using Lagebild.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Calendar;

/// <summary>The calendar as a file that programs subscribe to. Ids hold source and period, or the number of the release.</summary>
public sealed class IcsModel(Reading reading, CalendarReader calendar) : PageModel
{
    private const int Releases = 100;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var releases = await calendar.ReleasesAsync(ct);
        var events = calendar.Expected().Select(Event).Concat(releases.Take(Releases).Select(Event));
        return File(Encoding.UTF8.GetBytes(CalendarFile.Of(reading.Words.Calendar.IcsTitle, reading.Language, events)), "text/calendar; charset=utf-8", "lagebild.ics");
    }

    private CalendarEvent Event(ExpectedDelivery expected) => new()
    {
        Id = FormattableString.Invariant($"due-{expected.Feed.Code}-{expected.PeriodEnd:yyyyMMdd}@{Request.Host.Host}"),
        Day = expected.Due,
        StampUtc = reading.Stand.Release.PublishedUtc,
        Title = reading.Fill(expected.IsOverdue ? reading.Words.Calendar.DueOverdueTitle : reading.Words.Calendar.DueTitle, reading.FeedName(expected.Feed.Code)),
        Text = reading.Fill(reading.Words.Calendar.DueText, reading.Day(expected.PeriodEnd)),
        Address = new(Request.Absolute($"{reading.Link("/sources")}#{expected.Feed.Code}")),
    };

    private CalendarEvent Event(Release release) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"release-{release.Number}@{Request.Host.Host}"),
        Day = Reading.DayOf(release.PublishedUtc),
        StampUtc = release.PublishedUtc,
        Title = reading.Fill(reading.Words.Calendar.ReleaseTitle, release.Number, reading.What(release)),
        Text = reading.Counts(release),
        Address = new(Request.Absolute(reading.Permanent("/", release.Number))),
    };
}
