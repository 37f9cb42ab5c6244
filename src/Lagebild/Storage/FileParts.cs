using System.Buffers;
using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using Dapper;
using Lagebild.Import;

namespace Lagebild.Storage;

/// <summary>A file being compressed while it is read elsewhere, so that storing it costs less; see <see cref="DeliveryStore.Pack"/>.</summary>
public sealed class PackedFile
{
    internal PackedFile(FeedFile file, Task<IReadOnlyList<FilePart>> parts) => (File, Parts) = (file, parts);

    /// <summary>The file it holds.</summary>
    public FeedFile File { get; }

    internal Task<IReadOnlyList<FilePart>> Parts { get; }
}

/// <summary>A part of a file: which, 1 + the line feeds before it, and its bytes, compressed by themselves.</summary>
internal sealed record FilePart(int Part, int FirstLine, byte[] Bytes);

/// <summary>Files in parts of 1 MiB, each compressed by itself: the same bytes are kept once.</summary>
internal static class FileParts
{
    private const int PartSize = 1 << 20;
    private const int PartsAtOnce = 4;

    private static readonly Table _part = new("file_part", "sha256", "part", "first_line", "bytes") { RowsAtOnce = 16 };

    /// <summary>Keeps a file unless it is kept already. Throws <see cref="InvalidOperationException"/> where its bytes are not those that were hashed.</summary>
    public static async Task KeepAsync(Database database, DbTransaction transaction, FeedFile file, IEnumerable<FilePart> parts, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (await transaction.Connection!.ExecuteScalarAsync<long>(Sql.IsKept, new { file.Sha256 }, transaction) == 0)
        {
            await transaction.Connection!.ExecuteAsync(Sql.Keep, new { file.Sha256, file.Size }, transaction);
            database.Insert(transaction, _part, parts.Select(p => new object?[] { file.Sha256, p.Part, p.FirstLine, p.Bytes }));
            return;
        }

        // To the end, where the hash is compared: what was checked may be other bytes than those kept.
        _ = parts.Count();
    }

    /// <summary>The parts in order, some compressed ahead of the one asked for.</summary>
    public static IEnumerable<FilePart> Compressed(FeedFile file, CancellationToken ct)
    {
        var ahead = new Queue<Task<FilePart>>();
        foreach (var (part, firstLine, buffer, length) in Read(file))
        {
            ahead.Enqueue(Task.Run(() => new FilePart(part, firstLine, Compressed(buffer, length)), ct));
            if (ahead.Count == PartsAtOnce)
            {
                yield return ahead.Dequeue().GetAwaiter().GetResult();
            }
        }

        while (ahead.TryDequeue(out var last))
        {
            yield return last.GetAwaiter().GetResult();
        }
    }

    /// <summary>A part as it was before it was kept.</summary>
    public static byte[] Decompressed(byte[] bytes)
    {
        using var zlib = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var part = new MemoryStream(PartSize);
        zlib.CopyTo(part);
        return part.ToArray();
    }

    /// <summary>Buffers are rented; who compresses them gives them back.</summary>
    private static IEnumerable<(int Part, int FirstLine, byte[] Buffer, int Length)> Read(FeedFile file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var stream = file.Open();
        var (part, line) = (0, 1);
        for (var (buffer, length) = Next(stream); length > 0; (buffer, length) = Next(stream))
        {
            hash.AppendData(buffer, 0, length);
            var feeds = buffer.AsSpan(0, length).Count((byte)'\n');
            yield return (part++, line, buffer, length);
            line += feeds;
        }

        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != file.Sha256)
        {
            throw new InvalidOperationException("The file changed while it was read.");
        }
    }

    private static (byte[] Buffer, int Length) Next(Stream stream)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(PartSize);
        return (buffer, stream.ReadAtLeast(buffer.AsSpan(0, PartSize), PartSize, throwOnEndOfStream: false));
    }

    private static byte[] Compressed(byte[] buffer, int length)
    {
        var packed = ArrayPool<byte>.Shared.Rent(PartSize * 2);
        using var stream = new MemoryStream(packed);
        using (var zlib = new ZLibStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(buffer, 0, length);
        }

        var bytes = packed.AsSpan(0, (int)stream.Position).ToArray();
        ArrayPool<byte>.Shared.Return(packed);
        ArrayPool<byte>.Shared.Return(buffer);
        return bytes;
    }

    internal static class Sql
    {
        /// <summary>1 where the bytes are kept.</summary>
        public const string IsKept = """
            select count(*)
            from stored_file
            where sha256 = @Sha256
            """;

        /// <summary>Notes a file.</summary>
        public const string Keep = """
            insert into stored_file (sha256, size)
            values (@Sha256, @Size)
            """;
    }
}
