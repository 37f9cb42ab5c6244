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

    /// <summary>At most so many entries that fit before a number, latest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> PageAsync(AuditFilter filter, long before, int count, CancellationToken ct) =>
        [.. await database.StreamAsync<AuditEntry>(Sql.Fitting, filter.Parameters(before), ct).Take(count).ToArrayAsync(ct)];

    /// <summary>All entries that fit, first to last.</summary>
    public IAsyncEnumerable<AuditEntry> AllAsync(AuditFilter filter, CancellationToken ct) =>
        database.StreamAsync<AuditEntry>(Sql.AllFitting, filter.Parameters(long.MaxValue), ct);

    /// <summary>The words of what was done so far, by alphabet.</summary>
    public Task<IReadOnlyList<string>> ActsAsync(CancellationToken ct) => database.QueryAsync<string>(Sql.Acts, null, ct);

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

        private const string Fits = """
            where a.number < @Number
                and (@AnyRegion = 1 or a.region in @Regions)
                and (@Act is null or a.act = @Act)
                and (@Subject is null or a.subject = @Subject or a.subject like @SubjectLike escape '!')
            """;

        /// <summary>Entries that fit before a number, latest first.</summary>
        public const string Fitting = $"""
            {Columns}
            {Fits}
            order by a.number desc
            """;

        /// <summary>Entries that fit before a number, in order.</summary>
        public const string AllFitting = $"""
            {Columns}
            {Fits}
            order by a.number
            """;

        /// <summary>Words of what was done.</summary>
        public const string Acts = """
            select distinct act
            from audit
            order by act
            """;

        /// <summary>All entries in order.</summary>
        public const string All = $"""
            {Columns}
            order by a.number
            """;
    }
}

/// <summary>Which entries of the audit are asked for; null does not narrow.</summary>
public sealed record AuditFilter
{
    /// <summary>Entries of these offices alone; null: all, those of no office among them.</summary>
    public IReadOnlyList<string>? Regions { get; init; }

    /// <summary>What was done: <c>delivery.release</c>.</summary>
    public string? Act { get; init; }

    /// <summary>What it was done to, or its first word: <c>delivery 12</c>, <c>delivery</c>.</summary>
    public string? Subject { get; init; }

    internal object Parameters(long before) => new
    {
        Number = before,
        AnyRegion = Regions is null ? 1 : 0,
        Regions = Regions ?? [],
        Act,
        Subject,
        SubjectLike = Subject is null ? null : $"{Escaped(Subject)} %",
    };

    private static string Escaped(string text) =>
        text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal).Replace("[", "![", StringComparison.Ordinal);
}
