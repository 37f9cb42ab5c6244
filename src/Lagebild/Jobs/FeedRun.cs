using Lagebild.Import;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Jobs;

/// <summary>One run of a feed under way. Each file is stored in one transaction and released in another, so that it can be cut off anywhere.</summary>
internal sealed class FeedRun(
    Feed feed, Run run, FeedReader reader, FeedFolder folder, DeliveryStore deliveries, ReleaseStore releases, RunStore runs, IProgress<ImportStep> progress, TimeProvider clock)
{
    private readonly Profile _profile = Profiles.Shipped(feed.Profile);

    /// <summary>What the history will keep.</summary>
    public Run Run { get; private set; } = run;

    /// <summary>Unreleased deliveries first, then the files at the feed's place in the order of their names.</summary>
    public async Task GoAsync(CancellationToken cancellation)
    {
        foreach (var delivery in await deliveries.UnreleasedAsync(cancellation))
        {
            if (delivery.Feed == feed.Code)
            {
                await TakeUpAsync(delivery, cancellation);
            }
        }

        foreach (var place in folder.Places(feed))
        {
            await DeliverAsync(await folder.FileAsync(place, cancellation), cancellation);
        }
    }

    /// <summary>Notes the end, even where the run was cancelled.</summary>
    public async Task<Run> EndAsync(ImportStage stage, RunOutcome outcome)
    {
        Run = Run with { Stage = RunStage.Done, Outcome = outcome, EndedUtc = clock.GetUtcNow().UtcDateTime };
        await runs.SaveAsync(Run, CancellationToken.None);
        Tell(stage, null);
        return Run;
    }

    private async Task TakeUpAsync(Delivery delivery, CancellationToken cancellation)
    {
        using var read = await ReadAsync(await deliveries.FileAsync(delivery.Id, cancellation), cancellation);
        await ReleaseAsync(delivery, read, cancellation);
    }

    private async Task DeliverAsync(FeedFile file, CancellationToken cancellation)
    {
        var earlier = await deliveries.LatestOfPlaceAsync(feed.Code, file.Place, cancellation);
        if (earlier?.Sha256 == file.Sha256 && earlier.ProfileVersion == _profile.Version)
        {
            await deliveries.SeenAgainAsync(earlier.Id, file.RetrievedUtc, cancellation);
            Note(RunOutcome.SeenAgain);
            Tell(ImportStage.SeenAgain, file.Name);
            return;
        }

        using var read = await ReadAsync(file, cancellation);
        var delivery = await StoreAsync(read, cancellation);
        await FollowPolicyAsync(delivery, read, cancellation);
    }

    private async Task<CheckedFile> ReadAsync(FeedFile file, CancellationToken cancellation)
    {
        await ReachAsync(RunStage.Reading, cancellation);
        Tell(ImportStage.Reading, file.Name);
        var read = reader.Read(file, feed, _profile, cancellation);
        Run = Run with { Records = Run.Records + read.Records, ValueCount = Run.ValueCount + read.ValueCount };
        return read;
    }

    private async Task<Delivery> StoreAsync(CheckedFile read, CancellationToken cancellation)
    {
        await ReachAsync(RunStage.Storing, cancellation);
        var delivery = await deliveries.SaveAsync(read, feed, cancellation);
        Run = Run with { Delivery = delivery.Id };
        Tell(ImportStage.Stored, delivery);
        return delivery;
    }

    private async Task FollowPolicyAsync(Delivery delivery, CheckedFile read, CancellationToken cancellation)
    {
        switch (delivery.State)
        {
            case DeliveryState.Refused:
                Note(RunOutcome.Refused);
                Tell(ImportStage.Refused, delivery);
                break;
            case DeliveryState.Waiting:
                Note(RunOutcome.NeedsPerson);
                Tell(ImportStage.Waiting, delivery);
                break;
            default:
                await ReleaseAsync(delivery, read, cancellation);
                break;
        }
    }

    private async Task ReleaseAsync(Delivery delivery, CheckedFile read, CancellationToken cancellation)
    {
        await ReachAsync(RunStage.Releasing, cancellation);
        var publication = await releases.PublishAsync(delivery, read, ImportFeed.ByRule, byPerson: false, cancellation);
        Run = Run with { Delivery = delivery.Id, Release = publication.Release?.Number ?? Run.Release };
        Note(publication.Release is null ? RunOutcome.NeedsPerson : RunOutcome.Released);
        Tell(publication.Release is null ? ImportStage.Waiting : ImportStage.Released, delivery with { Release = publication.Release?.Number });
    }

    private Task ReachAsync(RunStage stage, CancellationToken cancellation)
    {
        Run = Run with { Stage = stage };
        return runs.SaveAsync(Run with { Outcome = RunOutcome.Running }, cancellation);
    }

    // Of several files the outcome that most wants a person's eye stands for the run.
    private void Note(RunOutcome outcome)
    {
        if (Weight(outcome) > Weight(Run.Outcome))
        {
            Run = Run with { Outcome = outcome };
        }
    }

    private static int Weight(RunOutcome outcome) =>
        Array.IndexOf([RunOutcome.NoFile, RunOutcome.SeenAgain, RunOutcome.Released, RunOutcome.NeedsPerson, RunOutcome.Refused], outcome);

    private void Tell(ImportStage stage, string? file) =>
        progress.Report(new() { Feed = feed.Code, Stage = stage, File = file, Records = Run.Records, Values = Run.ValueCount, Release = Run.Release });

    private void Tell(ImportStage stage, Delivery delivery) => progress.Report(new()
    {
        Feed = feed.Code,
        Stage = stage,
        File = delivery.FileName,
        Records = delivery.Records,
        Values = delivery.ValueCount,
        Errors = delivery.Errors,
        Release = delivery.Release,
    });
}
