using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>The feeds.</summary>
public sealed class FeedStore(Database database)
{
    /// <summary>In the order they were added.</summary>
    public Task<IReadOnlyList<Feed>> AllAsync(CancellationToken ct) => throw new NotImplementedException($"{database}{ct}");

    /// <summary>Null where there is none.</summary>
    public Task<Feed?> ByCodeAsync(string code, CancellationToken ct) => throw new NotImplementedException($"{code}{ct}");
}
