using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>The signs in and around numbers, in UTF-8.</summary>
internal static class NumberSigns
{
    private static readonly byte[][] _blanks = [" "u8.ToArray(), "\t"u8.ToArray(), "\u00A0"u8.ToArray(), "\u202F"u8.ToArray(), "\u2009"u8.ToArray()];

    /// <summary>Length of a minus, also as U+2212 or an en dash; 0 for none.</summary>
    public static int LeadingMinus(ReadOnlySpan<byte> text) =>
        text.StartsWith("-"u8) ? 1 : text.StartsWith("\u2212"u8) || text.StartsWith("\u2013"u8) ? 3 : 0;

    /// <summary>The sign a text begins with as one byte (blank, apostrophe, point, comma) and its length; 0 where it begins otherwise.</summary>
    public static byte Between(ReadOnlySpan<byte> text, out int length)
    {
        length = text.IsEmpty ? 0 : text[0] is (byte)'.' or (byte)',' or (byte)'\'' ? 1 : text.StartsWith("\u2019"u8) ? 3 : 0;
        if (length > 0)
        {
            return text[0] is (byte)'.' or (byte)',' ? text[0] : (byte)'\'';
        }

        length = LeadingBlank(text);
        return length > 0 ? (byte)' ' : (byte)0;
    }

    /// <summary>Without blanks, tabs and no-break blanks at both ends.</summary>
    public static ReadOnlySpan<byte> TrimBlanks(ReadOnlySpan<byte> text)
    {
        while (LeadingBlank(text) is var length and > 0)
        {
            text = text[length..];
        }

        while (TrailingBlank(text) is var length and > 0)
        {
            text = text[..^length];
        }

        return text;
    }

    /// <summary>Times ten to a power.</summary>
    public static WrittenNumber Shifted(WrittenNumber number, int power)
    {
        var (digits, decimals) = (number.Digits, number.Decimals - power);
        for (; decimals < 0; decimals++)
        {
            if (digits > long.MaxValue / 10)
            {
                return number with { Wrong = Reason.TooLarge };
            }

            digits *= 10;
        }

        return number with { Digits = digits, Decimals = decimals };
    }

    private static int LeadingBlank(ReadOnlySpan<byte> text)
    {
        foreach (var blank in _blanks)
        {
            if (text.StartsWith(blank))
            {
                return blank.Length;
            }
        }

        return 0;
    }

    private static int TrailingBlank(ReadOnlySpan<byte> text)
    {
        foreach (var blank in _blanks)
        {
            if (text.EndsWith(blank))
            {
                return blank.Length;
            }
        }

        return 0;
    }
}
