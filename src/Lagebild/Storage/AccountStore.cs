using System.Data.Common;
using Dapper;
using Lagebild.Accounts;

namespace Lagebild.Storage;

/// <summary>People with an account, and what they may do.</summary>
public sealed class AccountStore(Database database, TimeProvider clock)
{
    private static readonly Table _grant = new("account_grant", "account", "number", "role", "region");
    private static readonly Table _code = new("recovery_code", "account", "number", "salt", "hash");

    /// <summary>Makes an account; a mail address that has one throws <see cref="InvalidOperationException"/>.</summary>
    public async Task<Person> AddAsync(string name, string mail, IReadOnlyList<Grant> grants, Who by, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        if (await connection.ExecuteScalarAsync<long>(Sql.WithMail, new { Mail = Normal(mail) }, transaction) > 0)
        {
            throw new InvalidOperationException("There is an account with this mail address.");
        }

        var person = await InsertAsync(transaction, name, mail, grants, by);
        await transaction.CommitAsync(ct);
        return person;
    }

    /// <summary>A new account in a transaction that holds the write lock.</summary>
    internal async Task<Person> InsertAsync(DbTransaction transaction, string name, string mail, IReadOnlyList<Grant> grants, Who by)
    {
        var person = new Person { Id = await Database.NextAsync(transaction, "account"), Name = name, Mail = mail.Trim(), Grants = grants };
        await transaction.Connection!.ExecuteAsync(Sql.Add, new { person.Id, person.Name, person.Mail, NormalMail = Normal(mail), Stamp = NewStamp(), AddedUtc = Now }, transaction);
        InsertGrants(transaction, person);
        await AuditStore.AddAsync(transaction, clock, by, "account.add", Subject(person.Id), after: Text(person));
        return person;
    }

    /// <summary>As <see cref="AddAsync"/>, with the secret of a link that sets the account's password, handed out this once.</summary>
    public async Task<(Person Person, string Secret)> InviteAsync(string name, string mail, IReadOnlyList<Grant> grants, Who by, CancellationToken ct)
    {
        var person = await AddAsync(name, mail, grants, by, ct);
        return (person, (await ResetAsync(person.Id, by, ct))!);
    }

    /// <summary>
    /// Takes password, code and sessions of an account away and gives the secret of a link that sets a new password, handed out this once; links given before are void.
    /// Null where there is no such account, or it is closed.
    /// </summary>
    public async Task<string?> ResetAsync(long id, Who by, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        if (await connection.QuerySingleOrDefaultAsync<Account>(Sql.SecretsById, new { Id = id }, transaction) is not { } account)
        {
            return null;
        }

        await connection.ExecuteAsync(Sql.Reset, new { Id = id, Stamp = NewStamp() }, transaction);
        await connection.ExecuteAsync(Sql.RemoveCodes, new { Id = id }, transaction);
        await LockOutAsync(transaction, id, Now);
        await connection.ExecuteAsync(SignInFailureStore.Sql.Clear, new { Name = Delay.OfName(account.Mail), Address = "" }, transaction);
        var secret = await LinkStore.AddAsync(transaction, id, Now, OneTimeLink.InvitationTime);
        await AuditStore.AddAsync(transaction, clock, by, "account.link", Subject(id));
        await transaction.CommitAsync(ct);
        return secret;
    }

    /// <summary>Gives an account other roles.</summary>
    public async Task<AccountChange> GrantAsync(long id, IReadOnlyList<Grant> grants, Who by, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        if (await connection.QuerySingleOrDefaultAsync<PersonRow>(Sql.ById, new { Id = id }, transaction) is not { } row)
        {
            return AccountChange.Missing;
        }

        var before = row.With(await GrantsAsync(transaction, id));
        var after = before with { Grants = grants };
        if (IsHead(before) && !IsHead(after) && await IsLastHeadAsync(transaction, id))
        {
            return AccountChange.LastAdministrator;
        }

        await connection.ExecuteAsync(Sql.RemoveGrants, new { Id = id }, transaction);
        InsertGrants(transaction, after);
        await AuditStore.AddAsync(transaction, clock, by, "account.grant", Subject(id), before: Text(before), after: Text(after));
        await transaction.CommitAsync(ct);
        return AccountChange.Done;
    }

    /// <summary>Gives an account another name.</summary>
    public async Task RenameAsync(long id, string name, Who by, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        if (await connection.QuerySingleOrDefaultAsync<PersonRow>(Sql.ById, new { Id = id }, transaction) is { } row && row.Name != name)
        {
            await connection.ExecuteAsync(Sql.Rename, new { Id = id, Name = name }, transaction);
            await AuditStore.AddAsync(transaction, clock, by, "account.name", Subject(id), before: row.Name, after: name);
            await transaction.CommitAsync(ct);
        }
    }

    /// <summary>How accounts stand, by id: whether they can be signed in with, and until when a link waits.</summary>
    public async Task<IReadOnlyDictionary<long, AccountState>> StatesAsync(CancellationToken ct) =>
        (await database.QueryAsync<AccountState>(Sql.States, new { NowUtc = Now }, ct)).ToDictionary(s => s.Id);

    /// <summary>Keeps new recovery codes of an account, hashed, instead of those before.</summary>
    public async Task ReplaceCodesAsync(Account account, IReadOnlyList<RecoveryCode> codes, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        await connection.ExecuteAsync(Sql.RemoveCodes, new { account.Id }, transaction);
        database.Insert(transaction, _code, codes.Select((c, i) => new object?[] { account.Id, i, c.Salt, c.Hash }));
        await AuditStore.AddAsync(transaction, clock, account.Who, "account.recovery-codes", Subject(account.Id));
        await transaction.CommitAsync(ct);
    }

    /// <summary>The recovery codes of an account that are not used.</summary>
    public Task<IReadOnlyList<RecoveryCode>> CodesAsync(long account, CancellationToken ct) => database.QueryAsync<RecoveryCode>(Sql.Codes, new { Id = account }, ct);

    /// <summary>Takes a recovery code, once: false where it is gone.</summary>
    public async Task<bool> TakeCodeAsync(Account account, RecoveryCode code, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        if (await connection.ExecuteAsync(Sql.TakeCode, new { account.Id, code.Hash }, transaction) == 0)
        {
            return false;
        }

        await AuditStore.AddAsync(transaction, clock, account.Who, "account.recovery-code-used", Subject(account.Id));
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Null where there is none, or it is closed.</summary>
    public async Task<Person?> ByIdAsync(long id, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<PersonRow>(Sql.ById, new { Id = id }) is { } row ? await WithGrantsAsync(connection, row) : null;
    }

    /// <summary>Everyone with an open account, by name.</summary>
    public async Task<IReadOnlyList<Person>> AllAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var grants = (await connection.QueryAsync<GrantRow>(Sql.AllGrants)).ToLookup(g => g.Account, g => g.Grant);
        return [.. (await connection.QueryAsync<PersonRow>(Sql.All)).Select(p => p.With([.. grants[p.Id]])).OrderBy(p => p.Name, StringComparer.InvariantCultureIgnoreCase)];
    }

    /// <summary>Whether there is or was any account: then nobody sets up a first one.</summary>
    public async Task<bool> AnyAsync(CancellationToken ct) => (await database.QueryAsync<long>(Sql.Count, null, ct))[0] > 0;

    /// <summary>What someone signs in with; null where there is no such account, or it is closed.</summary>
    public async Task<Account?> SecretsAsync(long id, CancellationToken ct) => (await database.QueryAsync<Account>(Sql.SecretsById, new { Id = id }, ct)).SingleOrDefault();

    /// <summary>The same by mail address.</summary>
    public async Task<Account?> SecretsAsync(string mail, CancellationToken ct) => (await database.QueryAsync<Account>(Sql.SecretsByMail, new { Mail = Normal(mail) }, ct)).SingleOrDefault();

    /// <summary>
    /// Keeps changed secrets and name; what changed is noted, not to what. False where the account was changed by another since it was read, or is closed.
    /// </summary>
    public async Task<bool> SaveAsync(Account account, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        var before = await connection.QuerySingleOrDefaultAsync<Account>(Sql.SecretsById, new { account.Id }, transaction);
        if (before is null || await connection.ExecuteAsync(Sql.Save, account, transaction) == 0)
        {
            return false;
        }

        foreach (var (act, was, now) in Changes(before, account))
        {
            await AuditStore.AddAsync(transaction, clock, account.Who, act, Subject(account.Id), before: was, after: now);
        }

        await transaction.CommitAsync(ct);
        account.Version++;
        return true;
    }

    /// <summary>Takes a code of a time step, once: false where one of this or a later step was taken before.</summary>
    public async Task<bool> TakeStepAsync(long account, long step, CancellationToken ct) => await database.ExecuteAsync(Sql.TakeStep, new { Id = account, CodeStep = step }, ct) == 1;

    /// <summary>Closes an account and ends its sessions and links: nobody signs in with it any more, what it did stays its.</summary>
    public async Task<AccountChange> CloseAsync(long id, Who by, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        var now = Now;
        if (await IsLastHeadAsync(transaction, id))
        {
            return AccountChange.LastAdministrator;
        }

        if (await connection.ExecuteAsync(Sql.Close, new { Id = id, ClosedUtc = now, NormalMail = FormattableString.Invariant($"closed {id}"), Stamp = NewStamp() }, transaction) == 0)
        {
            return AccountChange.Missing;
        }

        await LockOutAsync(transaction, id, now);
        await AuditStore.AddAsync(transaction, clock, by, "account.close", Subject(id));
        await transaction.CommitAsync(ct);
        return AccountChange.Done;
    }

    internal static string Subject(long account) => FormattableString.Invariant($"account {account}");

    private static string Normal(string mail) => Account.Normal(mail);

    /// <summary>Ends all sessions and voids all links of an account.</summary>
    private static async Task LockOutAsync(DbTransaction transaction, long id, DateTime now)
    {
        await transaction.Connection!.ExecuteAsync(Sql.EndSessions, new { Id = id, EndedUtc = now }, transaction);
        await transaction.Connection!.ExecuteAsync(Sql.VoidLinks, new { Id = id }, transaction);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static async Task<IReadOnlyList<Grant>> GrantsAsync(DbTransaction transaction, long id) =>
        [.. (await transaction.Connection!.QueryAsync<GrantRow>(Sql.Grants, new { Id = id }, transaction)).Select(g => g.Grant)];

    /// <summary>Whether someone may do everything an administrator may, everywhere.</summary>
    private static bool IsHead(Person person) => person.Has(Role.Administrator, region: null);

    /// <summary>Whether an account is the only one that <see cref="IsHead"/> holds for: without it nobody could let anybody in.</summary>
    private static async Task<bool> IsLastHeadAsync(DbTransaction transaction, long id) =>
        (await transaction.Connection!.QueryAsync<long>(Sql.Heads, transaction: transaction)).ToArray() is [var only] && only == id;

    private static string NewStamp() => Guid.NewGuid().ToString("N");

    private static IEnumerable<(string Act, string? Before, string? After)> Changes(Account before, Account after)
    {
        if (before.Name != after.Name)
        {
            yield return ("account.name", before.Name, after.Name);
        }

        if (before.PasswordHash != after.PasswordHash)
        {
            yield return ("account.password", null, null);
        }

        if (before.TwoFactor != after.TwoFactor)
        {
            yield return (after.TwoFactor ? "account.code-on" : "account.code-off", null, null);
        }
    }

    private void InsertGrants(DbTransaction transaction, Person person) =>
        database.Insert(transaction, _grant, person.Grants.Select((g, i) => new object?[] { person.Id, i, g.Role.ToString(), g.Region }));

    private static string Text(Person person) =>
        $"{person.Name} <{person.Mail}>: {string.Join(", ", person.Grants.Select(g => $"{g.Role} {g.Region ?? "everywhere"}"))}";

    private static async Task<Person> WithGrantsAsync(DbConnection connection, PersonRow row) =>
        row.With([.. (await connection.QueryAsync<GrantRow>(Sql.Grants, new { row.Id })).Select(g => g.Grant)]);

    private sealed record PersonRow
    {
        public long Id { get; init; }

        public required string Name { get; init; }

        public required string Mail { get; init; }

        public Person With(IReadOnlyList<Grant> grants) => new() { Id = Id, Name = Name, Mail = Mail, Grants = grants };
    }

    private sealed record GrantRow
    {
        public long Account { get; init; }

        public Role Role { get; init; }

        public string? Region { get; init; }

        public Grant Grant => new(Role, Region);
    }

    internal static class Sql
    {
        /// <summary>Nothing of what an account was signed in with stays.</summary>
        public const string Reset = """
            update account
            set password_hash = null, two_factor = 0, authenticator_key = null, code_step = null, stamp = @Stamp, version = version + 1
            where id = @Id and closed_utc is null
            """;

        /// <summary>Another name of an open account.</summary>
        public const string Rename = """
            update account
            set name = @Name, version = version + 1
            where id = @Id and closed_utc is null
            """;

        /// <summary>No roles of an account.</summary>
        public const string RemoveGrants = """
            delete from account_grant
            where account = @Id
            """;

        /// <summary>The open accounts that are administrators everywhere.</summary>
        public const string Heads = """
            select distinct a.id
            from account a
            join account_grant g on g.account = a.id
            where a.closed_utc is null and g.role = 'Administrator' and g.region is null
            """;

        /// <summary>How open accounts stand: whether a password is set, until when a link works.</summary>
        public const string States = """
            select a.id, case when a.password_hash is null then 0 else 1 end as has_password, a.two_factor, max(l.expires_utc) as link_until_utc
            from account a
            left join account_link l on l.account = a.id and l.expires_utc > @NowUtc
            where a.closed_utc is null
            group by a.id, case when a.password_hash is null then 0 else 1 end, a.two_factor
            """;

        /// <summary>No recovery codes of an account.</summary>
        public const string RemoveCodes = """
            delete from recovery_code
            where account = @Id
            """;

        /// <summary>Those of an account that are left.</summary>
        public const string Codes = """
            select salt, hash
            from recovery_code
            where account = @Id
            order by number
            """;

        /// <summary>One of them is used.</summary>
        public const string TakeCode = """
            delete from recovery_code
            where account = @Id and hash = @Hash
            """;

        private const string Columns = """
            select a.id, a.name, a.mail
            from account a
            """;

        /// <summary>How many open accounts have a mail address.</summary>
        public const string WithMail = """
            select count(*)
            from account
            where normal_mail = @Mail
            """;

        /// <summary>A new account.</summary>
        public const string Add = """
            insert into account (id, name, mail, normal_mail, stamp, added_utc)
            values (@Id, @Name, @Mail, @NormalMail, @Stamp, @AddedUtc)
            """;

        /// <summary>How many accounts there are, closed ones too.</summary>
        public const string Count = """
            select count(*)
            from account
            """;

        private const string Secrets = """
            select a.id, a.name, a.mail, a.password_hash, a.stamp, a.two_factor, a.authenticator_key, a.version
            from account a
            """;

        /// <summary>What an open account is signed in with.</summary>
        public const string SecretsById = $"""
            {Secrets}
            where a.id = @Id and a.closed_utc is null
            """;

        /// <summary>The same by mail address.</summary>
        public const string SecretsByMail = $"""
            {Secrets}
            where a.normal_mail = @Mail and a.closed_utc is null
            """;

        /// <summary>Changed secrets of an account that is as it was read.</summary>
        public const string Save = """
            update account
            set name = @Name, password_hash = @PasswordHash, stamp = @Stamp, two_factor = @TwoFactor, authenticator_key = @AuthenticatorKey, version = version + 1
            where id = @Id and version = @Version and closed_utc is null
            """;

        /// <summary>An open account is closed; its mail address can be invited anew.</summary>
        public const string Close = """
            update account
            set closed_utc = @ClosedUtc, normal_mail = @NormalMail, stamp = @Stamp, version = version + 1
            where id = @Id and closed_utc is null
            """;

        /// <summary>No session of an account goes on.</summary>
        public const string EndSessions = """
            update account_session
            set ended_utc = @EndedUtc
            where account = @Id and ended_utc is null
            """;

        /// <summary>No link of an account works any more.</summary>
        public const string VoidLinks = """
            delete from account_link
            where account = @Id
            """;

        /// <summary>A step that no code was taken of yet, nor of a later one.</summary>
        public const string TakeStep = """
            update account
            set code_step = @CodeStep
            where id = @Id and (code_step is null or code_step < @CodeStep)
            """;

        /// <summary>One open account.</summary>
        public const string ById = $"""
            {Columns}
            where a.id = @Id and a.closed_utc is null
            """;

        /// <summary>All open accounts.</summary>
        public const string All = $"""
            {Columns}
            where a.closed_utc is null
            """;

        /// <summary>What an account may do, in order.</summary>
        public const string Grants = """
            select account, role, region
            from account_grant
            where account = @Id
            order by number
            """;

        /// <summary>What all accounts may do, in order.</summary>
        public const string AllGrants = """
            select account, role, region
            from account_grant
            order by account, number
            """;
    }
}
