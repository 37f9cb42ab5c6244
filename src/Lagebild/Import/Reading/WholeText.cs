using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Lagebild.Import.Reading;

/// <summary>Patterns of a profile.</summary>
internal static class WholeText
{
    private static readonly ConcurrentDictionary<string, Regex> _ofProfiles = new();

    /// <summary>A profile's pattern, compiled once, that must match the whole text. Throws <see cref="ProfileException"/> where it is none.</summary>
    public static Regex Pattern(string pattern) => _ofProfiles.GetOrAdd(pattern, Whole);

    /// <summary>A pattern made from a file's cells: not kept.</summary>
    public static Regex Whole(string pattern) => Compiled($@"\A(?:{pattern})\z", pattern);

    /// <summary>A pattern at a text's end.</summary>
    public static Regex AtEnd(string pattern) => Compiled($@"(?:{pattern})\z", pattern);

    /// <summary>Trimmed, with every run of white space (no-break spaces and line breaks too) one blank.</summary>
    public static string Collapsed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Regex Compiled(string expression, string pattern)
    {
        try
        {
            return WithoutBacktracking(expression) ?? new Regex(expression, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException e)
        {
            throw new ProfileException(ProfileFault.Pattern, pattern, $"'{pattern}' is no pattern: {e.Message}", e);
        }
    }

    /// <summary>Null for what only the backtracking engine can do (look-ahead).</summary>
    private static Regex? WithoutBacktracking(string expression)
    {
        try
        {
            return new Regex(expression, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }
}
