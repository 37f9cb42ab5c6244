using System.Runtime.CompilerServices;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>What changed for the public from one release to a later one. Values are compared, since taking a delivery back adds rows that equal older ones.</summary>
public sealed class ChangeStore(Database database)
{
    /// <summary>
    /// The values that differ between two releases, by series id, then period; <paramref name="from"/> 0 is before the first. Null takes every indicator, or every
    /// region. Only series of feeds that had a release in between are looked at, and only what lies behind a place. Read row by row: stop as soon as there is enough.
    /// </summary>
    public IAsyncEnumerable<ValueChange> ChangesAsync(int from, int to, string? indicator, string? region, RowPlace after, CancellationToken ct) =>
        DifferingAsync(Sql.Changes, from, to, indicator, region, after, ct);

    /// <summary>The same, those before a place, the nearest first.</summary>
    public IAsyncEnumerable<ValueChange> ChangesBeforeAsync(int from, int to, string? indicator, string? region, RowPlace before, CancellationToken ct) =>
        DifferingAsync(Sql.ChangesBefore, from, to, indicator, region, before, ct);

    /// <summary>How many values of which indicator and region differ so between two releases, by code; those of which none does are left out.</summary>
    public Task<IReadOnlyList<ChangeCount>> CountsAsync(int from, int to, string? indicator, string? region, CancellationToken ct) =>
        database.QueryAsync<ChangeCount>(Sql.Counts, new { From = from, To = to, Indicator = indicator, Region = region }, ct);

    /// <summary>The same without what is new: values that stood as of the first release and are other or gone as of the second.</summary>
    public IAsyncEnumerable<ValueChange> CorrectionsAsync(int from, int to, string? indicator, string? region, CancellationToken ct) =>
        DifferingAsync(Sql.Corrections, from, to, indicator, region, RowPlace.First, ct);

    /// <summary>The numbers of the releases up to one that ended or replaced a value of an indicator, a region or both, latest first; null takes every one.</summary>
    public Task<IReadOnlyList<int>> CorrectingAsync(string? indicator, string? region, int upTo, CancellationToken ct) =>
        database.QueryAsync<int>(Sql.Correcting, new { Indicator = indicator, Region = region, Stand = upTo }, ct);

    private async IAsyncEnumerable<ValueChange> DifferingAsync(string sql, int from, int to, string? indicator, string? region, RowPlace place, [EnumeratorCancellation] CancellationToken ct)
    {
        var rows = database.StreamAsync<ChangedRow>(sql, Parameters(from, to, indicator, region, place), ct);
        await foreach (var sides in BySideAsync(rows, ct))
        {
            if (Change(sides.Find(r => r.ReleaseFrom <= from), sides.Find(r => r.ReleaseFrom > from)) is { } change)
            {
                yield return change;
            }
        }
    }

    private static object Parameters(int from, int to, string? indicator, string? region, RowPlace place) => new
    {
        From = from,
        To = to,
        Indicator = indicator,
        Region = region,
        AfterSeries = place.Series,
        AfterStart = DayNumber.From(place.PeriodStart),
        AfterEnd = DayNumber.From(place.PeriodEnd),
    };

    /// <summary>The rows of one series and period together: one or both sides.</summary>
    private static async IAsyncEnumerable<List<ChangedRow>> BySideAsync(IAsyncEnumerable<ChangedRow> rows, [EnumeratorCancellation] CancellationToken ct)
    {
        var sides = new List<ChangedRow>();
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (sides.Count > 0 && !row.IsOfSameValue(sides[0]))
            {
                yield return sides;
                sides = [];
            }

            sides.Add(row);
        }

        if (sides.Count > 0)
        {
            yield return sides;
        }
    }

    /// <summary>Null where both sides tell the public the same.</summary>
    private static ValueChange? Change(ChangedRow? before, ChangedRow? after)
    {
        var row = (after ?? before)!;
        var key = row.Key();
        var (was, now) = (before?.Observation(key.Frequency), after?.Observation(key.Frequency));
        return was is not null && now is not null && IsSame(was, now)
            ? null
            : new() { SeriesId = row.Series, Series = key, Period = (now ?? was)!.Period, Before = was, After = now };
    }

    private static bool IsSame(Observation a, Observation b) =>
        a.Value == b.Value && a.Status == b.Status && a.Confidentiality == b.Confidentiality && a.MissingReason == b.MissingReason;

    private sealed record ChangedRow : PublishedRow
    {
        public required string Feed { get; init; }

        public required string Indicator { get; init; }

        public required string Variant { get; init; }

        public required string Region { get; init; }

        public required string Breakdown { get; init; }

        public required string Frequency { get; init; }

        public SeriesKey Key() =>
            new SeriesRow { Feed = Feed, Indicator = Indicator, Variant = Variant, Region = Region, Breakdown = Breakdown, Frequency = Frequency }.Key();

        public bool IsOfSameValue(ChangedRow other) => Series == other.Series && PeriodStart == other.PeriodStart && PeriodEnd == other.PeriodEnd;
    }

    internal static class Sql
    {
        private const string Columns = """
            select o.series, o.period_start, o.period_end, o.release_from, o.release_to, o.value, o.obs_status, o.conf_status, o.missing_reason,
                o.source_flag, o.source, o.note, o.delivery, o.line, o.field,
                s.feed, s.indicator, s.variant, s.region, b.[key] as breakdown, s.frequency
            """;

        private const string Of = """
            from series s
            join breakdown b on b.id = s.breakdown
            join published o on o.series = s.id
            where s.feed in (select r.feed from release r where r.number > @From and r.number <= @To)
                and (@Indicator is null or s.indicator = @Indicator)
                and (@Region is null or s.region = @Region)
            """;

        private const string Behind = "(o.series > @AfterSeries or (o.series = @AfterSeries and (o.period_start > @AfterStart or (o.period_start = @AfterStart and o.period_end > @AfterEnd))))";

        private const string Before = "(o.series < @AfterSeries or (o.series = @AfterSeries and (o.period_start < @AfterStart or (o.period_start = @AfterStart and o.period_end < @AfterEnd))))";

        private const string Ended = "o.release_from <= @From and o.release_to > @From and o.release_to <= @To";

        private const string Begun = "o.release_from > @From and o.release_from <= @To and o.release_to > @To";

        private const string Order = "order by o.series, o.period_start, o.period_end, o.release_from";

        /// <summary>The values of the first release that ended by the second and those of the second that began after the first, by series, period, then release: at most two of each.</summary>
        public const string Changes = $"""
            {Columns}
            {Of}
                and {Behind}
                and (({Ended}) or ({Begun}))
            {Order}
            """;

        /// <summary>The same before a place, from the last to the first.</summary>
        public const string ChangesBefore = $"""
            {Columns}
            {Of}
                and {Before}
                and (({Ended}) or ({Begun}))
            order by o.series desc, o.period_start desc, o.period_end desc, o.release_from desc
            """;

        /// <summary>The same, and what began only where something ended.</summary>
        public const string Corrections = $"""
            {Columns}
            {Of}
                and {Behind}
                and (({Ended})
                    or ({Begun} and exists (
                        select 1
                        from published e
                        where e.series = o.series and e.period_start = o.period_start and e.period_end = o.period_end
                            and e.release_from <= @From and e.release_to > @From)))
            {Order}
            """;

        /// <summary>The two sides of each series and period: how many there are before, in all, and with a number; the least and greatest of what tells them apart.</summary>
        private const string Sides = $"""
            select s.indicator, s.region,
                sum(case when o.release_from <= @From then 1 else 0 end) as before, count(*) as sides, count(o.value) as numbers,
                min(o.value) as least, max(o.value) as most,
                min(coalesce(o.obs_status, '')) as first_status, max(coalesce(o.obs_status, '')) as last_status,
                min(coalesce(o.conf_status, '')) as first_conf, max(coalesce(o.conf_status, '')) as last_conf,
                min(coalesce(o.missing_reason, '')) as first_reason, max(coalesce(o.missing_reason, '')) as last_reason
            {Of}
                and (({Ended}) or ({Begun}))
            group by s.indicator, s.region, o.series, o.period_start, o.period_end
            """;

        private const string Differs =
            "d.sides = 1 or d.numbers = 1 or d.least <> d.most or d.first_status <> d.last_status or d.first_conf <> d.last_conf or d.first_reason <> d.last_reason";

        /// <summary>By indicator and region how many values of <see cref="Changes"/> are new, differ, or are gone.</summary>
        public const string Counts = $"""
            select d.indicator, d.region,
                sum(case when d.before = 0 then 1 else 0 end) as added,
                sum(case when d.before = 1 and d.sides = 2 then 1 else 0 end) as changed,
                sum(case when d.before = d.sides then 1 else 0 end) as ended
            from (
                {Sides}) d
            where {Differs}
            group by d.indicator, d.region
            order by d.indicator, d.region
            """;

        /// <summary>The releases at which a value ended, latest first.</summary>
        public const string Correcting = """
            select distinct o.release_to
            from series s
            join published o on o.series = s.id
            where o.release_to <= @Stand
                and (@Indicator is null or s.indicator = @Indicator)
                and (@Region is null or s.region = @Region)
            order by o.release_to desc
            """;
    }
}
