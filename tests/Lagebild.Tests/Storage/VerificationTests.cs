using Lagebild.Accounts;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Tests.Storage;

/// <summary>A sound database after all that can be done, and one thing after the other that is wrong.</summary>
internal sealed class VerificationTests(string kind) : StorageFixture(kind)
{
    private const string PersonFeed = "person";

    protected override IReadOnlyList<Feed> Feeds() => [.. base.Feeds(), TestFeed.Of(PersonFeed) with { Release = ReleasePolicy.ByPerson }];

    [SetUp]
    public async Task ActAsync()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        var second = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 6), new TestValue("DE-SH", "2024-01-31", 9) { Confidentiality = ConfidentialityStatus.Confidential });
        await Releases.WithdrawAsync(second.Delivery!.Value, WithdrawalKind.Error, new("wrong"), Who.Operator, default);
        await Releases.RestoreAsync(second.Delivery!.Value, new("right"), Who.Operator, default);
        var told = await ReleaseAsync(new TestValue("DE-HH", "2024-02-29", 3));
        await Releases.WithdrawAsync(told.Delivery!.Value, WithdrawalKind.Disclosure, new("told too much"), Who.Operator, default);
        var waiting = await SaveAsync(TestFile.Of(PersonFeed, new TestValue("DE-HH", "2024-01-31", 5)));
        await new OrderStore(Database, Clock).OrderAsync(waiting.Id, Clock.Now.UtcDateTime.AddHours(1), 0, new("later"), Who.Operator, default);
    }

    [Test]
    public async Task What_was_done_by_the_program_is_sound() => Assert.That(await WrongAsync(), Is.Empty);

    [TestCase("update audit set who = 'x' where number = 2", "Each entry of the audit carries the hash of the one before. (1, entry 2)")]
    [TestCase("update release set number = 99 where number = 6", "Releases are numbered from 1 without gaps. (93)")]
    [TestCase("update release set delivery = 99 where number = 3", "The delivery of a release is there. (1)")]
    [TestCase("update delivery set state = 'Released' where id = 4", "A released delivery has its release, and one that is not released has none. (1)")]
    [TestCase("update delivery set state = 'Withdrawn' where id = 1", "A delivery is withdrawn where the last word on it is a withdrawal. (1)")]
    [TestCase("update observation set release_to = 99 where release_from = 1", "What a value begins and ends with is a release. (1)")]
    [TestCase("update observation set delivery = 99 where release_from = 1", "The delivery of a value is there and was released. (1)")]
    [TestCase("update observation set delivery = 4 where release_from = 1", "The delivery of a value is there and was released. (1)")]
    [TestCase("update observation set release_to = 2147483647 where release_from = 1", "At each release a period of a series has one value at most. (1)")]
    [TestCase("update observation set public_value = 9 where conf_status is not null and release_from = 2", "Nothing that is held back shows a number. (1)")]
    [TestCase("update draft set delivery = 1", "Only waiting deliveries have a draft. (1)")]
    [TestCase("update release_order set delivery = 1", "An open order has a waiting delivery, a carried out one a released delivery. (1)")]
    public async Task Each_thing_that_is_wrong_is_found_and_named(string tampering, string found)
    {
        await Database.ExecuteAsync(tampering, null, default);
        Assert.That(await WrongAsync(), Does.Contain(found));
    }

    private async Task<string[]> WrongAsync() => await new Verification(Database, new(Database, Clock)).RunAsync(default)
        .Where(v => v.Faults != 0)
        .Select(v => $"{v.Sentence} ({v.Faults}{(v.First is null ? "" : $", {v.First}")})")
        .ToArrayAsync();
}
