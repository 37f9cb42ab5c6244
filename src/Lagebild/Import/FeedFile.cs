using System.Security.Cryptography;

namespace Lagebild.Import;

/// <summary>A file as it arrived: never changed, read as often as needed.</summary>
public sealed record FeedFile
{
    /// <summary>File name without folder.</summary>
    public required string Name { get; init; }

    /// <summary>Where it came from: a path below the feed root, an address, <c>upload</c>.</summary>
    public required string Place { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Length in bytes.</summary>
    public required long Size { get; init; }

    public required DateTime RetrievedUtc { get; init; }

    /// <summary>Opens the bytes from the start; the caller disposes the stream.</summary>
    public required Func<Stream> Open { get; init; }

    /// <summary>From a file on disk, read once for its hash. Throws what opening a file throws.</summary>
    public static FeedFile FromPath(string path, string place, DateTime retrievedUtc)
    {
        using var stream = OpenPath(path);
        return new FeedFile
        {
            Name = Path.GetFileName(path),
            Place = place,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(stream)),
            Size = stream.Length,
            RetrievedUtc = retrievedUtc,
            Open = () => OpenPath(path),
        };
    }

    /// <summary>From bytes in memory, which must not change afterwards.</summary>
    public static FeedFile FromBytes(byte[] bytes, string name, string place, DateTime retrievedUtc) => new()
    {
        Name = name,
        Place = place,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        Size = bytes.Length,
        RetrievedUtc = retrievedUtc,
        Open = () => new MemoryStream(bytes, writable: false),
    };

    private static FileStream OpenPath(string path) =>
        new(path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.Read, BufferSize = 0, Options = FileOptions.SequentialScan });
}
