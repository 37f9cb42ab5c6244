using System.Globalization;
using System.Text;
using Lagebild.Import;
using Lagebild.Statistics;

namespace Lagebild.Web.Pages.Workbench.Deliveries;

/// <summary>Findings as CSV that a spreadsheet of the reader's country opens: semicolon, in English comma; byte order mark.</summary>
internal static class FindingsCsv
{
    /// <summary>One row each, by line.</summary>
    public static void Write(Stream output, Reading reading, string file, IReadOnlyList<Finding> findings)
    {
        var (words, language) = (reading.Words.Report, reading.Language);
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        WriteRow(words.File, words.Line, words.Column, words.Kind, words.Reason, words.Found, words.Means, words.Mend);
        foreach (var finding in findings)
        {
            WriteRow(
                file, finding.Line == 0 ? "" : finding.Line.ToString(CultureInfo.InvariantCulture), finding.Field, FindingText.Word(finding.Severity, language), ReportQuery.Word(finding.Reason),
                finding.Found, FindingText.Sentence(finding, language), FindingText.Help(finding.Reason, language));
        }

        void WriteRow(params string[] fields) => writer.WriteLine(OpenData.SpreadsheetCsv.Row(fields, language));
    }
}
