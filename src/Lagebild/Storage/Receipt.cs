using Lagebild.Accounts;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>How far something handed in has come. In SQL as these words.</summary>
public enum ReceiptState
{
    /// <summary>Kept, and to be read by the next run of its feed.</summary>
    Received,

    /// <summary>Read and stored as a delivery.</summary>
    Read,

    /// <summary>Given up after <see cref="InboxStore.MaximumTries"/> tries; a person may have it tried again.</summary>
    Failed,
}

/// <summary>Why reading something handed in came to nothing: never a fault of its contents. In SQL as these words.</summary>
public enum ReceiptFault
{
    /// <summary>Something could not be written: the disk is full, or a limit is reached.</summary>
    Disk,

    /// <summary>The database did not answer.</summary>
    Database,

    /// <summary>The profile is missing, or names what the catalogue does not have.</summary>
    Profile,

    /// <summary>The program ended while it was read.</summary>
    CutOff,

    /// <summary>A fault of the program; the log says which.</summary>
    Program,
}

/// <summary>Why a file handed in is not kept: a fault of what was sent.</summary>
public enum FileRefusal
{
    /// <summary>No bytes.</summary>
    Empty,

    /// <summary>More than <see cref="InboxStore.LargestFile"/> bytes.</summary>
    TooLarge,

    /// <summary>An archive that is no workbook.</summary>
    Archive,

    /// <summary>A workbook of the form before 2007.</summary>
    OldWorkbook,

    /// <summary>A PDF document.</summary>
    Pdf,

    /// <summary>A web page.</summary>
    Page,

    /// <summary>A picture.</summary>
    Picture,
}

/// <summary>What comes with a file that a person or machine hands in.</summary>
public sealed record HandedIn
{
    public required Feed Feed { get; init; }

    /// <summary>As the sender calls it; kept by <see cref="Import.FileName.Of"/>.</summary>
    public required string FileName { get; init; }

    public required DeliveryChannel Channel { get; init; }

    /// <summary>Who hands it in, or answers for the machine that does.</summary>
    public required Who Who { get; init; }

    /// <summary>The token a machine came with; null where a person hands it in.</summary>
    public long? Token { get; init; }

    /// <summary>Code of the profile to read it by; null for the feed's own.</summary>
    public string? Profile { get; init; }

    /// <summary>What the person says of it; null for nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>What was handed in can't be kept for a fault of ours: the disk is full, the database is away. Nothing of it is left.</summary>
public sealed class NotKeptException(ReceiptFault fault, Exception cause) : IOException("What was handed in can't be kept.", cause)
{
    /// <summary>Which.</summary>
    public ReceiptFault Fault { get; } = fault;
}

/// <summary>What came of handing a file in: kept under a receipt, known under an earlier one, or refused.</summary>
public sealed record Acceptance
{
    /// <summary>Null where it was refused.</summary>
    public Receipt? Receipt { get; init; }

    /// <summary>False where the same bytes are waiting, or were the last to arrive, under an earlier receipt: nothing more was kept.</summary>
    public bool IsNew { get; init; }

    /// <summary>Null where it was not refused.</summary>
    public FileRefusal? Refusal { get; init; }
}

/// <summary>Something handed in: kept before it is read. Only for the feed's office.</summary>
public sealed record Receipt
{
    /// <summary>Ascending in the order of arrival.</summary>
    public long Id { get; init; }

    /// <summary>Code of the feed.</summary>
    public required string Feed { get; init; }

    /// <summary>Without folder or control characters; not a path.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    public DeliveryChannel Channel { get; init; }

    /// <summary>The account that handed it in, or answers for the token; null where none did.</summary>
    public long? HandedInBy { get; init; }

    /// <summary>Name of that account; null where there is none.</summary>
    public string? HandedInName { get; init; }

    /// <summary>The token it came by; null where a person handed it in.</summary>
    public long? Token { get; init; }

    /// <summary>Name of that token; null where there is none.</summary>
    public string? TokenName { get; init; }

    /// <summary>Code of the profile to read it by; null for the feed's own.</summary>
    public string? Profile { get; init; }

    /// <summary>What the person said of it; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Number of the feed's latest release when it was handed in; 0 before the first.</summary>
    public int BasedOn { get; init; }

    public DateTime ReceivedUtc { get; init; }

    public ReceiptState State { get; init; }

    /// <summary>How often reading it was begun.</summary>
    public int Tries { get; init; }

    /// <summary>The delivery it became; null until it is read.</summary>
    public long? Delivery { get; init; }

    /// <summary>Why the last try came to nothing; null where none did.</summary>
    public ReceiptFault? Fault { get; init; }

    /// <summary>As deliveries say where they came from.</summary>
    public string Place => FormattableString.Invariant($"upload/{Id}/{FileName}");
}
