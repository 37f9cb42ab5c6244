namespace Lagebild.Storage;

/// <summary>Where a delivery stands. In SQL in lower case.</summary>
public enum DeliveryState
{
    /// <summary>Stored and free of errors, to be released by rule; after a crash it is taken up again.</summary>
    Stored,

    /// <summary>Waits for a person's word: by the feed's policy, or because it would close too much.</summary>
    Waiting,

    /// <summary>Has errors: releases nothing.</summary>
    Refused,

    /// <summary>Released, and what it says holds until a later delivery says otherwise.</summary>
    Released,

    /// <summary>Released, then withdrawn.</summary>
    Withdrawn,
}

/// <summary>By which way a delivery came. In SQL as these words.</summary>
public enum DeliveryChannel
{
    /// <summary>Found at the feed's place by its schedule.</summary>
    Folder,

    /// <summary>Sent in by a person through the workbench.</summary>
    Upload,

    /// <summary>Typed into the entry form.</summary>
    Form,

    /// <summary>Sent by a machine with a token.</summary>
    Token,
}

/// <summary>One file that arrived, and what was understood. Counts only, no cell contents: public as it stands.</summary>
public sealed record Delivery
{
    /// <summary>Ascending in the order of arrival.</summary>
    public long Id { get; init; }

    /// <summary>Code of the feed.</summary>
    public required string Feed { get; init; }

    public required DeliveryState State { get; init; }

    /// <summary>File name without folder.</summary>
    public required string FileName { get; init; }

    /// <summary>Where it came from.</summary>
    public required string Place { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hex; the bytes themselves are stored once.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    public DateTime RetrievedUtc { get; init; }

    /// <summary>When the same bytes were last met again under the same profile version; null where they were not.</summary>
    public DateTime? SeenAgainUtc { get; init; }

    /// <summary>Code of the profile that read it, and the SHA-256 of its text.</summary>
    public required string Profile { get; init; }

    public required string ProfileVersion { get; init; }

    /// <summary>Rows read, rows outside the profile's scope, values kept.</summary>
    public long Records { get; init; }

    public long OutOfScope { get; init; }

    public long ValueCount { get; init; }

    /// <summary>All findings, not only the thousand kept.</summary>
    public long Errors { get; init; }

    public long Warnings { get; init; }

    public long Notices { get; init; }

    /// <summary>The release that published it; null while none has.</summary>
    public int? Release { get; init; }

    public DeliveryChannel Channel { get; init; }

    /// <summary>The account that handed it in; null where none did. Not public.</summary>
    public long? HandedInBy { get; init; }
}
