using System.Text.Json;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Scheduling;

namespace Lagebild.Web.Startup;

/// <summary>Brings the database up before anything is asked of it: schema, shipped catalogue, feeds of the feed root.</summary>
internal sealed class Preparation(LagebildOptions options, Database database, CatalogueStore catalogue, FeedStore feeds, RunStore runs, ReleaseStore releases)
{
    private Prepared? _done;

    /// <summary>What <see cref="RunAsync"/> found; throws before it has run.</summary>
    public Prepared Done => _done ?? throw new InvalidOperationException("The database has not been prepared yet.");

    /// <summary>Migrates and seeds; harmless at every start. Throws where the database is away or newer than the program, or a feed cannot be followed.</summary>
    public async Task<Prepared> RunAsync(CancellationToken cancellation)
    {
        await Migrator.MigrateAsync(database, cancellation);
        var known = await feeds.PublicAsync(cancellation);
        await catalogue.SeedAsync(Catalogue.Catalogue.Shipped, Followable(FeedList.ReadFrom(options.FoundFeedRoot())), cancellation);
        var ran = (await runs.LatestOfFeedsAsync(cancellation)).Select(r => r.Feed).ToHashSet(StringComparer.Ordinal);
        return _done = new()
        {
            Feeds = await feeds.AllAsync(cancellation),
            IsFirst = known.Any(f => !ran.Contains(f.Code)) || await releases.LatestAsync(cancellation) is null,
            Ran = ran,
        };
    }

    // A feed once kept is no longer changed by the list: a slip in its schedule would stop every start.
    private static IReadOnlyList<Feed> Followable(IReadOnlyList<Feed> feeds) => feeds.FirstOrDefault(f => !FeedCron.CanFollow(f)) is { } lost
        ? throw new JsonException($"the schedule \"{lost.Schedule}\" in \"{lost.TimeZone}\" of feed {lost.Code} is no crontab expression of five fields in a known time zone.")
        : feeds;
}

/// <summary>What <see cref="Preparation"/> found.</summary>
internal sealed record Prepared
{
    /// <summary>In the order they were added.</summary>
    public required IReadOnlyList<Feed> Feeds { get; init; }

    /// <summary>True until every feed of the first start has had a run that ended by itself, and something is released: nothing half imported is shown.</summary>
    public required bool IsFirst { get; init; }

    /// <summary>Codes of the feeds that had such a run.</summary>
    public required IReadOnlySet<string> Ran { get; init; }

    /// <summary>The feeds that never had such a run, in order.</summary>
    public IEnumerable<Feed> ToRun => Feeds.Where(f => !Ran.Contains(f.Code));
}
