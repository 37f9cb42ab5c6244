using Lagebild.Jobs;
using Quartz;

namespace Lagebild.Web.Scheduling;

/// <summary>What Quartz runs for releases set for a minute: <see cref="PublishDue"/>. Of what is still to come the log says nothing.</summary>
internal sealed partial class PublishDueJob(PublishDue due, ILogger<PublishDueJob> log) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await due.RunAsync(cancellationToken) is > 0 and var released)
        {
            Tell(released);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Released as set for a minute that has come: {Released}.")]
    private partial void Tell(int released);
}
