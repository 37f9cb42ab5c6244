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

/// <summary>Values that stayed in memory.</summary>
internal sealed class OrderedInMemory : OrderedValues
{
    private readonly KeptValues _values;
    private readonly int[] _ranks;
    private readonly int[] _order;
    private readonly int _count;

    public OrderedInMemory(KeptValues values, int[] ranks, KeyChecks checks)
    {
        (_values, _ranks, _order) = (values, ranks, KeyOrder.Sorted(values, ranks));
        foreach (var at in _order)
        {
            if (checks.Keep(Ranked(at)))
            {
                _order[_count++] = at;
            }
        }
    }

    public override long Count => _count;

    public override IEnumerable<ReadOnlyMemory<CheckedValue>> Blocks()
    {
        var block = new CheckedValue[Math.Min(BlockLength, Math.Max(_count, 1))];
        for (var from = 0; from < _count; from += block.Length)
        {
            var length = Math.Min(block.Length, _count - from);
            for (var at = 0; at < length; at++)
            {
                block[at] = Ranked(_order[from + at]);
            }

            yield return block.AsMemory(0, length);
        }
    }

    public override void Dispose() => _values.Release();

    private CheckedValue Ranked(int at)
    {
        var value = _values[at];
        value.Series = _ranks[value.Series];
        return value;
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
