using Lagebild.Import;

namespace Lagebild.Storage;

/// <summary>Makes deliveries public and takes them back; lists what was released.</summary>
public sealed class ReleaseStore(Database database, TimeProvider clock)
{
    /// <summary>
    /// Compares the file of a stored delivery with what is public of its feed and releases the difference, in one transaction.
    /// <paramref name="byPerson"/> lets a full delivery close more than the set share. Throws <see cref="InvalidOperationException"/>
    /// where the delivery has errors or is released or withdrawn already.
    /// </summary>
    public Task<Publication> PublishAsync(Delivery delivery, CheckedFile file, string why, bool byPerson, CancellationToken ct) => throw new NotImplementedException($"{database}{clock}{delivery}{file}{why}{byPerson}{ct}");

    /// <summary>Releases a waiting delivery by a person's word from its draft; <see cref="PublicationOutcome.Stale"/> where the feed has moved on since.</summary>
    public Task<Publication> PublishDraftAsync(long delivery, string why, CancellationToken ct) => throw new NotImplementedException($"{delivery}{why}{ct}");

    /// <summary>
    /// Takes a released delivery back: every value of its feed becomes what the remaining released deliveries say, newest first.
    /// Throws <see cref="InvalidOperationException"/> where it is not released.
    /// </summary>
    public Task<Release> WithdrawAsync(long delivery, WithdrawalKind kind, string why, CancellationToken ct) => throw new NotImplementedException($"{delivery}{kind}{why}{ct}");

    /// <summary>Null before the first release.</summary>
    public Task<Release?> LatestAsync(CancellationToken ct) => throw new NotImplementedException($"{ct}");

    /// <summary>Null where there is none.</summary>
    public Task<Release?> ByNumberAsync(int number, CancellationToken ct) => throw new NotImplementedException($"{number}{ct}");

    /// <summary>The last release up to the end of that day in Berlin; null where there was none yet.</summary>
    public Task<Release?> ByDateAsync(DateOnly day, CancellationToken ct) => throw new NotImplementedException($"{day}{ct}");

    /// <summary>Latest first.</summary>
    public Task<IReadOnlyList<Release>> ListAsync(CancellationToken ct) => throw new NotImplementedException($"{ct}");
}
