using Lagebild.Jobs;
using Microsoft.Data.Sqlite;
using Quartz;

namespace Lagebild.Web.Scheduling;

/// <summary>Quartz with its persistent store: a SQLite file of its own, or the tables <c>QRTZ_*</c> of the SQL Server all nodes share.</summary>
internal static class QuartzSetup
{
    // A delivery that failed for a passing reason (disk, network share, database) is worth three more tries: after 1, 5 and 25 minutes.
    private static readonly RetryPolicy Retries = RetryPolicy.Exponential(3, TimeSpan.FromMinutes(1), 5, TimeSpan.FromHours(1), 0.1);

    public static IServiceCollection AddFeedSchedule(this IServiceCollection services, LagebildOptions options)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "Lagebild";
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });

            // Two feeds at a time; the third thread is for releases set for a minute, which must not wait for an import.
            quartz.UseDefaultThreadPool(3);
            quartz.UseExecutionLimits(limits => limits.ForDefaultGroup(2));
            quartz.UseDefaultRetryPolicy(Retries);
            quartz.UsePersistentStore(store => Keep(store, options));
        });

        // The scheduler starts once the data's tables are there (see FirstImport); it stops with the program, jobs first.
        services.AddQuartzHostedService(hosted =>
        {
            hosted.AutoStart = false;
            hosted.WaitForJobsToComplete = true;
        });
        return services.AddSingleton<ReleaseSchedule>().AddSingleton<IFeedScheduler, QuartzFeedScheduler>();
    }

    private static void Keep(IPersistentStoreBuilder store, LagebildOptions options)
    {
        store.ProvisionSchema();
        store.ConfigureStore(ado =>
        {
            ado.StoreJobDataAsStrings = true;
            ado.RecoverFiringsCancelledByShutdown = true;
        });
        if (options.SqlServer is { } server)
        {
            store.UseSqlServer(server);
            store.UseClustering();
        }
        else
        {
            store.UseSqlite(new SqliteConnectionStringBuilder { DataSource = options.ScheduleFile }.ConnectionString);
        }
    }
}
