using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Lagebild.OpenData;
using Workbook = Lagebild.OpenData.Workbook;

namespace Lagebild.Tests.OpenData;

[SetCulture("de-DE")]
internal sealed class WorkbookFormatTests
{
    [Test]
    public async Task A_workbook_is_valid_by_the_rules_of_Office()
    {
        using var document = await OpenAsync(Workbook.WriteAsync);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document);
        Assert.That(errors.Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"), Is.Empty);
    }

    [Test]
    public async Task A_workbook_gives_back_every_value_as_a_number_and_every_status_as_text()
    {
        using var document = await OpenAsync(Workbook.WriteAsync);
        var rows = Rows(document, 0);
        Assert.That(rows.Skip(1).Select(r => (Cell(r, "F"), Cell(r, "H"), Cell(r, "N"), Cell(r, "O"))), Is.EqualTo(new[]
        {
            ("42369", "1234", "", ""), ("42735", "", "", "confidential"), ("43100", "", "", "unknown-or-confidential"), ("43465", "", "missing:late", ""), ("43830", "", "missing:not-collected", ""),
            ("44196", "", "not-applicable", ""), ("44561", "", "not-yet-available", ""), ("44926", "1000000000000", "provisional", ""), ("45291", "0", "less-than-half-a-unit", ""),
            ("45047", "-1.5", "estimated", ""), ("45078", "120.0", "low-reliability", ""),
        }));
    }

    [Test]
    public async Task The_head_of_a_sheet_stays_in_view_and_notes_and_sources_stand_second()
    {
        using var document = await OpenAsync(Workbook.WriteAsync);
        var pane = Part(document, 0).Worksheet.Descendants<Pane>().Single();
        Assert.That((pane.VerticalSplit!.Value, pane.State!.Value.ToString()), Is.EqualTo((1d, "Frozen")));
        Assert.That(document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value), Is.EqualTo(new[] { "Werte", "Anmerkungen und Quellen" }));
        Assert.That(Rows(document, 1).Select(r => $"{Cell(r, "A")}: {Cell(r, "B")}"), Does.Contain("Umfang: Auswahl").And.Contain("Stand: 7 (2026-01-02)").And.Contain("Lizenz: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"));
    }

    [Test]
    public async Task Text_keeps_its_lines_signs_and_what_looks_like_a_formula()
    {
        using var document = await OpenAsync(Workbook.WriteAsync);
        Assert.That(Rows(document, 0).Select(r => Cell(r, "K")).Where(n => n.Length > 0).Skip(1), Is.EqualTo(new[] { "=1+1", "zwei\nZeilen <&>" }));
        Assert.That(Part(document, 0).Worksheet.Descendants<CellFormula>(), Is.Empty);
    }

    [Test]
    public async Task What_a_sheet_cannot_hold_goes_to_the_next()
    {
        using var document = await OpenAsync((data, to, ct) => Workbook.WriteAsync(data, to, 5, ct));
        var sheets = document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value).ToArray();
        Assert.That(sheets, Is.EqualTo(new[] { "Werte", "Anmerkungen und Quellen", "Werte 2", "Werte 3" }));
        Assert.That(new[] { 0, 2, 3 }.Select(at => Rows(document, at).Count), Is.EqualTo(new[] { 5, 5, 4 }));
        Assert.That(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => e.Description), Is.Empty);
    }

    [Test]
    public async Task A_workbook_without_rows_is_valid_too()
    {
        var bytes = await SampleData.BytesAsync(Workbook.WriteAsync, SampleData.Of("de", []));
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.That(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => e.Description), Is.Empty);
    }

    [Test]
    public async Task An_archive_holds_values_explanation_citations_licences_descriptions_and_right_checksums()
    {
        using var zip = new ZipArchive(new MemoryStream(await SampleData.BytesAsync(DataArchive.WriteAsync, SampleData.Of())));
        var files = zip.Entries.ToDictionary(e => e.FullName, Bytes);
        Assert.That(files.Keys, Is.EqualTo(new[]
        {
            "data.csv", "README.txt", "LICENCE.txt", "citation.txt", "citation.bib", "citation.ris", "citation.csl.json", "data.csv-metadata.json", "datapackage.json", "SHA256SUMS",
        }));
        var sums = files.Where(f => f.Key != "SHA256SUMS").Select(f => $"{Convert.ToHexStringLower(SHA256.HashData(f.Value))}  {f.Key}\n");
        Assert.That(Encoding.UTF8.GetString(files["SHA256SUMS"]), Is.EqualTo(string.Concat(sums)));
        Assert.That(files["data.csv"], Is.EqualTo(await SampleData.BytesAsync(CanonicalCsv.WriteAsync, SampleData.Of())));
    }

    [TestCase("xlsx")]
    [TestCase("zip")]
    public async Task A_file_is_the_same_bytes_each_time(string code)
    {
        var format = DataFormat.OfValues.Single(f => f.Code == code);
        Assert.That(await SampleData.BytesAsync(format.WriteAsync, SampleData.Of()), Is.EqualTo(await SampleData.BytesAsync(format.WriteAsync, SampleData.Of())));
    }

    private static async Task<SpreadsheetDocument> OpenAsync(Func<DataSet, Stream, CancellationToken, Task> write) =>
        SpreadsheetDocument.Open(new MemoryStream(await SampleData.BytesAsync(write, SampleData.Of())), isEditable: false);

    private static WorksheetPart Part(SpreadsheetDocument document, int sheet) =>
        (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().ElementAt(sheet).Id!);

    /// <summary>Each row by the letters of its columns.</summary>
    private static List<Dictionary<string, string>> Rows(SpreadsheetDocument document, int sheet)
    {
        var shared = document.WorkbookPart!.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>().Select(i => i.InnerText).ToArray();
        return [.. Part(document, sheet).Worksheet.Descendants<Row>().Select(r => r.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>()
            .ToDictionary(c => c.CellReference!.Value!.TrimEnd("0123456789".ToCharArray()), c => Text(c, shared)))];
    }

    private static string Text(DocumentFormat.OpenXml.Spreadsheet.Cell cell, string[] shared) =>
        cell.DataType?.Value == CellValues.SharedString ? shared[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)] : cell.CellValue?.Text ?? cell.InnerText;

    private static string Cell(Dictionary<string, string> row, string column) => row.GetValueOrDefault(column, "");

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
