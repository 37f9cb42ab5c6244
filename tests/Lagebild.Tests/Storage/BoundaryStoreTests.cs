using Lagebild.Import.Boundaries;
using Lagebild.Storage;

namespace Lagebild.Tests.Storage;

internal sealed class BoundaryStoreTests(string kind) : StorageFixture(kind)
{
    private static readonly GeoPoint[] Ring = [new(900_000, 5_400_000), new(-1_000_000, 5_400_000), new(1_000_000, 5_500_000)];

    private BoundaryStore Boundaries => new(Database, Clock);

    [Test]
    public async Task A_boundary_comes_back_as_it_was_kept_with_credit_and_licence()
    {
        await Boundaries.SaveAsync([Boundary("DE-01001", Ring, [.. Ring.Reverse()])], "dl-de/by-2-0", "GeoBasis-DE / BKG", default);

        var kept = (await Boundaries.AllAsync(default)).Single();
        Assert.That((kept.Boundary.Region, kept.Licence, kept.Credit, kept.ImportedUtc), Is.EqualTo(("DE-01001", "dl-de/by-2-0", "GeoBasis-DE / BKG", Clock.GetUtcNow().UtcDateTime)));
        Assert.That(kept.Boundary.Rings, Is.EqualTo(new[] { Ring, [.. Ring.Reverse()] }));
    }

    [Test]
    public async Task A_later_import_replaces_the_same_regions_and_leaves_the_others()
    {
        await Boundaries.SaveAsync([Boundary("DE-01001", Ring), Boundary("DE-01002", Ring)], "old", null, default);
        await Boundaries.SaveAsync([Boundary("DE-01002", Ring)], "new", null, default);

        Assert.That((await Boundaries.AllAsync(default)).Select(b => (b.Boundary.Region, b.Licence)), Is.EqualTo(new[] { ("DE-01001", "old"), ("DE-01002", "new") }));
    }

    [Test]
    public async Task An_import_that_fails_keeps_nothing()
    {
        Assert.That(async () => await Boundaries.SaveAsync([Boundary("DE-01001", Ring), Boundary(null!, Ring)], null, null, default), Throws.InstanceOf<System.Data.Common.DbException>());

        Assert.That(await Boundaries.AllAsync(default), Is.Empty);
    }

    [Test]
    public async Task All_can_be_removed()
    {
        await Boundaries.SaveAsync([Boundary("DE-01001", Ring), Boundary("DE-01002", Ring)], null, null, default);

        Assert.That((await Boundaries.RemoveAllAsync(default), (await Boundaries.AllAsync(default)).Count), Is.EqualTo((2, 0)));
    }

    private static Boundary Boundary(string region, params GeoPoint[][] rings) => new() { Region = region, Rings = rings };
}
