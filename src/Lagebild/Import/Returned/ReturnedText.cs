using Lagebild.Import.Reading;
using Lagebild.Statistics;

namespace Lagebild.Import.Returned;

/// <summary>A text with one more cell before the line end of each record. Bytes are copied, never decoded.</summary>
internal static class ReturnedText
{
    /// <summary>Lines that are no records (before the header, comments, blank ones, behind the table) stay as they are.</summary>
    public static void Write(FeedFile file, Profile profile, Dialect dialect, FindingCells cells, Stream output)
    {
        using var records = RecordLines(file, profile, dialect).GetEnumerator();
        using var bytes = file.Open();
        var (line, isThere, header) = (0, records.MoveNext(), new HeaderLines(profile.Header.Rows));
        foreach (var text in new ByteLines(bytes, dialect.UnitLength, dialect.IsBigEndian).All())
        {
            line++;
            while (isThere && records.Current.Last < line)
            {
                header.Pass(records.Current);
                isThere = records.MoveNext();
            }

            var isEnd = isThere && records.Current.Last == line;
            var cell = isEnd ? header.CellOf(records.Current, cells) : cells.At(line) is { Length: > 0 } beside && !(isThere && records.Current.First <= line) ? beside : null;
            Write(text.Span, cell is null ? [] : Cell(cell, profile, dialect), dialect, output);
        }
    }

    /// <summary>First and last line of each record. One whose quote is never closed ends where it begins: nobody knows where it should.</summary>
    private static IEnumerable<RecordLines> RecordLines(FeedFile file, Profile profile, Dialect dialect)
    {
        using var records = new CsvRecords(file, profile, dialect);
        while (records.Next())
        {
            var feeds = records.Malformed == Reason.UnclosedQuote ? 0 : records.Raw.TrimEnd("\r\n"u8).Count((byte)'\n');
            yield return new(records.Line, records.Line + feeds);
        }
    }

    private static byte[] Cell(string text, Profile profile, Dialect dialect) => dialect.Encoding.GetBytes($"{dialect.Delimiter}{Quoted(text, profile.Quote, dialect.Delimiter)}");

    /// <summary>Between quotes where need be; without quotes in the profile the delimiter becomes a blank.</summary>
    private static string Quoted(string text, string quote, char delimiter) => quote.Length == 0 ? text.Replace(delimiter, ' ')
        : text.Contains(delimiter) || text.Contains(quote[0]) ? $"{quote}{text.Replace(quote, quote + quote, StringComparison.Ordinal)}{quote}"
        : text;

    private static void Write(ReadOnlySpan<byte> line, byte[] cell, Dialect dialect, Stream output)
    {
        var end = cell.Length == 0 ? line.Length : ByteLines.EndOfText(line, dialect.UnitLength, dialect.IsBigEndian);
        output.Write(line[..end]);
        output.Write(cell);
        output.Write(line[end..]);
    }

    /// <summary>Where the heading of the column stands: on the last of the header's rows; the others get an empty cell.</summary>
    private sealed class HeaderLines(int rows)
    {
        private int _passed;
        private int _first;

        public void Pass(RecordLines record)
        {
            _first = _passed == 0 ? record.First : _first;
            _passed++;
        }

        public string CellOf(RecordLines record, FindingCells cells) =>
            _passed >= rows ? cells.At(record.First)
            : _passed == rows - 1 ? cells.Heading(_passed == 0 ? record.First : _first, record.Last)
            : "";
    }
}

/// <summary>The lines a record takes.</summary>
internal readonly record struct RecordLines(int First, int Last);
