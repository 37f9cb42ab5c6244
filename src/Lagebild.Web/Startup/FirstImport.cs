using Lagebild.Jobs;
using Lagebild.Storage;
using Lagebild.Web.Scheduling;
using Quartz;

namespace Lagebild.Web.Startup;

/// <summary>
/// Starts the scheduler; has feeds that never ran run once, one after the other in their order, so that the same files give the same releases
/// however often the start is cut off; then follows the schedules and opens the site.
/// </summary>
internal sealed partial class FirstImport(
    Preparation preparation, ISchedulerFactory schedulers, ReleaseSchedule due, IFeedScheduler feeds, RunStore runs, ReleaseStore releases, StartProgress progress, TimeProvider clock, ILogger<FirstImport> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // A feed that hangs must not keep the others, and the site, waiting for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var prepared = preparation.Done;
        var scheduler = await schedulers.GetScheduler(stoppingToken);
        await scheduler.Start(stoppingToken);
        await due.ApplyAsync(stoppingToken);
        foreach (var feed in prepared.ToRun)
        {
            await feeds.RunNowAsync(feed.Code, stoppingToken);
            await EndAsync(feed.Code, stoppingToken);
        }

        await feeds.ApplyAsync(prepared.Feeds, stoppingToken);
        await FirstReleaseAsync(prepared.Feeds.Count > 0, stoppingToken);
        if (!progress.IsOpen)
        {
            progress.Open();
        }
    }

    private async Task EndAsync(string feed, CancellationToken cancellation)
    {
        var until = clock.GetUtcNow() + Patience;
        while (clock.GetUtcNow() < until && (await runs.LatestOfFeedsAsync(cancellation)).All(r => r.Feed != feed))
        {
            await Task.Delay(Pause, clock, cancellation);
        }
    }

    private async Task FirstReleaseAsync(bool hasFeeds, CancellationToken cancellation)
    {
        for (var said = false; await releases.LatestAsync(cancellation) is null; said = true)
        {
            if (!said)
            {
                Say(hasFeeds);
            }

            await Task.Delay(TimeSpan.FromSeconds(1), clock, cancellation);
        }
    }

    private void Say(bool hasFeeds)
    {
        if (hasFeeds)
        {
            SayNothingReleased();
        }
        else
        {
            SayNoFeeds();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "There is no feed yet: set the first one up in the workbench. The site opens with the first release.")]
    private partial void SayNoFeeds();

    [LoggerMessage(Level = LogLevel.Error, Message = "No feed could be released: the site stays closed until one is. The lines above say why.")]
    private partial void SayNothingReleased();
}
