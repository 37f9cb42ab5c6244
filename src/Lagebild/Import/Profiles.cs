using System.Reflection;

namespace Lagebild.Import;

/// <summary>The profiles the program brings along: <c>Catalogue/profiles/CODE.json</c>.</summary>
public static class Profiles
{
    private const string _prefix = "catalogue/profiles/";

    /// <summary>All codes, in order.</summary>
    public static IReadOnlyList<string> Codes { get; } =
        [.. Own.GetManifestResourceNames().Where(n => n.Replace('\\', '/').StartsWith(_prefix, StringComparison.Ordinal)).Select(CodeOf).Order(StringComparer.Ordinal)];

    private static Assembly Own => typeof(Profiles).Assembly;

    /// <summary>The JSON text of a profile. Throws <see cref="KeyNotFoundException"/> where there is none of that code.</summary>
    public static string Text(string code)
    {
        var name = Own.GetManifestResourceNames().FirstOrDefault(n => n.Replace('\\', '/') == $"{_prefix}{code}.json")
            ?? throw new KeyNotFoundException($"There is no profile {code}; there are {string.Join(", ", Codes)}.");
        using var text = new StreamReader(Own.GetManifestResourceStream(name)!);
        return text.ReadToEnd();
    }

    /// <summary>A shipped profile. Throws <see cref="KeyNotFoundException"/> where there is none of that code.</summary>
    public static Profile Shipped(string code) => Profile.Parse(Text(code));

    private static string CodeOf(string name) => Path.GetFileNameWithoutExtension(name[_prefix.Length..]);
}
