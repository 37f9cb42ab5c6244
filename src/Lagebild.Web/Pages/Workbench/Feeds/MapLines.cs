using System.Text.RegularExpressions;

namespace Lagebild.Web.Pages.Workbench.Feeds;

/// <summary>Pairs of texts as people type them: one line each, <c>text = code</c>.</summary>
public static partial class MapLines
{
    public static string Write(IEnumerable<KeyValuePair<string, string>> pairs) => string.Join('\n', pairs.Select(p => $"{p.Key} = {p.Value}"));

    /// <summary>The last line of a text counts; a line without <c>=</c> stands for itself with nothing behind.</summary>
    public static IReadOnlyDictionary<string, string> Read(string text)
    {
        var pairs = new Dictionary<string, string>();
        foreach (var line in Lines(text))
        {
            var match = Pair().Match(line);
            pairs[match.Success ? match.Groups[1].Value.Trim() : line] = match.Success ? match.Groups[2].Value.Trim() : "";
        }

        return pairs;
    }

    /// <summary>Lines that are not empty, trimmed.</summary>
    public static IReadOnlyList<string> Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The code may be the sign itself, which takes a text as it is.</summary>
    [GeneratedRegex(@"\A(.*?)\s*=\s*(=|[^=]*)\z")]
    private static partial Regex Pair();
}
