using Lagebild.Statistics;

namespace Lagebild.Import.Returned;

/// <summary>The cells of the column with the findings.</summary>
internal sealed class FindingCells
{
    private readonly ILookup<int, Finding> _byLine;
    private readonly string _language;

    public FindingCells(IReadOnlyList<Finding> findings, string language) => (_byLine, _language) = (findings.ToLookup(f => f.Line), language);

    /// <summary>The column's heading: its name, then what was found in the file as a whole and in the header's lines.</summary>
    public string Heading(int firstLine, int lastLine)
    {
        var findings = string.Join(" | ", _byLine[0].Concat(Between(firstLine, lastLine)).Select(Text));
        return findings.Length == 0 ? FindingText.Column(_language) : $"{FindingText.Column(_language)}: {findings}";
    }

    /// <summary>What was found in the records that begin on a line; empty for nothing.</summary>
    public string At(int line) => string.Join(" | ", _byLine[line].Select(Text));

    private IEnumerable<Finding> Between(int first, int last) => Enumerable.Range(first, last - first + 1).SelectMany(l => _byLine[l]);

    private string Text(Finding finding)
    {
        var field = finding.Field.Length == 0 ? "" : $" ({finding.Field})";
        return Visible($"{FindingText.Word(finding.Severity, _language)}{field}: {FindingText.Sentence(finding, _language)} {FindingText.Help(finding.Reason, _language)}");
    }

    /// <summary>Neither control characters, which end lines and can't stand in a workbook, nor halves of letters.</summary>
    private static string Visible(string text) => string.Concat(text.EnumerateRunes().Select(r => System.Text.Rune.IsControl(r) ? "\uFFFD" : r.ToString()));
}
