namespace Lagebild.Import.Returned;

/// <summary>The lines of a text as bytes, each with its line end, in letters of one or two bytes.</summary>
internal sealed class ByteLines(Stream bytes, int unit, bool isBigEndian)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _filled;

    /// <summary>Each is valid until the next one.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> All()
    {
        while (true)
        {
            var length = AfterFeed(_buffer.AsSpan(_start, _filled - _start));
            if (length == 0 && !Fill())
            {
                break;
            }

            if (length > 0)
            {
                yield return _buffer.AsMemory(_start, length);
                _start += length;
            }
        }

        if (_filled > _start)
        {
            yield return _buffer.AsMemory(_start, _filled - _start);
        }
    }

    /// <summary>How much of a line stands before its line end.</summary>
    public static int EndOfText(ReadOnlySpan<byte> line, int unit, bool isBigEndian)
    {
        var end = line.Length;
        end -= Is((byte)'\n', line[..end], unit, isBigEndian) ? unit : 0;
        return end - (Is((byte)'\r', line[..end], unit, isBigEndian) ? unit : 0);
    }

    /// <summary>Whether a text ends with a letter.</summary>
    private static bool Is(byte letter, ReadOnlySpan<byte> text, int unit, bool isBigEndian) =>
        text.Length >= unit && (unit == 1 ? text[^1] == letter : isBigEndian ? text[^1] == letter && text[^2] == 0 : text[^2] == letter && text[^1] == 0);

    /// <summary>Length up to and with the first line feed; 0 where there is none.</summary>
    private int AfterFeed(ReadOnlySpan<byte> text)
    {
        if (unit == 1)
        {
            return text.IndexOf((byte)'\n') + 1;
        }

        for (var at = unit; at <= text.Length; at += unit)
        {
            if (Is((byte)'\n', text[..at], unit, isBigEndian))
            {
                return at;
            }
        }

        return 0;
    }

    /// <summary>False at the end of the file.</summary>
    private bool Fill()
    {
        _buffer.AsSpan(_start, _filled - _start).CopyTo(_buffer);
        (_filled, _start) = (_filled - _start, 0);
        if (_filled == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = bytes.Read(_buffer, _filled, _buffer.Length - _filled);
        _filled += read;
        return read > 0;
    }
}
