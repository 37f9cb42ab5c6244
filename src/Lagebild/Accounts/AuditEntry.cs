using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Lagebild.Accounts;

/// <summary>One act: who, when, what, before and after. Never changed, never removed.</summary>
public sealed record AuditEntry
{
    /// <summary>From 1, without gaps.</summary>
    public long Number { get; init; }

    public DateTime AtUtc { get; init; }

    /// <summary>The account that acted; null where none did.</summary>
    public long? Person { get; init; }

    /// <summary>Name of who acted, as it was then.</summary>
    public required string Who { get; init; }

    /// <summary>What was done, a word of the audit: <c>delivery.withdraw</c>, <c>account.invite</c>.</summary>
    public required string Act { get; init; }

    /// <summary>What it was done to: <c>delivery 12</c>, <c>feed hamburg-lagebild</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The region of the office it belongs to; null for none.</summary>
    public string? Region { get; init; }

    /// <summary>What was so before and after, as JSON or a sentence; null for nothing. Neither passwords nor tokens nor values of cells.</summary>
    public string? Before { get; init; }

    public string? After { get; init; }

    /// <summary>Hash of this entry, which holds that of the one before: lower-case hex.</summary>
    public string Hash { get; init; } = "";

    /// <summary>SHA-256 over the hash of the entry before (empty for the first) and all of this one.</summary>
    public string HashAfter(string previous) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes((string?[])
    [
        previous, Number.ToString(CultureInfo.InvariantCulture), AtUtc.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture),
        Person?.ToString(CultureInfo.InvariantCulture), Who, Act, Subject, Region, Before, After,
    ])));
}
