using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Lagebild.Accounts;

/// <summary>A key with which a machine hands figures in. Itself it is shown once, when it is made; kept is its hash alone.</summary>
public sealed record MachineToken
{
    /// <summary>The longest a token may hold.</summary>
    public const int LongestDays = 365;

    private const string Prefix = "lb_";
    private const int SecretBytes = 32;

    public long Id { get; init; }

    /// <summary>What people call the machine.</summary>
    public required string Name { get; init; }

    /// <summary>What is kept of the key; see <see cref="HashOf"/>.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Codes of the feeds it may hand in to, in order.</summary>
    public IReadOnlyList<string> Feeds { get; init; } = [];

    /// <summary>The account that made it and answers for it: without that person's role for a feed it opens nothing there.</summary>
    public long MadeBy { get; init; }

    /// <summary>Name of that account.</summary>
    public required string MadeByName { get; init; }

    public DateTime MadeUtc { get; init; }

    /// <summary>From this moment on it opens nothing.</summary>
    public DateTime ExpiresUtc { get; init; }

    /// <summary>To the minute; null where it was never used.</summary>
    public DateTime? LastUsedUtc { get; init; }

    /// <summary>Null where it was not revoked.</summary>
    public DateTime? RevokedUtc { get; init; }

    /// <summary>As what it hands in is noted: the account that answers for it, the machine's name before that person's.</summary>
    public Who Who => new(MadeBy, $"{Name} ({MadeByName})");

    /// <summary>Whether it opens anything at a moment.</summary>
    public bool HoldsAt(DateTime moment) => RevokedUtc is null && moment < ExpiresUtc;

    /// <summary>A new key: <c>lb_</c> and 32 random bytes in base64url.</summary>
    public static string NewSecret() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>What is kept of a key: its SHA-256, lower-case hex; null where the text can't be one.</summary>
    public static string? HashOf(string secret) =>
        secret.Length == Prefix.Length + Base64Url.GetEncodedLength(SecretBytes) && secret.StartsWith(Prefix, StringComparison.Ordinal)
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)))
            : null;
}
