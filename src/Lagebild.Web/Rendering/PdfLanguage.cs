using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lagebild.Web.Rendering;

/// <summary>
/// Adds to a PDF what cairo cannot say: its language, and that a window is to show the title. As the format provides, the document's head is written
/// once more at the end, with a table that points to it (ISO 32000-1, 7.5.6 "Incremental updates").
/// </summary>
internal static partial class PdfLanguage
{
    /// <summary>The same document, saying its language. A document that is not built as cairo builds it throws.</summary>
    public static byte[] Say(byte[] pdf, string language)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var trailer = Last(Trailer(), text);
        var (root, size) = (trailer.Groups["root"].Value, trailer.Groups["size"].Value);
        var head = Last(new Regex($@"^{root} 0 obj\s*<<(?<entries>.*?)>>\s*endobj", RegexOptions.Singleline | RegexOptions.Multiline), text).Groups["entries"].Value;
        var start = pdf.Length.ToString("D10", CultureInfo.InvariantCulture);
        var added = $"{root} 0 obj\n<<{head.TrimEnd()}\n   /Lang ({language})\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n";
        var table = (pdf.Length + added.Length).ToString(CultureInfo.InvariantCulture);
        var previous = Last(Start(), text).Groups["at"].Value;
        var end = $"xref\n{root} 1\n{start} 00000 n \ntrailer\n<< /Size {size}\n   /Root {root} 0 R\n   /Info {trailer.Groups["info"].Value} 0 R\n   /Prev {previous}\n>>\nstartxref\n{table}\n%%EOF\n";
        return [.. pdf, .. Encoding.Latin1.GetBytes(added + end)];
    }

    private static Match Last(Regex pattern, string text) =>
        pattern.Matches(text) is [.., var last] ? last : throw new InvalidOperationException("The PDF is not built as expected.");

    [GeneratedRegex(@"trailer\s*<<\s*/Size (?<size>\d+)\s*/Root (?<root>\d+) 0 R\s*/Info (?<info>\d+) 0 R")]
    private static partial Regex Trailer();

    [GeneratedRegex(@"startxref\s+(?<at>\d+)")]
    private static partial Regex Start();
}
