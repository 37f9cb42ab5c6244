namespace Lagebild.Charts;

/// <summary>
/// How wide a text is, without a font: for each letter the wider of Liberation Sans (metrics of Arial) and Noto Sans, so that a label fits
/// in either. Good to a few percent; kerning is not counted.
/// </summary>
public static class TextWidth
{
    /// <summary>The faces of pictures of their own, the first there is; the widths are good for them.</summary>
    public const string Fonts = "Segoe UI, Roboto, Helvetica Neue, Noto Sans, Liberation Sans, Arial, sans-serif";

    private const int Unknown = 100;
    private const double BoldFactor = 1.08;

    /// <summary>Width in units of a text of that size.</summary>
    public static double Of(ReadOnlySpan<char> text, double size)
    {
        var sum = 0;
        foreach (var letter in text)
        {
            sum += Letter(letter);
        }

        return sum * size / 100;
    }

    /// <summary>Width of the same in a weight of 600.</summary>
    public static double OfBold(ReadOnlySpan<char> text, double size) => Of(text, size) * BoldFactor;

    /// <summary>The text in lines no wider than that, cut at spaces, a word that is longer than a line after its hyphens; what is longer still keeps its line; a soft hyphen at a cut is written. At least one line.</summary>
    public static IReadOnlyList<string> Lines(string text, double width, double size)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isPart = false;
            foreach (var part in Parts(word, width, size))
            {
                var longer = line.Length == 0 || isPart ? line + part : $"{line} {part}";
                if (line.Length > 0 && Of(longer, size) > width)
                {
                    lines.Add(line[^1] == SoftHyphen ? $"{line[..^1]}-" : line);
                    longer = part;
                }

                (line, isPart) = (longer, true);
            }
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>The same in a weight of 600.</summary>
    public static IReadOnlyList<string> BoldLines(string text, double width, double size) => Lines(text, width / BoldFactor, size);

    /// <summary>The word, or where it is wider than a line what its hyphens part.</summary>
    private static IEnumerable<string> Parts(string word, double width, double size)
    {
        if (Of(word, size) <= width)
        {
            yield return word;
            yield break;
        }

        var from = 0;
        for (var i = 1; i < word.Length - 1; i++)
        {
            if (word[i] is '-' or SoftHyphen)
            {
                yield return word[from..(i + 1)];
                from = i + 1;
            }
        }

        yield return word[from..];
    }

    private const char SoftHyphen = '\u00ad';

    private static int Letter(char letter)
    {
        var at = letter - ' ';
        if (at >= 0 && at < Widths.Length)
        {
            return Widths[at];
        }

        return letter switch
        {
            '−' or '–' or '·' or '½' or '€' => 60,
            '\u200b' => 0,
            '„' or '“' or '”' => 45,
            '’' or '‘' or '‚' => 25,
            '\u202f' => 25,
            _ => Unknown,
        };
    }

    /// <summary>Hundredths of an em, from U+0020 to U+017F; a soft hyphen has none.</summary>
    private static ReadOnlySpan<byte> Widths =>
    [
        28, 28, 41, 65, 57, 89, 73, 23, 34, 34, 55, 59, 28, 34, 28, 37,
        57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 28, 28, 59, 59, 59, 56,
        102, 67, 67, 73, 73, 67, 61, 78, 74, 34, 50, 67, 56, 91, 76, 78,
        67, 78, 73, 67, 61, 73, 67, 95, 67, 67, 61, 33, 37, 33, 57, 56,
        34, 56, 62, 50, 62, 57, 35, 62, 62, 26, 26, 54, 26, 94, 62, 61,
        62, 62, 42, 50, 36, 62, 51, 79, 53, 51, 50, 38, 55, 38, 59, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        28, 34, 57, 57, 57, 57, 55, 56, 58, 83, 37, 56, 59, 0, 83, 56,
        43, 57, 35, 35, 34, 63, 66, 28, 34, 35, 38, 56, 84, 84, 84, 61,
        67, 67, 67, 67, 67, 67, 100, 73, 67, 67, 67, 67, 34, 34, 34, 34,
        73, 76, 78, 78, 78, 78, 78, 59, 78, 73, 73, 73, 73, 67, 67, 63,
        56, 56, 56, 56, 56, 56, 89, 50, 57, 57, 57, 57, 28, 28, 28, 28,
        61, 62, 61, 61, 61, 61, 61, 57, 61, 62, 62, 62, 62, 51, 62, 51,
        67, 56, 67, 56, 67, 56, 73, 50, 73, 50, 73, 50, 73, 50, 73, 62,
        73, 62, 67, 57, 67, 57, 67, 57, 67, 57, 67, 57, 78, 62, 78, 62,
        78, 62, 78, 62, 74, 62, 74, 62, 34, 28, 34, 28, 34, 28, 34, 26,
        34, 28, 74, 52, 50, 26, 67, 54, 54, 56, 26, 56, 26, 56, 29, 56,
        34, 56, 26, 76, 62, 76, 62, 76, 62, 69, 76, 62, 78, 61, 78, 61,
        78, 61, 100, 95, 73, 42, 73, 42, 73, 42, 67, 50, 67, 50, 67, 50,
        67, 50, 61, 36, 61, 38, 61, 36, 73, 62, 73, 62, 73, 62, 73, 62,
        73, 62, 73, 62, 95, 79, 67, 51, 67, 61, 50, 61, 50, 61, 50, 33,
    ];
}
