using Lagebild.Accounts;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Sources;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Feeds;

/// <summary>The feeds of the person's offices: last run, next run, next delivery due.</summary>
public sealed class IndexModel(Desk desk, FeedStore feeds, RunStore runs, ProfileDraftStore drafts, IFeedScheduler scheduler, Reading reading, TimeProvider clock) : PageModel
{
    public IReadOnlyList<ListedFeed> Feeds { get; private set; } = [];

    /// <summary>Profiles the person has begun, latest first.</summary>
    public IReadOnlyList<ProfileDraft> Drafts { get; private set; } = [];

    public bool MayAdd => desk.Person.HasSomewhere(Role.Administrator);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var last = (await runs.LatestOfFeedsAsync(ct)).ToDictionary(r => r.Feed, StringComparer.Ordinal);
        var next = await scheduler.NextRunsAsync(ct);
        var today = Reading.DayOf(clock.GetUtcNow().UtcDateTime);
        Feeds = [.. (await feeds.AllAsync(ct)).Where(desk.Person.Sees).Select(f => new ListedFeed(
            f,
            last.GetValueOrDefault(f.Code),
            next.TryGetValue(f.Code, out var at) ? at : null,
            FeedState.Of(f, null, reading.Stand.Coverage, today)))];
        Drafts = await drafts.OfAsync(desk.Person.Id, ct);
    }
}

/// <summary>A feed with how it stands.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Last">Its last run that ended by itself; null where there was none.</param>
/// <param name="NextUtc">Its next run by schedule; null where there is none.</param>
/// <param name="State">What is due next.</param>
public sealed record ListedFeed(Feed Feed, Run? Last, DateTime? NextUtc, FeedState State);
