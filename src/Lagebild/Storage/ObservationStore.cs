using System.Text;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>What the public reads: released values only, from views without raw columns. A stand is the number of a release that has been made.</summary>
public sealed class ObservationStore(Database database, CatalogueStore catalogue)
{
    private const int SeriesPerQuery = 500;

    private static readonly Encoding _strictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Series that have an observation in the span asked for, ordered by <see cref="SeriesKey"/>.</summary>
    public async Task<IReadOnlyList<Series>> SeriesAsync(SeriesQuery query, CancellationToken ct)
    {
        var parameters = Parameters(query);
        var series = await database.QueryAsync<SeriesRow>(Sql.SeriesOfQuery, parameters, ct);
        var rows = (await database.QueryAsync<PublishedRow>(Sql.ObservationsOfQuery, parameters, ct)).ToLookup(r => r.Series);
        var definitions = await catalogue.AsOfAsync(query.Stand, ct);
        return [.. series.Where(s => rows.Contains(s.Id)).Select(s => Series(s, rows[s.Id], definitions)).OrderBy(s => s.Key)];
    }

    /// <summary>The series with an id; null where there is none, or nothing of it was public as of the stand.</summary>
    public async Task<Series?> SeriesAsync(long series, int stand, CancellationToken ct)
    {
        if (await RowAsync(series, ct) is not { } row)
        {
            return null;
        }

        var rows = await database.QueryAsync<PublishedRow>(Sql.ObservationsOfSeries, new { Series = series, Stand = stand }, ct);
        return rows.Count == 0 ? null : Series(row, rows, await catalogue.AsOfAsync(stand, ct));
    }

    /// <summary>The latest value of each series of the indicators (in their default breakdown) and regions, ordered by <see cref="SeriesKey"/>. Empty lists mean all.</summary>
    public async Task<IReadOnlyList<LatestValue>> LatestAsync(IReadOnlyList<string> indicators, IReadOnlyList<string> regions, int stand, CancellationToken ct)
    {
        var definitions = await catalogue.AsOfAsync(stand, ct);
        var parameters = new { Indicators = indicators, AnyIndicator = Flag(indicators.Count == 0), Regions = regions, AnyRegion = Flag(regions.Count == 0) };
        var series = (await database.QueryAsync<SeriesRow>(Sql.SeriesOfIndicators, parameters, ct))
            .Where(s => s.Breakdown == (definitions.Indicator(s.Indicator)?.DefaultBreakdown ?? "")).ToArray();
        var latest = new List<LatestValue>();
        foreach (var chunk in series.Chunk(SeriesPerQuery))
        {
            var rows = (await database.QueryAsync<PublishedRow>(Sql.LastYears, new { Series = chunk.Select(s => s.Id), Stand = stand }, ct)).ToLookup(r => r.Series);
            latest.AddRange(chunk.Where(s => rows.Contains(s.Id)).Select(s => Latest(Series(s, rows[s.Id], definitions))));
        }

        return [.. latest.OrderBy(l => l.Series)];
    }

    /// <summary>
    /// One value with all that is public about it up to the stand; null where nothing was public yet for this series and period.
    /// The period's frequency is not looked at.
    /// </summary>
    public async Task<Figure?> FigureAsync(long series, Period period, int stand, CancellationToken ct)
    {
        var key = new { Series = series, PeriodStart = DayNumber.From(period.Start), PeriodEnd = DayNumber.From(period.End), Stand = stand };
        var history = await database.QueryAsync<PublishedRow>(Sql.HistoryOfFigure, key, ct);
        if (history.Count == 0 || await RowAsync(series, ct) is not { } row)
        {
            return null;
        }

        var releases = (await database.QueryAsync<Release>(Sql.ReleasesOfFigure, key, ct)).ToDictionary(r => r.Number);
        var shown = history.SingleOrDefault(h => h.ReleaseTo > stand);
        var frequency = row.Key().Frequency;
        return new()
        {
            SeriesId = series,
            Series = row.Key(),
            Decimals = (await catalogue.AsOfAsync(stand, ct)).Variant(row.Variant)?.Decimals ?? 0,
            Observation = shown?.Observation(frequency),
            History = [.. history.Select(h => new FigureInterval { From = releases[h.ReleaseFrom], To = releases.GetValueOrDefault(h.ReleaseTo), Observation = h.Observation(frequency) })],
            Delivery = shown is null ? null : (await database.QueryAsync<Delivery>(DeliveryStore.Sql.ById, new { shown.Delivery }, ct)).Single(),
            LineText = shown is null ? null : await LineTextAsync(row.Feed, shown.Delivery, shown.Line, ct),
        };
    }

    /// <summary>What there is as of a release, ordered by indicator, region, variant, feed, frequency. Null means all. Over everything it reads every value: keep the answer per stand.</summary>
    public async Task<IReadOnlyList<Coverage>> CoverageAsync(string? indicator, string? region, int stand, CancellationToken ct) =>
        [.. (await database.QueryAsync<CoverageRow>(Sql.Coverage, new { Indicator = indicator, Region = region, Stand = stand }, ct)).Select(r => r.Coverage())];

    /// <summary>What is said of regions for the periods that start from a day on, by region, indicator, feed, variant, then period. Values themselves are not read.</summary>
    public async Task<IReadOnlyList<ReportedPeriod>> ReportedAsync(IReadOnlyList<string> regions, DateOnly from, int stand, CancellationToken ct) =>
        [.. (await database.QueryAsync<ReportedRow>(Sql.Reported, new { Regions = regions, From = DayNumber.From(from), Stand = stand }, ct)).Select(r => r.Reported())];

    private async Task<SeriesRow?> RowAsync(long series, CancellationToken ct) =>
        (await database.QueryAsync<SeriesRow>(Sql.SeriesById, new { Series = series }, ct)).SingleOrDefault();

    private static object Parameters(SeriesQuery query) => new
    {
        query.Indicator,
        query.Variant,
        query.Feed,
        query.Regions,
        AnyRegion = Flag(query.Regions.Count == 0),
        query.Breakdowns,
        AnyBreakdown = Flag(query.Breakdowns.Count == 0),
        Frequency = query.Frequency?.Letter().ToString(),
        From = query.From is { } from ? DayNumber.From(from) : 0,
        To = query.To is { } to ? DayNumber.From(to) : int.MaxValue,
        query.Stand,
    };

    private static int Flag(bool isSet) => isSet ? 1 : 0;

    private static Series Series(SeriesRow row, IEnumerable<PublishedRow> observations, Catalogue.Catalogue definitions)
    {
        var key = row.Key();
        return new()
        {
            Id = row.Id,
            Key = key,
            Decimals = definitions.Variant(key.Variant)?.Decimals ?? 0,
            Observations = [.. observations.Select(o => o.Observation(key.Frequency))],
        };
    }

    private static LatestValue Latest(Series series)
    {
        var values = series.Observations.OrderBy(o => o.Period.End).ThenBy(o => o.Period.Start).ToArray();
        var latest = values[^1];
        var yearBefore = new Period(YearBefore(latest.Period.Start), YearBefore(latest.Period.End), series.Key.Frequency);
        return new()
        {
            SeriesId = series.Id,
            Series = series.Key,
            Decimals = series.Decimals,
            Latest = latest,
            Previous = series.Key.Frequency == Frequency.Interval ? null : values.SkipLast(1).LastOrDefault(),
            YearBefore = values.FirstOrDefault(o => o.Period == yearBefore),
        };
    }

    /// <summary>The last day of a month stays the last.</summary>
    private static DateOnly YearBefore(DateOnly day)
    {
        var before = day.AddYears(-1);
        return day.AddDays(1).Day == 1 ? new(before.Year, before.Month, DateTime.DaysInMonth(before.Year, before.Month)) : before;
    }

    private async Task<string?> LineTextAsync(string feed, long delivery, int line, CancellationToken ct)
    {
        if (await new FeedStore(database).ByCodeAsync(feed, ct) is not { OpenFile: true } open
            || (await database.QueryAsync<long>(Sql.IsWithheld, new { Delivery = delivery, Line = line }, ct)).Single() > 0)
        {
            return null;
        }

        var parts = await database.QueryAsync<Part>(Sql.PartsOfLine, new { Delivery = delivery, Line = line }, ct);
        return parts.Count == 0 ? null : LineOf(parts[0].FirstLine, [.. parts.SelectMany(p => FileParts.Decompressed(p.Bytes))], line, open.Language);
    }

    /// <summary>Null where the file is written in two bytes a letter: there the count of lines would have to be another.</summary>
    private static string? LineOf(int firstLine, ReadOnlySpan<byte> bytes, int line, string language)
    {
        for (var at = firstLine; at < line; at++)
        {
            bytes = bytes[(bytes.IndexOf((byte)'\n') + 1)..];
        }

        var end = bytes.IndexOf((byte)'\n');
        var text = end < 0 ? bytes : bytes[..end];
        return text.Contains((byte)0) ? null : Letters(text, language).TrimStart('\uFEFF').TrimEnd('\r');
    }

    /// <summary>UTF-8 where the bytes are, else the Windows code page of the language, as the file was read.</summary>
    private static string Letters(ReadOnlySpan<byte> text, string language)
    {
        try
        {
            return _strictUtf8.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(language == "pl" ? 1250 : 1252)!.GetString(text);
        }
    }

    private sealed record Part
    {
        public int FirstLine { get; init; }

        public required byte[] Bytes { get; init; }
    }

    private sealed record ReportedRow
    {
        public required string Feed { get; init; }

        public required string Indicator { get; init; }

        public required string Variant { get; init; }

        public required string Region { get; init; }

        public required string Frequency { get; init; }

        public int PeriodStart { get; init; }

        public int PeriodEnd { get; init; }

        public long ObservationCount { get; init; }

        public long ValueCount { get; init; }

        public long WithheldCount { get; init; }

        public long ReasonCount { get; init; }

        public string? FirstReason { get; init; }

        public string? LastReason { get; init; }

        public string? FirstStatus { get; init; }

        public string? LastStatus { get; init; }

        public long? Total { get; init; }

        public ReportedPeriod Reported() => new()
        {
            Feed = Feed,
            Indicator = Indicator,
            Variant = Variant,
            Region = Region,
            Period = new(DayNumber.ToDay(PeriodStart), DayNumber.ToDay(PeriodEnd), FrequencyCode.Parse(Frequency)!.Value),
            Values = ValueCount,
            Withheld = WithheldCount,
            Reason = ReasonCount == ObservationCount && FirstReason == LastReason ? StatusCode.Reason(FirstReason ?? "")!.Value : MissingReason.None,
            Status = FirstStatus == LastStatus ? StatusCode.Observation(FirstStatus ?? "")!.Value : ObservationStatus.Normal,
            Total = Total,
        };
    }

    private sealed record CoverageRow
    {
        public required string Indicator { get; init; }

        public required string Variant { get; init; }

        public required string Region { get; init; }

        public required string Feed { get; init; }

        public required string Frequency { get; init; }

        public int FirstDay { get; init; }

        public int LastDay { get; init; }

        public long SeriesCount { get; init; }

        public long ObservationCount { get; init; }

        public long ValueCount { get; init; }

        public Coverage Coverage() => new()
        {
            Indicator = Indicator,
            Variant = Variant,
            Region = Region,
            Feed = Feed,
            Frequency = FrequencyCode.Parse(Frequency)!.Value,
            First = DayNumber.ToDay(FirstDay),
            Last = DayNumber.ToDay(LastDay),
            SeriesCount = SeriesCount,
            ObservationCount = ObservationCount,
            ValueCount = ValueCount,
        };
    }

    internal static class Sql
    {
        private const string SeriesColumns = """
            select s.id, s.feed, s.indicator, s.variant, s.region, b.[key] as breakdown, s.frequency
            from series s
            join breakdown b on b.id = s.breakdown
            """;

        private const string ObservationColumns = """
            select o.series, o.period_start, o.period_end, o.release_from, o.release_to, o.value, o.obs_status, o.conf_status, o.missing_reason,
                o.source_flag, o.source, o.note, o.delivery, o.line, o.field
            """;

        private const string QueryFilter = """
            where s.indicator = @Indicator
                and (@AnyRegion = 1 or s.region in @Regions)
                and (@Variant is null or s.variant = @Variant)
                and (@Feed is null or s.feed = @Feed)
                and (@AnyBreakdown = 1 or b.[key] in @Breakdowns)
                and (@Frequency is null or s.frequency = @Frequency)
            """;

        /// <summary>The series a query names, whether or not they have values as of its stand.</summary>
        public const string SeriesOfQuery = $"""
            {SeriesColumns}
            {QueryFilter}
            """;

        /// <summary>The values a query names as of its stand, by series, then period. A period without a row is absent, not zero.</summary>
        public const string ObservationsOfQuery = $"""
            {ObservationColumns}
            from series s
            join breakdown b on b.id = s.breakdown
            join published o on o.series = s.id
            {QueryFilter}
                and o.period_start >= @From and o.period_end <= @To
                and o.release_from <= @Stand and o.release_to > @Stand
            order by o.series, o.period_start, o.period_end
            """;

        /// <summary>One series.</summary>
        public const string SeriesById = $"""
            {SeriesColumns}
            where s.id = @Series
            """;

        /// <summary>The values of one series as of a release, by period.</summary>
        public const string ObservationsOfSeries = $"""
            {ObservationColumns}
            from published o
            where o.series = @Series and o.release_from <= @Stand and o.release_to > @Stand
            order by o.period_start, o.period_end
            """;

        /// <summary>All series of indicators and regions.</summary>
        public const string SeriesOfIndicators = $"""
            {SeriesColumns}
            where (@AnyIndicator = 1 or s.indicator in @Indicators) and (@AnyRegion = 1 or s.region in @Regions)
            """;

        /// <summary>
        /// The values that start within a year and a day before each series' last start, and the one before that last start; by series, then period.
        /// Days are whole numbers: 10001 less is a year and a day, or earlier.
        /// </summary>
        public const string LastYears = $"""
            {ObservationColumns}
            from (
                select p.series, max(p.period_start) as last_start
                from published p
                where p.series in @Series and p.value is not null and p.release_from <= @Stand and p.release_to > @Stand
                group by p.series) l
            join published o on o.series = l.series
            where o.value is not null and o.release_from <= @Stand and o.release_to > @Stand
                and (o.period_start >= l.last_start - 10001
                    or o.period_start = (
                        select max(q.period_start)
                        from published q
                        where q.series = l.series and q.period_start < l.last_start and q.value is not null and q.release_from <= @Stand and q.release_to > @Stand))
            order by o.series, o.period_start, o.period_end
            """;

        /// <summary>All that was public for a series and period up to a release, oldest first.</summary>
        public const string HistoryOfFigure = $"""
            {ObservationColumns}
            from published o
            where o.series = @Series and o.period_start = @PeriodStart and o.period_end = @PeriodEnd and o.release_from <= @Stand
            order by o.release_from
            """;

        /// <summary>The releases up to one that began or ended a value of a series and period.</summary>
        public const string ReleasesOfFigure = """
            select r.number, r.published_utc, r.kind, r.why, r.why_language, r.feed, r.delivery, r.withdraws, r.restores, r.withdrawal_kind, r.withdrawn_by, r.added, r.changed, r.closed, r.unchanged
            from release r
            where r.number <= @Stand and exists (
                select 1
                from published o
                where o.series = @Series and o.period_start = @PeriodStart and o.period_end = @PeriodEnd and (o.release_from = r.number or o.release_to = r.number))
            """;

        /// <summary>What there is as of a release, over all breakdowns.</summary>
        public const string Coverage = """
            select s.indicator, s.variant, s.region, s.feed, s.frequency, min(o.period_start) as first_day, max(o.period_end) as last_day,
                count(distinct s.id) as series_count, count(*) as observation_count, count(o.value) as value_count
            from series s
            join published o on o.series = s.id
            where (@Indicator is null or s.indicator = @Indicator) and (@Region is null or s.region = @Region)
                and o.release_from <= @Stand and o.release_to > @Stand
            group by s.indicator, s.variant, s.region, s.feed, s.frequency
            order by s.indicator, s.region, s.variant, s.feed, s.frequency
            """;

        /// <summary>How much of what kind there is for each period of regions from a day on, over all breakdowns.</summary>
        public const string Reported = """
            select s.feed, s.indicator, s.variant, s.region, s.frequency, o.period_start, o.period_end,
                count(*) as observation_count, count(o.value) as value_count, count(o.conf_status) as withheld_count,
                count(o.missing_reason) as reason_count, min(o.missing_reason) as first_reason, max(o.missing_reason) as last_reason,
                min(case when o.value is null then o.obs_status end) as first_status, max(case when o.value is null then o.obs_status end) as last_status,
                min(case when b.[key] = '' then s.id end) as total
            from series s
            join breakdown b on b.id = s.breakdown
            join published o on o.series = s.id
            where s.region in @Regions and o.period_start >= @From and o.release_from <= @Stand and o.release_to > @Stand
            group by s.feed, s.indicator, s.variant, s.region, s.frequency, o.period_start, o.period_end
            order by s.region, s.indicator, s.feed, s.variant, o.period_start, o.period_end
            """;

        /// <summary>1 where a line holds a value that is not published as it stands there.</summary>
        public const string IsWithheld = """
            select count(*)
            from withheld_line
            where delivery = @Delivery and line = @Line
            """;

        /// <summary>The part of an open file in which a line begins, and the one after.</summary>
        public const string PartsOfLine = """
            select p.first_line, p.bytes
            from open_part p
            join (
                select coalesce(max(q.part), 0) as part
                from open_part q
                where q.delivery = @Delivery and q.first_line < @Line) l on p.part >= l.part and p.part <= l.part + 1
            where p.delivery = @Delivery
            order by p.part
            """;
    }
}
