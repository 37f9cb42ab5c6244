using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Lagebild.Accounts;

/// <summary>Six digits that change every 30 seconds, from a shared key: RFC 6238 over HMAC-SHA-1, as every app for them does it.</summary>
public static class TimeCode
{
    private const int StepSeconds = 30;

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The number of a moment's 30 seconds.</summary>
    public static long Step(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step.</summary>
    public static string At(byte[] key, long step) => (Number(key, step) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>The step that a code belongs to, at most one beside now's (clocks differ); null where it is none of them.</summary>
    public static long? StepOf(byte[] key, string code, DateTimeOffset now)
    {
        long? found = null;
        foreach (var step in new[] { Step(now) - 1, Step(now), Step(now) + 1 })
        {
            found = CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(At(key, step)), System.Text.Encoding.UTF8.GetBytes(code)) ? step : found;
        }

        return found;
    }

    /// <summary>A key as people type it into an app: RFC 4648, without padding.</summary>
    public static string Base32(byte[] key) => string.Concat(Enumerable.Range(0, ((key.Length * 8) + 4) / 5).Select(i => Letters[FiveBits(key, i * 5)]));

    /// <summary>The key of such a text; throws <see cref="FormatException"/> where it is none.</summary>
    public static byte[] FromBase32(string text)
    {
        var key = new byte[text.Length * 5 / 8];
        for (var bit = 0; bit < key.Length * 8; bit++)
        {
            var letter = Letters.IndexOf(text[bit / 5], StringComparison.Ordinal);
            key[bit / 8] |= (byte)(((letter < 0 ? throw new FormatException("No key of codes.") : letter) >> (4 - (bit % 5)) & 1) << (7 - (bit % 8)));
        }

        return key;
    }

    private static int FiveBits(byte[] key, int at) => Enumerable.Range(at, 5).Aggregate(0, (value, bit) => (value << 1) | (bit / 8 < key.Length ? key[bit / 8] >> (7 - (bit % 8)) & 1 : 0));

    // The oldest hash is what the standard and the apps use; nothing secret depends on its collisions.
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "RFC 6238")]
    private static int Number(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, hash);
        return BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
    }
}
