using Lagebild.Jobs;
using Lagebild.Tests.Jobs;
using Lagebild.Web;
using Lagebild.Web.Scheduling;
using Lagebild.Web.Startup;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Lagebild.Tests.Scheduling;

/// <summary>Quartz on its own SQLite file, never started: what would run when.</summary>
internal sealed class QuartzFeedSchedulerTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private TemporaryFolder _data = null!;
    private ServiceProvider _services = null!;

    private IFeedScheduler Feeds => _services.GetRequiredService<IFeedScheduler>();

    [SetUp]
    public void MakeScheduler()
    {
        _data = new();
        _services = Services();
    }

    [TearDown]
    public async Task RemoveScheduler()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _data.Dispose();
    }

    [Test]
    public async Task Each_feed_has_its_next_run_in_UTC()
    {
        var feed = SampleFeed.At("office/*.csv");
        await Feeds.ApplyAsync([feed], Never);

        Assert.That(await Feeds.NextRunsAsync(Never), Is.EqualTo(new Dictionary<string, DateTime> { ["office"] = FeedCron.Next(feed, DateTimeOffset.UtcNow)!.Value }));
    }

    [Test]
    public async Task An_unchanged_trigger_is_left_alone()
    {
        await Feeds.ApplyAsync([SampleFeed.At("office/*.csv")], Never);
        var before = await StoredAsync();

        await Feeds.ApplyAsync([SampleFeed.At("office/*.csv")], Never);

        Assert.That(await StoredAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_changed_schedule_replaces_the_trigger()
    {
        await Feeds.ApplyAsync([SampleFeed.At("office/*.csv")], Never);

        await Feeds.ApplyAsync([SampleFeed.At("office/*.csv", schedule: "45 7 * * 2")], Never);

        Assert.That((await Feeds.NextRunsAsync(Never))["office"].DayOfWeek, Is.EqualTo(DayOfWeek.Tuesday));
    }

    [Test]
    public async Task A_paused_feed_has_no_next_run_until_it_is_resumed()
    {
        await Feeds.ApplyAsync([SampleFeed.At("office/*.csv")], Never);
        await Feeds.ApplyAsync([SampleFeed.At("office/*.csv") with { Paused = true }], Never);
        var paused = await Feeds.NextRunsAsync(Never);
        await Feeds.ApplyAsync([SampleFeed.At("office/*.csv")], Never);

        Assert.That((paused.Count, (await Feeds.NextRunsAsync(Never)).Count), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task A_feed_that_is_gone_runs_no_more()
    {
        await Feeds.ApplyAsync([SampleFeed.At("office/*.csv"), SampleFeed.At("other/*.csv", code: "other")], Never);

        await Feeds.ApplyAsync([SampleFeed.At("other/*.csv", code: "other")], Never);

        Assert.That((await Feeds.NextRunsAsync(Never)).Keys, Is.EqualTo(new[] { "other" }));
    }

    [Test]
    public async Task A_run_by_hand_is_marked_as_such()
    {
        await Feeds.RunNowAsync("office", Never);

        var scheduler = await SchedulerAsync();
        var trigger = (await scheduler.GetTriggersOfJob(new("office", QuartzFeedScheduler.Group), Never)).Single();
        Assert.That(trigger.JobDataMap[QuartzFeedScheduler.Manual], Is.EqualTo("true"));
    }

    [Test]
    public async Task A_feed_never_runs_twice_at_once_and_is_run_again_after_a_crash()
    {
        await Feeds.RunNowAsync("office", Never);

        var job = await (await SchedulerAsync()).GetJobDetail(new("office", QuartzFeedScheduler.Group), Never);
        Assert.That((job!.ConcurrentExecutionDisallowed, job.RequestsRecovery), Is.EqualTo((true, true)));
    }

    private Task<IScheduler> SchedulerAsync() => _services.GetRequiredService<ISchedulerFactory>().GetScheduler(Never).AsTask();

    private async Task<(DateTimeOffset Start, DateTimeOffset? Next)> StoredAsync()
    {
        var trigger = await (await SchedulerAsync()).GetTrigger(new("office", QuartzFeedScheduler.Group), Never);
        return (trigger!.StartTimeUtc, trigger.NextFireTimeUtc);
    }

    private ServiceProvider Services()
    {
        var options = new LagebildOptions { DataFolder = _data.Path, FeedRoot = _data.Path };
        return new ServiceCollection()
            .AddLogging(l => l.ClearProviders())
            .AddLagebild(options)
            .AddFeedSchedule(options)
            .BuildServiceProvider();
    }
}
