using Lagebild.Import.History;
using Lagebild.Statistics;

namespace Lagebild.Tests.Import.History;

/// <summary>Which values a delivery is judged with.</summary>
internal enum Known
{
    /// <summary>Earlier periods only: the delivery brings the newest.</summary>
    Past,

    /// <summary>Every other period: the delivery fills or corrects one, and what stood there before is not known.</summary>
    PastAndFuture,
}

/// <summary>A value of a table: the series, and the index in it.</summary>
internal readonly record struct Cell(SampleSeries Series, int At)
{
    public KnownValue Value => Series.Values[At];

    /// <summary>The values that come and go together: the period; of days, where whole months are meant, the month.</summary>
    public (int From, int To) Period => (Value.PeriodStart, Value.PeriodEnd);

    public (int From, int To) Month => (Value.PeriodEnd / 100 * 100, (Value.PeriodEnd / 100 * 100) + 99);
}

/// <summary>The series that one feed delivers in one variant and frequency.</summary>
internal sealed class SampleTable
{
    private readonly IReadOnlyList<SampleSeries> _series;
    private readonly Dictionary<(SampleSeries, int, int), int> _at;

    private SampleTable(IEnumerable<SampleSeries> series)
    {
        _series = [.. series];
        _at = _series.SelectMany(s => s.Values.Select((v, at) => (Key: (s, v.PeriodStart, v.PeriodEnd), at))).ToDictionary(c => c.Key, c => c.at);
    }

    public static IReadOnlyList<SampleTable> All { get; } = [.. SampleSeries.All.GroupBy(s => s.Table).Select(g => new SampleTable(g))];

    public static SampleTable Of(SampleSeries series) => All.Single(t => t._series[0].Table == series.Table);

    public IReadOnlyList<SampleSeries> Series => _series;

    /// <summary>The value of another series for the same period; null where there is none.</summary>
    public Cell? Same(Cell cell, SampleSeries other) => _at.TryGetValue((other, cell.Value.PeriodStart, cell.Value.PeriodEnd), out var at) ? new(other, at) : null;

    /// <summary>All values within a span of days, in order.</summary>
    public IEnumerable<Cell> Cells((int From, int To) span) =>
        _series.SelectMany(s => Enumerable.Range(0, s.Values.Length).Where(at => IsWithin(s.Values[at], span)).Select(at => new Cell(s, at)));

    public IEnumerable<(int From, int To)> Periods => _series.SelectMany(s => s.Values.Select(v => (v.PeriodStart, v.PeriodEnd))).Distinct().Order();

    /// <summary>The questions about a delivery of one span, some of its values replaced.</summary>
    public IReadOnlyDictionary<Cell, Reason> Ask((int From, int To) span, Known known, IReadOnlyDictionary<Cell, long> replaced)
    {
        var cells = new List<Cell>();
        var delivered = Touched(replaced).Select(s => Delivered(s, span, known, replaced, cells)).Where(d => d.Delivered.Count > 0);
        return HistoryChecks.Questions(delivered).ToDictionary(q => cells[q.Line - 1], q => q.Reason);
    }

    /// <summary>A value is judged with the rows of its region and of its breakdown; the others change nothing and would take their time.</summary>
    private IEnumerable<SampleSeries> Touched(IReadOnlyDictionary<Cell, long> replaced)
    {
        var keys = replaced.Keys.Select(c => c.Series.Key).Distinct().ToArray();
        return _series.Where(s => keys.Length == 0 || keys.Any(k => k.Region == s.Key.Region || k.Breakdown == s.Key.Breakdown));
    }

    private static DeliveredSeries Delivered(SampleSeries series, (int From, int To) span, Known known, IReadOnlyDictionary<Cell, long> replaced, List<Cell> cells)
    {
        var (released, delivered) = (new List<KnownValue>(), new List<DeliveredValue>());
        for (var at = 0; at < series.Values.Length; at++)
        {
            var value = series.Values[at];
            if (IsWithin(value, span))
            {
                cells.Add(new(series, at));
                delivered.Add(new(value.PeriodStart, value.PeriodEnd, replaced.TryGetValue(new(series, at), out var other) ? other : value.Value) { Line = cells.Count });
            }
            else if (known == Known.PastAndFuture || value.PeriodEnd < span.From)
            {
                released.Add(value);
            }
        }

        return series.With(released, delivered);
    }

    private static bool IsWithin(KnownValue value, (int From, int To) span) => span.From <= value.PeriodStart && value.PeriodEnd <= span.To;
}
