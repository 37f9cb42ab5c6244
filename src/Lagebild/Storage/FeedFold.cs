using System.Data.Common;
using System.Runtime.InteropServices;
using Dapper;
using Lagebild.Disclosure;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>Puts every value of a feed to what its standing deliveries say, newest first, within a transaction: after one was taken from them or put back.</summary>
internal sealed class FeedFold(Database database, DbTransaction transaction, DifferenceWriter writer, int release)
{
    private static readonly ValueWithStatus _withheld = new(null, ObservationStatus.Normal, ConfidentialityStatus.Confidential);

    private long _added;
    private long _changed;
    private long _closed;
    private long _unchanged;

    /// <summary>All but the delivery. For disclosure, what it stated is withheld in every stand first.</summary>
    public Task<DifferenceCounts> WithdrawAsync(Delivery withdrawn, WithdrawalKind kind, CancellationToken ct) =>
        RunAsync(withdrawn, s => s.Delivery != withdrawn.Id, kind == WithdrawalKind.Disclosure, ct);

    /// <summary>All with the delivery, which takes its old place.</summary>
    public Task<DifferenceCounts> RestoreAsync(Delivery restored, CancellationToken ct) => RunAsync(restored, _ => true, isDisclosed: false, ct);

    private async Task<DifferenceCounts> RunAsync(Delivery delivery, Func<Statement, bool> stands, bool isDisclosed, CancellationToken ct)
    {
        var series = await SeriesTable.OfFeedAsync(transaction, delivery.Feed);
        var statements = await StatementsAsync(delivery, series);
        var disclosed = isDisclosed ? statements.Single(s => s.Delivery == delivery.Id) : null;
        Statement[] standing = [.. statements.Where(stands)];
        var regions = series.ToDictionary(s => s.Value, s => s.Key.Region);
        long[] ids = [.. regions.Keys.Order()];
        using var history = database.ReadHistory(transaction, ids, currentOnly: false);
        var rows = new List<ObservationRow>();
        foreach (var id in ids)
        {
            ct.ThrowIfCancellationRequested();
            history.Read(id, rows);
            PutBack(CollectionsMarshal.AsSpan(rows), regions[id], standing, disclosed);
        }

        await writer.CompleteAsync(ct);
        return new() { Added = _added, Changed = _changed, Closed = _closed, Unchanged = _unchanged };
    }

    /// <summary>Newest first, that of the delivery among them.</summary>
    private async Task<IReadOnlyList<Statement>> StatementsAsync(Delivery delivery, Dictionary<SeriesKey, long> series)
    {
        var parameters = new { delivery.Feed, Delivery = delivery.Id };
        var regions = series.ToDictionary(s => s.Value, s => s.Key.Region);
        var ranges = (await transaction.Connection!.QueryAsync<StatedRange>(Sql.Ranges, parameters, transaction)).ToLookup(r => r.Delivery);
        return [.. (await transaction.Connection!.QueryAsync<Declared>(Sql.Released, parameters, transaction)).Select(d => new Statement(d, [.. ranges[d.Id]], regions))];
    }

    /// <summary>One series, all that ever was, by period, then release.</summary>
    private void PutBack(Span<ObservationRow> rows, string region, Statement[] standing, Statement? disclosed)
    {
        for (var (from, to) = (0, 0); from < rows.Length; from = to)
        {
            while (to < rows.Length && rows[to].ComparePeriod(rows[from].PeriodStart, rows[from].PeriodEnd) == 0)
            {
                to++;
            }

            var key = rows[from..to];
            if (disclosed is not null)
            {
                Withhold(key, disclosed);
            }

            PutBack(key, Said(key, region, standing));
        }
    }

    private void PutBack(ReadOnlySpan<ObservationRow> key, ObservationRow? said)
    {
        ObservationRow? current = key[^1].ReleaseTo == ObservationRow.Current ? key[^1] : null;
        switch (current, said)
        {
            case ({ } old, { } back) when IsSame(old, back):
                _unchanged++;
                break;
            case ({ } old, null):
                _closed++;
                writer.Close(old);
                break;
            case (_, { } back):
                _ = current is null ? _added++ : _changed++;
                writer.Open(back, current);
                break;
        }
    }

    /// <summary>What the newest delivery says that says anything of a key; null where it says there is nothing, or none says anything.</summary>
    private static ObservationRow? Said(ReadOnlySpan<ObservationRow> key, string region, Statement[] standing)
    {
        foreach (var statement in standing)
        {
            if (statement.States(key[0]) && AsOf(key, statement.Release) is { } stated)
            {
                return stated;
            }

            if (statement.Covers(key[0], region))
            {
                return null;
            }
        }

        return null;
    }

    private static ObservationRow? AsOf(ReadOnlySpan<ObservationRow> key, int release)
    {
        foreach (ref readonly var row in key)
        {
            if (row.IsAsOf(release))
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>Where a row points counts too: a value that a standing delivery brought leads back to it, not to the one withdrawn.</summary>
    private static bool IsSame(in ObservationRow a, in ObservationRow b) =>
        a.Raw == b.Raw && a.Public == b.Public && a.MissingReason == b.MissingReason && a.Delivery == b.Delivery && a.Line == b.Line && a.Field == b.Field
        && a.SourceFlag == b.SourceFlag && a.Source == b.Source && a.Note == b.Note;

    /// <summary>The number leaves every stand, whichever delivery said it.</summary>
    private void Withhold(Span<ObservationRow> key, Statement disclosed)
    {
        if (!disclosed.States(key[0]) || AsOf(key, disclosed.Release) is not { } told)
        {
            return;
        }

        foreach (ref var row in key)
        {
            if (row.Delivery == disclosed.Delivery || (row.Raw.Value is not null && row.Raw.Value == told.Raw.Value))
            {
                row.Public = _withheld;
                transaction.Connection!.Execute(Sql.Withhold, new { row.Series, row.PeriodStart, row.PeriodEnd, row.ReleaseFrom, Release = release }, transaction);
            }
        }
    }

    /// <summary>What a released delivery declares.</summary>
    internal sealed record Declared
    {
        public long Id { get; init; }

        public int Release { get; init; }

        public required string Scope { get; init; }

        public int? SpanStart { get; init; }

        public int? SpanEnd { get; init; }
    }

    /// <summary>What a released delivery says of a key: that it has a value, that it has none, or nothing.</summary>
    private sealed class Statement
    {
        private readonly StatedRange[] _ranges;
        private readonly HashSet<string> _regions;
        private readonly FileSpan? _span;

        public Statement(Declared declared, StatedRange[] ranges, Dictionary<long, string> regions)
        {
            (Delivery, Release) = (declared.Id, declared.Release);
            _ranges = [.. ranges.OrderBy(r => r.FirstSeries).ThenBy(r => r.FirstStart).ThenBy(r => r.FirstEnd)];
            var closes = declared.Scope == nameof(DeliveryScope.Full) && declared is { SpanStart: not null, SpanEnd: not null };
            _span = closes ? new(declared.SpanStart!.Value, declared.SpanEnd!.Value) : null;
            _regions = closes ? [.. ranges.SelectMany(Series).Select(s => regions[s])] : [];
        }

        public long Delivery { get; }

        public int Release { get; }

        public bool States(in ObservationRow key)
        {
            var (low, high) = (0, _ranges.Length - 1);
            while (low <= high)
            {
                var middle = (low + high) / 2;
                var range = _ranges[middle];
                if (Compare(key, range.FirstSeries, range.FirstStart, range.FirstEnd) < 0)
                {
                    high = middle - 1;
                }
                else if (Compare(key, range.LastSeries, range.LastStart, range.LastEnd) > 0)
                {
                    low = middle + 1;
                }
                else
                {
                    return true;
                }
            }

            return false;
        }

        public bool Covers(in ObservationRow key, string region) => _span is not null && _span.Covers(key.PeriodStart, key.PeriodEnd) && _regions.Contains(region);

        private static IEnumerable<long> Series(StatedRange range)
        {
            for (var series = range.FirstSeries; series <= range.LastSeries; series++)
            {
                yield return series;
            }
        }

        private static int Compare(in ObservationRow key, long series, int start, int end) =>
            key.Series != series ? key.Series.CompareTo(series) : key.ComparePeriod(start, end);
    }

    internal static class Sql
    {
        /// <summary>The released deliveries of a feed and the one in question, newest first.</summary>
        public const string Released = """
            select id, release, scope, span_start, span_end
            from delivery
            where feed = @Feed and (state = 'Released' or id = @Delivery)
            order by release desc
            """;

        /// <summary>What these deliveries state.</summary>
        public const string Ranges = """
            select r.delivery, r.first_series, r.first_start, r.first_end, r.last_series, r.last_start, r.last_end
            from stated_range r
            join delivery d on d.id = r.delivery
            where d.feed = @Feed and (d.state = 'Released' or d.id = @Delivery)
            order by r.delivery, r.number
            """;

        /// <summary>Withholds a value in every stand. By which release is noted where it was shown until then.</summary>
        public const string Withhold = """
            update observation
            set withheld_by = case when public_conf_status is null then @Release else withheld_by end,
                public_value = null, public_obs_status = null, public_conf_status = 'confidential'
            where series = @Series and period_start = @PeriodStart and period_end = @PeriodEnd and release_from = @ReleaseFrom
            """;
    }
}

/// <summary>Counts only.</summary>
internal sealed class NoWriter : DifferenceWriter
{
    /// <inheritdoc/>
    public override void Close(in ObservationRow current)
    {
    }

    /// <inheritdoc/>
    public override void Open(in ObservationRow row, ObservationRow? replaced)
    {
    }

    /// <inheritdoc/>
    public override Task CompleteAsync(CancellationToken ct) => Task.CompletedTask;

    /// <inheritdoc/>
    public override void Dispose()
    {
    }
}
