using System.Globalization;
using Lagebild.Tests.Jobs;
using Lagebild.Web.Scheduling;

namespace Lagebild.Tests.Scheduling;

internal sealed class FeedCronTests
{
    // Monday 6:30 in summer and winter time, both zones; Sunday is 0 and 7; the night of the change has no 2:30.
    [TestCase("30 6 * * 1", "Europe/Berlin", "2026-07-04T00:00:00Z", "2026-07-06T04:30:00Z")]
    [TestCase("30 6 * * 1", "Europe/Warsaw", "2026-12-05T00:00:00Z", "2026-12-07T05:30:00Z")]
    [TestCase("0 12 * * 7", "Europe/Berlin", "2026-07-04T00:00:00Z", "2026-07-05T10:00:00Z")]
    [TestCase("0 12 * * 0", "Europe/Berlin", "2026-07-04T00:00:00Z", "2026-07-05T10:00:00Z")]
    [TestCase("0 0 1 1 *", "Europe/Berlin", "2026-07-04T00:00:00Z", "2026-12-31T23:00:00Z")]
    public void The_next_run_follows_the_feeds_own_clock(string schedule, string zone, string after, string next)
    {
        var feed = SampleFeed.At("office/*.csv", schedule: schedule, zone: zone);

        Assert.That(FeedCron.Next(feed, Moment(after)), Is.EqualTo(Moment(next).UtcDateTime));
    }

    [TestCase("30 6 * * 1", "Europe/Berlin", true)]
    [TestCase("30 6 * *", "Europe/Berlin", false)]
    [TestCase("0 30 6 ? * MON", "Europe/Berlin", false)]
    [TestCase("61 6 * * 1", "Europe/Berlin", false)]
    [TestCase("", "Europe/Berlin", false)]
    [TestCase("30 6 * * 1", "Europe/Atlantis", false)]
    public void A_schedule_that_cannot_be_followed_is_known_beforehand(string schedule, string zone, bool canFollow) =>
        Assert.That(FeedCron.CanFollow(SampleFeed.At("office/*.csv", schedule: schedule, zone: zone)), Is.EqualTo(canFollow));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
