namespace Lagebild.Storage;

/// <summary>An order of what a draft would change. In SQL as these words.</summary>
public enum ChangeOrder
{
    /// <summary>Changed values, by how much.</summary>
    Changed,

    /// <summary>The same, by how much of the value before.</summary>
    Relative,

    /// <summary>New values, the largest first.</summary>
    Added,

    /// <summary>Values that end, the largest first.</summary>
    Closed,
}

/// <summary>Keeps the largest changes of a draft in each order while it is written: a million rows are never sorted.</summary>
internal sealed class DraftRanking(IReadOnlyDictionary<long, int> decimals)
{
    /// <summary>How many are kept of each order.</summary>
    public const int Kept = 500;

    private static readonly Table _change = new("draft_change", "delivery", "ranking", "number", "series", "period_start", "period_end");

    private readonly Dictionary<ChangeOrder, PriorityQueue<(long Series, int Start, int End), (double Weight, long Place)>> _largest =
        Enum.GetValues<ChangeOrder>().ToDictionary(o => o, _ => new PriorityQueue<(long, int, int), (double, long)>(Kept));

    private long _place;

    public void Closed(in ObservationRow row) => Add(ChangeOrder.Closed, row, Size(row.Series, row.Raw.Value ?? 0));

    public void Opened(in ObservationRow row, in ObservationRow? replaced)
    {
        if (replaced is not { } before)
        {
            Add(ChangeOrder.Added, row, Size(row.Series, row.Raw.Value ?? 0));
            return;
        }

        var change = Math.Abs((row.Raw.Value ?? 0d) - (before.Raw.Value ?? 0d));
        Add(ChangeOrder.Changed, row, change / Math.Pow(10, decimals.GetValueOrDefault(row.Series)));
        Add(ChangeOrder.Relative, row, before.Raw.Value is null or 0 || row.Raw.Value is null ? 0 : change / Math.Abs((double)before.Raw.Value));
    }

    /// <summary>The rows kept, each order from its largest.</summary>
    public void Keep(Database database, System.Data.Common.DbTransaction transaction, long delivery)
    {
        foreach (var (order, largest) in _largest)
        {
            var rows = largest.UnorderedItems.OrderByDescending(i => i.Priority).Select(i => i.Element);
            database.Insert(transaction, _change, rows.Select((r, i) => new object?[] { delivery, order.ToString(), i + 1, r.Series, r.Start, r.End }));
        }
    }

    private double Size(long series, long value) => Math.Abs((double)value) / Math.Pow(10, decimals.GetValueOrDefault(series));

    /// <summary>Of equal changes the one that came first.</summary>
    private void Add(ChangeOrder order, in ObservationRow row, double weight)
    {
        var largest = _largest[order];
        if (largest.Count < Kept)
        {
            largest.Enqueue((row.Series, row.PeriodStart, row.PeriodEnd), (weight, -_place++));
        }
        else
        {
            largest.EnqueueDequeue((row.Series, row.PeriodStart, row.PeriodEnd), (weight, -_place++));
        }
    }
}
