using Quartz;

namespace Lagebild.Web.Scheduling;

/// <summary>
/// Has <see cref="PublishDueJob"/> look for due orders at every full minute, and once now: what was missed while no program ran is done at the start.
/// Of several nodes one looks; that an order is carried out once is the database's affair.
/// </summary>
internal sealed class ReleaseSchedule(ISchedulerFactory schedulers)
{
    /// <summary>Group of the job and its triggers; they have a thread of their own.</summary>
    public const string Group = "releases";

    private const string Name = "due";

    private const string EveryMinute = "* * * * *";

    /// <summary>Harmless at every start.</summary>
    public async Task ApplyAsync(CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        await scheduler.AddJob(Job(), AddJobOptions.Replacing, cancellation);
        await scheduler.ScheduleJob(Minutely(), ScheduleJobOptions.Replacing, cancellation);
        await scheduler.ScheduleJob(Now(), ScheduleJobOptions.Replacing, cancellation);
    }

    private static IJobDetail Job() => JobBuilder.Create<PublishDueJob>().WithIdentity(Name, Group).StoreDurably().RequestRecovery().DisallowConcurrentExecution().Build();

    private static ITrigger Minutely() => TriggerBuilder.Create()
        .WithIdentity("minute", Group)
        .ForJob(Name, Group)
        .WithExecutionGroup(Group)
        .WithSchedule(CronScheduleBuilder.Create(EveryMinute, CronFormat.Unix).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();

    private static ITrigger Now() => TriggerBuilder.Create()
        .WithIdentity("start", Group)
        .ForJob(Name, Group)
        .WithExecutionGroup(Group)
        .StartNow()
        .Build();
}
