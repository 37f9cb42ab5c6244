using System.Text;
using System.Text.Unicode;
using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>
/// A file's text as clean UTF-8: no byte order mark, NFC, whole lines. Where a byte can't be read the text ends with the last whole line before it
/// and <see cref="Fault"/> says why. Remembers where lines end, since a record's line is 1 + the line feeds before it.
/// </summary>
internal sealed class TextSource : Stream
{
    /// <summary>Longest line, in bytes: a table's is shorter; what is longer has an open quote or no line ends.</summary>
    public const int LongestLine = 1 << 20;

    private readonly Stream _bytes;
    private readonly Dialect _dialect;
    private readonly Queue<long> _lineFeeds = new();
    private byte[] _buffer = new byte[1 << 16];
    private int _filled;
    private bool _ended;
    private ReadOnlyMemory<byte> _ready;
    private int _taken;
    private int _toSkip;
    private int _line = 1;
    private int _linesRead;
    private long _bytesRead;
    private long _delivered;
    private bool _isInQuotes;
    private bool _isOver;

    /// <summary>Owns the stream.</summary>
    public TextSource(Stream bytes, Dialect dialect)
    {
        _dialect = dialect;
        _bytes = dialect.IsUtf8 ? bytes : Encoding.CreateTranscodingStream(bytes, dialect.Encoding, Encoding.UTF8);
        _toSkip = dialect.Skip;
        SkipMark(dialect.MarkLength);
    }

    /// <summary>Why the text ends early; null where it does not.</summary>
    public Finding? Fault { get; private set; }

    /// <summary>The line in the file of what stands at an offset of the text; offsets must not fall.</summary>
    public int LineAt(long offset)
    {
        while (_lineFeeds.TryPeek(out var feed) && feed < offset)
        {
            _lineFeeds.Dequeue();
            _line++;
        }

        return _line;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (_ready.IsEmpty)
        {
            if (!NextLines())
            {
                return 0;
            }
        }

        var count = Math.Min(buffer.Length, _ready.Length);
        _ready.Span[..count].CopyTo(buffer);
        _ready = _ready[count..];
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    private bool NextLines()
    {
        if (Fault is not null || _isOver)
        {
            return false;
        }

        var lines = WholeLines();
        if (lines == 0)
        {
            return false;
        }

        var clean = Clean(_buffer.AsMemory(0, lines));
        _taken = lines;
        _bytesRead += BytesOf(_buffer.AsSpan(0, lines));
        _linesRead += clean.Span.Count((byte)'\n');
        _ready = UpToFooter(WithoutSkipped(clean));
        Remember(_ready.Span);
        return true;
    }

    /// <summary>Fills the buffer until it holds at least one whole line (the last needs no line feed); their length.</summary>
    private int WholeLines()
    {
        _buffer.AsSpan(_taken, _filled - _taken).CopyTo(_buffer);
        (_filled, _taken) = (_filled - _taken, 0);
        while (true)
        {
            Fill();
            var end = _ended ? _filled : _buffer.AsSpan(0, _filled).LastIndexOf((byte)'\n') + 1;
            if (end > 0 || _filled < _buffer.Length)
            {
                return end;
            }

            if (_buffer.Length >= LongestLine)
            {
                Fault = At(Reason.RecordTooLong, "");
                return 0;
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
    }

    private void Fill()
    {
        while (!_ended && _filled < _buffer.Length)
        {
            var read = _bytes.Read(_buffer, _filled, _buffer.Length - _filled);
            _filled += read;
            _ended = read == 0;
        }
    }

    private ReadOnlyMemory<byte> Clean(ReadOnlyMemory<byte> lines)
    {
        var text = lines.Span;
        var bad = BadByte(text);
        if (bad >= 0)
        {
            Fault = FaultAt(text, bad);
            lines = lines[..(text[..bad].LastIndexOf((byte)'\n') + 1)];
        }

        return Normal(lines);
    }

    /// <summary>Where the first byte stands that can't be read; -1 for none.</summary>
    private int BadByte(ReadOnlySpan<byte> text)
    {
        var zero = text.IndexOf((byte)0);
        var upTo = zero < 0 ? text : text[..zero];
        var bad = Utf8.IsValid(upTo) ? -1 : FirstInvalid(upTo);
        bad = bad < 0 && !_dialect.IsUtf8 ? Unassigned(upTo) : bad;
        return bad >= 0 ? bad : zero;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    /// <summary>Bytes without a letter in a one-byte encoding arrive as control characters U+0080 to U+009F, what UTF-16 got wrong as U+FFFD.</summary>
    private static int Unassigned(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < text.Length - 1; at++)
        {
            var next = text[at..].IndexOfAny((byte)0xC2, (byte)0xEF);
            at += next < 0 ? text.Length : next;
            if (at < text.Length - 1 && ((text[at] == 0xC2 && text[at + 1] < 0xA0) || text[at..].StartsWith("\uFFFD"u8)))
            {
                return at;
            }
        }

        return -1;
    }

    private Finding FaultAt(ReadOnlySpan<byte> text, int bad)
    {
        var place = _dialect.MarkLength + _bytesRead + BytesOf(text[..bad]);
        var value = !_dialect.IsUtf8 && text[bad] == 0xC2 ? text[bad + 1] : text[bad];
        var fault = At(text[bad] == 0 ? Reason.ZeroByte : Reason.NotInEncoding, $"0x{value:X2} @ {place}");
        return fault with { Line = fault.Line + text[..bad].Count((byte)'\n'), Expected = _dialect.Encoding.WebName };
    }

    private Finding At(Reason reason, string found) => new() { Line = 1 + _linesRead, Severity = Severity.Error, Reason = reason, Found = found };

    /// <summary>Nothing below U+0300 needs composing, and its bytes are all below 0xCC; the rest is looked at letter by letter.</summary>
    private static ReadOnlyMemory<byte> Normal(ReadOnlyMemory<byte> lines)
    {
        if (!lines.Span.ContainsAnyInRange((byte)0xCC, (byte)0xFF))
        {
            return lines;
        }

        var text = Encoding.UTF8.GetString(lines.Span);
        return text.IsNormalized() ? lines : Encoding.UTF8.GetBytes(text.Normalize());
    }

    private ReadOnlyMemory<byte> WithoutSkipped(ReadOnlyMemory<byte> text)
    {
        while (_toSkip > 0 && !text.IsEmpty)
        {
            var end = text.Span.IndexOf((byte)'\n') + 1;
            text = end == 0 ? default : text[end..];
            (_toSkip, _line) = (_toSkip - 1, _line + 1);
        }

        return text;
    }

    /// <summary>A footer is no CSV: what a bad byte or an open quote in it would say is not the table's fault.</summary>
    private ReadOnlyMemory<byte> UpToFooter(ReadOnlyMemory<byte> text)
    {
        for (var at = 0; _dialect.Footer is not null && at < text.Length;)
        {
            var rest = text.Span[at..];
            var length = rest.IndexOf((byte)'\n') is var feed and >= 0 ? feed + 1 : rest.Length;
            if (IsFooter(rest[..length]))
            {
                (_isOver, Fault) = (true, null);
                return text[..at];
            }

            at += length;
        }

        return text;
    }

    private bool IsFooter(ReadOnlySpan<byte> line)
    {
        if (!_isInQuotes && _dialect.Footer!.IsMatch(Encoding.UTF8.GetString(line.TrimEnd("\r\n"u8))))
        {
            return true;
        }

        _isInQuotes ^= _dialect.Quote != 0 && line.Count(_dialect.Quote) % 2 == 1;
        return false;
    }

    private void Remember(ReadOnlySpan<byte> text)
    {
        for (int at = 0, next; (next = text[at..].IndexOf((byte)'\n')) >= 0; at += next + 1)
        {
            _lineFeeds.Enqueue(_delivered + at + next);
        }

        _delivered += text.Length;
    }

    /// <summary>Length in the file's own encoding.</summary>
    private long BytesOf(ReadOnlySpan<byte> text) =>
        _dialect.IsUtf8 ? text.Length : Encoding.UTF8.GetCharCount(text) * (_dialect.Encoding.IsSingleByte ? 1L : 2L);

    private void SkipMark(int length)
    {
        if (_dialect.IsUtf8)
        {
            _bytes.ReadExactly(new byte[length]);
            return;
        }

        // A transcoding stream hands the mark on as U+FEFF, three bytes of UTF-8.
        _bytes.ReadExactly(new byte[length == 0 ? 0 : 3]);
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _bytes.Dispose();
        }

        base.Dispose(disposing);
    }
}
