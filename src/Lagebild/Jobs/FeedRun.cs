using Lagebild.Accounts;
using Lagebild.Import;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Jobs;

/// <summary>One run of a feed under way. Each file is stored in one transaction and released in another, so that it can be cut off anywhere.</summary>
internal sealed class FeedRun(
    Feed feed, Run run, Catalogue.Catalogue catalogue, FeedFolder folder, InboxStore inbox, ProfileStore profiles, DeliveryStore deliveries, ReleaseStore releases, RunStore runs, IProgress<ImportStep> progress, TimeProvider clock)
{
    // Of several files the outcome that most wants a person's eye stands for the run.
    private static readonly RunOutcome[] Rising = [RunOutcome.NothingNew, RunOutcome.Released, RunOutcome.Waiting, RunOutcome.Refused];

    private RunOutcome _outcome = RunOutcome.NothingNew;
    private Exception? _fault;

    /// <summary>What the history keeps.</summary>
    public Run Run { get; private set; } = run;

    /// <summary>
    /// Unreleased deliveries first, then what was handed in, oldest first, then the files at the feed's place in the order of their names, unless it is paused.
    /// Gives what came of it. What was handed in and can't be read keeps nothing else waiting; its fault is thrown at the end.
    /// </summary>
    public async Task<RunOutcome> GoAsync(CancellationToken cancellation)
    {
        foreach (var delivery in (await deliveries.UnreleasedAsync(cancellation)).Where(d => d.Feed == feed.Code))
        {
            await TakeUpAsync(delivery, cancellation);
        }

        foreach (var receipt in await inbox.ToReadAsync(feed.Code, cancellation))
        {
            await TakeInAsync(receipt, cancellation);
        }

        foreach (var place in feed.Paused ? [] : folder.Places(feed))
        {
            await DeliverAsync(await folder.FileAsync(place, cancellation), await ProfileAsync(feed.Profile, cancellation), cancellation);
        }

        return _fault is null ? _outcome : throw new InvalidOperationException("Something handed in could not be read.", _fault);
    }

    /// <summary>Notes the end, even where the run was cancelled.</summary>
    public async Task<Run> EndAsync(ImportStage stage, RunOutcome outcome)
    {
        Run = Run with { Outcome = outcome, EndedUtc = clock.GetUtcNow().UtcDateTime };
        await ReachAsync(new() { Feed = feed.Code, Stage = stage, Records = Run.Records, Values = Run.ValueCount, Errors = Run.Errors, Release = Run.Release }, CancellationToken.None);
        return Run;
    }

    private async Task<Profile> ProfileAsync(string code, CancellationToken cancellation) =>
        await profiles.ByCodeAsync(code, cancellation) ?? throw new KeyNotFoundException($"There is no profile {code}.");

    private async Task TakeUpAsync(Delivery delivery, CancellationToken cancellation)
    {
        var profile = await profiles.ByVersionAsync(delivery.Profile, delivery.ProfileVersion, cancellation) ?? await ProfileAsync(delivery.Profile, cancellation);
        using var read = await ReadAsync(await deliveries.FileAsync(delivery.Id, cancellation), profile, cancellation);
        await ReleaseAsync(delivery, read, cancellation);
    }

    private async Task TakeInAsync(Receipt receipt, CancellationToken cancellation)
    {
        if (receipt.Tries >= InboxStore.MaximumTries)
        {
            await inbox.GiveUpAsync(receipt.Id, cancellation);
            return;
        }

        await inbox.BeginAsync(receipt.Id, cancellation);
        try
        {
            await DeliverAsync(receipt, cancellation);
        }
        catch (Exception fault)
        {
            await inbox.LeaveAsync(receipt.Id, inbox.FaultOf(fault), CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            _fault ??= fault;
        }
    }

    private async Task DeliverAsync(Receipt receipt, CancellationToken cancellation)
    {
        var profile = await ProfileAsync(receipt.Profile ?? feed.Profile, cancellation);
        if (await deliveries.WaitingAsync(feed.Code, receipt.Sha256, profile.Version, cancellation) is { } same)
        {
            await inbox.SameAsync(receipt.Id, same.Id, cancellation);
            return;
        }

        using var read = await ReadAsync(inbox.File(receipt), profile, cancellation);
        read.Add(await deliveries.QuestionsAsync(read, catalogue, cancellation));
        var delivery = await StoredAsync(await deliveries.SaveHandedInAsync(read, feed, receipt, cancellation), cancellation);
        await FollowPolicyAsync(delivery, read, cancellation);
    }

    private async Task DeliverAsync(FeedFile file, Profile profile, CancellationToken cancellation)
    {
        var earlier = await deliveries.LatestOfPlaceAsync(feed.Code, file.Place, cancellation);
        if (earlier?.Sha256 == file.Sha256 && earlier.ProfileVersion == profile.Version)
        {
            await deliveries.SeenAgainAsync(earlier.Id, file.RetrievedUtc, cancellation);
            var again = new ImportStep { Feed = feed.Code, Stage = ImportStage.SeenAgain, File = file.Name };
            await NoteAsync(again, cancellation);
            progress.Report(again);
            return;
        }

        var packed = DeliveryStore.Pack(file, cancellation);
        using var read = await ReadAsync(file, profile, cancellation);
        read.Add(await deliveries.QuestionsAsync(read, catalogue, cancellation));
        var delivery = await StoredAsync(await deliveries.SaveAsync(read, feed, packed, cancellation), cancellation);
        await FollowPolicyAsync(delivery, read, cancellation);
    }

    private async Task<CheckedFile> ReadAsync(FeedFile file, Profile profile, CancellationToken cancellation)
    {
        await ReachAsync(new() { Feed = feed.Code, Stage = ImportStage.Reading, File = file.Name }, cancellation);
        var reader = new FeedReader(catalogue) { Counted = Count };
        var read = reader.Read(file, feed, profile, cancellation);
        Run = Run with { Files = Run.Files + 1, Records = Run.Records + read.Records, ValueCount = Run.ValueCount + read.ValueCount };
        return read;
    }

    /// <summary>How far a long file has come, for who waits for it.</summary>
    private void Count(long records) => runs.SaveAsync(Run with { Records = Run.Records + records }, CancellationToken.None).GetAwaiter().GetResult();

    private async Task<Delivery> StoredAsync(Delivery delivery, CancellationToken cancellation)
    {
        Run = Run with { Delivery = delivery.Id, Errors = Run.Errors + delivery.Errors };
        await ReachAsync(Step(ImportStage.Stored, delivery), cancellation);
        return delivery;
    }

    private Task FollowPolicyAsync(Delivery delivery, CheckedFile read, CancellationToken cancellation) => delivery.State switch
    {
        DeliveryState.Refused => SettleAsync(RunOutcome.Refused, Step(ImportStage.Refused, delivery), cancellation),
        DeliveryState.Waiting => SettleAsync(RunOutcome.Waiting, Step(ImportStage.Waiting, delivery), cancellation),
        _ => ReleaseAsync(delivery, read, cancellation),
    };

    private async Task ReleaseAsync(Delivery delivery, CheckedFile read, CancellationToken cancellation)
    {
        var publication = await releases.PublishAsync(delivery, read, new(ImportFeed.ByRule), Who.Program, byPerson: false, cancellation);
        Run = Run with { Delivery = delivery.Id, Release = publication.Release?.Number ?? Run.Release };
        await (publication switch
        {
            { Release: { } release } => SettleAsync(RunOutcome.Released, Step(ImportStage.Released, delivery) with { Release = release.Number }, cancellation),
            { Outcome: PublicationOutcome.Refused } => SettleAsync(RunOutcome.Refused, Step(ImportStage.Refused, delivery), cancellation),
            _ => SettleAsync(RunOutcome.Waiting, Step(ImportStage.Waiting, delivery), cancellation),
        });
    }

    private Task SettleAsync(RunOutcome outcome, ImportStep step, CancellationToken cancellation)
    {
        _outcome = Array.IndexOf(Rising, outcome) > Array.IndexOf(Rising, _outcome) ? outcome : _outcome;
        return ReachAsync(step, cancellation);
    }

    private async Task ReachAsync(ImportStep step, CancellationToken cancellation)
    {
        Run = Run with { Stage = step.Stage.ToString().ToLowerInvariant() };
        await runs.SaveAsync(Run, cancellation);
        await NoteAsync(step, cancellation);
        progress.Report(step);
    }

    private Task NoteAsync(ImportStep step, CancellationToken cancellation) => runs.NoteAsync(
        new()
        {
            Run = Run.Id,
            AtUtc = clock.GetUtcNow().UtcDateTime,
            Stage = step.Stage.ToString().ToLowerInvariant(),
            FileName = step.File,
            Records = step.Records,
            ValueCount = step.Values,
            Errors = step.Errors,
            Release = step.Release,
        },
        cancellation);

    private ImportStep Step(ImportStage stage, Delivery delivery) => new()
    {
        Feed = feed.Code,
        Stage = stage,
        File = delivery.FileName,
        Records = delivery.Records,
        Values = delivery.ValueCount,
        Errors = delivery.Errors,
    };
}
