using System.Security.Cryptography;
using System.Text;

namespace Lagebild.Accounts;

/// <summary>A link that works once: it sets the first account up, or an account's password.</summary>
public sealed record OneTimeLink
{
    /// <summary>How long the link to the first account works.</summary>
    public static readonly TimeSpan SetUpTime = TimeSpan.FromMinutes(30);

    /// <summary>How long an invitation works, and a link after a reset.</summary>
    public static readonly TimeSpan InvitationTime = TimeSpan.FromDays(7);

    /// <summary>Whose password it sets; null: it makes the first account.</summary>
    public long? Account { get; init; }

    public DateTime ExpiresUtc { get; init; }

    /// <summary>A new secret, 256 bits as they stand in an address.</summary>
    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>How a secret is kept: from it the link cannot be made.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
