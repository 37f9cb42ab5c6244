using Lagebild.OpenData;
using Lagebild.Web.Pages.Caching;
using Microsoft.Net.Http.Headers;

namespace Lagebild.Web.Api;

/// <summary>
/// The bytes that a request wants of a file (RFC 9110, 14): <c>Range: bytes=100-199</c>, <c>100-</c> or <c>-100</c>. Several ranges at once, other units, and a file that is another
/// by now (<c>If-Range</c>) give the whole.
/// </summary>
internal sealed record FilePart
{
    private FilePart(long first, long last, long length) => (First, Last, Length) = (first, last, length);

    /// <summary>The first and the last byte, counted from 0.</summary>
    public long First { get; }

    public long Last { get; }

    /// <summary>Of the whole file.</summary>
    public long Length { get; }

    /// <summary>False where the file has none of the bytes asked for.</summary>
    public bool IsThere => First <= Last;

    /// <summary>Null where the whole file is wanted. The length is asked for only where it is needed.</summary>
    public static async Task<FilePart?> AskedAsync(HttpRequest request, FileTag? tag, Func<Task<long>> length)
    {
        var headers = request.GetTypedHeaders();
        var isSame = tag is not null && (request.Headers.IfRange.Count == 0 || (headers.IfRange?.EntityTag?.Compare(tag.Value, useStrongComparison: true) ?? false));
        return HttpMethods.IsGet(request.Method) && isSame && headers.Range is { Ranges.Count: 1 } range && range.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase)
            ? Of(range.Ranges.Single(), await length())
            : null;
    }

    private static FilePart Of(RangeItemHeaderValue range, long length) => range.From is { } first
        ? new(first, Math.Min(range.To ?? length - 1, length - 1), length)
        : new(Math.Max(0, length - range.To!.Value), length - 1, length);
}

/// <summary>Passes on a part of a file that is made while it is sent: what lies before is made and dropped; once the last byte has passed, the rest need not be made.</summary>
internal sealed class PartStream(Stream to, long first, long last, Action done) : WriteOnlyStream
{
    /// <summary>How many bytes were made.</summary>
    public long Made { get; private set; }

    /// <summary>True once all of the part has passed.</summary>
    public bool IsDone => Made > last;

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        var part = Take(buffer.AsMemory(offset, count));
        to.Write(part.Span);
        Finish();
    }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var part = Take(buffer);
        if (part.Length > 0)
        {
            await to.WriteAsync(part, cancellationToken);
        }

        Finish();
    }

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => to.FlushAsync(cancellationToken);

    private ReadOnlyMemory<byte> Take(ReadOnlyMemory<byte> bytes)
    {
        var (from, until) = (Math.Clamp(first - Made, 0, bytes.Length), Math.Clamp(last + 1 - Made, 0, bytes.Length));
        Made += bytes.Length;
        return from < until ? bytes[(int)from..(int)until] : ReadOnlyMemory<byte>.Empty;
    }

    private void Finish()
    {
        if (IsDone)
        {
            done();
        }
    }
}
