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

    /// <summary>The same without what is new: values that stood as of the first release and are other or gone as of the second.</summary>
    public IAsyncEnumerable<ValueChange> CorrectionsAsync(int from, int to, string? indicator, string? region, CancellationToken ct) =>
        DifferingAsync(Sql.Corrections, from, to, indicator, region, RowPlace.First, ct);

    /// <summary>The numbers of the releases up to one that ended or replaced a value of an indicator, a region or both, latest first; null takes every one.</summary>
    public Task<IReadOnlyList<int>> CorrectingAsync(string? indicator, string? region, int upTo, CancellationToken ct) =>
        database.QueryAsync<int>(Sql.Correcting, new { Indicator = indicator, Region = region, Stand = upTo }, ct);

    private async IAsyncEnumerable<ValueChange> DifferingAsync(string sql, int from, int to, string? indicator, string? region, RowPlace after, [EnumeratorCancellation] CancellationToken ct)
    {
        var rows = database.StreamAsync<ChangedRow>(sql, Parameters(from, to, indicator, region, after), ct);
        await foreach (var sides in BySideAsync(rows, ct))
        {
            if (Change(sides.Find(r => r.ReleaseFrom <= from), sides.Find(r => r.ReleaseFrom > from)) is { } change)
            {
                yield return change;
            }
        }
    }

    private static object Parameters(int from, int to, string? indicator, string? region, RowPlace after) => new
    {
        From = from,
        To = to,
        Indicator = indicator,
        Region = region,
        AfterSeries = after.Series,
        AfterStart = DayNumber.From(after.PeriodStart),
        AfterEnd = DayNumber.From(after.PeriodEnd),
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
        private const string Rows = """
            select o.series, o.period_start, o.period_end, o.release_from, o.release_to, o.value, o.obs_status, o.conf_status, o.missing_reason,
                o.source_flag, o.source, o.note, o.delivery, o.line, o.field,
                s.feed, s.indicator, s.variant, s.region, b.[key] as breakdown, s.frequency
            from series s
            join breakdown b on b.id = s.breakdown
            join published o on o.series = s.id
            where s.feed in (select r.feed from release r where r.number > @From and r.number <= @To)
                and (@Indicator is null or s.indicator = @Indicator)
                and (@Region is null or s.region = @Region)
                and (o.series > @AfterSeries
                    or (o.series = @AfterSeries and (o.period_start > @AfterStart or (o.period_start = @AfterStart and o.period_end > @AfterEnd))))
            """;

        private const string Ended = "o.release_from <= @From and o.release_to > @From and o.release_to <= @To";

        private const string Begun = "o.release_from > @From and o.release_from <= @To and o.release_to > @To";

        private const string Order = "order by o.series, o.period_start, o.period_end, o.release_from";

        /// <summary>The values of the first release that ended by the second and those of the second that began after the first, by series, period, then release: at most two of each.</summary>
        public const string Changes = $"""
            {Rows}
                and (({Ended}) or ({Begun}))
            {Order}
            """;

        /// <summary>The same, and what began only where something ended.</summary>
        public const string Corrections = $"""
            {Rows}
                and (({Ended})
                    or ({Begun} and exists (
                        select 1
                        from published e
                        where e.series = o.series and e.period_start = o.period_start and e.period_end = o.period_end
                            and e.release_from <= @From and e.release_to > @From)))
            {Order}
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
