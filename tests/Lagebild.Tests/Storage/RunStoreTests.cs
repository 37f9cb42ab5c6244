using Lagebild.Storage;

namespace Lagebild.Tests.Storage;

internal sealed class RunStoreTests(string kind) : StorageFixture(kind)
{
    private static readonly DateTime _start = new(2024, 2, 1, 4, 0, 0, DateTimeKind.Utc);

    [Test]
    public async Task A_run_is_kept_with_how_it_ended()
    {
        var store = new RunStore(Database);
        var run = new Run
        {
            Id = await store.StartAsync(Feed, manual: true, "started", _start, default),
            Feed = Feed,
            StartedUtc = _start,
            EndedUtc = _start.AddMinutes(1),
            Manual = true,
            Stage = "finished",
            Outcome = RunOutcome.NothingNew,
            Delivery = 3,
            Release = 4,
            Files = 5,
            Records = 6,
            ValueCount = 7,
            Errors = 8,
        };
        await store.SaveAsync(run, default);
        Assert.That(await store.ListAsync(null, 10, default), Is.EqualTo((Run[])[run]));
    }

    [Test]
    public async Task A_run_cut_off_is_marked_and_does_not_count_as_one_that_ended()
    {
        var store = new RunStore(Database);
        await store.StartAsync(Feed, manual: false, "started", _start, default);
        await store.StartAsync(OtherFeed, manual: false, "started", _start, default);
        Assert.That(await store.CutOffAsync(Feed, _start.AddHours(1), default), Is.EqualTo(1));
        Assert.That((await store.ListAsync(null, 10, default)).Select(r => (r.Feed, r.Outcome)), Is.EqualTo(((string, RunOutcome)[])[(OtherFeed, RunOutcome.Running), (Feed, RunOutcome.CutOff)]));
        Assert.That(await store.LatestOfFeedsAsync(default), Is.Empty);
    }

    [Test]
    public async Task The_list_of_runs_is_cut_to_the_latest()
    {
        var store = new RunStore(Database);
        for (var i = 0; i < 5; i++)
        {
            await store.StartAsync(i % 2 == 0 ? Feed : OtherFeed, manual: false, "started", _start.AddHours(i), default);
        }

        Assert.That((await store.ListAsync(Feed, 2, default)).Select(r => r.Id), Is.EqualTo((long[])[5, 3]));
    }

    [Test]
    public async Task A_feed_is_claimed_by_one_run_at_a_time()
    {
        await using (await new RunStore(Database).ClaimAsync(Feed, default))
        {
            await using var other = await Database.TryClaimAsync(OtherFeed, default);
            Assert.That((await Database.TryClaimAsync(Feed, default) is null, other is null), Is.EqualTo((true, false)));
        }

        await using var next = await Database.TryClaimAsync(Feed, default);
        Assert.That(next, Is.Not.Null);
    }
}
