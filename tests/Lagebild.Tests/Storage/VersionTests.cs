using Lagebild.Accounts;
using Lagebild.Import;
using Lagebild.Storage;

namespace Lagebild.Tests.Storage;

/// <summary>Feeds and profiles are kept in versions.</summary>
internal sealed class VersionTests(string kind) : StorageFixture(kind)
{
    private static readonly Who Someone = new(1, "Someone");

    private FeedStore Kept => new(Database, Clock);

    private ProfileStore Profiles => new(Database, Clock);

    [Test]
    public async Task A_seeded_feed_begins_with_a_version_of_the_program() =>
        Assert.That((await Kept.HistoryAsync(Feed, default)).Select(v => (v.Number, v.Who)), Is.EqualTo(new[] { (1, Who.Program) }));

    [Test]
    public async Task A_changed_feed_is_not_changed_back_by_the_next_start()
    {
        var feed = (await Kept.ByCodeAsync(Feed, default))!;
        await Kept.SaveAsync(feed with { Publisher = "Another" }, 1, Someone, "moved", default);
        await Catalogue.SeedAsync(SmallCatalogue.Shipped, Feeds(), default);

        Assert.That((await Kept.ByCodeAsync(Feed, default))!.Publisher, Is.EqualTo("Another"));
        Assert.That((await Kept.HistoryAsync(Feed, default)).Select(v => (v.Number, v.Why, v.Feed.Publisher)), Is.EqualTo(new[] { (2, "moved", "Another"), (1, "", "Publisher") }));
    }

    [Test]
    public async Task A_feed_saved_twice_is_kept_once_and_an_overtaken_one_not_at_all()
    {
        var feed = (await Kept.ByCodeAsync(Feed, default))! with { Publisher = "Another" };
        var outcomes = new[]
        {
            await Kept.SaveAsync(feed, 1, Someone, "", default),
            await Kept.SaveAsync(feed, 1, Someone, "", default),
            await Kept.SaveAsync(feed with { Publisher = "Third" }, 1, Someone, "", default),
        };

        Assert.That(outcomes, Is.EqualTo(new[] { SaveOutcome.Saved, SaveOutcome.Unchanged, SaveOutcome.Overtaken }));
    }

    [Test]
    public async Task What_is_saved_is_noted_in_the_audit()
    {
        await Kept.SaveAsync(TestFeed.Of("third") with { Region = "DE-HH" }, 0, Someone, "", default);
        await Profiles.SaveAsync("own", Own("utf-8"), 0, Someone, "DE-HH", "", default);

        Assert.That(
            (await new AuditStore(Database, Clock).BeforeAsync(long.MaxValue, 2, default)).Select(a => (a.Act, a.Subject, a.Region)),
            Is.EqualTo(new[] { ("profile.add", "profile own", "DE-HH"), ("feed.add", "feed third", "DE-HH") }));
    }

    [Test]
    public async Task Before_a_shipped_profile_is_changed_its_text_is_kept()
    {
        await Profiles.SaveAsync("figures", Own("utf-8"), 0, Someone, null, "other encoding", default);

        Assert.That((await Profiles.HistoryAsync("figures", default)).Select(v => (v.Number, v.Text)), Is.EqualTo(new[] { (2, Own("utf-8")), (1, Lagebild.Import.Profiles.Text("figures")) }));
        Assert.That((await Profiles.ByVersionAsync("figures", Profile.Parse(Lagebild.Import.Profiles.Text("figures")).Version, default))!.Code, Is.EqualTo("figures"));
    }

    [Test]
    public async Task A_profile_that_nobody_changed_is_the_shipped_one() =>
        Assert.That(((await Profiles.CurrentAsync("figures", default))!.Number, (await Profiles.ByCodeAsync("figures", default))!.Version), Is.EqualTo((0, Lagebild.Import.Profiles.Shipped("figures").Version)));

    [Test]
    public void A_text_that_is_no_profile_is_not_kept() =>
        Assert.That(() => Profiles.SaveAsync("own", "{}", 0, Someone, null, "", default), Throws.InstanceOf<ProfileException>());

    [Test]
    public async Task The_file_of_a_draft_is_read_again_as_it_came_and_goes_with_it()
    {
        var drafts = new ProfileDraftStore(Database, Deliveries, Clock);
        byte[] bytes = [.. Enumerable.Range(0, 3_000_000).Select(i => (byte)(i * 31))];
        var draft = await drafts.BeginAsync(FeedFile.FromBytes(bytes, "a.csv", "upload", DateTime.UnixEpoch), null, 0, "{}", Someone, default);
        using var kept = new MemoryStream();
        await using (var stream = (await drafts.FileAsync(draft, default)).Open())
        {
            await stream.CopyToAsync(kept);
        }

        var (mine, others) = (await drafts.ByIdAsync(draft.Id, 1, default), await drafts.ByIdAsync(draft.Id, 2, default));
        await drafts.RemoveAsync(draft.Id, default);

        Assert.That((kept.ToArray().AsSpan().SequenceEqual(bytes), mine?.FileName, others, await drafts.ByIdAsync(draft.Id, 1, default)), Is.EqualTo((true, "a.csv", (ProfileDraft?)null, (ProfileDraft?)null)));
    }

    private static string Own(string encoding) => $$"""{ "encoding": "{{encoding}}", "columns": [ { "match": "value", "as": "value" } ] }""";
}
