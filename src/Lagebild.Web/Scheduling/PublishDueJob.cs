using Lagebild.Jobs;
using Quartz;

namespace Lagebild.Web.Scheduling;

/// <summary>What Quartz runs for releases set for a minute: <see cref="PublishDue"/>.</summary>
internal sealed class PublishDueJob(PublishDue due) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await due.RunAsync(cancellationToken);
}
