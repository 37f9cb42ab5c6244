using CsvHelper;
using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>The records of a text, one after the other. The only place that knows the CSV library.</summary>
internal sealed class Records : IDisposable
{
    private readonly TextSource _text;
    private readonly CsvReader _csv;
    private CsvMalformedReason? _malformed;

    /// <summary>Owns the text.</summary>
    public Records(TextSource text, Profile profile, char delimiter) => (_text, _csv) = (text, CsvReader.Create(text, new CsvReaderOptions
    {
        Separator = delimiter,
        HasHeader = false,
        Mode = profile.Quote.Length == 0 ? CsvMode.NoEscape : CsvMode.Rfc4180,
        Quote = profile.Quote.Length == 0 ? '"' : profile.Quote[0],
        CommentPrefix = profile.Comment?[0],
        Encoding = System.Text.Encoding.UTF8,
        DetectSeparatorHint = false,
        MalformedData = CsvMalformedDataHandling.Recover,
        OnMalformedRecord = record => _malformed = record.Reason,
        MaxRecordSize = TextSource.LongestLine,
        IncludeValuesInExceptions = false,
    }));

    /// <summary>1 + the line feeds before the record.</summary>
    public int Line { get; private set; }

    /// <summary>True where the text went on behind the last record but can't be told apart any more.</summary>
    public bool IsCutOff { get; private set; }

    public int CellCount => _csv.FieldCount;

    /// <summary>The record as it stands in the text.</summary>
    public ReadOnlySpan<byte> Raw => _csv.RawRecord;

    /// <summary>Why the record's cells can't be told apart for sure; null where they can.</summary>
    public Reason? Malformed => _malformed is null ? null : _malformed == CsvMalformedReason.UnterminatedQuote ? Reason.UnclosedQuote : Reason.StrayQuote;

    /// <summary>Valid until the next record.</summary>
    public ReadOnlySpan<byte> this[int position] => _csv.GetSpan(position);

    /// <summary>True for nothing but delimiters, as spreadsheets leave rows behind.</summary>
    public bool IsBlank
    {
        get
        {
            var position = 0;
            while (position < CellCount && this[position].IsEmpty)
            {
                position++;
            }

            return position == CellCount;
        }
    }

    /// <summary>False behind the last record.</summary>
    public bool Next()
    {
        _malformed = null;
        try
        {
            var isThere = _csv.Read();
            Line = _text.LineAt(_csv.ByteOffset);
            return isThere;
        }
        catch (CsvFormatException)
        {
            (Line, IsCutOff) = (_text.LineAt(_csv.ByteOffset + 1), true);
            return false;
        }
    }

    public string Text(int position) => _csv.GetString(position);

    public void Dispose()
    {
        _csv.Dispose();
        _text.Dispose();
    }
}
