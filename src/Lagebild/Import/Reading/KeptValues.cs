using System.Buffers;

namespace Lagebild.Import.Reading;

/// <summary>Values in the order they were read, in blocks of a pool: growing copies nothing, and the next file takes the blocks this one gives back.</summary>
internal sealed class KeptValues
{
    private const int _bits = 15;
    private const int _blockLength = 1 << _bits;

    private readonly List<CheckedValue[]> _blocks = [];

    public int Count { get; private set; }

    public ref CheckedValue this[int at] => ref _blocks[at >> _bits][at & (_blockLength - 1)];

    /// <summary>A place for one more, whose parts must all be set: it may hold an older value.</summary>
    public ref CheckedValue Add()
    {
        if (Count == _blocks.Count << _bits)
        {
            _blocks.Add(ArrayPool<CheckedValue>.Shared.Rent(_blockLength));
        }

        Count++;
        return ref this[Count - 1];
    }

    public void Clear() => Count = 0;

    /// <summary>The first values as they lie, block by block.</summary>
    public IEnumerable<ReadOnlyMemory<CheckedValue>> Blocks(int count)
    {
        for (var from = 0; from < count; from += _blockLength)
        {
            yield return _blocks[from >> _bits].AsMemory(0, Math.Min(_blockLength, count - from));
        }
    }

    /// <summary>Gives the blocks back; nothing may be read afterwards.</summary>
    public void Release()
    {
        _blocks.ForEach(b => ArrayPool<CheckedValue>.Shared.Return(b));
        _blocks.Clear();
        Count = 0;
    }
}
