using System.IO.Compression;
using System.Text;
using Lagebild.Statistics;

namespace Lagebild.Tests.Import;

/// <summary>Workbooks, made here part by part.</summary>
[SetCulture("de-DE")]
public sealed class WorkbookTests
{
    private const string Profile = """
        {
          "code": "sheet", "skip": 1, "header": { "rows": 2, "fillRight": [1] }, "footer": "Stand.*", "decimal": ",", "group": ".", "periods": ["yyyy-MM-dd"],
          "maps": { "sex": { "zusammen": "total", "Frauen": "F" } },
          "columns": [
            { "match": "Land", "as": "region", "scheme": "name-de" },
            { "match": "Tag", "as": "period" },
            { "match": "Bestand \\| (?<sex>.+)", "as": "value", "indicator": "stock" }
          ]
        }
        """;

    private const string Rows = """
        <row r="1"><c r="A1" t="inlineStr"><is><t>Titel</t></is></c></row>
        <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c></row>
        <row r="4"><c r="C4" t="inlineStr"><is><t>zusammen</t></is></c><c r="D4" t="inlineStr"><is><t>Frauen</t></is></c></row>
        <row r="5"><c r="A5" t="s"><v>3</v></c><c r="B5" s="1"><v>45657</v></c><c r="C5"><v>1234.5</v></c><c r="D5"><v>0.30000000000000004</v></c></row>
        <row r="7"><c r="A7" t="inlineStr"><is><r><t>Bre</t></r><r><t>men</t></r></is></c><c r="B7" t="str"><v>2024-12-31</v></c><c r="C7" t="inlineStr"><is><t>1.234</t></is></c><c r="D7"><f>1+1</f><v>2</v></c></row>
        <row r="8"><c r="A8" t="inlineStr"><is><t>Stand heute</t></is></c></row>
        <row r="9"><c r="A9"><v>1</v></c></row>
        """;

    [Test]
    public void Values_are_read_with_their_cells()
    {
        Tried.Read(Workbook(Rows), Lagebild.Import.Profile.Parse(Profile), out var values);
        Assert.That(values, Is.EqualTo(new[]
        {
            new PlainValue(5, "C5 Bestand | zusammen", "stock", "Hamburg", "total", "2024-12-31", "1234.5", "normal"),
            new PlainValue(5, "D5 Bestand | Frauen", "stock", "Hamburg", "sex=F", "2024-12-31", "0.3", "normal"),
            new PlainValue(7, "C7 Bestand | zusammen", "stock", "Bremen", "total", "2024-12-31", "1234", "normal"),
            new PlainValue(7, "D7 Bestand | Frauen", "stock", "Bremen", "sex=F", "2024-12-31", "2", "normal"),
        }));
    }

    [Test]
    public void A_sheet_is_chosen_by_its_name()
    {
        Tried.Read(Workbook(Rows), Lagebild.Import.Profile.Parse(Profile.Replace("\"code\"", "\"sheet\": \"Daten\", \"code\"", StringComparison.Ordinal)), out var values);
        Assert.That(values.Count(), Is.EqualTo(4));
    }

    [TestCaseSource(nameof(Refused))]
    public void What_is_no_workbook_of_values_is_refused(string what, byte[] bytes, Reason reason)
    {
        using var file = Delivered.Read(bytes, Lagebild.Import.Profile.Parse(Profile.Replace("\"code\"", what == "other sheet" ? "\"sheet\": \"Tabelle9\", \"code\"" : "\"code\"", StringComparison.Ordinal)));
        Assert.That((file.IsReadable, file.ValueCount, file.Findings[0].Reason), Is.EqualTo((false, 0L, reason)));
    }

    [Test]
    public void No_damage_to_a_workbook_makes_the_reader_throw_or_invent()
    {
        var (whole, profile) = (Workbook(Rows), Lagebild.Import.Profile.Parse(Profile));
        Tried.Read(whole, profile, out var values);
        var right = values.ToArray();
        for (var number = 0; number < 300; number++)
        {
            var (random, bytes) = (new Random(number), whole.ToArray());
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            using var file = Tried.Open(number % 3 == 0 ? bytes[..random.Next(bytes.Length)] : bytes, profile, out var read);
            Assert.That(file.HasErrors || read.SequenceEqual(right), $"damage {number}");
        }
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return new TestCaseData("damaged", Workbook(Rows)[..^200], Reason.WorkbookDamaged);
        yield return new TestCaseData("rows out of order", Workbook(Rows.Replace("r=\"7\"", "r=\"2\"", StringComparison.Ordinal)), Reason.WorkbookDamaged);
        yield return new TestCaseData("macros", Workbook(Rows, ("xl/vbaProject.bin", "x")), Reason.WorkbookWithMacros);
        yield return new TestCaseData("bomb", Workbook(Rows, ("xl/media/x.xml", new string(' ', 8 << 20))), Reason.WorkbookTooLarge);
        yield return new TestCaseData("other sheet", Workbook(Rows), Reason.SheetMissing);
    }

    private static byte[] Workbook(string rows, params (string Name, string Text)[] more)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string package = "http://schemas.openxmlformats.org/package/2006";
        const string part = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        (string Name, string Text)[] parts =
        [
            ("[Content_Types].xml", $"<Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"bin\" ContentType=\"application/x\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{part}.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{part}.worksheet+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{part}.sharedStrings+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{part}.styles+xml\"/></Types>"),
            ("_rels/.rels", $"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"Daten\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{office}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"{office}/styles\" Target=\"styles.xml\"/></Relationships>"),
            ("xl/sharedStrings.xml", $"<sst xmlns=\"{main}\"><si><t>Land</t></si><si><t>Tag</t></si><si><t>Bestand</t></si><si><t>Hamburg</t></si></sst>"),
            ("xl/styles.xml", $"<styleSheet xmlns=\"{main}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
            ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData><mergeCells><mergeCell ref=\"C3:D3\"/></mergeCells></worksheet>"),
            .. more,
        ];
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
