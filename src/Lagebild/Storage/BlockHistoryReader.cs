using System.Data.Common;
using Dapper;
using Lagebild.Disclosure;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>Reads the rows of some hundred series at a time: for a database across a network, where a statement per series costs too much.</summary>
internal sealed class BlockHistoryReader(DbTransaction transaction, IReadOnlyList<long> series, bool currentOnly) : HistoryReader
{
    private const int SeriesPerBlock = 500;

    private ILookup<long, ObservationRow> _block = Array.Empty<ObservationRow>().ToLookup(r => r.Series);
    private HashSet<long> _loaded = [];
    private int _next;

    /// <inheritdoc/>
    public override void Read(long series, List<ObservationRow> rows)
    {
        while (!_loaded.Contains(series))
        {
            Load();
        }

        rows.Clear();
        rows.AddRange(_block[series]);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
    }

    private void Load()
    {
        _loaded = [.. series.Skip(_next).Take(SeriesPerBlock)];
        _next += _loaded.Count;
        if (_loaded.Count == 0)
        {
            throw new InvalidOperationException("A series was asked for that was not announced, or out of order.");
        }

        _block = transaction.Connection!.Query<Stored>(currentOnly ? Sql.CurrentOfSeries : Sql.HistoryOfSeries, new { Series = _loaded }, transaction, buffered: true)
            .Select(s => s.Row()).ToLookup(r => r.Series);
    }

    private sealed record Stored
    {
        public long Series { get; init; }

        public int PeriodStart { get; init; }

        public int PeriodEnd { get; init; }

        public int ReleaseFrom { get; init; }

        public int ReleaseTo { get; init; }

        public long? Value { get; init; }

        public string? ObsStatus { get; init; }

        public string? ConfStatus { get; init; }

        public string? MissingReason { get; init; }

        public int? SourceFlag { get; init; }

        public int? Source { get; init; }

        public int? Note { get; init; }

        public long? PublicValue { get; init; }

        public string? PublicObsStatus { get; init; }

        public string? PublicConfStatus { get; init; }

        public long Delivery { get; init; }

        public int Line { get; init; }

        public int Field { get; init; }

        public ObservationRow Row() => new()
        {
            Series = Series,
            PeriodStart = PeriodStart,
            PeriodEnd = PeriodEnd,
            ReleaseFrom = ReleaseFrom,
            ReleaseTo = ReleaseTo,
            Raw = new ValueWithStatus(Value, StatusCode.Observation(ObsStatus ?? "")!.Value, StatusCode.Confidentiality(ConfStatus ?? "")!.Value),
            MissingReason = StatusCode.Reason(MissingReason ?? "")!.Value,
            SourceFlag = SourceFlag ?? -1,
            Source = Source ?? -1,
            Note = Note ?? -1,
            Public = new ValueWithStatus(PublicValue, StatusCode.Observation(PublicObsStatus ?? "")!.Value, StatusCode.Confidentiality(PublicConfStatus ?? "")!.Value),
            Delivery = Delivery,
            Line = Line,
            Field = Field,
        };
    }

    internal static class Sql
    {
        private const string Columns = """
            select series, period_start, period_end, release_from, release_to, value, obs_status, conf_status, missing_reason, source_flag, source, note,
                public_value, public_obs_status, public_conf_status, delivery, line, field
            from observation
            """;

        /// <summary>What is current of series, by series, period.</summary>
        public const string CurrentOfSeries = $"""
            {Columns}
            where series in @Series and release_to = 2147483647
            order by series, period_start, period_end
            """;

        /// <summary>All that ever was of series, by series, period, then release.</summary>
        public const string HistoryOfSeries = $"""
            {Columns}
            where series in @Series
            order by series, period_start, period_end, release_from
            """;
    }
}
