namespace Lagebild.OpenData;

/// <summary>One sheet of values: a head that stays in view, then a row for each value.</summary>
internal sealed class ValuesSheet(DataSet data, SharedTexts texts, BreakMarks breaks, Output output)
{
    private readonly SheetColumns _columns = new(data);
    private DataSeries? _series;
    private Cell[] _before = [];
    private Cell[] _after = [];

    public Output Output => output;

    /// <summary>With the head.</summary>
    public int RowCount { get; private set; }

    public void Begin()
    {
        output.Write("""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>
            """);
        BeginRow();
        var column = 0;
        foreach (var heading in _columns.Headings)
        {
            Shared(column++, texts.NumberOf(heading), WorkbookStyle.Head);
        }

        output.Write("</row>"u8);
    }

    public void Write(in DataRow row)
    {
        Take(row.Series);
        BeginRow();
        Shared(_before);
        var at = _columns.Before.Count;
        Day(at++, row.Observation.Period.Start);
        Day(at++, row.Observation.Period.End);
        Value(at++, row);
        foreach (var text in _columns.RowTexts(row, breaks.Begun(row)))
        {
            Text(at++, text);
        }

        Number(at, row.Observation.Release);
        Shared(_after);
        output.Write("</row>"u8);
    }

    public void End() => output.Write("</sheetData></worksheet>"u8);

    private void Take(DataSeries series)
    {
        if (ReferenceEquals(_series, series))
        {
            return;
        }

        _series = series;
        var first = _columns.Before.Count + _columns.RowHeadings.Count;
        _before = Cells(_columns.Before, series, 0);
        _after = Cells(_columns.After, series, first);
    }

    private Cell[] Cells(IReadOnlyList<SeriesColumn> columns, DataSeries series, int first) =>
        [.. columns.Select((c, at) => (Column: first + at, Text: c.Text(series))).Where(c => c.Text.Length > 0).Select(c => new Cell(c.Column, texts.NumberOf(c.Text)))];

    private void BeginRow()
    {
        output.Write("<row r=\""u8);
        output.Number(++RowCount);
        output.Write("\">"u8);
    }

    private void Shared(Cell[] cells)
    {
        foreach (var cell in cells)
        {
            Shared(cell.Column, cell.Text, WorkbookStyle.Plain);
        }
    }

    private void Shared(int column, int text, WorkbookStyle style)
    {
        Open(column, style);
        output.Write(" t=\"s\"><v>"u8);
        output.Number(text);
        output.Write("</v></c>"u8);
    }

    private void Day(int column, DateOnly day)
    {
        Open(column, WorkbookStyle.Day);
        output.Write("><v>"u8);
        output.Number(WorkbookText.DayNumber(day));
        output.Write("</v></c>"u8);
    }

    private void Value(int column, in DataRow row)
    {
        if (row.Observation.Value is { } value)
        {
            Open(column, WorkbookText.StyleOf(row.Series.Decimals));
            output.Write("><v>"u8);
            output.Number(value, row.Series.Decimals);
            output.Write("</v></c>"u8);
        }
    }

    private void Number(int column, long number)
    {
        Open(column, WorkbookStyle.Plain);
        output.Write("><v>"u8);
        output.Number(number);
        output.Write("</v></c>"u8);
    }

    /// <summary>Short words come again and again; long ones stand where they are.</summary>
    private void Text(int column, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        if (texts.TryNumberOf(text, out var number))
        {
            Shared(column, number, WorkbookStyle.Plain);
            return;
        }

        Open(column, WorkbookStyle.Plain);
        output.Write(" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
        output.Write(WorkbookText.Escaped(text));
        output.Write("</t></is></c>"u8);
    }

    private void Open(int column, WorkbookStyle style)
    {
        output.Write("<c r=\""u8);
        output.Write(WorkbookText.Letters(column));
        output.Number(RowCount);
        output.Write((byte)'"');
        if (style != WorkbookStyle.Plain)
        {
            output.Write(" s=\""u8);
            output.Number((int)style);
            output.Write((byte)'"');
        }
    }

    private readonly record struct Cell(int Column, int Text);
}
