using Lagebild.Accounts;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Workbench.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Matrix;

/// <summary>How it stands with the deliveries of the feeds one sees, and reminders of what is overdue.</summary>
[RequestFormLimits(ValueCountLimit = 20_000)]
public sealed class MatrixModel(
    Desk desk, Reading reading, Stands stands, OfficeMatrixReader reader, FeedStore feeds, AccountStore accounts, ReminderStore reminders, TimeProvider clock) : PageModel
{
    public IReadOnlyList<OfficeFeed> Feeds { get; private set; } = [];

    public IReadOnlyList<Region> Regions { get; private set; } = [];

    /// <summary>Code; null for all above districts.</summary>
    public string? Region { get; private set; }

    /// <summary>Whether only rows with something open are shown.</summary>
    public bool Only { get; private set; }

    /// <summary>Those of the last days to offices of feeds one sees, latest first.</summary>
    public IReadOnlyList<Reminder> Reminders { get; private set; } = [];

    public Message? Said { get; private set; }

    public DateOnly Today => stands.Today;

    public async Task<IActionResult> OnGetAsync(string? region, string? open, CancellationToken ct)
    {
        (Region, Only, Said) = (string.IsNullOrEmpty(region) ? null : region, open == "1", TempData.Said());
        Regions = await reader.RegionsAsync(ct);
        if (Region is not null && Regions.All(r => r.Code != Region))
        {
            return HttpContext.Refuse(Fault.Of("region", Region));
        }

        Feeds = await reader.ReadAsync(Region, Only, ct);
        var seen = (await feeds.AllAsync(ct)).Where(desk.Person.Sees).Select(f => f.Code).ToHashSet(StringComparer.Ordinal);
        Reminders = [.. (await reminders.SinceAsync(clock.GetUtcNow().UtcDateTime - ReminderStore.Pause, ct)).Where(r => seen.Contains(r.Feed))];
        return Page();
    }

    /// <summary>Reminds the office of a feed of the cells ticked, so far as they are overdue.</summary>
    public async Task<IActionResult> OnPostAsync(string? feed, string? region, string? open, CancellationToken ct)
    {
        var known = await feeds.ByCodeAsync(feed ?? "", ct);
        if (known is null || !MayRemind(known))
        {
            return desk.Lacks(Role.Publisher, known) ?? NotFound();
        }

        var ticked = Request.Form["cell"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        var overdue = (await reader.ReadAsync(string.IsNullOrEmpty(region) ? null : region, only: true, ct)).Where(f => f.Feed.Code == known.Code)
            .SelectMany(f => f.Rows).SelectMany(r => r.Cells).Select(c => c.Remindable).OfType<RemindedCell>().Where(c => ticked.Contains(CellName(c))).ToArray();
        var reminder = overdue.Length == 0 ? null : await RemindAsync(known, overdue, ct);
        var words = reading.Words.Matrix;
        TempData.Say(reminder is not null ? Message.Done(reading.Fill(words.Made, reminder.Cells.Count)) : Message.Wrong(overdue.Length == 0 ? words.NothingChosen : words.Already));
        return Redirect(reading.Link("/workbench/matrix", ("region", region), ("open", open)));
    }

    /// <summary>Who releases for a feed's office, or runs it, may remind it.</summary>
    public bool MayRemind(Feed feed) => desk.Person.Has(Role.Publisher, feed) || desk.Person.Has(Role.Administrator, feed);

    /// <summary>Whether one may type for a feed.</summary>
    public bool MayEnter(Feed feed) => desk.Person.Has(Role.Analyst, feed);

    /// <summary>An overdue cell as the form names it.</summary>
    public static string CellName(RemindedCell cell) => FormattableString.Invariant($"{cell.Variant}|{cell.Region}|{cell.Period.Frequency.Letter()}|{cell.Period.Start:yyyyMMdd}|{cell.Period.End:yyyyMMdd}");

    public string FeedOf(string code) => reading.FeedName(code);

    private async Task<Reminder?> RemindAsync(Feed feed, IReadOnlyList<RemindedCell> cells, CancellationToken ct)
    {
        var recipients = await RecipientsAsync(feed, ct);
        var address = Request.Absolute(Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString($"/{feed.Language}/workbench/entry", "feed", feed.Code));
        var text = new ReminderText(reading.Catalogue, feed, address);
        return await reminders.RemindAsync(feed, cells, desk.Who, left => text.Of(left, desk.Who, recipients), ct);
    }

    /// <summary>The contact of the feed; without one, who may hand in for its office.</summary>
    private async Task<IReadOnlyList<string>> RecipientsAsync(Feed feed, CancellationToken ct) =>
        feed.Contact is { } contact ? [contact] : [.. (await accounts.AllAsync(ct)).Where(p => feed.Region is not null && p.Grants.Contains(new(Role.Analyst, feed.Region))).Select(p => p.Mail)];
}
