using System.Text;
using Lagebild.Import;
using Lagebild.Import.Returned;
using Lagebild.Statistics;

namespace Lagebild.Tests.Import.Returned;

/// <summary>A delivered text with one more column.</summary>
internal sealed class ReturnedTextTests
{
    private static readonly Encoding _western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private const string Layout = """
        {
          "code": "table", "encoding": "auto", "delimiter": "auto", "decimal": ",", "group": ".", "periods": ["yyyy"], "constants": { "region": "DE-HH" }, "comment": "#", "skip": 1, "footer": "Quelle.*",
          "columns": [ { "match": "Jahr", "as": "period" }, { "match": "Bemerkung", "as": "note" }, { "match": "Schutzsuchende für Hamburg", "as": "value", "variant": "hh-registered" } ]
        }
        """;

    /// <summary>A title, a comment, a blank line, a cell over two lines, quotes, and notes below the table.</summary>
    private const string Table = "Übersicht\r\nJahr;Bemerkung;Schutzsuchende für Hamburg\r\n2013;ein „Vermerk“;viele\r\n# Zwischenstand\r\n\r\n2014;\"über zwei\r\nZeilen\";=1+1\r\n2015;\"mit \"\"Zeichen\"\"\";1.234\r\nQuelle: Behörde\r\n";

    [Test]
    public void Bytes_stay_as_they_are_but_for_the_cell_at_the_end_of_each_record()
    {
        var returned = Returned(_western.GetBytes(Table), "de");
        var expected = Table.Replace("Hamburg\r\n", "Hamburg;Prüfhinweise\r\n", StringComparison.Ordinal)
            .Replace("viele\r\n", $"viele;{Found(3, "Schutzsuchende für Hamburg", Reason.NotACount, "viele")}\r\n", StringComparison.Ordinal)
            .Replace("=1+1\r\n", $"=1+1;{Found(6, "Schutzsuchende für Hamburg", Reason.NotACount, "=1+1")}\r\n", StringComparison.Ordinal)
            .Replace("1.234\r\n", "1.234;\r\n", StringComparison.Ordinal);
        Assert.That(returned, Is.EqualTo(_western.GetBytes(expected)));
    }

    [TestCase("utf-8", false, "\n")]
    [TestCase("utf-8", true, "\r\n")]
    [TestCase("utf-16", true, "\r\n")]
    [TestCase("utf-16BE", true, "\n")]
    [TestCase("windows-1250", false, "\r\n")]
    public void Encoding_mark_and_line_ends_stay(string name, bool isMarked, string lineEnd)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var text = Table.Replace("\r\n", lineEnd, StringComparison.Ordinal);
        byte[] delivered = [.. isMarked ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        var returned = Returned(delivered, "de");
        var without = string.Join(lineEnd, encoding.GetString(returned).Split(lineEnd).Select(WithoutColumn));
        Assert.That(encoding.GetBytes(without), Is.EqualTo(delivered));
    }

    [Test]
    public void The_last_record_needs_no_line_end() =>
        Assert.That(Returned("Jahr;Bemerkung;Schutzsuchende für Hamburg\n2015;;1"u8.ToArray(), "de", Layout.Replace("\"skip\": 1, ", "", StringComparison.Ordinal)), Is.EqualTo("Jahr;Bemerkung;Schutzsuchende für Hamburg;Prüfhinweise\n2015;;1;"u8.ToArray()));

    [Test]
    public void What_is_wrong_with_the_file_as_a_whole_stands_in_the_heading()
    {
        var returned = Encoding.UTF8.GetString(Returned("Titel\nJahr;Schutzsuchende für Hamburg\n2015;1\n"u8.ToArray(), "en"));
        Assert.That(returned.Split('\n')[1], Does.StartWith("Jahr;Schutzsuchende für Hamburg;\"Findings: error: ").Or.StartWith("Jahr;Schutzsuchende für Hamburg;Findings: error: "));
    }

    [Test]
    public void Read_again_the_column_is_passed_over([Values("de", "pl", "en")] string language)
    {
        using var before = Read(_western.GetBytes(Table));
        using var after = Read(Returned(_western.GetBytes(Table), language));
        Assert.That((Delivered.Lines(after), after.Findings), Is.EqualTo((Delivered.Lines(before), before.Findings)));
    }

    [Test]
    public void Every_finding_is_there_although_only_a_thousand_are_kept()
    {
        var rows = string.Concat(Enumerable.Range(0, 1500).Select(i => $"2015;Nr. {i};viele\n"));
        var returned = Encoding.UTF8.GetString(Returned(Encoding.UTF8.GetBytes($"Titel\nJahr;Bemerkung;Schutzsuchende für Hamburg\n{rows}"), "de"));
        Assert.That(returned.Split('\n').Count(l => l.Contains("viele;Fehler", StringComparison.Ordinal)), Is.EqualTo(1500));
    }

    [Test]
    public void A_quote_that_is_never_closed_is_said_where_it_opens()
    {
        var returned = Encoding.UTF8.GetString(Returned("Titel\nJahr;Bemerkung;Schutzsuchende für Hamburg\n2014;\"offen;1\n2015;;2\n"u8.ToArray(), "de"));
        Assert.That(returned.Split('\n')[2], Does.StartWith("2014;\"offen;1;").And.Contain("Fehler"));
    }

    [Test]
    public void Without_quotes_in_the_profile_no_cell_is_broken()
    {
        var returned = Encoding.UTF8.GetString(Returned("Titel\nJahr;Bemerkung;Schutzsuchende für Hamburg\n2014;a;b;1\n"u8.ToArray(), "de", Layout.Replace("\"skip\"", "\"quote\": \"\", \"skip\"", StringComparison.Ordinal)));
        Assert.That(returned.Split('\n')[2].Count(c => c == ';'), Is.EqualTo(4));
    }

    private static byte[] Returned(byte[] bytes, string language, string layout = Layout)
    {
        var file = FeedFile.FromBytes(bytes, "table.csv", "upload", DateTime.UnixEpoch);
        using var read = new FeedReader(Lagebild.Catalogue.Catalogue.Shipped) { KeepsAllFindings = true }.Read(file, Delivered.Feed, Profile.Parse(layout), default);
        using var output = new MemoryStream();
        new ReturnedFile(file, Delivered.Feed, Profile.Parse(layout), read.Findings, language).WriteTo(output);
        return output.ToArray();
    }

    private static CheckedFile Read(byte[] bytes) => Delivered.Read(bytes, Profile.Parse(Layout));

    private static string Found(int line, string field, Reason reason, string found)
    {
        var finding = new Finding { Line = line, Field = field, Severity = Severity.Error, Reason = reason, Found = found };
        var text = $"Fehler ({field}): {FindingText.Sentence(finding, "de")} {FindingText.Help(reason, "de")}";
        return text.Contains(';', StringComparison.Ordinal) || text.Contains('"', StringComparison.Ordinal) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    /// <summary>A line up to the cell that was added, which begins with the heading, a severity or nothing.</summary>
    private static string WithoutColumn(string line)
    {
        string[] begins = [";Prüfhinweise", ";\"Fehler", ";Fehler"];
        return Array.Find(begins, b => line.Contains(b, StringComparison.Ordinal)) is { } begin ? line[..line.LastIndexOf(begin, StringComparison.Ordinal)]
            : line.EndsWith("1.234;", StringComparison.Ordinal) ? line[..^1]
            : line;
    }
}
