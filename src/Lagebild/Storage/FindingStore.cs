using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>Findings of deliveries.</summary>
public sealed class FindingStore(Database database)
{
    /// <summary>All findings of a delivery counted, gravest first, then by reason: public.</summary>
    public Task<IReadOnlyList<FindingCount>> CountsAsync(long delivery, CancellationToken ct) => throw new NotImplementedException($"{database}{delivery}{ct}");

    /// <summary>The first thousand, by line. They hold cell contents: not public.</summary>
    public Task<IReadOnlyList<Finding>> OfDeliveryAsync(long delivery, CancellationToken ct) => throw new NotImplementedException($"{delivery}{ct}");
}
