using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lagebild.Statistics;

namespace Lagebild.Import;

/// <summary>What <c>check</c> prints about a file.</summary>
public sealed class CheckReport(CheckedFile file)
{
    private static readonly JsonWriterOptions _json = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>0 clean (notices and warnings allowed), 1 with errors, 2 unreadable.</summary>
    public int ExitCode => !file.IsReadable ? 2 : file.HasErrors ? 1 : 0;

    /// <summary>Findings by line and a summary, for people, in <c>de</c>, <c>pl</c> or <c>en</c>.</summary>
    public void WriteText(TextWriter writer, string language)
    {
        foreach (var finding in file.Findings)
        {
            writer.WriteLine($"{Place(finding, language)}{FindingText.Word(finding.Severity, language)}: {Visible(FindingText.Sentence(finding, language))}");
        }

        writer.WriteLine(Summary(language));
    }

    /// <summary>The same as one JSON object in UTF-8: counts, and the findings with reason, sentence and help.</summary>
    public void WriteJson(Stream stream, string language)
    {
        using var json = new Utf8JsonWriter(stream, _json);
        json.WriteStartObject();
        WriteCounts(json);
        json.WriteStartArray("findings");
        foreach (var finding in file.Findings)
        {
            WriteFinding(json, finding, language);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteCounts(Utf8JsonWriter json)
    {
        json.WriteString("file", file.File.Name);
        json.WriteString("sha256", file.File.Sha256);
        json.WriteString("feed", file.Feed);
        json.WriteString("profile", file.Profile);
        json.WriteString("profileVersion", file.ProfileVersion);
        json.WriteBoolean("readable", file.IsReadable);
        json.WriteNumber("records", file.Records);
        json.WriteNumber("outOfScope", file.OutOfScope);
        json.WriteNumber("values", file.ValueCount);
        json.WriteNumber("series", file.Series.Count);
        json.WriteNumber("errors", Count(Severity.Error));
        json.WriteNumber("warnings", Count(Severity.Warning));
        json.WriteNumber("notices", Count(Severity.Notice));
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding, string language)
    {
        json.WriteStartObject();
        json.WriteNumber("line", finding.Line);
        json.WriteString("field", finding.Field);
        json.WriteString("severity", Kebab(finding.Severity.ToString()));
        json.WriteString("reason", Kebab(finding.Reason.ToString()));
        json.WriteString("found", finding.Found);
        json.WriteString("expected", finding.Expected);
        json.WriteString("sentence", FindingText.Sentence(finding, language));
        json.WriteString("help", FindingText.Help(finding.Reason, language));
        json.WriteEndObject();
    }

    private string Summary(string language)
    {
        var (errors, warnings, notices) = (Count(Severity.Error), Count(Severity.Warning), Count(Severity.Notice));
        var (records, values, series) = (file.Records, file.ValueCount, file.Series.Count);
        var summary = language switch
        {
            "de" => string.Create(CultureInfo.InvariantCulture, $"Datensätze: {records}, Werte: {values}, Zeitreihen: {series}. Fehler: {errors}, Warnungen: {warnings}, Hinweise: {notices}."),
            "pl" => string.Create(CultureInfo.InvariantCulture, $"Rekordy: {records}, wartości: {values}, szeregi czasowe: {series}. Błędy: {errors}, ostrzeżenia: {warnings}, uwagi: {notices}."),
            _ => string.Create(CultureInfo.InvariantCulture, $"Records: {records}, values: {values}, series: {series}. Errors: {errors}, warnings: {warnings}, notices: {notices}."),
        };
        return file.IsReadable ? summary : $"{Unreadable(language)} {summary}";
    }

    private static string Unreadable(string language) => language switch
    {
        "de" => "Die Datei konnte nicht gelesen werden.",
        "pl" => "Nie można odczytać pliku.",
        _ => "The file could not be read.",
    };

    private static string Place(Finding finding, string language)
    {
        var line = language switch { "de" => "Zeile", "pl" => "wiersz", _ => "line" };
        var place = finding.Line == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{line} {finding.Line}");
        place = finding.Field.Length == 0 ? place : $"{place}, {Visible(finding.Field)}";
        return place.Length == 0 ? "" : $"{place}: ";
    }

    /// <summary>Control characters of the file stay out of the terminal.</summary>
    private static string Visible(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));

    private long Count(Severity severity) => file.FindingCounts.Where(c => c.Key.Severity == severity).Sum(c => c.Value);

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
