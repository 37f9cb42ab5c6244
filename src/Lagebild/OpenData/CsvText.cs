using System.Buffers;

namespace Lagebild.OpenData;

/// <summary>Texts as fields of CSV (RFC 4180).</summary>
public static class CsvText
{
    private static readonly SearchValues<char> _withComma = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> _withSemicolon = SearchValues.Create(";\"\r\n");

    /// <summary>Between quotes where it holds the delimiter, a quote or a line's end.</summary>
    public static string Quoted(string text, char delimiter) => text.AsSpan().IndexOfAny(delimiter == ',' ? _withComma : _withSemicolon) < 0
        ? text
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>
    /// What a spreadsheet would run as a formula gets an apostrophe before it: texts that begin with = + - @, tab or line's end, also behind white space.
    /// </summary>
    public static string Harmless(string text) => text.AsSpan().TrimStart(" \u00A0") is [var first, ..] && first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠'
        ? $"'{text}"
        : text;
}
