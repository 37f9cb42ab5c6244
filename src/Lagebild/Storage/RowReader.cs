using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>
/// Released values as a stream, for as many rows as there are: nothing is kept. Ordered by series number, then first and last day, so that pages of them can be asked for by place.
/// </summary>
public sealed class RowReader(Database database)
{
    private const int SeriesAtOnce = 500;

    /// <summary>The series that have a value, or a reason for having none, in what is asked for; by number.</summary>
    public async Task<IReadOnlyList<StoredSeries>> SeriesAsync(RowQuery query, CancellationToken ct) => await SeriesAsync(query, 0, ct).ToListAsync(ct);

    /// <summary>The same from a number on, read one by one: who wants a page stops when it is full.</summary>
    public IAsyncEnumerable<StoredSeries> SeriesAsync(RowQuery query, long from, CancellationToken ct) =>
        database.StreamAsync<SeriesRow>(Sql.Series, Parameters(query, from), ct).Select(s => new StoredSeries(s.Id, s.Key()));

    /// <summary>The rows of series, within the span and as of the stand of the query; what else it names is not looked at. Series are read in the order of their numbers.</summary>
    public IAsyncEnumerable<StoredRow> RowsAsync(IReadOnlyList<StoredSeries> series, RowQuery query, CancellationToken ct) =>
        RowsAsync(series.OrderBy(s => s.Id).Chunk(SeriesAtOnce).ToAsyncEnumerable(), query, RowPlace.First, ct);

    /// <summary>The rows that a query names behind a place: who wants a page stops when it is full, and no more series than it needs are looked up.</summary>
    public IAsyncEnumerable<StoredRow> RowsAsync(RowQuery query, RowPlace after, CancellationToken ct) =>
        RowsAsync(SeriesAsync(query, after.Series, ct).Chunk(SeriesAtOnce), query, after, ct);

    /// <summary>
    /// The release that withdrew values for disclosure which a file of these series, made as of the stand, once held; null where there is none. Such a file is not to be
    /// handed out again: it could not be the one that was cited.
    /// </summary>
    public async Task<int?> WithdrawnForDisclosureAsync(IReadOnlyList<long> series, RowQuery query, CancellationToken ct)
    {
        if (!await HasLaterDisclosuresAsync(query.Stand, ct))
        {
            return null;
        }

        foreach (var chunk in series.Chunk(SeriesAtOnce))
        {
            if (await database.QueryAsync<int?>(Sql.WithdrawnForDisclosure, Parameters(chunk, query), ct) is [{ } by])
            {
                return by;
            }
        }

        return null;
    }

    /// <summary>The same for whatever series the query names.</summary>
    public async Task<int?> WithdrawnForDisclosureAsync(RowQuery query, CancellationToken ct) => await HasLaterDisclosuresAsync(query.Stand, ct)
        ? await WithdrawnForDisclosureAsync([.. (await SeriesAsync(query, ct)).Select(s => s.Id)], query, ct)
        : null;

    private async Task<bool> HasLaterDisclosuresAsync(int stand, CancellationToken ct) => (await database.QueryAsync<int>(Sql.LaterDisclosures, new { Stand = stand }, ct)).Count > 0;

    private async IAsyncEnumerable<StoredRow> RowsAsync(IAsyncEnumerable<StoredSeries[]> chunks, RowQuery query, RowPlace after, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await foreach (var chunk in chunks.WithCancellation(ct))
        {
            await foreach (var row in RowsAsync(connection, chunk, query, after, ct))
            {
                yield return row;
            }
        }
    }

    private static async IAsyncEnumerable<StoredRow> RowsAsync(
        DbConnection connection, StoredSeries[] chunk, RowQuery query, RowPlace after, [EnumeratorCancellation] CancellationToken ct)
    {
        var byId = chunk.ToDictionary(s => s.Id);
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(Sql.Rows, Parameters(chunk, query, after), cancellationToken: ct));
        var rows = new PublishedRowReader(reader);
        StoredSeries? series = null;
        while (await reader.ReadAsync(ct))
        {
            series = series?.Id == rows.Series ? series : byId[rows.Series];
            yield return new(series, rows.Observation(series.Key.Frequency));
        }
    }

    private static object Parameters(RowQuery query, long first) => new
    {
        First = first,
        query.Indicators,
        AnyIndicator = Flag(query.Indicators),
        query.Variants,
        AnyVariant = Flag(query.Variants),
        query.Feeds,
        AnyFeed = Flag(query.Feeds),
        query.Regions,
        AnyRegion = Flag(query.Regions),
        query.Breakdowns,
        AnyBreakdown = Flag(query.Breakdowns),
        Frequencies = query.Frequencies.Select(f => f.Letter().ToString()),
        AnyFrequency = Flag(query.Frequencies),
        From = query.From is { } from ? DayNumber.From(from) : 0,
        To = query.To is { } to ? DayNumber.From(to) : int.MaxValue,
        query.Stand,
    };

    private static object Parameters(long[] series, RowQuery query) => new
    {
        Series = series,
        From = query.From is { } from ? DayNumber.From(from) : 0,
        To = query.To is { } to ? DayNumber.From(to) : int.MaxValue,
        query.Stand,
    };

    private static object Parameters(StoredSeries[] chunk, RowQuery query, RowPlace after) => new
    {
        Series = chunk.Select(s => s.Id),
        From = query.From is { } from ? DayNumber.From(from) : 0,
        To = query.To is { } to ? DayNumber.From(to) : int.MaxValue,
        query.Stand,
        AfterSeries = after.Series,
        AfterStart = DayNumber.From(after.PeriodStart),
        AfterEnd = DayNumber.From(after.PeriodEnd),
    };

    private static int Flag<T>(IReadOnlyList<T> list) => list.Count == 0 ? 1 : 0;

    internal static class Sql
    {
        /// <summary>The series from a number on that have a row as of a release, by number.</summary>
        public const string Series = """
            select s.id, s.feed, s.indicator, s.variant, s.region, b.[key] as breakdown, s.frequency
            from series s
            join breakdown b on b.id = s.breakdown
            where s.id >= @First
                and (@AnyIndicator = 1 or s.indicator in @Indicators)
                and (@AnyVariant = 1 or s.variant in @Variants)
                and (@AnyFeed = 1 or s.feed in @Feeds)
                and (@AnyRegion = 1 or s.region in @Regions)
                and (@AnyBreakdown = 1 or b.[key] in @Breakdowns)
                and (@AnyFrequency = 1 or s.frequency in @Frequencies)
                and exists (
                    select 1
                    from published o
                    where o.series = s.id and o.period_start >= @From and o.period_end <= @To and o.release_from <= @Stand and o.release_to > @Stand)
            order by s.id
            """;

        /// <summary>Releases after a stand that withdrew for disclosure.</summary>
        public const string LaterDisclosures = """
            select w.number
            from release w
            where w.withdrawal_kind = 'Disclosure' and w.number > @Stand
            order by w.number
            """;

        /// <summary>The first of them that withheld a value of the series as of the stand; null where they left them alone.</summary>
        public const string WithdrawnForDisclosure = """
            select min(o.withheld_by)
            from published o
            where o.series in @Series
                and o.period_start >= @From and o.period_end <= @To
                and o.release_from <= @Stand and o.release_to > @Stand
                and o.withheld_by > @Stand
            """;

        /// <summary>The values of series as of a release behind a place, by series, then period. A period without a row is absent, not zero.</summary>
        public const string Rows = """
            select o.series, o.period_start, o.period_end, o.release_from, o.value, o.obs_status, o.conf_status, o.missing_reason, o.source_flag, o.source, o.note,
                o.delivery, o.line
            from published o
            where o.series in @Series
                and o.period_start >= @From and o.period_end <= @To
                and o.release_from <= @Stand and o.release_to > @Stand
                and (o.series > @AfterSeries
                    or (o.series = @AfterSeries and (o.period_start > @AfterStart or (o.period_start = @AfterStart and o.period_end > @AfterEnd))))
            order by o.series, o.period_start, o.period_end
            """;
    }

    /// <summary>A row of the answer, column by column, in the order of the query.</summary>
    private sealed class PublishedRowReader(DbDataReader reader)
    {
        public long Series => reader.GetInt64(0);

        public Observation Observation(Frequency frequency) => new()
        {
            Period = new(DayNumber.ToDay(reader.GetInt32(1)), DayNumber.ToDay(reader.GetInt32(2)), frequency),
            Release = reader.GetInt32(3),
            Value = reader.IsDBNull(4) ? null : reader.GetInt64(4),
            Status = reader.IsDBNull(5) ? ObservationStatus.Normal : StatusCode.Observation(reader.GetString(5))!.Value,
            Confidentiality = reader.IsDBNull(6) ? ConfidentialityStatus.Free : StatusCode.Confidentiality(reader.GetString(6))!.Value,
            MissingReason = reader.IsDBNull(7) ? MissingReason.None : StatusCode.Reason(reader.GetString(7))!.Value,
            SourceFlag = Text(8),
            Source = Text(9),
            Note = Text(10),
            Delivery = reader.GetInt64(11),
            Line = reader.GetInt32(12),
        };

        private string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }
}
