namespace Lagebild.Storage;

/// <summary>A profile that someone is writing, and the file it is tried on. Nobody else's.</summary>
public sealed record ProfileDraft
{
    /// <summary>Not to be guessed: 32 hex digits.</summary>
    public required string Id { get; init; }

    /// <summary>The account that writes it.</summary>
    public required long Person { get; init; }

    /// <summary>Code of the feed whose profile it is to become; null where the feed is still to be made.</summary>
    public string? Feed { get; init; }

    /// <summary>The delivery whose file it is tried on; null where the draft has its own.</summary>
    public long? Delivery { get; init; }

    /// <summary>Number of the profile's version it began from; 0 for none, and for one as shipped.</summary>
    public int BasedOn { get; init; }

    /// <summary>File name without folder.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Bytes of the file.</summary>
    public long Size { get; init; }

    /// <summary>When it was begun.</summary>
    public DateTime AtUtc { get; init; }

    /// <summary>What was written so far; not always a profile yet.</summary>
    public required string Body { get; init; }
}
