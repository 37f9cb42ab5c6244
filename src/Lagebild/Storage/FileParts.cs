using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using Dapper;
using Lagebild.Import;

namespace Lagebild.Storage;

/// <summary>Files in parts of 1 MiB, each compressed by itself: the same bytes are kept once.</summary>
internal static class FileParts
{
    private const int PartSize = 1 << 20;
    private const int PartsAtOnce = 4;

    private static readonly Table _part = new("file_part", "sha256", "part", "first_line", "bytes") { RowsAtOnce = 16 };

    /// <summary>Keeps a file unless it is kept already. Throws <see cref="InvalidOperationException"/> where its bytes are not those that were hashed.</summary>
    public static async Task KeepAsync(Database database, DbTransaction transaction, FeedFile file, CancellationToken ct)
    {
        if (await transaction.Connection!.ExecuteScalarAsync<long>(Sql.IsKept, new { file.Sha256 }, transaction) > 0)
        {
            return;
        }

        await transaction.Connection!.ExecuteAsync(Sql.Keep, new { file.Sha256, file.Size }, transaction);
        database.Insert(transaction, _part, Rows(file, ct));
    }

    /// <summary>A part as it was before it was kept.</summary>
    public static byte[] Decompressed(byte[] bytes)
    {
        using var zlib = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var part = new MemoryStream();
        zlib.CopyTo(part);
        return part.ToArray();
    }

    /// <summary>Compresses some parts ahead while others are inserted.</summary>
    private static IEnumerable<object?[]> Rows(FeedFile file, CancellationToken ct)
    {
        var ahead = new Queue<(int Part, int FirstLine, Task<byte[]> Bytes)>();
        foreach (var (part, firstLine, bytes) in Parts(file))
        {
            ahead.Enqueue((part, firstLine, Task.Run(() => Compressed(bytes), ct)));
            if (ahead.Count == PartsAtOnce)
            {
                yield return Row(file, ahead.Dequeue());
            }
        }

        while (ahead.TryDequeue(out var last))
        {
            yield return Row(file, last);
        }
    }

    private static object?[] Row(FeedFile file, (int Part, int FirstLine, Task<byte[]> Bytes) part) =>
        [file.Sha256, part.Part, part.FirstLine, part.Bytes.GetAwaiter().GetResult()];

    private static IEnumerable<(int Part, int FirstLine, byte[] Bytes)> Parts(FeedFile file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var stream = file.Open();
        var (part, line) = (0, 1);
        for (var bytes = Next(stream); bytes.Length > 0; bytes = Next(stream))
        {
            hash.AppendData(bytes);
            yield return (part++, line, bytes);
            line += bytes.AsSpan().Count((byte)'\n');
        }

        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != file.Sha256)
        {
            throw new InvalidOperationException("The file changed while it was read.");
        }
    }

    private static byte[] Next(Stream stream)
    {
        var bytes = new byte[PartSize];
        var length = stream.ReadAtLeast(bytes, PartSize, throwOnEndOfStream: false);
        return length == PartSize ? bytes : bytes[..length];
    }

    private static byte[] Compressed(byte[] bytes)
    {
        using var compressed = new MemoryStream(bytes.Length / 4);
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return compressed.ToArray();
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
