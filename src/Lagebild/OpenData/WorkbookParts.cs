using System.Globalization;

namespace Lagebild.OpenData;

/// <summary>The parts of a workbook besides its values, and the package they all lie in.</summary>
internal sealed class WorkbookParts(DataSet data, PackedFiles files)
{
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    // In the order of WorkbookStyle.
    private const string Styles = Head + $"""
        <styleSheet xmlns="{Main}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="#,##0.0"/><numFmt numFmtId="166" formatCode="#,##0.000######"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>
        """;

    public SharedTexts Texts { get; } = new();

    public PackedFiles Files => files;

    /// <summary>Everything that can only be said once the number of sheets is known.</summary>
    public async Task AddFrameAsync(int sheets, CancellationToken ct)
    {
        await AddSharedAsync(ct);
        await files.AddAsync("xl/styles.xml", Styles, ct);
        await files.AddAsync("xl/workbook.xml", Book(sheets), ct);
        await files.AddAsync("xl/_rels/workbook.xml.rels", BookParts(sheets), ct);
        await files.AddAsync("docProps/core.xml", Properties(), ct);
        await files.AddAsync("_rels/.rels", Roots, ct);
        await files.AddAsync("[Content_Types].xml", Types(sheets), ct);
    }

    private async Task AddSharedAsync(CancellationToken ct)
    {
        await using var part = await files.OpenAsync("xl/sharedStrings.xml", ct);
        var output = new Output(part);
        output.Write($"{Head}<sst xmlns=\"{Main}\" uniqueCount=\"{Number(Texts.Count)}\">");
        foreach (var text in Texts.InOrder)
        {
            output.Write("<si><t xml:space=\"preserve\">"u8);
            output.Write(WorkbookText.Escaped(text));
            output.Write("</t></si>"u8);
            await output.FlushIfFullAsync(ct);
        }

        output.Write("</sst>"u8);
        await output.FlushAsync(ct);
    }

    /// <summary>Notes stand second; what one sheet of values could not hold follows.</summary>
    private string Book(int sheets)
    {
        var values = Enumerable.Range(1, sheets).Select(n => Sheet(n == 1 ? data.Words.SheetOfValues : $"{data.Words.SheetOfValues} {Number(n)}", n, $"values{Number(n)}")).ToArray();
        string[] all = [values[0], Sheet(data.Words.SheetOfNotes, sheets + 1, "notes"), .. values[1..]];
        return $"{Head}<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>{string.Concat(all)}</sheets></workbook>";
    }

    private static string Sheet(string name, int number, string id) => $"<sheet name=\"{WorkbookText.Escaped(name)}\" sheetId=\"{Number(number)}\" r:id=\"{id}\"/>";

    private static string BookParts(int sheets) => $"""
        {Head}<Relationships xmlns="{Package}/relationships">{string.Concat(SheetNames(sheets).Select(n => $"<Relationship Id=\"{n}\" Type=\"{Office}/worksheet\" Target=\"worksheets/{n}.xml\"/>"))}<Relationship Id="styles" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="texts" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>
        """;

    private const string Roots = Head + $"""
        <Relationships xmlns="{Package}/relationships"><Relationship Id="book" Type="{Office}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="core" Type="{Package}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
        """;

    private string Properties() => $"""
        {Head}<cp:coreProperties xmlns:cp="{Package}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{WorkbookText.Escaped($"{data.Title} ({data.ExtentWord})")}</dc:title><dc:creator>Lagebild</dc:creator><dc:language>{data.Language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{data.PublishedUtc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}</dcterms:created></cp:coreProperties>
        """;

    private static string Types(int sheets) => $"""
        {Head}<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/>{string.Concat(SheetNames(sheets).Select(n => $"<Override PartName=\"/xl/worksheets/{n}.xml\" ContentType=\"{Type}.worksheet+xml\"/>"))}<Override PartName="/xl/styles.xml" ContentType="{Type}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Type}.sharedStrings+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
        """;

    private static IEnumerable<string> SheetNames(int sheets) => Enumerable.Range(1, sheets).Select(n => $"values{Number(n)}").Append("notes");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
