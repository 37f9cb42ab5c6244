using System.Security.Cryptography;

namespace Lagebild.Web.Api;

/// <summary>What tells one answer from another.</summary>
internal static class Hash
{
    private const int Digits = 24;

    /// <summary>The first digits of the SHA-256, lower-case hex.</summary>
    public static string Of(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..Digits];
}
