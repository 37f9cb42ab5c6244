using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using Lagebild.Import;

namespace Lagebild.Storage;

/// <summary>A file being handed in: in a temporary file of our own name, hashed on the way, never whole in memory. Disposing removes it.</summary>
public sealed class ArrivedFile : IDisposable
{
    private const int BufferSize = 1 << 16;
    private const string WorkbookPart = "xl/workbook.xml";

    private readonly string _path;

    private ArrivedFile(string path) => _path = path;

    /// <summary>Bytes; of a file that is too large, as many as were looked at.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Why it can't be kept; null where it can.</summary>
    public FileRefusal? Refusal { get; private set; }

    /// <summary>
    /// Takes the bytes to their end, or until they are too many. Throws <see cref="NotKeptException"/> where the disk is full, and what reading the bytes throws
    /// where the sender breaks off; nothing is left then.
    /// </summary>
    internal static async Task<ArrivedFile> ReceiveAsync(string folder, Stream bytes, CancellationToken ct)
    {
        var file = new ArrivedFile(Path.Combine(folder, Path.GetRandomFileName()));
        try
        {
            Written(() => Directory.CreateDirectory(folder));
            await file.TakeAsync(bytes, ct);
            file.Refusal = file.Size == 0 ? FileRefusal.Empty : file.Size > InboxStore.LargestFile ? FileRefusal.TooLarge : file.OfOtherKind();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Removes what the end of a program left behind: whatever nobody holds open.</summary>
    internal static void Sweep(string folder)
    {
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder) : [])
        {
            try
            {
                new FileStream(path, new FileStreamOptions { Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose }).Dispose();
            }
            catch (IOException) when (File.Exists(path))
            {
                // It is being received.
            }
        }
    }

    /// <summary>To be read under a name and from a place.</summary>
    public FeedFile As(string name, string place, DateTime retrievedUtc) => new()
    {
        Name = name,
        Place = place,
        Sha256 = Sha256,
        Size = Size,
        RetrievedUtc = retrievedUtc,
        Open = Open,
    };

    /// <inheritdoc/>
    public void Dispose() => File.Delete(_path);

    private FileStream Create() => new(_path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 });

    private FileStream Open() => new(_path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.Read, Options = FileOptions.SequentialScan });

    private static void Written(Action write) => Written(() =>
    {
        write();
        return true;
    });

    private static T Written<T>(Func<T> write)
    {
        try
        {
            return write();
        }

        // Out of range is a file that may not grow so far: by a limit of the system or of its file system.
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            throw new NotKeptException(ReceiptFault.Disk, fault);
        }
    }

    private async Task TakeAsync(Stream bytes, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = Written(Create);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        for (int length; Size <= InboxStore.LargestFile && (length = await bytes.ReadAsync(buffer, ct)) > 0; Size += length)
        {
            hash.AppendData(buffer, 0, length);
            Written(() => file.Write(buffer, 0, length));
        }

        ArrayPool<byte>.Shared.Return(buffer);
        Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>By the first bytes: what is no table at all is said at once. Null for what a profile may try.</summary>
    private FileRefusal? OfOtherKind()
    {
        Span<byte> start = stackalloc byte[512];
        using var bytes = Open();
        return KindOf(start[..bytes.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
    }

    private FileRefusal? KindOf(ReadOnlySpan<byte> start) =>
        start.StartsWith("PK"u8) ? IsWorkbook() ? null : FileRefusal.Archive
        : start.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]) || start.StartsWith("7z\xbc\xaf"u8) || start.StartsWith("Rar!"u8) ? FileRefusal.Archive
        : start.StartsWith((ReadOnlySpan<byte>)[0xd0, 0xcf, 0x11, 0xe0]) ? FileRefusal.OldWorkbook
        : start.StartsWith("%PDF"u8) ? FileRefusal.Pdf
        : start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47]) || start.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]) || start.StartsWith("GIF8"u8) ? FileRefusal.Picture
        : IsPage(start) ? FileRefusal.Page
        : null;

    private static bool IsPage(ReadOnlySpan<byte> start)
    {
        var text = System.Text.Encoding.Latin1.GetString(start).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\t', '\r', '\n');
        return text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    // What can't be opened is left to the reader of workbooks, which says what is wrong with it.
    private bool IsWorkbook()
    {
        try
        {
            using var archive = new ZipArchive(Open());
            return archive.GetEntry(WorkbookPart) is not null;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }
}
