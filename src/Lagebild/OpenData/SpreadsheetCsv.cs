using System.Text;

namespace Lagebild.OpenData;

/// <summary>
/// CSV that a spreadsheet of the reader's country opens by a double click: byte order mark; semicolon and decimal comma, in English comma and point;
/// headings in words. Text that a spreadsheet would run as a formula gets an apostrophe before it.
/// </summary>
public static class SpreadsheetCsv
{
    /// <summary>Writes all rows.</summary>
    public static async Task WriteAsync(DataSet data, Stream to, CancellationToken ct)
    {
        var output = new Output(to);
        var rows = new Rows(data, output);
        rows.Header();
        await foreach (var row in data.Rows(ct))
        {
            rows.Write(row);
            await output.FlushIfFullAsync(ct);
        }

        await output.FlushAsync(ct);
    }

    /// <summary>Texts as one row, without its end: neither do they run as formulas.</summary>
    public static string Row(IEnumerable<string> texts, string language)
    {
        var delimiter = language == "en" ? ',' : ';';
        return string.Join(delimiter, texts.Select(t => CsvText.Quoted(CsvText.Harmless(t), delimiter)));
    }

    private sealed class Rows(DataSet data, Output output)
    {
        private readonly char _delimiter = data.Language == "en" ? ',' : ';';
        private readonly byte _decimalSign = data.Language == "en" ? (byte)'.' : (byte)',';
        private readonly SheetColumns _columns = new(data);
        private readonly BreakMarks _breaks = new();
        private DataSeries? _series;
        private byte[] _before = [];
        private byte[] _after = [];

        public void Header()
        {
            output.Write("\uFEFF");
            output.Write(string.Join(_delimiter, _columns.Headings.Select(Safe)));
            output.Write("\r\n"u8);
        }

        public void Write(in DataRow row)
        {
            Take(row.Series);
            output.Write(_before);
            output.Day(row.Observation.Period.Start);
            output.Write((byte)_delimiter);
            output.Day(row.Observation.Period.End);
            output.Write((byte)_delimiter);
            Value(row);
            foreach (var text in _columns.RowTexts(row, _breaks.Begun(row)))
            {
                output.Write((byte)_delimiter);
                output.Write(Safe(text ?? ""));
            }

            output.Write((byte)_delimiter);
            output.Number(row.Observation.Release);
            output.Write(_after);
        }

        private void Take(DataSeries series)
        {
            if (!ReferenceEquals(_series, series))
            {
                _series = series;
                _before = Bytes(_columns.Before.Select(c => $"{Safe(c.Text(series))}{_delimiter}"));
                _after = Bytes([.. _columns.After.Select(c => $"{_delimiter}{Safe(c.Text(series))}"), "\r\n"]);
            }
        }

        private void Value(in DataRow row)
        {
            if (row.Observation.Value is { } value)
            {
                output.Number(value, row.Series.Decimals, _decimalSign);
            }
        }

        private string Safe(string text) => CsvText.Quoted(CsvText.Harmless(text), _delimiter);

        private static byte[] Bytes(IEnumerable<string> fields) => Encoding.UTF8.GetBytes(string.Concat(fields));
    }
}
