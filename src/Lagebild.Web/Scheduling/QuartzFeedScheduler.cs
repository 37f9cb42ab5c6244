using Lagebild.Jobs;
using Lagebild.Statistics;
using Quartz;

namespace Lagebild.Web.Scheduling;

/// <summary><see cref="IFeedScheduler"/> on Quartz: one durable job per feed, named by its code, and one cron trigger each.</summary>
internal sealed class QuartzFeedScheduler(ISchedulerFactory schedulers) : IFeedScheduler
{
    /// <summary>Group of the jobs and of the triggers that follow a schedule.</summary>
    public const string Group = "feeds";

    /// <summary>Key in a job's data: "true" where a person asked for the run.</summary>
    public const string Manual = "manual";

    /// <inheritdoc/>
    public async Task ApplyAsync(IReadOnlyList<Feed> feeds, CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        foreach (var feed in feeds)
        {
            await KeepJobAsync(scheduler, feed.Code, cancellation);
            await (feed.Paused ? scheduler.UnscheduleJob(new TriggerKey(feed.Code, Group), cancellation).AsTask() : KeepTriggerAsync(scheduler, feed, cancellation));
        }

        await RemoveOthersAsync(scheduler, [.. feeds.Select(f => f.Code)], cancellation);
    }

    /// <inheritdoc/>
    public async Task RunNowAsync(string feed, CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        await KeepJobAsync(scheduler, feed, cancellation);
        await scheduler.TriggerJob(new(feed, Group), new JobDataMap { [Manual] = "true" }, cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, DateTime>> NextRunsAsync(CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var triggers = await scheduler.GetTriggers(await TriggerKeysAsync(scheduler, cancellation), cancellation);
        return triggers
            .Where(t => t.NextFireTimeUtc is not null)
            .ToDictionary(t => t.Key.Name, t => t.NextFireTimeUtc!.Value.UtcDateTime, StringComparer.Ordinal);
    }

    private static async Task KeepJobAsync(IScheduler scheduler, string feed, CancellationToken cancellation)
    {
        var job = JobBuilder.Create<ImportFeedJob>()
            .WithIdentity(feed, Group)
            .StoreDurably()
            .RequestRecovery()
            .DisallowConcurrentExecution()
            .Build();
        await scheduler.AddJob(job, AddJobOptions.Replacing, cancellation);
    }

    private static async Task KeepTriggerAsync(IScheduler scheduler, Feed feed, CancellationToken cancellation)
    {
        var wanted = Trigger(feed);
        var present = await scheduler.GetTrigger(wanted.Key, cancellation);
        if (!SameSchedule(present as ICronTrigger, (ICronTrigger)wanted))
        {
            await scheduler.ScheduleJob(wanted, ScheduleJobOptions.Replacing, cancellation);
        }
    }

    // A trigger that is replaced forgets the firing it missed while the program was down.
    private static bool SameSchedule(ICronTrigger? present, ICronTrigger wanted) =>
        present?.CronExpressionString == wanted.CronExpressionString && present?.TimeZone.Id == wanted.TimeZone.Id;

    private static ITrigger Trigger(Feed feed) => TriggerBuilder.Create()
        .WithIdentity(feed.Code, Group)
        .ForJob(feed.Code, Group)
        .UsingJobData(Manual, "false")
        .WithSchedule(FeedCron.Schedule(feed))
        .Build();

    private static async Task RemoveOthersAsync(IScheduler scheduler, HashSet<string> feeds, CancellationToken cancellation)
    {
        var others = (await TriggerKeysAsync(scheduler, cancellation)).Where(k => !feeds.Contains(k.Name));
        await scheduler.DeleteJobs([.. others.Select(k => new JobKey(k.Name, Group))], cancellation);
    }

    private static async Task<IReadOnlyCollection<TriggerKey>> TriggerKeysAsync(IScheduler scheduler, CancellationToken cancellation) =>
        await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals(Group), cancellation);
}
