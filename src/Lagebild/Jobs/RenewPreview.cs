using Lagebild.Accounts;
using Lagebild.Import;
using Lagebild.Storage;

namespace Lagebild.Jobs;

/// <summary>Computes the preview of a waiting delivery anew where its feed has moved on: reads the stored file again and compares it with what is public now.</summary>
public sealed class RenewPreview(FeedStore feeds, DeliveryStore deliveries, ReleaseStore releases, CatalogueStore catalogue)
{
    /// <summary>
    /// <see cref="PublicationOutcome.NeedsPerson"/> with the new counts, or <see cref="PublicationOutcome.Refused"/> where the file has errors under the profile as it is now.
    /// Throws <see cref="KeyNotFoundException"/> where there is no such delivery, <see cref="InvalidOperationException"/> where it does not wait.
    /// </summary>
    public async Task<Publication> RunAsync(long delivery, Who who, CancellationToken cancellation)
    {
        var stored = await deliveries.ByIdAsync(delivery, cancellation) ?? throw new KeyNotFoundException($"There is no delivery {delivery}.");
        var feed = (await feeds.ByCodeAsync(stored.Feed, cancellation))!;
        var latest = await releases.LatestAsync(cancellation);
        var reader = new FeedReader(await catalogue.AsOfAsync(latest?.Number ?? 1, cancellation));
        using var read = reader.Read(await deliveries.FileAsync(delivery, cancellation), feed, Profiles.Shipped(stored.Profile), cancellation);
        return await releases.CompareAsync(stored, read, who, cancellation);
    }
}
