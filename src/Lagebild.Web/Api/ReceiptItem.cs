using Lagebild.Storage;

namespace Lagebild.Web.Api;

/// <summary>Something handed in: how far it has come.</summary>
public sealed record ReceiptItem
{
    public required long Id { get; init; }

    /// <summary>Code of the feed.</summary>
    public required string Feed { get; init; }

    /// <summary>As it was called, without folder.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>When it was handed in, in UTC.</summary>
    public required DateTime Received { get; init; }

    /// <summary>Received: kept and to be read. Read: it is a delivery. Failed: given up, a person has to look.</summary>
    public required ReceiptState State { get; init; }

    /// <summary>Why the last try to read it came to nothing; null where none did. Never a fault of the file.</summary>
    public required ReceiptFault? Fault { get; init; }

    /// <summary>Number of the delivery; null until it is read.</summary>
    public required long? Delivery { get; init; }

    /// <summary>Where the delivery stands: waiting for a person's release, refused for its errors, released, withdrawn; null until it is read.</summary>
    public required DeliveryState? DeliveryState { get; init; }

    /// <summary>Rows read, errors and warnings found; null until it is read.</summary>
    public required long? Rows { get; init; }

    public required long? Errors { get; init; }

    public required long? Warnings { get; init; }

    internal static ReceiptItem Of(Receipt receipt, Delivery? delivery) => new()
    {
        Id = receipt.Id,
        Feed = receipt.Feed,
        Name = receipt.FileName,
        Sha256 = receipt.Sha256,
        Size = receipt.Size,
        Received = receipt.ReceivedUtc,
        State = receipt.State,
        Fault = receipt.State == ReceiptState.Read ? null : receipt.Fault,
        Delivery = delivery?.Id,
        DeliveryState = delivery?.State,
        Rows = delivery?.Records,
        Errors = delivery?.Errors,
        Warnings = delivery?.Warnings,
    };
}
