using System.Text;
using System.Text.RegularExpressions;
using Lagebild.Import.Reading;
using Lagebild.Statistics;

namespace Lagebild.Import.Consistency;

/// <summary>Letters that were read in the wrong encoding once before.</summary>
internal static class Garbled
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding[] _onebyte = [Dialect.ByName("windows-1252")!, Dialect.ByName("windows-1250")!, Encoding.Latin1];

    private static readonly Regex _beyondAscii = new(@"[^\x00-\x7F]+");

    // ł ą ż Ł Ą Ż of Windows-1250, ą ś ź of Latin-2: signs that no word holds.
    private static readonly Regex _signWithinWord = new(@"\p{L}[³¹¿£¥¯±¶¼]\p{L}|(?<!\p{L})[£¯¥][aeiouyó]\p{L}|\p{Ll}Ÿ");

    public static Fault Fault { get; } = new(Reason.GarbledLetters, Severity.Warning);

    public static Meaning Checked(string text, Meaning meaning) => meaning.Fault is null && IsIn(text) ? meaning with { Fault = Fault } : meaning;

    /// <summary>The sign for lost letters; UTF-8 read as a one-byte encoding (<c>MÃ¤rz</c>); Polish letters of Windows-1250 or Latin-2 read as Western ones (<c>Wroc³aw</c>).</summary>
    public static bool IsIn(string text) =>
        text.Contains('\uFFFD', StringComparison.Ordinal)
        || (!Ascii.IsValid(text) && (_beyondAscii.Matches(text).Any(letters => _onebyte.Any(e => IsUtf8In(letters.Value, e))) || _signWithinWord.IsMatch(text)));

    /// <summary>Written back into the encoding, the letters are UTF-8 of others that Central Europeans write.</summary>
    private static bool IsUtf8In(string letters, Encoding encoding)
    {
        var bytes = encoding.GetBytes(letters);
        return encoding.GetString(bytes) == letters && System.Text.Unicode.Utf8.IsValid(bytes) && _strict.GetString(bytes) is var meant
            && _onebyte[..2].Any(e => e.GetString(e.GetBytes(meant)) == meant) && !meant.Any(char.IsControl);
    }
}
