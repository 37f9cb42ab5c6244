using System.Globalization;
using Lagebild.Accounts;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Sources;
using Lagebild.Web.Pages.Workbench.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Feeds;

/// <summary>One feed: what is said of it, its runs, what it was before; running it now, pausing it, putting an earlier version back.</summary>
public sealed class ShowModel(Desk desk, FeedStore feeds, RunStore runs, AuditStore audit, IFeedScheduler scheduler, FeedSaving saving, Reading reading, TimeProvider clock) : PageModel
{
    private const int RunsShown = 20;

    public Feed Feed { get; private set; } = null!;

    /// <summary>Latest first.</summary>
    public IReadOnlyList<FeedVersion> History { get; private set; } = [];

    /// <summary>Latest first.</summary>
    public IReadOnlyList<Run> Runs { get; private set; } = [];

    public ILookup<long, RunStep> Steps { get; private set; } = null!;

    public FeedState State { get; private set; } = null!;

    /// <summary>Null where there is none.</summary>
    public DateTime? NextUtc { get; private set; }

    public DateTime NowUtc { get; private set; }

    public Message? Said { get; private set; }

    /// <summary>Whether the page shows a run under way, or one that was asked for and has not begun.</summary>
    public bool Refreshes { get; private set; }

    public bool MayRun => desk.Person.Has(Role.Analyst, Feed);

    public bool MayChange => desk.Person.Has(Role.Administrator, Feed);

    /// <summary><paramref name="after"/>: the last run there was when a run was asked for.</summary>
    public async Task<IActionResult> OnGetAsync(string code, long? after, CancellationToken ct)
    {
        if (await feeds.ByCodeAsync(code, ct) is not { } feed || !desk.Person.Sees(feed))
        {
            return NotFound();
        }

        (Feed, Said, NowUtc) = (feed, TempData.Said(), clock.GetUtcNow().UtcDateTime);
        History = await feeds.HistoryAsync(code, ct);
        Runs = await runs.ListAsync(code, RunsShown, ct);
        Steps = await runs.StepsAsync([.. Runs.Select(r => r.Id)], ct);
        NextUtc = (await scheduler.NextRunsAsync(ct)).TryGetValue(code, out var next) ? next : null;
        State = FeedState.Of(feed, null, reading.Stand.Coverage, Reading.DayOf(NowUtc));
        Refreshes = Runs.Any(r => r.Outcome == RunOutcome.Running) || (after is { } last && (Runs.Count == 0 || Runs[0].Id <= last));
        return Page();
    }

    /// <summary>Has the feed run as soon as a worker is free.</summary>
    public async Task<IActionResult> OnPostRunAsync(string code, CancellationToken ct)
    {
        var feed = await feeds.ByCodeAsync(code, ct);
        if (desk.Lacks(Role.Analyst, feed) is { } refusal)
        {
            return refusal;
        }

        var last = await runs.ListAsync(code, 1, ct) is [var run, ..] ? run.Id : 0;
        await audit.AddAsync(desk.Who, "feed.run", $"feed {code}", feed!.Region, null, ct);
        await scheduler.RunNowAsync(code, ct);
        TempData.Say(Message.Done(reading.Words.Feed.RunAsked));
        return Redirect(reading.Link($"/workbench/feeds/{code}", ("after", last.ToString(CultureInfo.InvariantCulture))) + "#runs");
    }

    public Task<IActionResult> OnPostPauseAsync(string code, int version, CancellationToken ct) =>
        ChangeAsync(code, version, f => f with { Paused = true }, reading.Words.Feed.NowPaused, ct);

    public Task<IActionResult> OnPostResumeAsync(string code, int version, CancellationToken ct) =>
        ChangeAsync(code, version, f => f with { Paused = false }, reading.Words.Feed.NowResumed, ct);

    /// <summary>Makes an earlier version the current one, as a new version; whether the feed is paused stays.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(string code, int version, int number, CancellationToken ct)
    {
        var earlier = (await feeds.HistoryAsync(code, ct)).FirstOrDefault(v => v.Number == number);
        return earlier is null
            ? NotFound()
            : await ChangeAsync(code, version, f => earlier.Feed with { Paused = f.Paused }, reading.Fill(reading.Words.Feed.Restored, number), ct);
    }

    private async Task<IActionResult> ChangeAsync(string code, int version, Func<Feed, Feed> change, string done, CancellationToken ct)
    {
        var feed = await feeds.ByCodeAsync(code, ct);
        if (desk.Lacks(Role.Administrator, feed) is { } refusal)
        {
            return refusal;
        }

        var changed = change(feed!);
        if (!desk.Person.Has(Role.Administrator, changed))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var outcome = await saving.SaveAsync(changed, version, desk.Who, done, ct);
        TempData.Say(outcome == SaveOutcome.Overtaken ? Message.Wrong(reading.Words.Feed.Overtaken) : Message.Done(done));
        return Redirect(reading.Link($"/workbench/feeds/{code}"));
    }
}
