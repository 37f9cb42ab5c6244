using Dapper;
using Lagebild.Storage;

namespace Lagebild.Tests.Storage;

internal sealed class CatalogueStoreTests(string kind) : StorageFixture(kind)
{
    [Test]
    public async Task The_seed_is_shown_with_release_1()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        Assert.That(await NameAsync(1), Is.EqualTo("Menschen"));
        Assert.That((await Releases.ListAsync(default)).Count, Is.EqualTo(1));
    }

    [Test]
    public async Task The_same_seed_again_changes_nothing()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        await Catalogue.SeedAsync(SmallCatalogue.Shipped, Feeds(), default);
        Assert.That((await Releases.ListAsync(default)).Select(r => r.Number), Is.EqualTo((int[])[1]));
    }

    [Test]
    public async Task A_text_shipped_anew_before_the_first_release_takes_the_place_of_the_old_one()
    {
        await Catalogue.SeedAsync(SmallCatalogue.With("Geflüchtete"), Feeds(), default);
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        Assert.That(await NameAsync(1), Is.EqualTo("Geflüchtete"));
    }

    [Test]
    public async Task A_text_shipped_anew_is_a_release_and_the_old_stand_keeps_the_old_text()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        await Catalogue.SeedAsync(SmallCatalogue.With("Geflüchtete"), Feeds(), default);
        Assert.That((await NameAsync(1), await NameAsync(2)), Is.EqualTo(("Menschen", "Geflüchtete")));
        Assert.That(
            await Releases.LatestAsync(default),
            Is.EqualTo(new Release { Number = 2, PublishedUtc = Clock.Now.UtcDateTime, Kind = ReleaseKind.Catalogue, Why = "New definitions and texts of the program", Changed = 1 }));
    }

    [Test]
    public async Task What_takes_the_place_of_nothing_was_added_and_what_nothing_takes_the_place_of_was_closed()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        var shipped = SmallCatalogue.Shipped;
        var next = Lagebild.Catalogue.Catalogue.From(shipped.Entries, shipped.Texts.Select(t => t with { Language = "pl", Body = "Osoby" }));
        await Catalogue.SeedAsync(next, Feeds(), default);
        var release = (await Releases.LatestAsync(default))!;
        Assert.That((release.Added, release.Changed, release.Closed), Is.EqualTo((1, 0, 1)));
    }

    [Test]
    public async Task A_text_edited_here_stays_when_the_program_ships_another()
    {
        await using (var connection = await Database.OpenAsync(default))
        {
            await connection.ExecuteAsync("update catalogue_text set body = 'Unser Wort', edited = 1 where code = 'refugees'");
        }

        await Catalogue.SeedAsync(SmallCatalogue.With("Geflüchtete"), Feeds(), default);
        Assert.That(await NameAsync(0), Is.EqualTo("Unser Wort"));
    }

    [Test]
    public async Task Stands_with_the_same_definitions_share_one_catalogue()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 6));
        Assert.That(await Catalogue.AsOfAsync(2, default), Is.SameAs(await Catalogue.AsOfAsync(1, default)));
    }

    [Test]
    public async Task The_shipped_catalogue_comes_back_as_it_was()
    {
        await Catalogue.SeedAsync(Lagebild.Catalogue.Catalogue.Shipped, Feeds(), default);
        var stored = await Catalogue.AsOfAsync(0, default);
        Assert.That(stored.Entries, Is.EqualTo(Lagebild.Catalogue.Catalogue.Shipped.Entries));
        Assert.That(stored.Texts, Is.EqualTo(Lagebild.Catalogue.Catalogue.Shipped.Texts));
    }

    [Test]
    public async Task Feeds_come_back_as_they_were_in_their_order()
    {
        var stored = await new FeedStore(Database).AllAsync(default);
        Assert.That(stored.Select(f => f with { Name = Feeds()[0].Name }), Is.EqualTo(Feeds().Select(f => f with { Name = Feeds()[0].Name })).UsingPropertiesComparer());
        Assert.That(stored[0].Name, Is.EqualTo(Feeds()[0].Name));
    }

    [Test]
    public async Task A_feed_that_is_there_already_is_left_as_it_is()
    {
        await Catalogue.SeedAsync(SmallCatalogue.Shipped, [TestFeed.Of(Feed) with { Publisher = "Another" }, TestFeed.Of("third")], default);
        Assert.That((await new FeedStore(Database).AllAsync(default)).Select(f => (f.Code, f.Publisher)), Is.EqualTo(((string, string)[])[(Feed, "Publisher"), (OtherFeed, "Publisher"), ("third", "Publisher")]));
    }

    private async Task<string> NameAsync(int stand) => (await Catalogue.AsOfAsync(stand, default)).Text("indicator", "refugees", "name", "de")!.Body;
}
