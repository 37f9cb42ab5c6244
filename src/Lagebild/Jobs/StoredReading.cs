using Lagebild.Import;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Jobs;

/// <summary>A delivery with all it was read by: what was seen is read again the same way.</summary>
public sealed record StoredDelivery
{
    public required Delivery Delivery { get; init; }

    public required Feed Feed { get; init; }

    /// <summary>In the version that read it; the profile as it is now where that is not kept.</summary>
    public required Profile Profile { get; init; }

    public required FeedFile File { get; init; }
}

/// <summary>Reads stored deliveries again.</summary>
public sealed class StoredReading(FeedStore feeds, ProfileStore profiles, DeliveryStore deliveries, FindingStore findings, ReleaseStore releases, CatalogueStore catalogue)
{
    /// <summary>Throws <see cref="KeyNotFoundException"/> where feed or profile are gone.</summary>
    public async Task<StoredDelivery> OpenAsync(Delivery delivery, CancellationToken ct) => new()
    {
        Delivery = delivery,
        Feed = await feeds.ByCodeAsync(delivery.Feed, ct) ?? throw new KeyNotFoundException($"There is no feed {delivery.Feed}."),
        Profile = await profiles.ByVersionAsync(delivery.Profile, delivery.ProfileVersion, ct) ?? await profiles.ByCodeAsync(delivery.Profile, ct)
            ?? throw new KeyNotFoundException($"There is no profile {delivery.Profile}."),
        File = await deliveries.FileAsync(delivery.Id, ct),
    };

    /// <summary>The file, read and checked again; with all findings or the gravest thousand. Dispose what comes back.</summary>
    public async Task<CheckedFile> ReadAsync(StoredDelivery stored, bool allFindings, CancellationToken ct) =>
        new FeedReader(await DefinitionsAsync(ct)) { KeepsAllFindings = allFindings }.Read(stored.File, stored.Feed, stored.Profile, ct);

    /// <summary>All findings of a delivery, by line: those kept, and where there are more of them those of its file, read again.</summary>
    public async Task<IReadOnlyList<Finding>> FindingsAsync(StoredDelivery stored, CancellationToken ct)
    {
        var kept = await findings.OfDeliveryAsync(stored.Delivery.Id, ct);
        if (stored.Delivery.Errors + stored.Delivery.Warnings + stored.Delivery.Notices <= kept.Count)
        {
            return kept;
        }

        using var read = await ReadAsync(stored, allFindings: true, ct);
        if (stored.Delivery.Release is null)
        {
            read.Add(await deliveries.QuestionsAsync(read, await DefinitionsAsync(ct), ct));
        }

        var known = read.Findings.ToHashSet();
        return [.. read.Findings.Concat(kept.Where(f => AnswerStore.Asking.Contains(f.Reason) && !known.Contains(f))).OrderBy(f => f.Line)];
    }

    private async Task<Catalogue.Catalogue> DefinitionsAsync(CancellationToken ct) =>
        await catalogue.AsOfAsync((await releases.LatestAsync(ct))?.Number ?? 1, ct);
}
