using System.Globalization;
using System.Text;

namespace Lagebild.Import;

/// <summary>What a sender calls a file: kept to be shown, never used as a path.</summary>
public static class FileName
{
    private const int Longest = 200;

    private const string Nameless = "?";

    /// <summary>
    /// The last part of what may be a path of any system, without control and formatting characters (which could turn the reading direction round), cut to 200 characters;
    /// <c>?</c> where nothing is left.
    /// </summary>
    public static string Of(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var shown = string.Concat(last.EnumerateRunes().Where(r => !IsHidden(Rune.GetUnicodeCategory(r))).Select(r => r.ToString())).Trim();
        return shown.Length == 0 || shown.All(c => c == '.') ? Nameless : Cut(shown);
    }

    private static bool IsHidden(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate;

    private static string Cut(string name) =>
        name.Length <= Longest ? name : name[..(char.IsHighSurrogate(name[Longest - 1]) ? Longest - 1 : Longest)];
}
