using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Lagebild.Import;
using Lagebild.Import.Returned;
using Sheet = DocumentFormat.OpenXml.Spreadsheet;

namespace Lagebild.Tests.Import.Returned;

/// <summary>A delivered workbook with one more column.</summary>
internal sealed class ReturnedWorkbookTests
{
    private const string Layout = """
        {
          "code": "sheet", "sheet": "Zahlen", "skip": 1, "decimal": ",", "periods": ["yyyy"], "constants": { "region": "DE-HH" },
          "columns": [ { "match": "Jahr", "as": "period" }, { "match": "Schutzsuchende", "as": "value", "variant": "hh-registered" } ]
        }
        """;

    private static readonly byte[] _delivered = Made();

    [Test]
    public void The_cells_of_the_sheet_stay_and_the_column_stands_behind_them()
    {
        using var returned = SpreadsheetDocument.Open(new MemoryStream(Returned()), isEditable: false);
        Assert.That(Cells(returned, "Zahlen"), Is.EqualTo((string[])
        [
            "A1=Titel", "A2=Jahr", "B2=Schutzsuchende", "C2=Prüfhinweise", "A3=2014", "B3=1", "A5=2015", "B5=viele", $"C5={Text()}",
        ]));
    }

    [Test]
    public void It_is_a_valid_workbook()
    {
        using var returned = SpreadsheetDocument.Open(new MemoryStream(Returned()), isEditable: false);
        Assert.That(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(returned).Select(e => $"{e.Path?.XPath}: {e.Description}"), Is.Empty);
    }

    [Test]
    public void Every_other_part_is_the_same_byte_by_byte()
    {
        var (before, after) = (Parts(_delivered), Parts(Returned()));
        Assert.That(after.Keys, Is.EqualTo(before.Keys));
        Assert.That(after.Where(p => !p.Value.SequenceEqual(before[p.Key])).Select(p => p.Key), Is.EqualTo(new[] { "xl/worksheets/sheet2.xml" }));
    }

    [Test]
    public void Read_again_the_column_is_passed_over()
    {
        using var before = Import.Delivered.Read(_delivered, Profile.Parse(Layout));
        using var after = Import.Delivered.Read(Returned(), Profile.Parse(Layout));
        Assert.That((Import.Delivered.Lines(after), after.Findings), Is.EqualTo((Import.Delivered.Lines(before), before.Findings)));
    }

    [Test]
    public void Rows_are_fetched_by_their_numbers()
    {
        var rows = SheetLines.Of(FileOf(_delivered), Profile.Parse(Layout), [3, 4, 5]);
        Assert.That(rows.Select(r => $"{r.Key}: {string.Join('|', r.Value)}"), Is.EqualTo(new[] { "3: 2014|1", "5: 2015|viele" }));
    }

    [Test]
    public void What_is_no_workbook_that_can_be_followed_is_not_returned() =>
        Assert.That(ReturnedFile.CanReturn(FileOf("PK\u0003\u0004 and nothing more"u8.ToArray()), Profile.Parse(Layout)), Is.False);

    private static byte[] Returned()
    {
        var (file, profile) = (FileOf(_delivered), Profile.Parse(Layout));
        using var read = new FeedReader(Lagebild.Catalogue.Catalogue.Shipped).Read(file, Import.Delivered.Feed, profile, default);
        using var output = new MemoryStream();
        new ReturnedFile(file, Import.Delivered.Feed, profile, read.Findings, "de").WriteTo(output);
        return output.ToArray();
    }

    private static string Text()
    {
        using var read = Import.Delivered.Read(_delivered, Profile.Parse(Layout));
        var finding = read.Findings.Single();
        return $"Fehler ({finding.Field}): {FindingText.Sentence(finding, "de")} {FindingText.Help(finding.Reason, "de")}";
    }

    private static FeedFile FileOf(byte[] bytes) => FeedFile.FromBytes(bytes, "table.xlsx", "upload", DateTime.UnixEpoch);

    /// <summary>Two sheets, the second with a title above its table and an empty row within.</summary>
    private static byte[] Made()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Sheet.Workbook(new Sheet.Sheets());
            AddSheet(workbook, 1, "Erläuterung", Row(1, ("A1", "Nur Text")));
            AddSheet(workbook, 2, "Zahlen", Row(1, ("A1", "Titel")), Row(2, ("A2", "Jahr"), ("B2", "Schutzsuchende")), Row(3, ("A3", "2014"), ("B3", "1")), Row(4), Row(5, ("A5", "2015"), ("B5", "viele")));
        }

        return stream.ToArray();
    }

    private static void AddSheet(WorkbookPart workbook, uint id, string name, params Sheet.Row[] rows)
    {
        var part = workbook.AddNewPart<WorksheetPart>($"rId{id}");
        part.Worksheet = new Sheet.Worksheet(new Sheet.SheetData(rows));
        workbook.Workbook.Sheets!.Append(new Sheet.Sheet { Name = name, SheetId = id, Id = $"rId{id}" });
    }

    private static Sheet.Row Row(uint number, params (string Place, string Text)[] cells) => new(cells.Select(c => new Sheet.Cell
    {
        CellReference = c.Place,
        DataType = Sheet.CellValues.InlineString,
        InlineString = new Sheet.InlineString(new Sheet.Text(c.Text)),
    }))
    { RowIndex = number };

    private static string[] Cells(SpreadsheetDocument document, string sheet)
    {
        var workbook = document.WorkbookPart!;
        var id = workbook.Workbook.Sheets!.Elements<Sheet.Sheet>().Single(s => s.Name == sheet).Id!.Value!;
        return [.. ((WorksheetPart)workbook.GetPartById(id)).Worksheet.Descendants<Sheet.Cell>().Select(c => $"{c.CellReference}={c.InlineString!.InnerText}")];
    }

    private static SortedDictionary<string, byte[]> Parts(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        return new(archive.Entries.ToDictionary(e => e.FullName, Bytes), StringComparer.Ordinal);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        using var bytes = new MemoryStream();
        part.CopyTo(bytes);
        return bytes.ToArray();
    }
}
