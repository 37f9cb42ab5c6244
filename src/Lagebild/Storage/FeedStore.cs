using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>The feeds.</summary>
public sealed class FeedStore(Database database)
{
    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>In the order they were added.</summary>
    public async Task<IReadOnlyList<Feed>> AllAsync(CancellationToken ct) => [.. (await database.QueryAsync<string>(Sql.All, null, ct)).Select(Read)];

    /// <summary>Null where there is none.</summary>
    public async Task<Feed?> ByCodeAsync(string code, CancellationToken ct) =>
        (await database.QueryAsync<string>(Sql.ByCode, new { Code = code }, ct)).Select(Read).SingleOrDefault();

    internal static async Task<Feed> ByCodeAsync(DbTransaction transaction, string code) =>
        Read(await transaction.Connection!.QuerySingleAsync<string>(Sql.ByCode, new { Code = code }, transaction));

    /// <summary>Adds feeds that are not there yet; leaves the others as they are.</summary>
    internal static async Task AddAsync(DbTransaction transaction, IReadOnlyList<Feed> feeds)
    {
        foreach (var feed in feeds)
        {
            await transaction.Connection!.ExecuteAsync(Sql.Add, new { feed.Code, Body = JsonSerializer.Serialize(feed, _json) }, transaction);
        }
    }

    private static Feed Read(string body) => JsonSerializer.Deserialize<Feed>(body, _json)!;

    internal static class Sql
    {
        /// <summary>All feeds in their order.</summary>
        public const string All = """
            select body
            from feed
            order by position
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
    }
}
