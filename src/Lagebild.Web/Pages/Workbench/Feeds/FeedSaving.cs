using Lagebild.Accounts;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Workbench.Feeds;

/// <summary>Saves feeds and has the schedules follow at once.</summary>
public sealed class FeedSaving(FeedStore feeds, IFeedScheduler scheduler)
{
    /// <summary>As <see cref="FeedStore.SaveAsync"/>; schedules are those of the feeds as they are now, whatever the outcome.</summary>
    public async Task<SaveOutcome> SaveAsync(Feed feed, int basedOn, Who who, string why, CancellationToken ct)
    {
        var outcome = await feeds.SaveAsync(feed, basedOn, who, why, ct);
        await scheduler.ApplyAsync(await feeds.AllAsync(ct), ct);
        return outcome;
    }
}
