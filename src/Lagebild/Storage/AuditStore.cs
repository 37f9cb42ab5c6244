using System.Data.Common;
using Dapper;
using Lagebild.Accounts;

namespace Lagebild.Storage;

/// <summary>The audit: every act, in a chain of hashes. What is noted in a transaction is kept or lost with it.</summary>
public sealed class AuditStore(Database database, TimeProvider clock)
{
    /// <summary>Notes an act in a transaction that holds the write lock.</summary>
    internal static async Task AddAsync(DbTransaction transaction, TimeProvider clock, Who who, string act, string subject, string? region = null, string? before = null, string? after = null)
    {
        var last = await transaction.Connection!.QuerySingleOrDefaultAsync<AuditEntry>(Sql.Last, transaction: transaction);
        var entry = new AuditEntry
        {
            Number = (last?.Number ?? 0) + 1,
            AtUtc = Milliseconds(clock.GetUtcNow().UtcDateTime),
            Person = who.Person,
            Who = who.Name,
            Act = act,
            Subject = subject,
            Region = region,
            Before = before,
            After = after,
        };
        await transaction.Connection!.ExecuteAsync(Sql.Add, entry with { Hash = entry.HashAfter(last?.Hash ?? "") }, transaction);
    }

    /// <summary>Notes an act that changes nothing else.</summary>
    public async Task AddAsync(Who who, string act, string subject, string? region, string? after, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        await AddAsync(transaction, clock, who, act, subject, region, after: after);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Entries before a number, latest first.</summary>
    public Task<IReadOnlyList<AuditEntry>> BeforeAsync(long number, int count, CancellationToken ct) =>
        database.QueryAsync<AuditEntry>(Sql.Before, new { Number = number, Count = count }, ct);

    /// <summary>All entries, first to last.</summary>
    public IAsyncEnumerable<AuditEntry> AllAsync(CancellationToken ct) => database.StreamAsync<AuditEntry>(Sql.All, null, ct);

    /// <summary>The number of the first entry that is not as it was written, or whose predecessor is missing; null where the chain holds.</summary>
    public async Task<long?> BrokenAtAsync(CancellationToken ct)
    {
        var (previous, expected) = ("", 1L);
        await foreach (var entry in AllAsync(ct))
        {
            if (entry.Number != expected || entry.Hash != entry.HashAfter(previous))
            {
                return expected;
            }

            (previous, expected) = (entry.Hash, expected + 1);
        }

        return null;
    }

    /// <summary>As both databases keep a moment.</summary>
    private static DateTime Milliseconds(DateTime moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMillisecond));

    internal static class Sql
    {
        private const string Columns = """
            select a.number, a.at_utc, a.person, a.who, a.act, a.subject, a.region, a.[before], a.[after], a.hash
            from audit a
            """;

        /// <summary>The last entry.</summary>
        public const string Last = $"""
            {Columns}
            where a.number = (select max(l.number) from audit l)
            """;

        /// <summary>A new entry.</summary>
        public const string Add = """
            insert into audit (number, at_utc, person, who, act, subject, region, [before], [after], hash)
            values (@Number, @AtUtc, @Person, @Who, @Act, @Subject, @Region, @Before, @After, @Hash)
            """;

        /// <summary>Some entries before a number, latest first: numbers have no gaps.</summary>
        public const string Before = $"""
            {Columns}
            where a.number < @Number and a.number >= (select case when @Number > max(l.number) then max(l.number) + 1 else @Number end from audit l) - @Count
            order by a.number desc
            """;

        /// <summary>All entries in order.</summary>
        public const string All = $"""
            {Columns}
            order by a.number
            """;
    }
}
