using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>How one file is written: what the profile says, and where it says <c>auto</c>, what the file shows.</summary>
internal sealed record Dialect
{
    private static readonly EncodingProvider _codePages = CodePagesEncodingProvider.Instance;

    public required Encoding Encoding { get; init; }

    /// <summary>Bytes of the byte order mark.</summary>
    public int MarkLength { get; init; }

    public char Delimiter { get; init; }

    /// <summary>Lines before the header.</summary>
    public int Skip { get; init; }

    /// <summary>Of a line at a record's start where the table ends; null for none.</summary>
    public Regex? Footer { get; init; }

    /// <summary>0 for none.</summary>
    public byte Quote { get; init; }

    /// <summary>Bytes of a line feed.</summary>
    public int UnitLength => Encoding.CodePage is 1200 or 1201 ? 2 : 1;

    public bool IsBigEndian => Encoding.CodePage == 1201;

    public bool IsUtf8 => Encoding.CodePage == Encoding.UTF8.CodePage;

    /// <summary>By name; null where there is none.</summary>
    public static Encoding? ByName(string name) => _codePages.GetEncoding(name) ?? Known(name);

    /// <summary>Looks at the file. Where its bytes are no UTF-8 and it has no mark, the feed's language tells Windows-1250 from Windows-1252: bytes can't.</summary>
    public static Dialect Of(FeedFile file, Profile profile, Feed feed)
    {
        var dialect = Marked(file) ?? new Dialect
        {
            Encoding = profile.Encoding != Profile.Auto ? ByName(profile.Encoding)! : IsValidUtf8(file) ? Encoding.UTF8 : ByName(feed.Language == "pl" ? "windows-1250" : "windows-1252")!,
        };
        dialect = dialect with
        {
            Skip = profile.Skip,
            Footer = profile.Footer is null ? null : WholeText.Pattern(profile.Footer),
            Quote = profile.Quote.Length == 0 ? (byte)0 : (byte)profile.Quote[0],
        };
        return profile.Delimiter == Profile.Auto ? Delimited(dialect, file) : dialect with { Delimiter = profile.Delimiter[0] };
    }

    private static Encoding? Known(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Dialect? Marked(FeedFile file)
    {
        using var stream = file.Open();
        Span<byte> start = stackalloc byte[3];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        return start.StartsWith(Encoding.UTF8.Preamble) ? new Dialect { Encoding = Encoding.UTF8, MarkLength = 3 }
            : start.StartsWith(Encoding.Unicode.Preamble) ? new Dialect { Encoding = Encoding.Unicode, MarkLength = 2 }
            : start.StartsWith(Encoding.BigEndianUnicode.Preamble) ? new Dialect { Encoding = Encoding.BigEndianUnicode, MarkLength = 2 }
            : null;
    }

    private static bool IsValidUtf8(FeedFile file)
    {
        using var stream = file.Open();
        var buffer = new byte[1 << 16];
        for (var kept = 0; ;)
        {
            var read = stream.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false);
            var text = buffer.AsSpan(0, kept + read);
            var end = text.Length < buffer.Length ? text.Length : text.LastIndexOfAnyInRange((byte)0, (byte)0x7F) + 1;
            if (end == 0 && text.Length > 0 || !Utf8.IsValid(text[..end]))
            {
                return false;
            }

            if (text.Length < buffer.Length)
            {
                return true;
            }

            text[end..].CopyTo(buffer);
            kept = text.Length - end;
        }
    }

    /// <summary>The sign that stands most often, outside quotes, in the header's line; <c>sep=;</c>, as spreadsheets write it, is believed.</summary>
    private static Dialect Delimited(Dialect dialect, FeedFile file)
    {
        using var source = new TextSource(file.Open(), dialect);
        Span<byte> start = stackalloc byte[1 << 13];
        start = start[..source.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        var line = FirstLine(start);
        return line.Length == 5 && line.StartsWith("sep="u8)
            ? dialect with { Delimiter = (char)line[4], Skip = dialect.Skip + 1 }
            : dialect with { Delimiter = MostFrequent(line) };
    }

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> text)
    {
        var lines = text.TrimStart("\r\n"u8);
        var end = lines.IndexOfAny((byte)'\r', (byte)'\n');
        return end < 0 ? lines : lines[..end];
    }

    private static char MostFrequent(ReadOnlySpan<byte> line)
    {
        var (best, most) = (',', 0);
        foreach (var sign in ",;\t|")
        {
            var count = OutsideQuotes(line, (byte)sign);
            (best, most) = count > most ? (sign, count) : (best, most);
        }

        return best;
    }

    private static int OutsideQuotes(ReadOnlySpan<byte> line, byte sign)
    {
        var (count, quoted) = (0, false);
        foreach (var letter in line)
        {
            quoted ^= letter == '"';
            count += !quoted && letter == sign ? 1 : 0;
        }

        return count;
    }
}
