using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Lagebild.Import.Reading;

/// <summary>Texts as bytes, each once, numbered from 0 in the order they came. Asking for a text already there allocates nothing.</summary>
internal sealed class PhraseTable
{
    private static readonly ulong _seed = (ulong)Random.Shared.NextInt64() | 1;

    private byte[] _bytes = new byte[256];
    private int[] _ends = new int[16];
    private uint[] _hashes = new uint[16];
    private int[] _slots = new int[32];

    public int Count { get; private set; }

    /// <summary>Valid until the next text is added.</summary>
    public ReadOnlySpan<byte> this[int number] => _bytes.AsSpan(Start(number), _ends[number] - Start(number));

    public string Text(int number) => Encoding.UTF8.GetString(this[number]);

    /// <summary>The number of a text, which is new where it equals the count before.</summary>
    public int NumberOf(ReadOnlySpan<byte> text)
    {
        var hash = Hash(text);
        for (var slot = hash & (uint)(_slots.Length - 1); ; slot = (slot + 1) & (uint)(_slots.Length - 1))
        {
            var number = _slots[slot] - 1;
            if (number < 0)
            {
                _slots[slot] = Count + 1;
                return Add(text, hash);
            }

            if (_hashes[number] == hash && this[number].SequenceEqual(text))
            {
                return number;
            }
        }
    }

    private int Start(int number) => number == 0 ? 0 : _ends[number - 1];

    private int Add(ReadOnlySpan<byte> text, uint hash)
    {
        var start = Count == 0 ? 0 : _ends[Count - 1];
        Grow(ref _bytes, start + text.Length);
        Grow(ref _ends, Count + 1);
        Grow(ref _hashes, Count + 1);
        text.CopyTo(_bytes.AsSpan(start));
        (_ends[Count], _hashes[Count]) = (start + text.Length, hash);
        Count++;
        if (Count * 2 > _slots.Length)
        {
            Rehash();
        }

        return Count - 1;
    }

    private static void Grow<T>(ref T[] array, int needed)
    {
        if (array.Length < needed)
        {
            Array.Resize(ref array, Math.Max(needed, array.Length * 2));
        }
    }

    private void Rehash()
    {
        _slots = new int[_slots.Length * 2];
        for (var number = 0; number < Count; number++)
        {
            var slot = _hashes[number] & (uint)(_slots.Length - 1);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (uint)(_slots.Length - 1);
            }

            _slots[slot] = number + 1;
        }
    }

    private static uint Hash(ReadOnlySpan<byte> text)
    {
        var hash = _seed ^ (ulong)text.Length;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(text))
        {
            hash = Mixed(hash ^ word);
        }

        foreach (var letter in text[^(text.Length & 7)..])
        {
            hash = (hash ^ letter) * 0x9E3779B97F4A7C15;
        }

        return (uint)(Mixed(hash) >> 32);
    }

    private static ulong Mixed(ulong hash) => BitOperations.RotateLeft(hash * 0x9E3779B97F4A7C15, 31) * 0xD6E8FEB86659FD93;
}
