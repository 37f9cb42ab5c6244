namespace Lagebild.Charts;

/// <summary>
/// Numbers as the three languages write them, independent of any culture: de 1.149.375 and 29,3 %; pl 1326 but 93 190 (no-break space
/// from five digits) and 29,3%; en 1,149,375 and 29.3%. The minus is a true minus (U+2212). An unknown language is written as English.
/// </summary>
public static class NumberFormat
{
    private const char Minus = '−';
    private const char NoBreakSpace = '\u00a0';

    /// <summary>A whole number scaled by ten to <paramref name="decimals"/>: 1234 with 1 decimal is 123,4 in German. All decimals are written.</summary>
    public static string Value(long value, int decimals, string language)
    {
        Span<char> text = stackalloc char[64];
        return new string(text[..Write(value, decimals, language, text)]);
    }

    /// <summary>A share in percent, with its sign: 29,3 % (no-break space), 29,3%, 29.3%.</summary>
    public static string Percent(long value, int decimals, string language) => Value(value, decimals, language) + PercentSign(language);

    /// <summary>A change: always with its sign, +1.380 or −1.380; zero has none.</summary>
    public static string Change(long value, int decimals, string language) => (value > 0 ? "+" : "") + Value(value, decimals, language);

    /// <summary>A change in percent, with both signs.</summary>
    public static string PercentChange(long value, int decimals, string language) => Change(value, decimals, language) + PercentSign(language);

    /// <summary>The percent sign with the space that stands before it in this language.</summary>
    public static string PercentSign(string language) => language == "de" ? "\u00a0%" : "%";

    private static int Write(long value, int decimals, string language, Span<char> text)
    {
        Span<char> digits = stackalloc char[40];
        var count = Digits(value, decimals, digits);
        var whole = count - decimals;
        var at = 0;
        if (value < 0)
        {
            text[at++] = Minus;
        }

        for (var i = 0; i < whole; i++)
        {
            if (i > 0 && (whole - i) % 3 == 0 && Grouped(whole, language))
            {
                text[at++] = GroupSign(language);
            }

            text[at++] = digits[i];
        }

        if (decimals > 0)
        {
            text[at++] = language is "de" or "pl" ? ',' : '.';
            digits[whole..count].CopyTo(text[at..]);
            at += decimals;
        }

        return at;
    }

    /// <summary>At least one digit stands before the decimals.</summary>
    private static int Digits(long value, int decimals, Span<char> digits)
    {
        var rest = value < 0 ? (ulong)-(value + 1) + 1 : (ulong)value;
        var count = 0;
        while (rest > 0 || count <= decimals)
        {
            digits[count++] = (char)('0' + (rest % 10));
            rest /= 10;
        }

        digits[..count].Reverse();
        return count;
    }

    private static bool Grouped(int whole, string language) => language == "pl" ? whole > 4 : whole > 3;

    private static char GroupSign(string language) => language switch { "de" => '.', "pl" => NoBreakSpace, _ => ',' };
}
