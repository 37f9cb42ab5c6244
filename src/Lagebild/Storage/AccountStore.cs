using System.Data.Common;
using Dapper;
using Lagebild.Accounts;

namespace Lagebild.Storage;

/// <summary>People with an account, and what they may do.</summary>
public sealed class AccountStore(Database database, TimeProvider clock)
{
    private static readonly Table _grant = new("account_grant", "account", "number", "role", "region");

    /// <summary>Makes an account; a mail address that has one throws <see cref="InvalidOperationException"/>.</summary>
    public async Task<Person> AddAsync(string name, string mail, IReadOnlyList<Grant> grants, Who by, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        if (await connection.ExecuteScalarAsync<long>(Sql.WithMail, new { Mail = Normal(mail) }, transaction) > 0)
        {
            throw new InvalidOperationException("There is an account with this mail address.");
        }

        var person = new Person { Id = await Database.NextAsync(transaction, "account"), Name = name, Mail = mail, Grants = grants };
        await connection.ExecuteAsync(Sql.Add, new { person.Id, person.Name, person.Mail, NormalMail = Normal(mail), AddedUtc = clock.GetUtcNow().UtcDateTime }, transaction);
        database.Insert(transaction, _grant, grants.Select((g, i) => new object?[] { person.Id, i, g.Role.ToString(), g.Region }));
        await AuditStore.AddAsync(transaction, clock, by, "account.add", $"account {person.Id}", after: Text(person));
        await transaction.CommitAsync(ct);
        return person;
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

    /// <summary>A mail address as accounts are found by it.</summary>
    internal static string Normal(string mail) => mail.Trim().ToUpperInvariant();

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
        private const string Columns = """
            select a.id, a.name, a.mail
            from account a
            """;

        /// <summary>How many accounts, closed ones too, have a mail address.</summary>
        public const string WithMail = """
            select count(*)
            from account
            where normal_mail = @Mail
            """;

        /// <summary>A new account.</summary>
        public const string Add = """
            insert into account (id, name, mail, normal_mail, added_utc)
            values (@Id, @Name, @Mail, @NormalMail, @AddedUtc)
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
