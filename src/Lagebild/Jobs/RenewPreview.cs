using Lagebild.Accounts;
using Lagebild.Storage;

namespace Lagebild.Jobs;

/// <summary>Computes the preview of a waiting delivery anew where its feed has moved on: reads the stored file again and compares it with what is public now.</summary>
public sealed class RenewPreview(DeliveryStore deliveries, ReleaseStore releases, StoredReading reading)
{
    /// <summary>
    /// <see cref="PublicationOutcome.NeedsPerson"/> with the new counts, or <see cref="PublicationOutcome.Refused"/> where the file has errors under the profile as it is now.
    /// Throws <see cref="KeyNotFoundException"/> where there is no such delivery, <see cref="InvalidOperationException"/> where it does not wait.
    /// </summary>
    public async Task<Publication> RunAsync(long delivery, Who who, CancellationToken cancellation)
    {
        var stored = await deliveries.ByIdAsync(delivery, cancellation) ?? throw new KeyNotFoundException($"There is no delivery {delivery}.");
        using var read = await reading.ReadAsync(await reading.OpenAsync(stored, cancellation), allFindings: false, cancellation);
        return await releases.CompareAsync(stored, read, who, cancellation);
    }
}
