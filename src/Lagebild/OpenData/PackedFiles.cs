using System.IO.Compression;
using System.Text;

namespace Lagebild.OpenData;

/// <summary>Files in a ZIP on their way to a stream that is only ever written to asynchronously. Their time is that of the release, so that the bytes are the same each time.</summary>
internal sealed class PackedFiles(ZipArchive zip, DateTime utc)
{
    /// <summary>Writes the files that are added, then the ZIP's own list of them.</summary>
    public static async Task WriteAsync(Stream to, DateTime utc, Func<PackedFiles, Task> add, CancellationToken ct)
    {
        await using var late = new LateStream(to);
        await using (var zip = await ZipArchive.CreateAsync(late, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct))
        {
            await add(new(zip, utc));
        }

        await late.FlushAsync(ct);
    }

    /// <summary>A file to write to; only one is open at a time.</summary>
    public async Task<Stream> OpenAsync(string name, CancellationToken ct)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(utc, TimeSpan.Zero);
        return await entry.OpenAsync(ct);
    }

    /// <summary>A whole text as a file.</summary>
    public async Task AddAsync(string name, string text, CancellationToken ct)
    {
        await using var file = await OpenAsync(name, ct);
        await file.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
    }

    /// <summary>Closing a file of a ZIP writes its last bytes synchronously: they are kept until the next asynchronous write.</summary>
    private sealed class LateStream(Stream to) : WriteOnlyStream
    {
        private readonly MemoryStream _kept = new();

        /// <inheritdoc/>
        public override void Write(byte[] buffer, int offset, int count) => _kept.Write(buffer, offset, count);

        /// <inheritdoc/>
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await SendAsync(cancellationToken);
            await to.WriteAsync(buffer, cancellationToken);
        }

        /// <inheritdoc/>
        public override async Task FlushAsync(CancellationToken cancellationToken)
        {
            await SendAsync(cancellationToken);
            await to.FlushAsync(cancellationToken);
        }

        private async ValueTask SendAsync(CancellationToken ct)
        {
            if (_kept.Length > 0)
            {
                await to.WriteAsync(_kept.GetBuffer().AsMemory(0, (int)_kept.Length), ct);
                _kept.SetLength(0);
            }
        }
    }
}
