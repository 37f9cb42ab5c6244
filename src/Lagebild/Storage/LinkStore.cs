using System.Data.Common;
using Dapper;
using Lagebild.Accounts;

namespace Lagebild.Storage;

/// <summary>Links that work once: to the first account, and to a password of one's own.</summary>
public sealed class LinkStore(Database database, AccountStore accounts, TimeProvider clock)
{
    /// <summary>The secret of a new link to the first account, instead of the one before; null where there is or was an account.</summary>
    public async Task<string?> SetUpAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        await connection.ExecuteAsync(Sql.RemoveSetUp, transaction: transaction);
        var secret = await IsFirstAsync(transaction) ? await AddAsync(transaction, account: null, Now, OneTimeLink.SetUpTime) : null;
        await transaction.CommitAsync(ct);
        return secret;
    }

    /// <summary>The link of a secret; null where there is none, it is used, too old, or no longer needed.</summary>
    public async Task<OneTimeLink?> FindAsync(string secret, CancellationToken ct)
    {
        var link = (await database.QueryAsync<OneTimeLink>(Sql.ByHash, new { Hash = OneTimeLink.Hash(secret), NowUtc = Now }, ct)).SingleOrDefault();
        return link is { Account: null } && await accounts.AnyAsync(ct) ? null : link;
    }

    /// <summary>Makes the first account, administrator everywhere, with the link to it; null where the link does not work any more.</summary>
    public async Task<long?> SetUpAsync(string secret, string name, string mail, string passwordHash, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        if (!await IsFirstAsync(transaction) || await UseAsync(transaction, secret) is not { Account: null })
        {
            return null;
        }

        var person = await accounts.InsertAsync(transaction, name, mail, [new(Role.Administrator, Region: null)], new(null, name));
        await SetPasswordAsync(transaction, person.Id, passwordHash);
        await transaction.CommitAsync(ct);
        return person.Id;
    }

    /// <summary>Sets the password of an account with a link to it; gives the account, null where the link does not work any more.</summary>
    public async Task<long?> AcceptAsync(string secret, string passwordHash, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        if (await UseAsync(transaction, secret) is not { Account: { } account } || await SetPasswordAsync(transaction, account, passwordHash) is not { } name)
        {
            return null;
        }

        await AuditStore.AddAsync(transaction, clock, new(account, name), "account.accept", AccountStore.Subject(account));
        await transaction.CommitAsync(ct);
        return account;
    }

    /// <summary>A new link; gives its secret.</summary>
    internal static async Task<string> AddAsync(DbTransaction transaction, long? account, DateTime now, TimeSpan time)
    {
        var secret = OneTimeLink.NewSecret();
        await transaction.Connection!.ExecuteAsync(Sql.Add, new { Hash = OneTimeLink.Hash(secret), Account = account, MadeUtc = now, ExpiresUtc = now + time }, transaction);
        return secret;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static async Task<bool> IsFirstAsync(DbTransaction transaction) => await transaction.Connection!.ExecuteScalarAsync<long>(AccountStore.Sql.Count, transaction: transaction) == 0;

    private async Task<OneTimeLink?> UseAsync(DbTransaction transaction, string secret)
    {
        var hash = OneTimeLink.Hash(secret);
        var link = await transaction.Connection!.QuerySingleOrDefaultAsync<OneTimeLink>(Sql.ByHash, new { Hash = hash, NowUtc = Now }, transaction);
        return await transaction.Connection!.ExecuteAsync(Sql.Remove, new { Hash = hash }, transaction) == 1 ? link : null;
    }

    /// <summary>Gives the name of the account; null where it is closed.</summary>
    private static async Task<string?> SetPasswordAsync(DbTransaction transaction, long account, string passwordHash) =>
        await transaction.Connection!.ExecuteAsync(Sql.SetPassword, new { Id = account, PasswordHash = passwordHash, Stamp = Guid.NewGuid().ToString("N") }, transaction) == 1
            ? await transaction.Connection!.ExecuteScalarAsync<string>(Sql.NameOf, new { Id = account }, transaction)
            : null;

    internal static class Sql
    {
        /// <summary>A link that is not too old.</summary>
        public const string ByHash = """
            select account, expires_utc
            from account_link
            where hash = @Hash and expires_utc > @NowUtc
            """;

        /// <summary>A new link.</summary>
        public const string Add = """
            insert into account_link (hash, account, made_utc, expires_utc)
            values (@Hash, @Account, @MadeUtc, @ExpiresUtc)
            """;

        /// <summary>A link is used.</summary>
        public const string Remove = """
            delete from account_link
            where hash = @Hash
            """;

        /// <summary>No link to the first account.</summary>
        public const string RemoveSetUp = """
            delete from account_link
            where account is null
            """;

        /// <summary>An open account gets a password.</summary>
        public const string SetPassword = """
            update account
            set password_hash = @PasswordHash, stamp = @Stamp, version = version + 1
            where id = @Id and closed_utc is null
            """;

        /// <summary>Name of an account.</summary>
        public const string NameOf = """
            select name
            from account
            where id = @Id
            """;
    }
}
