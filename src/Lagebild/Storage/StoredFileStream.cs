using Dapper;

namespace Lagebild.Storage;

/// <summary>The bytes of a file kept in parts, from its start, one part in memory at a time; <paramref name="sql"/> gives a part of a file.</summary>
internal sealed class StoredFileStream(Database database, string sql, string file) : Stream
{
    private MemoryStream _part = new([]);
    private int _next;

    /// <summary>The bytes of a delivered file.</summary>
    public StoredFileStream(Database database, string sha256)
        : this(database, Sql.Part, sha256)
    {
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
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var length = _part.Read(buffer);
        return length > 0 || buffer.IsEmpty || !Advance() ? length : _part.Read(buffer);
    }

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

    private bool Advance()
    {
        using var connection = database.OpenAsync(CancellationToken.None).GetAwaiter().GetResult();
        var bytes = connection.ExecuteScalar<byte[]?>(sql, new { File = file, Part = _next++ });
        _part = new(bytes is null ? [] : FileParts.Decompressed(bytes));
        return bytes is not null;
    }

    internal static class Sql
    {
        /// <summary>One part of a delivered file.</summary>
        public const string Part = """
            select bytes
            from file_part
            where sha256 = @File and part = @Part
            """;
    }
}
