using Lagebild.Accounts;

namespace Lagebild.Storage;

/// <summary>How it stands with an order. In SQL as these words.</summary>
public enum OrderState
{
    /// <summary>Its minute has not come, or nobody has looked since.</summary>
    Open,

    /// <summary>The delivery is released.</summary>
    Done,

    /// <summary>Taken back, or overtaken: the delivery was released at once.</summary>
    Cancelled,

    /// <summary>Its minute came, and nothing could be released; <see cref="ReleaseOrder.Fault"/> says why.</summary>
    Failed,
}

/// <summary>What kept an order from being carried out. In SQL as these words.</summary>
public enum OrderFault
{
    /// <summary>Another release of the feed came between: what was looked at is no longer what would change.</summary>
    Stale,

    /// <summary>The delivery no longer waits: it was refused on a second reading, or withdrawn.</summary>
    NotWaiting,

    /// <summary>Who ordered it may not release it: four eyes.</summary>
    NeedsOther,
}

/// <summary>A delivery to be released at a set minute. Not public, nor is anything that tells of it, before it is <see cref="OrderState.Done"/>.</summary>
public sealed record ReleaseOrder
{
    /// <summary>Ascending in the order they were given.</summary>
    public long Id { get; init; }

    public long Delivery { get; init; }

    /// <summary>A whole minute.</summary>
    public DateTime AtUtc { get; init; }

    /// <summary>The feed's release that the preview was compared with when it was looked at; 0 for none.</summary>
    public int BasedOn { get; init; }

    /// <summary>Note of the release, and its language; see <see cref="ReleaseNote"/>.</summary>
    public required string Why { get; init; }

    public string? WhyLanguage { get; init; }

    /// <summary>Account and name of who ordered it.</summary>
    public long? OrderedBy { get; init; }

    public required string OrderedName { get; init; }

    public DateTime OrderedUtc { get; init; }

    public OrderState State { get; init; }

    /// <summary>Set where <see cref="OrderState.Failed"/>.</summary>
    public OrderFault? Fault { get; init; }

    /// <summary>As acts are noted.</summary>
    public Who Who => new(OrderedBy, OrderedName);

    public ReleaseNote Note => new(Why, WhyLanguage);
}
