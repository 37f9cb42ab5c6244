using Lagebild.Jobs;
using Lagebild.Web.Startup;
using Quartz;

namespace Lagebild.Web.Scheduling;

/// <summary>What Quartz runs for a feed: <see cref="ImportFeed"/>, told whether a person asked. A fault makes Quartz try again later.</summary>
internal sealed class ImportFeedJob(ImportFeed import, StartProgress progress) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var manual = context.MergedJobDataMap.TryGetValue(QuartzFeedScheduler.Manual, out var word) && word is "true";
        await import.RunAsync(context.JobDetail.Key.Name, manual, progress, cancellationToken);
    }
}
