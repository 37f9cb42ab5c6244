using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Lagebild.Import.Reading;
using Sheet = DocumentFormat.OpenXml.Spreadsheet;

namespace Lagebild.Import.Returned;

/// <summary>A workbook with one more column in the sheet that was read. Every other part of it is copied as it is.</summary>
internal static class ReturnedWorkbook
{
    public static void Write(FeedFile file, Profile profile, FindingCells cells, Stream output)
    {
        using var content = Content(file);
        var sheet = SheetPath(content, profile);
        var (first, last) = HeaderLines(file, profile);
        using var from = new ZipArchive(content, ZipArchiveMode.Read);
        using var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in from.Entries)
        {
            var copy = to.CreateEntry(entry.FullName);
            copy.LastWriteTime = entry.LastWriteTime;
            using var target = copy.Open();
            if (entry.FullName == sheet)
            {
                WriteSheet(entry, target, line => line == last ? cells.Heading(first, last) : line > last ? cells.At(line) : "");
            }
            else
            {
                using var part = entry.Open();
                part.CopyTo(target);
            }
        }
    }

    private static MemoryStream Content(FeedFile file)
    {
        var content = new MemoryStream();
        using var stream = file.Open();
        stream.CopyTo(content);
        content.Position = 0;
        return content;
    }

    /// <summary>Name of the part that holds the sheet, within the archive.</summary>
    private static string SheetPath(MemoryStream content, Profile profile)
    {
        using var copy = new MemoryStream(content.GetBuffer(), 0, (int)content.Length, writable: false);
        using var document = SpreadsheetDocument.Open(copy, isEditable: false);
        var workbook = document.WorkbookPart!;
        var sheet = workbook.Workbook.Sheets!.Elements<Sheet.Sheet>().First(s => profile.Sheet is null || s.Name?.Value == profile.Sheet);
        return workbook.GetPartById(sheet.Id!.Value!).Uri.OriginalString.TrimStart('/');
    }

    private static (int First, int Last) HeaderLines(FeedFile file, Profile profile)
    {
        using var rows = new SheetRecords(file, profile);
        var lines = new List<int>();
        while (lines.Count < profile.Header.Rows && rows.Next())
        {
            lines.Add(rows.Line);
        }

        return lines.Count == 0 ? (0, 0) : (lines[0], lines[^1]);
    }

    private static void WriteSheet(ZipArchiveEntry entry, Stream target, Func<int, string> cell)
    {
        var column = Width(entry) + 1;
        using var part = entry.Open();
        using var reader = XmlReader.Create(part, new() { DtdProcessing = DtdProcessing.Prohibit });
        using var writer = XmlWriter.Create(target, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        new SheetCopy(reader, writer, column, cell).Run();
    }

    /// <summary>How many columns the widest row has.</summary>
    private static int Width(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        using var reader = XmlReader.Create(part, new() { DtdProcessing = DtdProcessing.Prohibit });
        var (widest, at) = (0, 0);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                at = 0;
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                at = reader.GetAttribute("r") is { } place ? ColumnOf(place) : at + 1;
                widest = Math.Max(widest, at);
            }
        }

        return widest;
    }

    /// <summary>From 1.</summary>
    private static int ColumnOf(string place) => place.TakeWhile(char.IsAsciiLetter).Aggregate(0, (column, letter) => (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1);

    /// <summary>A column's letters, from 1.</summary>
    internal static string Letters(int column) => column <= 26 ? $"{(char)('A' + column - 1)}" : $"{Letters((column - 1) / 26)}{(char)('A' + ((column - 1) % 26))}";
}

/// <summary>Copies the XML of a sheet node by node and ends rows with one more cell where there is something to say.</summary>
internal sealed class SheetCopy(XmlReader reader, XmlWriter writer, int column, Func<int, string> cell)
{
    private int _row;
    private (string Prefix, string Namespace) _names;

    public void Run()
    {
        while (reader.Read())
        {
            Copy();
        }
    }

    private void Copy()
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                Begin();
                break;
            case XmlNodeType.EndElement:
                AddCell(isRow: reader.LocalName == "row");
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text:
                writer.WriteString(reader.Value);
                break;
            case XmlNodeType.CDATA:
                writer.WriteCData(reader.Value);
                break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                writer.WriteWhitespace(reader.Value);
                break;
            case XmlNodeType.ProcessingInstruction:
                writer.WriteProcessingInstruction(reader.Name, reader.Value);
                break;
            case XmlNodeType.Comment:
                writer.WriteComment(reader.Value);
                break;
            case XmlNodeType.XmlDeclaration:
                writer.WriteStartDocument(standalone: true);
                break;
        }
    }

    private void Begin()
    {
        var (isRow, isEmpty) = (reader.LocalName == "row", reader.IsEmptyElement);
        _row = isRow ? (reader.GetAttribute("r") is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : _row + 1) : _row;
        _names = isRow ? (reader.Prefix, reader.NamespaceURI) : _names;
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        CopyAttributes(without: isRow && cell(_row).Length > 0 ? "spans" : null);
        if (isEmpty)
        {
            AddCell(isRow);
            writer.WriteEndElement();
        }
    }

    /// <summary>The span of a row that gets longer would no longer be true; it is only a hint.</summary>
    private void CopyAttributes(string? without)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.Name != without)
            {
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
            }
        }

        reader.MoveToElement();
    }

    /// <summary>As text in its place: never a formula.</summary>
    private void AddCell(bool isRow)
    {
        if (!isRow || cell(_row) is not { Length: > 0 } text)
        {
            return;
        }

        writer.WriteStartElement(_names.Prefix, "c", _names.Namespace);
        writer.WriteAttributeString("r", FormattableString.Invariant($"{ReturnedWorkbook.Letters(column)}{_row}"));
        writer.WriteAttributeString("t", "inlineStr");
        writer.WriteStartElement(_names.Prefix, "is", _names.Namespace);
        writer.WriteElementString(_names.Prefix, "t", _names.Namespace, text);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
