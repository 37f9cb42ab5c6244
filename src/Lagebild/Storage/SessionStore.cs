using Dapper;
using Lagebild.Accounts;

namespace Lagebild.Storage;

/// <summary>Where people are signed in. Ending one acts at its next request.</summary>
public sealed class SessionStore(Database database, TimeProvider clock)
{
    /// <summary>Times are kept to this: not every request is a write.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    /// <summary>Begins a session.</summary>
    public async Task StartAsync(Session session, Who who, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        await connection.ExecuteAsync(Sql.Start, session with { StartedUtc = Now, UsedUtc = Now }, transaction);
        await AuditStore.AddAsync(transaction, clock, who, "session.start", AccountStore.Subject(session.Account), after: $"{session.Browser}; {session.Address}");
        await transaction.CommitAsync(ct);
    }

    /// <summary>The session, noted as used; null where it is ended, over by time, or its account is closed.</summary>
    public async Task<Session?> UseAsync(string id, CancellationToken ct)
    {
        var session = (await database.QueryAsync<Session>(Sql.ById, new { Id = id }, ct)).SingleOrDefault();
        if (session is null || session.IsOver(Now))
        {
            return null;
        }

        if (Now - session.UsedUtc >= Grain)
        {
            await database.ExecuteAsync(Sql.Use, new { Id = id, UsedUtc = Now }, ct);
        }

        return session;
    }

    /// <summary>Those of an account that are not over, last used first.</summary>
    public async Task<IReadOnlyList<Session>> OfAsync(long account, CancellationToken ct) =>
        [.. (await database.QueryAsync<Session>(Sql.OfAccount, new { Id = account }, ct)).Where(s => !s.IsOver(Now)).OrderByDescending(s => s.UsedUtc)];

    /// <summary>Ends one session of an account; one that is over or another's stays as it is.</summary>
    public Task EndAsync(long account, string id, Who who, CancellationToken ct) => EndAsync(Sql.End, account, id, "session.end", who, ct);

    /// <summary>Ends all sessions of an account but one.</summary>
    public Task EndOthersAsync(long account, string but, Who who, CancellationToken ct) => EndAsync(Sql.EndOthers, account, but, "session.end-others", who, ct);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task EndAsync(string sql, long account, string id, string act, Who who, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        if (await connection.ExecuteAsync(sql, new { Account = account, Id = id, EndedUtc = Now }, transaction) > 0)
        {
            await AuditStore.AddAsync(transaction, clock, who, act, AccountStore.Subject(account));
        }

        await transaction.CommitAsync(ct);
    }

    internal static class Sql
    {
        private const string Columns = """
            select s.id, s.account, s.started_utc, s.used_utc, s.browser, s.address, a.stamp
            from account_session s
            join account a on a.id = s.account
            where s.ended_utc is null and a.closed_utc is null
            """;

        /// <summary>A new session.</summary>
        public const string Start = """
            insert into account_session (id, account, started_utc, used_utc, browser, address)
            values (@Id, @Account, @StartedUtc, @UsedUtc, @Browser, @Address)
            """;

        /// <summary>A session that nobody ended.</summary>
        public const string ById = $"""
            {Columns} and s.id = @Id
            """;

        /// <summary>Those of an account that nobody ended.</summary>
        public const string OfAccount = $"""
            {Columns} and s.account = @Id
            """;

        /// <summary>A session is used.</summary>
        public const string Use = """
            update account_session
            set used_utc = @UsedUtc
            where id = @Id
            """;

        /// <summary>One of an account's ends.</summary>
        public const string End = """
            update account_session
            set ended_utc = @EndedUtc
            where account = @Account and id = @Id and ended_utc is null
            """;

        /// <summary>All of an account's but one end.</summary>
        public const string EndOthers = """
            update account_session
            set ended_utc = @EndedUtc
            where account = @Account and id <> @Id and ended_utc is null
            """;
    }
}
