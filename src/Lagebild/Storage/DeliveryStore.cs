using Lagebild.Import;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>Deliveries: files as they arrived, and what was understood of them. Nothing here is shown to the public but the records <see cref="Delivery"/>.</summary>
public sealed class DeliveryStore(Database database)
{
    /// <summary>
    /// Stores file, findings and new series in one transaction. State of the result: refused (errors), waiting (the feed is released by a person;
    /// its difference is kept as a draft) or stored.
    /// </summary>
    public Task<Delivery> SaveAsync(CheckedFile file, Feed feed, CancellationToken ct) => throw new NotImplementedException($"{database}{file}{feed}{ct}");

    /// <summary>The latest delivery of a feed from a place; null where there is none. The same bytes under the same profile version are only "seen again".</summary>
    public Task<Delivery?> LatestOfPlaceAsync(string feed, string place, CancellationToken ct) => throw new NotImplementedException($"{feed}{place}{ct}");

    /// <summary>Notes that a delivery's bytes were met again.</summary>
    public Task SeenAgainAsync(long delivery, DateTime seenUtc, CancellationToken ct) => throw new NotImplementedException($"{delivery}{seenUtc}{ct}");

    /// <summary>Null where there is none.</summary>
    public Task<Delivery?> ByIdAsync(long delivery, CancellationToken ct) => throw new NotImplementedException($"{delivery}{ct}");

    /// <summary>Deliveries of a feed, latest first.</summary>
    public Task<IReadOnlyList<Delivery>> OfFeedAsync(string feed, CancellationToken ct) => throw new NotImplementedException($"{feed}{ct}");

    /// <summary>The latest delivery of each feed that has one, by feed code.</summary>
    public Task<IReadOnlyList<Delivery>> LatestOfFeedsAsync(CancellationToken ct) => throw new NotImplementedException($"{ct}");

    /// <summary>Stored without errors, to be released by rule, and not released yet: cut off. Oldest first.</summary>
    public Task<IReadOnlyList<Delivery>> UnreleasedAsync(CancellationToken ct) => throw new NotImplementedException($"{ct}");

    /// <summary>The file of a delivery as it arrived; <see cref="FeedFile.Open"/> gives the stored bytes. Not public. Throws <see cref="KeyNotFoundException"/> where there is no such delivery.</summary>
    public Task<FeedFile> FileAsync(long delivery, CancellationToken ct) => throw new NotImplementedException($"{delivery}{ct}");
}
