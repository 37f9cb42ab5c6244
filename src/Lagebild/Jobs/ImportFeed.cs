using Lagebild.Storage;

namespace Lagebild.Jobs;

/// <summary>
/// The job of a feed: takes up what an earlier run left unreleased, reads what was handed in, then turns each new or changed file at the feed's place into a delivery and,
/// by its policy, a release.
/// </summary>
public sealed class ImportFeed(FeedFolder folder, FeedStore feeds, InboxStore inbox, ProfileStore profiles, DeliveryStore deliveries, ReleaseStore releases, RunStore runs, CatalogueStore catalogue, TimeProvider clock)
{
    /// <summary>Why of a release that no person made.</summary>
    public const string ByRule = "by-rule";

    /// <summary>
    /// Runs one feed and gives the run as the history keeps it. What the data got wrong is its outcome; a fault of ours, of the disk or of the database
    /// is noted as <see cref="RunOutcome.Failed"/> and thrown on. A run that is cancelled, or killed, leaves whole deliveries and whole releases only.
    /// Throws <see cref="KeyNotFoundException"/> where no feed has the code.
    /// </summary>
    public async Task<Run> RunAsync(string feedCode, bool manual, IProgress<ImportStep> progress, CancellationToken cancellation)
    {
        var feed = await feeds.ByCodeAsync(feedCode, cancellation) ?? throw new KeyNotFoundException($"There is no feed {feedCode}.");

        // One feed never runs twice at once, in whichever program: a run of it that has not ended by now was cut off.
        await using var claim = await runs.ClaimAsync(feedCode, cancellation);
        var started = clock.GetUtcNow().UtcDateTime;
        var stage = nameof(ImportStage.Started).ToLowerInvariant();
        await runs.CutOffAsync(feedCode, started, cancellation);
        var definitions = await CatalogueAsync(cancellation);
        var id = await runs.StartAsync(feedCode, manual, stage, started, cancellation);
        var run = new Run { Id = id, Feed = feedCode, Manual = manual, StartedUtc = started, Stage = stage, Outcome = RunOutcome.Running };
        var work = new FeedRun(feed, run, definitions, folder, inbox, profiles, deliveries, releases, runs, progress, clock);
        progress.Report(new() { Feed = feedCode, Stage = ImportStage.Started });
        return await WatchedAsync(work, cancellation);
    }

    private static async Task<Run> WatchedAsync(FeedRun work, CancellationToken cancellation)
    {
        try
        {
            return await work.EndAsync(ImportStage.Finished, await work.GoAsync(cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await work.EndAsync(ImportStage.Failed, RunOutcome.CutOff);
            throw;
        }
        catch
        {
            await work.EndAsync(ImportStage.Failed, RunOutcome.Failed);
            throw;
        }
    }

    private async Task<Catalogue.Catalogue> CatalogueAsync(CancellationToken cancellation)
    {
        var latest = await releases.LatestAsync(cancellation);
        return await catalogue.AsOfAsync(latest?.Number ?? 1, cancellation);
    }
}
