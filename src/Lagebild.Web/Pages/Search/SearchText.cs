using System.Globalization;
using System.Text;

namespace Lagebild.Web.Pages.Search;

/// <summary>
/// Words as they are compared: lower case, without diacritics, by their stems. The stemmers are the light ones of Savoy for German (UniNE) and of Harman for English
/// (the S-stemmer); for Polish the endings of declension are cut in the same spirit, and the vowel that comes and goes (wniosek, wnioski). A stem is compared, never shown.
/// </summary>
public static class SearchText
{
    // Longest first; a stem keeps at least four letters.
    private static readonly string[] PolishEndings =
        ["iego", "iemu", "iach", "iami", "ymi", "imi", "ami", "ach", "ego", "emu", "owi", "iej", "iom", "iem", "ych", "ich", "ym", "im", "om", "em", "ow", "ie", "ia", "iu", "ej", "a", "e", "i", "o", "u", "y"];

    private static readonly Dictionary<char, string> Letters = new() { ['ł'] = "l", ['ß'] = "ss", ['ø'] = "o", ['đ'] = "d", ['æ'] = "ae", ['œ'] = "oe" };

    /// <summary>Words that carry no meaning by themselves, folded.</summary>
    private static readonly HashSet<string> Empty =
    [
        "der", "die", "das", "den", "dem", "des", "und", "in", "im", "von", "vom", "fur", "mit", "nach", "am", "an", "zu", "zur", "zum", "auf", "bei", "wie", "viele", "wo",
        "i", "w", "we", "z", "ze", "na", "do", "dla", "od", "po", "oraz", "ile", "jak", "gdzie", "przez",
        "the", "of", "and", "for", "to", "by", "with", "on", "at", "from", "how", "many", "where", "per",
    ];

    /// <summary>The words of a text, folded, in their order.</summary>
    public static IReadOnlyList<string> Words(string text) => Split(Folded(text));

    /// <summary>The words of a text as they are looked up: each folded and, where it has umlauts, also written out (<c>muenster</c>).</summary>
    public static IEnumerable<string> Spellings(string text) => Words(text).Concat(Words(WrittenOut(text))).Distinct();

    /// <summary>The words of a query: those without meaning only where there are no others.</summary>
    public static IReadOnlyList<string> Asked(string query)
    {
        var words = Words(query);
        string[] meant = [.. words.Where(w => !Empty.Contains(w)).Distinct()];
        return meant.Length > 0 ? meant : [.. words.Distinct()];
    }

    /// <summary>The stem of a folded word in a language.</summary>
    public static string Stem(string word, string language) => language switch
    {
        "de" => German(word),
        "pl" => Polish(word),
        _ => English(word),
    };

    /// <summary>How many letters lie between two words: put in, left out, changed, or swapped with the next.</summary>
    public static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 ? j : j == 0 ? i : Step(rows, a, b, i, j);
            }
        }

        return rows[a.Length, b.Length];
    }

    /// <summary>Lower case, without diacritics and soft hyphens; all that is no letter or digit is a blank.</summary>
    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (Letters.TryGetValue(letter, out var plain))
            {
                folded.Append(plain);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                folded.Append(char.IsLetterOrDigit(letter) ? letter : ' ');
            }
        }

        return folded.ToString();
    }

    private static string WrittenOut(string text) => text.Normalize(NormalizationForm.FormC).ToLowerInvariant()
        .Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal);

    private static string[] Split(string folded) => folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static int Step(int[,] rows, string a, string b, int i, int j)
    {
        var least = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
        var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(least, rows[i - 2, j - 2] + 1) : least;
    }

    private static string German(string word)
    {
        var stem = word.EndsWith("innen", StringComparison.Ordinal) && word.Length > 8 ? word[..^5] : word;
        stem = (stem.Length, stem) switch
        {
            ( > 5, [.., 'e', 'r', 'n']) => stem[..^3],
            ( > 4, [.., 'e', 'm' or 'n' or 'r' or 's']) => stem[..^2],
            ( > 3, [.., 'e']) => stem[..^1],
            ( > 3, [.., 'b' or 'd' or 'f' or 'g' or 'h' or 'k' or 'l' or 'm' or 'n' or 't', 's']) => stem[..^1],
            _ => stem,
        };
        return (stem.Length, stem) switch
        {
            ( > 5, [.., 'e', 's', 't']) => stem[..^3],
            ( > 4, [.., 'e', 'r' or 'n']) => stem[..^2],
            _ => stem,
        };
    }

    private static string English(string word) => word switch
    {
        [.., not ('e' or 'a'), 'i', 'e', 's'] => word[..^3] + "y",
        [.., not ('a' or 'e' or 'o'), 'e', 's'] => word[..^1],
        [.., not ('u' or 's'), 's'] when word.Length > 3 => word[..^1],
        _ => word,
    };

    private static string Polish(string word) => word switch
    {
        [.., 'i', 'e', 'c'] when word.Length > 6 => word[..^3] + "c",
        [.., 'e', 'k' or 'c'] when word.Length > 5 => word[..^2] + word[^1],
        _ when PolishEndings.FirstOrDefault(e => word.Length - e.Length >= 4 && word.EndsWith(e, StringComparison.Ordinal)) is { } ending => word[..^ending.Length],
        _ => word,
    };
}
