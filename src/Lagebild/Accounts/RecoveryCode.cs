using System.Security.Cryptography;
using System.Text;

namespace Lagebild.Accounts;

/// <summary>A code that opens once when the device is lost, as it is kept: salted and hashed. The codes of one making share a salt.</summary>
public sealed record RecoveryCode(string Salt, string Hash)
{
    // Codes hold 45 bits by chance alone: rounds make up for what a password of one's own would have.
    private const int Rounds = 100_000;

    /// <summary>How new codes are kept.</summary>
    public static IReadOnlyList<RecoveryCode> Of(IEnumerable<string> codes)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return [.. codes.Select(c => new RecoveryCode(salt, HashOf(c, salt)))];
    }

    /// <summary>Which of the codes left was typed; null for none.</summary>
    public static RecoveryCode? Find(IReadOnlyList<RecoveryCode> left, string typed)
    {
        if (left.Count == 0)
        {
            return null;
        }

        var hash = HashOf(typed, left[0].Salt);
        return left.FirstOrDefault(c => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(c.Hash), Encoding.UTF8.GetBytes(hash)));
    }

    private static string HashOf(string code, string salt) =>
        Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(code), Convert.FromHexString(salt), Rounds, HashAlgorithmName.SHA256, 32));
}
