using System.Text;
using Lagebild.Import;

namespace Lagebild.Tests.Import;

[SetCulture("de-DE")]
public sealed class CheckReportTests
{
    private const string _good = "registered-arrivals,hh-lagebild,DE-HH,2024-01-01,2024-01-31,M,,,,,,100\n";
    private const string _bad = "registered-arrivals,hh-lagebild,DE-HX,2024-02-01,2024-02-29,M,,,,,,1.557\n";

    [TestCase(_good, 0)]
    [TestCase(_good + _good, 0)]
    [TestCase(_bad, 1)]
    [TestCase("", 2)]
    public void The_exit_code_says_clean_errors_or_unreadable(string rows, int code)
    {
        using var file = Delivered.Read(Delivered.Header + rows);
        Assert.That(new CheckReport(file).ExitCode, Is.EqualTo(code));
    }

    [TestCase("de", "Zeile 3, region: Fehler: Die Gebietseinheit „DE-HX“ ist nicht bekannt.|Zeile 3, value: Fehler: „1.557“ kann Tausender oder Nachkommastellen meinen.|Datensätze: 2, Werte: 1, Zeitreihen: 1. Fehler: 2, Warnungen: 0, Hinweise: 0.")]
    [TestCase("pl", "wiersz 3, region: błąd: Jednostka terytorialna „DE-HX” nie jest znana.|wiersz 3, value: błąd: „1.557” może oznaczać tysiące albo miejsca po przecinku.|Rekordy: 2, wartości: 1, szeregi czasowe: 1. Błędy: 2, ostrzeżenia: 0, uwagi: 0.")]
    [TestCase("en", "line 3, region: error: The region “DE-HX” is not known.|line 3, value: error: “1.557” may mean thousands or decimals.|Records: 2, values: 1, series: 1. Errors: 2, warnings: 0, notices: 0.")]
    public void Findings_are_sentences_with_line_and_field(string language, string lines)
    {
        using var file = Delivered.Read(Delivered.Header + _good + _bad);
        using var text = new StringWriter { NewLine = "|" };
        new CheckReport(file).WriteText(text, language);
        Assert.That(text.ToString(), Is.EqualTo(lines + "|"));
    }

    [Test]
    public void Control_characters_of_the_file_do_not_reach_the_terminal()
    {
        using var file = Delivered.Read(Delivered.Header + _good.Replace("DE-HH", "\u001b[31m", StringComparison.Ordinal));
        using var text = new StringWriter();
        new CheckReport(file).WriteText(text, "en");
        Assert.That(text.ToString().ReplaceLineEndings("|").Split('|')[0], Is.EqualTo("line 2, region: error: The region “\uFFFD[31m” is not known."));
    }

    [Test]
    public void The_same_comes_as_json()
    {
        using var file = Delivered.Read(Delivered.Header + _good + _bad.Replace("1.557", "7", StringComparison.Ordinal));
        using var stream = new MemoryStream();
        new CheckReport(file).WriteJson(stream, "en");
        Assert.That(Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n"), Is.EqualTo($$"""
            {
              "file": "file.csv",
              "sha256": "{{file.File.Sha256}}",
              "feed": "test",
              "profile": "figures",
              "profileVersion": "{{Profiles.Shipped("figures").Version}}",
              "readable": true,
              "records": 2,
              "outOfScope": 0,
              "values": 1,
              "series": 1,
              "errors": 1,
              "warnings": 0,
              "notices": 0,
              "findings": [
                {
                  "line": 3,
                  "field": "region",
                  "severity": "error",
                  "reason": "unknown-region",
                  "found": "DE-HX",
                  "expected": "",
                  "sentence": "The region “DE-HX” is not known.",
                  "help": "Use the official code with its leading zeros."
                }
              ]
            }
            """));
    }
}
