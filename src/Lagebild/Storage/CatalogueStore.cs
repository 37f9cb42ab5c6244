using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>Definitions, texts, breaks and targets: released like figures.</summary>
public sealed class CatalogueStore(Database database, TimeProvider clock)
{
    /// <summary>
    /// At first start keeps the shipped catalogue and the feeds: they become public with release 1. Later, what the program ships anew replaces
    /// only rows that nobody has edited here, in a release of its own where anything was public; feeds are only added, never changed.
    /// </summary>
    public Task SeedAsync(Catalogue.Catalogue shipped, IReadOnlyList<Feed> feeds, CancellationToken ct) => throw new NotImplementedException($"{database}{clock}{shipped}{feeds}{ct}");

    /// <summary>The catalogue as of a release; before the first release, the one that release 1 will show. The same object for the same content.</summary>
    public Task<Catalogue.Catalogue> AsOfAsync(int stand, CancellationToken ct) => throw new NotImplementedException($"{stand}{ct}");
}
