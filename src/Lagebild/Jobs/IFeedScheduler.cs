using Lagebild.Statistics;

namespace Lagebild.Jobs;

/// <summary>Runs the import of feeds, by their schedules and on demand. One feed never runs twice at once.</summary>
public interface IFeedScheduler
{
    /// <summary>Makes the schedules those of the feeds: new ones are added, changed ones replaced, unchanged ones left alone (a missed firing stays known), the rest removed.</summary>
    Task ApplyAsync(IReadOnlyList<Feed> feeds, CancellationToken cancellation);

    /// <summary>Has the feed run as soon as a worker is free, as run by hand. Returns once that is kept, not once it has run.</summary>
    Task RunNowAsync(string feed, CancellationToken cancellation);

    /// <summary>When each feed runs next by its schedule, in UTC, by code; a feed whose schedule has no further moment is absent.</summary>
    Task<IReadOnlyDictionary<string, DateTime>> NextRunsAsync(CancellationToken cancellation);
}
