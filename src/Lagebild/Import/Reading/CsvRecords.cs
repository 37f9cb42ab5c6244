using CsvHelper;
using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>The records of a text. The only place that knows the CSV library.</summary>
internal sealed class CsvRecords : Records
{
    private readonly Dialect _dialect;
    private readonly TextSource _text;
    private readonly CsvReader _csv;
    private readonly byte _packed;
    private readonly List<Range> _parts = [];
    private CsvMalformedReason? _malformed;

    public CsvRecords(FeedFile file, Profile profile, Dialect dialect)
    {
        _dialect = dialect;
        _text = new TextSource(file.Open(), dialect);
        _packed = profile.Packed is null ? (byte)0 : (byte)profile.Packed[0];
        _csv = CsvReader.Create(_text, new CsvReaderOptions
        {
            Separator = dialect.Delimiter,
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
        });
    }

    public override Finding? Fault => _text.Fault;

    public override Understanding Written => new()
    {
        Encoding = _dialect.Encoding.WebName,
        HasMark = _dialect.MarkLength > 0,
        Delimiter = _dialect.Delimiter.ToString(),
        Quote = _dialect.Quote == 0 ? "" : ((char)_dialect.Quote).ToString(),
    };

    public override int CellCount => _csv.FieldCount + Math.Max(0, _parts.Count - 1);

    public override ReadOnlySpan<byte> Raw => _csv.RawRecord;

    public override Reason? Malformed => _malformed is null ? null : _malformed == CsvMalformedReason.UnterminatedQuote ? Reason.UnclosedQuote : Reason.StrayQuote;

    public override ReadOnlySpan<byte> this[int position] =>
        position < _parts.Count ? _csv.GetSpan(0)[_parts[position]] : _csv.GetSpan(position - Math.Max(0, _parts.Count - 1));

    public override bool Next()
    {
        _malformed = null;
        _parts.Clear();
        try
        {
            var isThere = _csv.Read();
            Line = _text.LineAt(_csv.ByteOffset);
            SplitFirst(isThere);
            return isThere;
        }
        catch (CsvFormatException)
        {
            (Line, IsCutOff) = (_text.LineAt(_csv.ByteOffset + 1), true);
            return false;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _csv.Dispose();
            _text.Dispose();
        }
    }

    private void SplitFirst(bool isThere)
    {
        if (!isThere || _packed == 0 || _csv.FieldCount == 0)
        {
            return;
        }

        foreach (var part in _csv.GetSpan(0).Split(_packed))
        {
            _parts.Add(part);
        }
    }
}
