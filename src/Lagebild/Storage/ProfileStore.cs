using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Lagebild.Accounts;
using Lagebild.Import;

namespace Lagebild.Storage;

/// <summary>The reading profiles: those the program ships, and those written or changed here, each change a version of its own.</summary>
public sealed class ProfileStore(Database database, TimeProvider clock)
{
    /// <summary>The profile as it is now: the latest version kept here, else the shipped one. Null where there is none of that code.</summary>
    public async Task<Profile?> ByCodeAsync(string code, CancellationToken ct) => await CurrentAsync(code, ct) is { } current ? Profile.Parse(current.Text) : null;

    /// <summary>The profile whose text has a hash, as deliveries name its version; null where that text was neither kept here nor is shipped now.</summary>
    public async Task<Profile?> ByVersionAsync(string code, string sha256, CancellationToken ct) =>
        (await HistoryAsync(code, ct)).FirstOrDefault(v => v.Sha256 == sha256) is { } version ? Profile.Parse(version.Text) : null;

    /// <summary>The latest version; number 0 where it is as shipped. Null where there is none of that code.</summary>
    public async Task<ProfileVersion?> CurrentAsync(string code, CancellationToken ct) => await HistoryAsync(code, ct) is [var latest, ..] ? latest : null;

    /// <summary>All versions of a profile, latest first; one that nobody changed here has the shipped text as number 0 alone. Empty where there is none.</summary>
    public async Task<IReadOnlyList<ProfileVersion>> HistoryAsync(string code, CancellationToken ct)
    {
        var kept = await database.QueryAsync<VersionRow>(Sql.History, new { Code = code }, ct);
        return kept.Count > 0 ? [.. kept.Select(r => r.Version)] : Profiles.Codes.Contains(code) ? [Shipped(code)] : [];
    }

    /// <summary>The codes of all profiles, shipped ones and others, in order.</summary>
    public async Task<IReadOnlyList<string>> CodesAsync(CancellationToken ct) =>
        [.. Profiles.Codes.Concat(await database.QueryAsync<string>(Sql.Codes, null, ct)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>
    /// Keeps a new profile (<paramref name="basedOn"/> 0, no shipped one has the code) or a new version of one, current from now on. Before the first change
    /// of a shipped one its text is kept as version 1, so that the history shows what was changed. The outcome is <see cref="SaveOutcome.Overtaken"/> where
    /// <paramref name="basedOn"/> is not the latest number any more (0: as shipped). Throws <see cref="FormatException"/> where the text is no profile.
    /// </summary>
    public async Task<SaveOutcome> SaveAsync(string code, string text, int basedOn, Who who, string? region, string why, CancellationToken ct)
    {
        _ = Profile.Parse(text);
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        var latest = (await connection.QueryAsync<VersionRow>(Sql.History, new { Code = code }, transaction)).FirstOrDefault()?.Version
            ?? (Profiles.Codes.Contains(code) ? Shipped(code) : null);
        if (latest?.Text == text)
        {
            return SaveOutcome.Unchanged;
        }

        if ((latest?.Number ?? 0) != basedOn)
        {
            return SaveOutcome.Overtaken;
        }

        if (latest is { Number: 0 })
        {
            await connection.ExecuteAsync(Sql.Note, Row(code, latest.Text, Who.Program, ""), transaction);
        }

        await connection.ExecuteAsync(Sql.Note, Row(code, text, who, why), transaction);
        await AuditStore.AddAsync(transaction, clock, who, latest is null ? "profile.add" : "profile.change", $"profile {code}", region, latest?.Sha256, Hash(text));
        await transaction.CommitAsync(ct);
        return SaveOutcome.Saved;
    }

    /// <summary>The hash of the current text; null where there is no profile of that code.</summary>
    internal static async Task<string?> VersionAsync(DbTransaction transaction, string code) =>
        (await transaction.Connection!.QueryAsync<VersionRow>(Sql.History, new { Code = code }, transaction)).FirstOrDefault()?.Sha256
        ?? (Profiles.Codes.Contains(code) ? Shipped(code).Sha256 : null);

    private object Row(string code, string text, Who who, string why) =>
        new { Code = code, Body = text, Sha256 = Hash(text), who.Person, Who = who.Name, AtUtc = clock.GetUtcNow().UtcDateTime, Why = why };

    private static ProfileVersion Shipped(string code) => new() { Number = 0, Text = Profiles.Text(code), Sha256 = Hash(Profiles.Text(code)), Who = Who.Program };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed record VersionRow
    {
        public int Number { get; init; }

        public required string Body { get; init; }

        public required string Sha256 { get; init; }

        public long? Person { get; init; }

        public required string Who { get; init; }

        public DateTime AtUtc { get; init; }

        public required string Why { get; init; }

        public ProfileVersion Version => new() { Number = Number, Text = Body, Sha256 = Sha256, Who = new(Person, Who), AtUtc = AtUtc, Why = Why };
    }

    internal static class Sql
    {
        /// <summary>The codes of the profiles kept here.</summary>
        public const string Codes = """
            select distinct code
            from profile
            """;

        /// <summary>All versions of a profile, latest first.</summary>
        public const string History = """
            select number, body, sha256, person, who, at_utc, why
            from profile
            where code = @Code
            order by number desc
            """;

        /// <summary>The next version of a profile.</summary>
        public const string Note = """
            insert into profile (code, number, body, sha256, person, who, at_utc, why)
            select @Code, (select coalesce(max(p.number), 0) + 1 from profile p where p.code = @Code), @Body, @Sha256, @Person, @Who, @AtUtc, @Why
            """;
    }
}
