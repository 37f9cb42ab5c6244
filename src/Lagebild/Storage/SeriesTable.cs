using System.Data.Common;
using Dapper;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>The ids of series: ascending in key order within what one delivery brought.</summary>
internal static class SeriesTable
{
    private static readonly Table _breakdown = new("breakdown", "id", "[key]");
    private static readonly Table _part = new("breakdown_part", "breakdown", "dimension", "code");
    private static readonly Table _series = new("series", "id", "feed", "indicator", "variant", "region", "breakdown", "frequency");

    /// <summary>All series of a feed.</summary>
    public static async Task<Dictionary<SeriesKey, long>> OfFeedAsync(DbTransaction transaction, string feed) =>
        (await transaction.Connection!.QueryAsync<SeriesRow>(Sql.OfFeed, new { Feed = feed }, transaction)).ToDictionary(s => s.Key(), s => s.Id);

    /// <summary>Gives ids to series that have none yet; the keys are in order. Gives all series of the feed.</summary>
    public static async Task<Dictionary<SeriesKey, long>> AddMissingAsync(DbTransaction transaction, Database database, string feed, IReadOnlyList<SeriesKey> keys)
    {
        var known = await OfFeedAsync(transaction, feed);
        var missing = keys.Where(k => !known.ContainsKey(k)).ToArray();
        if (missing.Length > 0)
        {
            await AddAsync(transaction, database, known, missing);
        }

        return known;
    }

    private static async Task AddAsync(DbTransaction transaction, Database database, Dictionary<SeriesKey, long> known, SeriesKey[] missing)
    {
        var breakdowns = await BreakdownsAsync(transaction, database, missing);
        var first = await Database.NextAsync(transaction, "series", missing.Length);
        database.Insert(transaction, _series, missing.Select((k, i) =>
            new object?[] { first + i, k.Feed, k.Indicator, k.Variant, k.Region, breakdowns[k.Breakdown], k.Frequency.Letter().ToString() }));
        for (var i = 0; i < missing.Length; i++)
        {
            known.Add(missing[i], first + i);
        }
    }

    private static async Task<Dictionary<string, long>> BreakdownsAsync(DbTransaction transaction, Database database, IEnumerable<SeriesKey> keys)
    {
        var known = (await transaction.Connection!.QueryAsync<BreakdownRow>(Sql.Breakdowns, transaction: transaction)).ToDictionary(b => b.Key, b => b.Id);
        var missing = keys.Select(k => k.Breakdown).Distinct().Where(b => !known.ContainsKey(b)).Order(StringComparer.Ordinal).ToArray();
        var next = missing.Length == 0 ? 0 : await Database.NextAsync(transaction, "breakdown", missing.Length);
        foreach (var key in missing)
        {
            known.Add(key, next++);
        }

        database.Insert(transaction, _breakdown, missing.Select(k => new object?[] { known[k], k }));
        database.Insert(transaction, _part, missing.SelectMany(k => Parts(known[k], k)));
        return known;
    }

    private static IEnumerable<object?[]> Parts(long breakdown, string key) =>
        (Breakdown.Parse(key) ?? throw new InvalidOperationException("A series has no valid breakdown key.")).Parts.Select(p => new object?[] { breakdown, p.Key, p.Value });

    private sealed record BreakdownRow
    {
        public long Id { get; init; }

        public required string Key { get; init; }
    }

    internal static class Sql
    {
        /// <summary>The series of a feed with their ids.</summary>
        public const string OfFeed = """
            select s.id, s.feed, s.indicator, s.variant, s.region, b.[key] as breakdown, s.frequency
            from series s
            join breakdown b on b.id = s.breakdown
            where s.feed = @Feed
            """;

        /// <summary>All breakdowns with their ids.</summary>
        public const string Breakdowns = """
            select id, [key]
            from breakdown
            """;
    }
}

/// <summary>A series as SQL gives it: the breakdown by its key.</summary>
internal sealed record SeriesRow
{
    public long Id { get; init; }

    public required string Feed { get; init; }

    public required string Indicator { get; init; }

    public required string Variant { get; init; }

    public required string Region { get; init; }

    public required string Breakdown { get; init; }

    public required string Frequency { get; init; }

    public SeriesKey Key() => new()
    {
        Feed = Feed,
        Indicator = Indicator,
        Variant = Variant,
        Region = Region,
        Breakdown = Breakdown,
        Frequency = FrequencyCode.Parse(Frequency)!.Value,
    };
}
