using Dapper;
using Lagebild.Accounts;
using Lagebild.Storage;

namespace Lagebild.Tests.Storage;

/// <summary>The chain of the audit.</summary>
internal sealed class AuditStoreTests(string kind) : StorageFixture(kind)
{
    private AuditStore Audit => new(Database, Clock);

    [SetUp]
    public async Task ActAsync()
    {
        foreach (var act in new[] { "first", "second", "third" })
        {
            await Audit.AddAsync(Who.Operator, act, "feed first", "DE-HH", "{\"ü\": 1}", default);
        }
    }

    [Test]
    public async Task The_chain_holds_as_it_was_written() => Assert.That(await Audit.BrokenAtAsync(default), Is.Null);

    [TestCase("update audit set who = 'someone' where number = 2", 2)]
    [TestCase("delete from audit where number = 1", 1)]
    [TestCase("update audit set hash = (select a.hash from audit a where a.number = 1) where number = 3", 3)]
    public async Task What_was_changed_or_removed_is_found(string tampering, long at)
    {
        await using (var connection = await Database.OpenAsync(default))
        {
            await connection.ExecuteAsync(tampering);
        }

        Assert.That(await Audit.BrokenAtAsync(default), Is.EqualTo(at));
    }

    [Test]
    public async Task Entries_are_read_page_by_page()
    {
        Assert.That((await Audit.BeforeAsync(long.MaxValue, 2, default)).Select(e => e.Act), Is.EqualTo(new[] { "third", "second" }));
        Assert.That((await Audit.BeforeAsync(2, 2, default)).Select(e => e.Act), Is.EqualTo(new[] { "first" }));
    }
}
