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
}
