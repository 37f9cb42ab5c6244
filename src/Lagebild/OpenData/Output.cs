using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Lagebild.OpenData;

/// <summary>UTF-8 on its way to a stream, kept until there is enough of it. Numbers and days are written as data has them, whatever the culture.</summary>
internal sealed class Output(Stream stream)
{
    private const int Enough = 64 * 1024;

    private const int LongestNumber = 32;

    private readonly ArrayBufferWriter<byte> _kept = new(2 * Enough);

    public void Write(ReadOnlySpan<byte> bytes) => _kept.Write(bytes);

    public void Write(byte sign)
    {
        _kept.GetSpan(1)[0] = sign;
        _kept.Advance(1);
    }

    public void Write(string text) => _kept.Advance(Encoding.UTF8.GetBytes(text, _kept.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));

    /// <summary>A whole number.</summary>
    public void Number(long number)
    {
        Utf8Formatter.TryFormat(number, _kept.GetSpan(LongestNumber), out var written);
        _kept.Advance(written);
    }

    /// <summary>A scaled whole number: 1234 with one decimal is 123.4.</summary>
    public void Number(long value, int decimals, byte decimalSign = (byte)'.')
    {
        if (decimals == 0)
        {
            Number(value);
            return;
        }

        var scale = Scale(decimals);
        var (whole, rest) = (Math.Abs(value) / scale, Math.Abs(value) % scale);
        if (value < 0)
        {
            Write((byte)'-');
        }

        Number(whole);
        Write(decimalSign);
        Padded(rest, decimals);
    }

    /// <summary>2024-12-31.</summary>
    public void Day(DateOnly day)
    {
        Padded(day.Year, 4);
        Write((byte)'-');
        Padded(day.Month, 2);
        Write((byte)'-');
        Padded(day.Day, 2);
    }

    /// <summary>Sends what is kept where it is enough; to be called between rows.</summary>
    public ValueTask FlushIfFullAsync(CancellationToken ct) => _kept.WrittenCount < Enough ? ValueTask.CompletedTask : FlushAsync(ct);

    /// <summary>Sends what is kept.</summary>
    public async ValueTask FlushAsync(CancellationToken ct)
    {
        await stream.WriteAsync(_kept.WrittenMemory, ct);
        _kept.ResetWrittenCount();
    }

    private void Padded(long number, int digits)
    {
        var span = _kept.GetSpan(digits);
        for (var at = digits - 1; at >= 0; at--, number /= 10)
        {
            span[at] = (byte)('0' + (number % 10));
        }

        _kept.Advance(digits);
    }

    private static long Scale(int decimals)
    {
        var scale = 1L;
        for (; decimals > 0; decimals--)
        {
            scale *= 10;
        }

        return scale;
    }
}
