using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Web.Api;

/// <summary>A numbered publication.</summary>
public sealed record ReleaseItem
{
    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    public required DateTime PublishedUtc { get; init; }

    public required ReleaseKind Kind { get; init; }

    /// <summary>Why, in the words of who released it; <c>by-rule</c> where nobody did, <c>by-person</c> where who did said nothing.</summary>
    public required string Why { get; init; }

    /// <summary>Language of <c>why</c>: <c>de</c>, <c>pl</c>, <c>en</c>; null where none is known.</summary>
    public required string? WhyLanguage { get; init; }

    /// <summary>Code of the feed; null for a release of the catalogue.</summary>
    public required string? Feed { get; init; }

    /// <summary>The delivery that was released, withdrawn or put back; null for a release of the catalogue.</summary>
    public required long? Delivery { get; init; }

    /// <summary>The release that a withdrawal takes back; null for all others.</summary>
    public required int? Withdraws { get; init; }

    /// <summary>The release that is put back after a withdrawal; null for all others.</summary>
    public required int? Restores { get; init; }

    /// <summary>Set with <see cref="Withdraws"/>: for <c>disclosure</c> the values left every stand.</summary>
    public required WithdrawalKind? WithdrawalKind { get; init; }

    /// <summary>The release that withdrew this one; null while it stands.</summary>
    public required int? WithdrawnBy { get; init; }

    /// <summary>Values of series and period that are new, other, no more, or were said again.</summary>
    public required long Added { get; init; }

    public required long Changed { get; init; }

    public required long Ended { get; init; }

    public required long Unchanged { get; init; }

    /// <summary><paramref name="withdrawn"/>: deliveries withdrawn as of the stand, with the release that withdrew each.</summary>
    internal static ReleaseItem Of(Release release, IReadOnlyDictionary<long, int> withdrawn) => new()
    {
        Number = release.Number,
        PublishedUtc = DateTime.SpecifyKind(release.PublishedUtc, DateTimeKind.Utc),
        Kind = release.Kind,
        Why = release.Why,
        WhyLanguage = release.WhyLanguage,
        Feed = release.Feed,
        Delivery = release.Delivery,
        Withdraws = release.Withdraws,
        Restores = release.Restores,
        WithdrawalKind = release.WithdrawalKind,
        WithdrawnBy = release.Kind == ReleaseKind.Delivery && withdrawn.TryGetValue(release.Delivery!.Value, out var by) ? by : null,
        Added = release.Added,
        Changed = release.Changed,
        Ended = release.Closed,
        Unchanged = release.Unchanged,
    };
}

/// <summary>What is public of a file that arrived and was released.</summary>
public sealed record DeliveryItem
{
    public required long Id { get; init; }

    public required string Feed { get; init; }

    /// <summary>The release that made it public.</summary>
    public required int Release { get; init; }

    /// <summary>The release that withdrew it; null while it stands.</summary>
    public required int? WithdrawnBy { get; init; }

    public required string FileName { get; init; }

    /// <summary>Of the bytes, in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    public required DateTime RetrievedUtc { get; init; }

    /// <summary>Code of the profile that read it, and the SHA-256 of its text.</summary>
    public required string Profile { get; init; }

    public required string ProfileVersion { get; init; }

    /// <summary>Rows read, rows outside the profile's scope, values kept.</summary>
    public required long Records { get; init; }

    public required long OutOfScope { get; init; }

    public required long Values { get; init; }

    /// <summary>Findings of the checks that do not keep a delivery from being released.</summary>
    public required long Warnings { get; init; }

    public required long Notices { get; init; }

    internal static DeliveryItem Of(Delivery delivery, IReadOnlyDictionary<long, int> withdrawn) => new()
    {
        Id = delivery.Id,
        Feed = delivery.Feed,
        Release = delivery.Release!.Value,
        WithdrawnBy = withdrawn.TryGetValue(delivery.Id, out var by) ? by : null,
        FileName = delivery.FileName,
        Sha256 = delivery.Sha256,
        Size = delivery.Size,
        RetrievedUtc = DateTime.SpecifyKind(delivery.RetrievedUtc, DateTimeKind.Utc),
        Profile = delivery.Profile,
        ProfileVersion = delivery.ProfileVersion,
        Records = delivery.Records,
        OutOfScope = delivery.OutOfScope,
        Values = delivery.ValueCount,
        Warnings = delivery.Warnings,
        Notices = delivery.Notices,
    };
}

/// <summary>A value that differs between two releases.</summary>
public sealed record ChangeItem
{
    /// <summary>Id of the series, as in <c>figures</c>.</summary>
    public required long Series { get; init; }

    public required string Indicator { get; init; }

    public required string Variant { get; init; }

    public required string Feed { get; init; }

    public required string Region { get; init; }

    public required string Breakdown { get; init; }

    public required string Frequency { get; init; }

    public required DateOnly Start { get; init; }

    public required DateOnly End { get; init; }

    public required ChangeKind Kind { get; init; }

    /// <summary>What stood as of the earlier release; null where there was nothing.</summary>
    public required ChangedValue? Before { get; init; }

    /// <summary>What stands as of the later one; null where there is nothing any more.</summary>
    public required ChangedValue? After { get; init; }

    internal static ChangeItem Of(ValueChange change, int decimals) => new()
    {
        Series = change.SeriesId,
        Indicator = change.Series.Indicator,
        Variant = change.Series.Variant,
        Feed = change.Series.Feed,
        Region = change.Series.Region,
        Breakdown = change.Series.Breakdown,
        Frequency = change.Series.Frequency.Letter().ToString(),
        Start = change.Period.Start,
        End = change.Period.End,
        Kind = change.Kind,
        Before = ChangedValue.Of(change.Before, decimals),
        After = ChangedValue.Of(change.After, decimals),
    };
}

/// <summary>One side of a change.</summary>
public sealed record ChangedValue
{
    /// <summary>Null where there is no number to show: see the statuses.</summary>
    public required decimal? Value { get; init; }

    public required string ObsStatus { get; init; }

    public required string ConfStatus { get; init; }

    /// <summary>Why a value is missing; null where nobody said, or it is there.</summary>
    public required string? MissingReason { get; init; }

    internal static ChangedValue? Of(Observation? observation, int decimals) => observation is null ? null : new()
    {
        Value = observation.Value is { } value ? ScaledValue.Of(value, decimals) : null,
        ObsStatus = observation.Status.Said(),
        ConfStatus = observation.Confidentiality.Said(),
        MissingReason = observation.MissingReason.Said(),
    };
}

/// <summary>Statuses in words that are never empty.</summary>
internal static class SaidStatus
{
    public static string Said(this ObservationStatus status) => status == ObservationStatus.Normal ? "normal" : status.Word();

    public static string Said(this ConfidentialityStatus status) => status == ConfidentialityStatus.Free ? "free" : status.Word();

    public static string? Said(this MissingReason reason) => reason == MissingReason.None ? null : reason.Word();
}
