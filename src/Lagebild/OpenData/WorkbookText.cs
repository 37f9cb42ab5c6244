using System.Security;
using System.Text;

namespace Lagebild.OpenData;

/// <summary>Styles of cells, by their position in the style sheet.</summary>
internal enum WorkbookStyle
{
    Plain,
    Head,
    Day,
    Whole,
    OneDecimal,
    TwoDecimals,
    ManyDecimals,
    Wrapped,
}

/// <summary>Texts, columns and days as sheets hold them.</summary>
internal static class WorkbookText
{
    /// <summary>More does not fit a cell.</summary>
    private const int LongestCell = 32_767;

    private const int MostColumns = 702;

    private static readonly byte[][] _letters = [.. Enumerable.Range(0, MostColumns).Select(LettersOf)];

    private static readonly DateOnly _dayZero = new(1899, 12, 30);

    /// <summary>A, B ... Z, AA: the name of a column, counted from 0.</summary>
    public static ReadOnlySpan<byte> Letters(int column) => _letters[column];

    /// <summary>Days since 30 December 1899. Right from March 1900 on.</summary>
    public static int DayNumber(DateOnly day) => day.DayNumber - _dayZero.DayNumber;

    public static WorkbookStyle StyleOf(int decimals) => decimals switch
    {
        0 => WorkbookStyle.Whole,
        1 => WorkbookStyle.OneDecimal,
        2 => WorkbookStyle.TwoDecimals,
        _ => WorkbookStyle.ManyDecimals,
    };

    /// <summary>As XML, without the signs XML cannot hold, cut to what fits a cell.</summary>
    public static string Escaped(string text)
    {
        var held = text.Length <= LongestCell ? text : text[..LongestCell];
        var clean = held.All(IsHeld) ? held : string.Concat(held.Where(IsHeld));
        return SecurityElement.Escape(clean);
    }

    private static bool IsHeld(char sign) => sign is '\t' or '\n' or '\r' or >= ' ' and not '\uFFFE' and not '\uFFFF';

    private static byte[] LettersOf(int column) =>
        Encoding.ASCII.GetBytes(column < 26 ? $"{(char)('A' + column)}" : $"{(char)('A' + (column / 26) - 1)}{(char)('A' + (column % 26))}");
}
