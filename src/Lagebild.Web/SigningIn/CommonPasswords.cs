using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;

namespace Lagebild.Web.SigningIn;

/// <summary>
/// Passwords that are tried first because many people chose them: some eighteen thousand of eight and more signs, from the package @zxcvbn-ts/language-common 4.1.3 (MIT licence,
/// Copyright 2012-2016 Dan Wheeler and Dropbox, Inc., 2021 @zxcvbn-ts), and rows of keys.
/// </summary>
internal static class CommonPasswords
{
    private static readonly string[] Rows =
    [
        "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm", "qwertzuiopüasdfghjklöäyxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1234567890", "0123456789", "abcdefghijklmnopqrstuvwxyz", "9876543210", "0987654321",
    ];

    private static readonly Lazy<FrozenSet<string>> List = new(Read);

    /// <summary>Whether a password, in its normal form, is one of them, one repeated, one with digits and signs around it, a row of keys, or one sign over and over.</summary>
    public static bool Has(string password)
    {
        var lower = password.ToLowerInvariant();
        return List.Value.Contains(lower) || List.Value.Contains(Unit(lower)) || List.Value.Contains(Core(lower)) || Unit(lower).Length <= 4 || IsRow(lower);
    }

    /// <summary>The shortest text that gives the password when repeated; the password where none does.</summary>
    private static string Unit(string password)
    {
        var length = Enumerable.Range(1, password.Length).First(n => Enumerable.Range(0, password.Length).All(i => password[i] == password[i % n]));
        return password[..length];
    }

    /// <summary>Without what is not a letter at both ends.</summary>
    private static string Core(string password)
    {
        var (first, last) = (Array.FindIndex([.. password], char.IsLetter), Array.FindLastIndex([.. password], char.IsLetter));
        return first < 0 ? "" : password[first..(last + 1)];
    }

    private static bool IsRow(string password) => Rows.Any(r => Repeated(r, password.Length).Contains(password, StringComparison.Ordinal));

    private static string Repeated(string row, int length) => string.Concat(Enumerable.Repeat(row, (length / row.Length) + 2));

    private static FrozenSet<string> Read()
    {
        using var packed = Assembly.GetExecutingAssembly().GetManifestResourceStream("common-passwords.txt.gz")!;
        using var lines = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        return lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
