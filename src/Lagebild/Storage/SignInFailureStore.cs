using System.Data.Common;
using Dapper;
using Lagebild.Accounts;

namespace Lagebild.Storage;

/// <summary>Failed attempts to sign in, counted by name and by address, the same whether there is an account of the name or not.</summary>
public sealed class SignInFailureStore(Database database, TimeProvider clock)
{
    /// <summary>From when on this name may be tried from this address; null: now.</summary>
    public async Task<DateTime?> UntilAsync(string mail, string address, CancellationToken ct) =>
        (await database.QueryAsync<Row>(Sql.Of, new { Name = Delay.OfName(mail), Address = Delay.OfAddress(address) }, ct)).Max(r => r.UntilUtc) is { } until && until > Now ? until : null;

    /// <summary>Counts one more. The first that makes wait is noted.</summary>
    public async Task AddAsync(string mail, string address, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        var failed = await AddAsync(transaction, Delay.OfName(mail), Delay.FreeByName);
        await AddAsync(transaction, Delay.OfAddress(address), Delay.FreeByAddress);
        await connection.ExecuteAsync(Sql.Forget, new { LastUtc = Now - Delay.Memory, Most = Delay.Most / 2 }, transaction);
        if (failed is Delay.FreeByName or Delay.Most)
        {
            await AuditStore.AddAsync(transaction, clock, new(null, "unknown"), "sign-in.delay", $"name {Delay.OfName(mail)[..12]}", after: FormattableString.Invariant($"{failed} failed attempts"));
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>Forgets the failures with a name and from an address: it was signed in, or the password given anew (address null).</summary>
    public Task ClearAsync(string mail, string? address, CancellationToken ct) =>
        database.ExecuteAsync(Sql.Clear, new { Name = Delay.OfName(mail), Address = Delay.OfAddress(address ?? "") }, ct);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<int> AddAsync(DbTransaction transaction, string subject, int free)
    {
        var connection = transaction.Connection!;
        var before = await connection.ExecuteScalarAsync<int?>(Sql.Failed, new { Subject = subject }, transaction);
        var failed = (before ?? 0) + 1;
        await connection.ExecuteAsync(before is null ? Sql.Add : Sql.Count, new { Subject = subject, Failed = failed, LastUtc = Now, UntilUtc = Until(failed, free) }, transaction);
        return failed;
    }

    private DateTime? Until(int failed, int free) => failed >= Delay.Most && free == Delay.FreeByName ? DateTime.MaxValue.Date : Now + Delay.After(failed, free);

    private sealed record Row
    {
        public DateTime? UntilUtc { get; init; }
    }

    internal static class Sql
    {
        /// <summary>From when on a name and an address may be tried.</summary>
        public const string Of = """
            select until_utc
            from sign_in_failure
            where subject = @Name or subject = @Address
            """;

        /// <summary>How many there were in a row.</summary>
        public const string Failed = """
            select failed
            from sign_in_failure
            where subject = @Subject
            """;

        /// <summary>The first of a name or an address.</summary>
        public const string Add = """
            insert into sign_in_failure (subject, failed, last_utc, until_utc)
            values (@Subject, @Failed, @LastUtc, @UntilUtc)
            """;

        /// <summary>A further one.</summary>
        public const string Count = """
            update sign_in_failure
            set failed = @Failed, last_utc = @LastUtc, until_utc = @UntilUtc
            where subject = @Subject
            """;

        /// <summary>None of a name and an address any more.</summary>
        public const string Clear = """
            delete from sign_in_failure
            where subject = @Name or subject = @Address
            """;

        /// <summary>Old ones, unless they are many.</summary>
        public const string Forget = """
            delete from sign_in_failure
            where last_utc < @LastUtc and failed < @Most
            """;
    }
}
