using System.Data.Common;
using Dapper;
using Lagebild.Accounts;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>The keys of machines: made, found, revoked. Only for the offices of their feeds.</summary>
public sealed class TokenStore(Database database, TimeProvider clock)
{
    private static readonly Table _feed = new("machine_token_feed", "token", "feed");

    private static readonly TimeSpan _noted = TimeSpan.FromMinutes(1);

    /// <summary>Makes a token for feeds of one office, of a key from <see cref="MachineToken.NewSecret"/>, which is kept nowhere. The same key again makes nothing more.</summary>
    public async Task MakeAsync(string secret, string name, IReadOnlyList<Feed> feeds, DateTime expiresUtc, Who who, CancellationToken ct)
    {
        var hash = MachineToken.HashOf(secret) ?? throw new ArgumentException("This is no key.", nameof(secret));
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        if ((await connection.QueryAsync<long>(Sql.ByHash, new { Hash = hash }, transaction)).Any())
        {
            return;
        }

        var id = await Database.NextAsync(transaction, "machine_token");
        var row = new { Id = id, Name = name, Hash = hash, MadeBy = who.Person, MadeUtc = clock.GetUtcNow().UtcDateTime, ExpiresUtc = expiresUtc };
        await connection.ExecuteAsync(Sql.Add, row, transaction);
        database.Insert(transaction, _feed, feeds.Select(f => new object?[] { id, f.Code }));
        var token = (await ListAsync(transaction)).Single(t => t.Id == id);
        await AuditStore.AddAsync(transaction, clock, who, "token.make", Subject(id), feeds[0].Region, after: Said(token));
        await transaction.CommitAsync(ct);
    }

    /// <summary>All tokens, those that hold no more too, latest first.</summary>
    public async Task<IReadOnlyList<MachineToken>> AllAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginReadAsync(connection, ct);
        return await ListAsync(transaction);
    }

    /// <summary>The token of a text that a machine shows, where it holds now; else null. Notes that it was used.</summary>
    public async Task<MachineToken?> UseAsync(string secret, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var token = MachineToken.HashOf(secret) is { } hash ? (await AllAsync(ct)).FirstOrDefault(t => t.Hash == hash) : null;
        if (token?.HoldsAt(now) != true)
        {
            return null;
        }

        if (token.LastUsedUtc is null || token.LastUsedUtc < now - _noted)
        {
            await database.ExecuteAsync(Sql.Use, new { token.Id, UsedUtc = now }, ct);
        }

        return token;
    }

    /// <summary>Ends a token for good; one that was revoked before stays as it is.</summary>
    public async Task RevokeAsync(MachineToken token, string? region, Who who, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        if (await connection.ExecuteAsync(Sql.Revoke, new { token.Id, RevokedUtc = clock.GetUtcNow().UtcDateTime }, transaction) > 0)
        {
            await AuditStore.AddAsync(transaction, clock, who, "token.revoke", Subject(token.Id), region, before: Said(token));
            await transaction.CommitAsync(ct);
        }
    }

    private static async Task<IReadOnlyList<MachineToken>> ListAsync(DbTransaction transaction)
    {
        var feeds = (await transaction.Connection!.QueryAsync<FeedRow>(Sql.Feeds, transaction: transaction)).ToLookup(f => f.Token, f => f.Feed);
        return [.. (await transaction.Connection!.QueryAsync<MachineToken>(Sql.List, transaction: transaction)).Select(t => t with { Feeds = [.. feeds[t.Id]] })];
    }

    private static string Subject(long id) => FormattableString.Invariant($"token {id}");

    private static string Said(MachineToken token) => FormattableString.Invariant($"{token.Name}: {string.Join(", ", token.Feeds)}, until {token.ExpiresUtc:yyyy-MM-dd}");

    private sealed record FeedRow
    {
        public long Token { get; init; }

        public required string Feed { get; init; }
    }

    internal static class Sql
    {
        /// <summary>A new token.</summary>
        public const string Add = """
            insert into machine_token (id, name, hash, made_by, made_utc, expires_utc)
            values (@Id, @Name, @Hash, @MadeBy, @MadeUtc, @ExpiresUtc)
            """;

        /// <summary>All tokens, latest first.</summary>
        public const string List = """
            select t.id, t.name, t.hash, t.made_by, a.name as made_by_name, t.made_utc, t.expires_utc, t.last_used_utc, t.revoked_utc
            from machine_token t
            join account a on a.id = t.made_by
            order by t.id desc
            """;

        /// <summary>The feeds of all tokens, in order.</summary>
        public const string Feeds = """
            select token, feed
            from machine_token_feed
            order by token, feed
            """;

        /// <summary>The token with a hash.</summary>
        public const string ByHash = """
            select id
            from machine_token
            where hash = @Hash
            """;

        /// <summary>A token was used.</summary>
        public const string Use = """
            update machine_token
            set last_used_utc = @UsedUtc
            where id = @Id
            """;

        /// <summary>A token ends.</summary>
        public const string Revoke = """
            update machine_token
            set revoked_utc = @RevokedUtc
            where id = @Id and revoked_utc is null
            """;
    }
}
