using System.Globalization;
using System.Text;

namespace Lagebild.OpenData;

/// <summary>The notes as a sheet of a workbook.</summary>
internal static class NotesSheet
{
    public static string Xml(DataSet data)
    {
        var xml = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="1" max="1" width="28" customWidth="1"/><col min="2" max="2" width="110" customWidth="1"/></cols><sheetData>
            """);
        var row = 0;
        foreach (var (heading, text) in DataNotes.Of(data))
        {
            row++;
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">{Cell("A", row, heading, WorkbookStyle.Head)}{Cell("B", row, text, WorkbookStyle.Wrapped)}</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static string Cell(string column, int row, string text, WorkbookStyle style) => string.Create(
        CultureInfo.InvariantCulture, $"<c r=\"{column}{row}\" s=\"{(int)style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{WorkbookText.Escaped(text)}</t></is></c>");
}
