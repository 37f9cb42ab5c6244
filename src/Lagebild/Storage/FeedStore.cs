using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Lagebild.Accounts;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>The feeds, and what they were: every change is a version of its own.</summary>
public sealed class FeedStore(Database database, TimeProvider? clock = null)
{
    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>In the order they were added.</summary>
    public async Task<IReadOnlyList<Feed>> AllAsync(CancellationToken ct) => [.. (await database.QueryAsync<string>(Sql.All, null, ct)).Select(Read)];

    /// <summary>As <see cref="AllAsync"/> without those that a person set up and that have released nothing: nobody outside knows of them yet.</summary>
    public async Task<IReadOnlyList<Feed>> PublicAsync(CancellationToken ct) => [.. (await database.QueryAsync<string>(Sql.Public, null, ct)).Select(Read)];

    /// <summary>How many versions there are of all feeds: another number, other feeds.</summary>
    public async Task<long> VersionsAsync(CancellationToken ct) => (await database.QueryAsync<long>(Sql.Versions, null, ct)).Single();

    /// <summary>Null where there is none.</summary>
    public async Task<Feed?> ByCodeAsync(string code, CancellationToken ct) =>
        (await database.QueryAsync<string>(Sql.ByCode, new { Code = code }, ct)).Select(Read).SingleOrDefault();

    /// <summary>All versions of a feed, latest first; empty where there is none.</summary>
    public async Task<IReadOnlyList<FeedVersion>> HistoryAsync(string code, CancellationToken ct) =>
        [.. (await database.QueryAsync<VersionRow>(Sql.History, new { Feed = code }, ct)).Select(r => r.Version)];

    /// <summary>
    /// Keeps a new feed (<paramref name="basedOn"/> 0) or a new version of one, current from now on. <paramref name="basedOn"/> is the number of the version
    /// that was changed: where it is not the latest any more, or there is a feed of that code already, the outcome is <see cref="SaveOutcome.Overtaken"/>.
    /// </summary>
    public async Task<SaveOutcome> SaveAsync(Feed feed, int basedOn, Who who, string why, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        var before = await connection.QuerySingleOrDefaultAsync<string>(Sql.ByCode, new { feed.Code }, transaction);
        var body = Write(feed);
        if (before == body)
        {
            return SaveOutcome.Unchanged;
        }

        if (await connection.ExecuteScalarAsync<int>(Sql.LastNumber, new { Feed = feed.Code }, transaction) != basedOn)
        {
            return SaveOutcome.Overtaken;
        }

        await connection.ExecuteAsync(before is null ? Sql.Add : Sql.Change, new { feed.Code, Body = body }, transaction);
        await NoteAsync(transaction, feed.Code, body, who, why, _clock);
        await AuditStore.AddAsync(transaction, _clock, who, before is null ? "feed.add" : "feed.change", $"feed {feed.Code}", feed.Region, before, body);
        await transaction.CommitAsync(ct);
        return SaveOutcome.Saved;
    }

    internal static async Task<Feed> ByCodeAsync(DbTransaction transaction, string code) =>
        Read(await transaction.Connection!.QuerySingleAsync<string>(Sql.ByCode, new { Code = code }, transaction));

    /// <summary>Adds feeds that are not there yet; leaves the others as they are.</summary>
    internal static async Task AddAsync(DbTransaction transaction, IReadOnlyList<Feed> feeds, TimeProvider clock)
    {
        foreach (var feed in feeds)
        {
            if (await transaction.Connection!.ExecuteAsync(Sql.Add, new { feed.Code, Body = Write(feed) }, transaction) > 0)
            {
                await NoteAsync(transaction, feed.Code, Write(feed), Who.Program, "", clock);
            }
        }
    }

    private static Task<int> NoteAsync(DbTransaction transaction, string code, string body, Who who, string why, TimeProvider clock) => transaction.Connection!.ExecuteAsync(
        Sql.Note,
        new { Feed = code, Body = body, who.Person, Who = who.Name, AtUtc = clock.GetUtcNow().UtcDateTime, Why = why },
        transaction);

    private static string Write(Feed feed) => JsonSerializer.Serialize(feed, _json);

    private static Feed Read(string body) => JsonSerializer.Deserialize<Feed>(body, _json)!;

    private sealed record VersionRow
    {
        public int Number { get; init; }

        public required string Body { get; init; }

        public long? Person { get; init; }

        public required string Who { get; init; }

        public DateTime AtUtc { get; init; }

        public required string Why { get; init; }

        public FeedVersion Version => new() { Number = Number, Feed = Read(Body), Who = new(Person, Who), AtUtc = AtUtc, Why = Why };
    }

    internal static class Sql
    {
        /// <summary>All feeds in their order.</summary>
        public const string All = """
            select body
            from feed
            order by position
            """;

        /// <summary>The feeds of the program, and those of people that have released something, in their order.</summary>
        public const string Public = """
            select f.body
            from feed f
            where not exists (select 1 from feed_version v where v.feed = f.code and v.number = 1 and v.person is not null)
                or exists (select 1 from release r where r.feed = f.code)
            order by f.position
            """;

        /// <summary>How many versions there are.</summary>
        public const string Versions = """
            select count(*)
            from feed_version
            """;

        /// <summary>One feed.</summary>
        public const string ByCode = """
            select body
            from feed
            where code = @Code
            """;

        /// <summary>A feed at the end, unless there is one of that code.</summary>
        public const string Add = """
            insert into feed (code, position, body)
            select @Code, (select count(*) from feed), @Body
            where not exists (select 1 from feed f where f.code = @Code)
            """;

        /// <summary>A feed as it is from now on.</summary>
        public const string Change = """
            update feed
            set body = @Body
            where code = @Code
            """;

        /// <summary>The number of a feed's latest version; 0 for none.</summary>
        public const string LastNumber = """
            select coalesce(max(v.number), 0)
            from feed_version v
            where v.feed = @Feed
            """;

        /// <summary>The next version of a feed.</summary>
        public const string Note = """
            insert into feed_version (feed, number, body, person, who, at_utc, why)
            select @Feed, (select coalesce(max(v.number), 0) + 1 from feed_version v where v.feed = @Feed), @Body, @Person, @Who, @AtUtc, @Why
            """;

        /// <summary>All versions of a feed, latest first.</summary>
        public const string History = """
            select number, body, person, who, at_utc, why
            from feed_version
            where feed = @Feed
            order by number desc
            """;
    }
}
