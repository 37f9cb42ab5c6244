using Lagebild.Jobs;
using Lagebild.Storage;

namespace Lagebild.Web.Scheduling;

/// <summary>
/// Has what was handed in read: at start, what a former program left; then again and again what a full disk or an absent database kept from being read.
/// </summary>
internal sealed partial class InboxWatch(InboxStore inbox, IFeedScheduler feeds, TimeProvider clock, ILogger<InboxWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        inbox.Sweep();
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (var feed in await inbox.FeedsToReadAsync(cancellation))
            {
                await feeds.RunNowAsync(feed, cancellation);
            }
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            SayLater(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The inbox could not be looked at; it is tried again.")]
    private partial void SayLater(Exception fault);
}
