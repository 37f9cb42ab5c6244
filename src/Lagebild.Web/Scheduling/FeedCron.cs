using Lagebild.Statistics;
using Quartz;

namespace Lagebild.Web.Scheduling;

/// <summary>The schedule of a feed: a crontab expression of five fields, read in the feed's own time zone.</summary>
internal static class FeedCron
{
    /// <summary>What Quartz follows. A firing missed while the program was down is made up for once.</summary>
    public static CronScheduleBuilder Schedule(Feed feed) => CronScheduleBuilder
        .Create(feed.Schedule, CronFormat.Unix)
        .InTimeZone(Zone(feed))
        .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed);

    /// <summary>The next moment after the given one, in UTC; null where there is none.</summary>
    public static DateTime? Next(Feed feed, DateTimeOffset after)
    {
        var schedule = CronExpression.Parse(feed.Schedule, CronFormat.Unix).WithTimeZone(Zone(feed));
        return schedule.GetNextValidTimeAfter(after)?.UtcDateTime;
    }

    /// <summary>Whether schedule and time zone are what they should be.</summary>
    public static bool CanFollow(Feed feed)
    {
        try
        {
            Next(feed, DateTimeOffset.UnixEpoch);
            return true;
        }
        catch (Exception fault) when (fault is FormatException or TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            return false;
        }
    }

    private static TimeZoneInfo Zone(Feed feed) => TimeZoneInfo.FindSystemTimeZoneById(feed.TimeZone);
}
