using System.Runtime.InteropServices;

namespace Lagebild.Import.Reading;

/// <summary>Values in key order, each key once, as often as they are asked for.</summary>
internal abstract class OrderedValues : IDisposable
{
    protected const int BlockLength = 4096;

    public abstract long Count { get; }

    /// <summary>A block is valid until the next one.</summary>
    public abstract IEnumerable<ReadOnlyMemory<CheckedValue>> Blocks();

    public abstract void Dispose();
}

/// <summary>Values that stayed in memory, put in order where they lie: each later reading runs through memory from front to end.</summary>
internal sealed class OrderedInMemory : OrderedValues
{
    private readonly KeptValues _values;
    private readonly int _count;

    public OrderedInMemory(KeptValues values, int[] ranks, KeyChecks checks)
    {
        _values = values;
        Arrange(values, KeyOrder.Sorted(values, ranks));
        for (var at = 0; at < values.Count; at++)
        {
            var value = values[at];
            value.Series = ranks[value.Series];
            if (checks.Keep(value))
            {
                values[_count++] = value;
            }
        }
    }

    public override long Count => _count;

    public override IEnumerable<ReadOnlyMemory<CheckedValue>> Blocks() => _values.Blocks(_count);

    public override void Dispose() => _values.Release();

    private static void Arrange(KeptValues values, int[] order)
    {
        for (var start = 0; start < order.Length; start++)
        {
            if (order[start] >= 0)
            {
                Turn(values, order, start);
            }
        }
    }

    // An order is circles of places, each taking the value of the next; a place that has its value is marked by -1.
    private static void Turn(KeptValues values, int[] order, int start)
    {
        var first = values[start];
        var to = start;
        for (var from = order[to]; from != start; from = order[to])
        {
            values[to] = values[from];
            order[to] = -1;
            to = from;
        }

        values[to] = first;
        order[to] = -1;
    }
}

/// <summary>Values in one sorted file that goes away with this.</summary>
internal sealed class OrderedOnDisk(FileStream sorted, long count) : OrderedValues
{
    public override long Count => count;

    public override IEnumerable<ReadOnlyMemory<CheckedValue>> Blocks()
    {
        var block = new CheckedValue[BlockLength];
        for (long from = 0; from < count; from += block.Length)
        {
            var length = (int)Math.Min(block.Length, count - from);
            ReadAt(block.AsSpan(0, length), from);
            yield return block.AsMemory(0, length);
        }
    }

    public override void Dispose() => sorted.Dispose();

    private void ReadAt(Span<CheckedValue> values, long from)
    {
        var bytes = MemoryMarshal.AsBytes(values);
        sorted.Position = from * (bytes.Length / values.Length);
        sorted.ReadExactly(bytes);
    }
}
