using System.Text;

namespace Lagebild.Catalogue;

/// <summary>How aliases are compared.</summary>
internal static class AliasText
{
    /// <summary>Names: NFC, white space (no-break space too) collapsed, upper case. Codes: as they are, since leading zeros and case belong to them.</summary>
    public static string Normal(string scheme, string text) =>
        scheme.StartsWith("name", StringComparison.Ordinal) ? Collapsed(text.Normalize(NormalizationForm.FormC)).ToUpperInvariant() : text;

    private static string Collapsed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
