using System.Globalization;
using CsvHelper;
using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>One file being read, from its first byte to its values in order.</summary>
internal sealed class FileReading : IDisposable
{
    private readonly FeedFile _file;
    private readonly Feed _feed;
    private readonly Profile _profile;
    private readonly int _runLength;
    private readonly Vocabulary _vocabulary;
    private readonly SeriesTable _series;
    private readonly FindingList _findings = new();
    private readonly KeptValues _kept = new();
    private readonly SortedRuns _runs = new();
    private readonly TextSource _text;
    private readonly CsvReader _csv;
    private CsvMalformedReason? _malformed;
    private long _records;
    private long _outOfScope;
    private bool _isReadable;
    private bool _isCutOff;

    public FileReading(Catalogue.Catalogue catalogue, FeedFile file, Feed feed, Profile profile, int runLength)
    {
        (_file, _feed, _profile, _runLength) = (file, feed, profile, runLength);
        _vocabulary = new Vocabulary(catalogue, profile);
        _series = new SeriesTable(feed.Code, _vocabulary);
        var dialect = Dialect.Of(file, profile, feed);
        _text = new TextSource(file.Open(), dialect);
        _csv = CsvReader.Create(_text, Options(dialect), leaveOpen: true);
    }

    public CheckedFile Read(CancellationToken cancellation)
    {
        var header = ReadHeader();
        if (header is { IsWhole: true })
        {
            ReadRecords(header, cancellation);
            _isReadable = _text.Fault is null && !_isCutOff;
        }

        if (_text.Fault is not null)
        {
            _findings.Add(_text.Fault);
        }
        else if (_records == 0 && !_isCutOff && header is null or { IsWhole: true })
        {
            _findings.Add(0, "", new Fault(Reason.EmptyFile), "");
            _isReadable = false;
        }

        return Checked(header);
    }

    public void Dispose()
    {
        _csv.Dispose();
        _text.Dispose();
        _runs.Dispose();
    }

    private CsvReaderOptions Options(Dialect dialect) => new()
    {
        Separator = dialect.Delimiter,
        HasHeader = false,
        Mode = _profile.Quote.Length == 0 ? CsvMode.NoEscape : CsvMode.Rfc4180,
        Quote = _profile.Quote.Length == 0 ? '"' : _profile.Quote[0],
        CommentPrefix = _profile.Comment is { Length: 1 } comment ? comment[0] : null,
        Encoding = System.Text.Encoding.UTF8,
        DetectSeparatorHint = false,
        MalformedData = CsvMalformedDataHandling.Recover,
        OnMalformedRecord = record => _malformed = record.Reason,
        MaxRecordSize = TextSource.LongestLine,
        IncludeValuesInExceptions = false,
    };

    private Header? ReadHeader()
    {
        if (!NextRecord())
        {
            return null;
        }

        var headings = Enumerable.Range(0, _csv.FieldCount).Select(i => _csv.GetString(i)).ToArray();
        return Header.Of(headings, _text.LineAt(_csv.ByteOffset), _profile, _vocabulary, _findings);
    }

    private void ReadRecords(Header header, CancellationToken cancellation)
    {
        var totals = new Totals(_profile, header, _vocabulary);
        var scope = new Scope(_profile, header);
        var rows = new RowReader(header, _profile, _vocabulary, _findings, new ValueReader(_profile, _vocabulary, _series, _kept, totals));
        while (NextRecord())
        {
            var line = _text.LineAt(_csv.ByteOffset);
            if (IsBlank() || !IsWhole(header, line))
            {
                continue;
            }

            _records++;
            if (!scope.Holds(_csv))
            {
                _outOfScope++;
                continue;
            }

            totals.Begin(_csv);
            rows.Read(_csv, line);
            if ((_records & 0xFFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                SpillRun();
            }
        }

        totals.Check(_findings, header.FieldHeadings);
        ReportOutOfScope();
    }

    /// <summary>False at the end, and behind a record that can't be told apart.</summary>
    private bool NextRecord()
    {
        try
        {
            _malformed = null;
            return _csv.Read();
        }
        catch (CsvFormatException e)
        {
            _findings.Add(_text.LineAt(_csv.ByteOffset + 1), "", new Fault(Reason.RecordTooLong, Expected: e.RecordNumber.ToString(CultureInfo.InvariantCulture)), "");
            _isCutOff = true;
            return false;
        }
    }

    /// <summary>Rows of nothing but delimiters, as spreadsheets leave them, are passed over like blank lines.</summary>
    private bool IsBlank()
    {
        for (var i = 0; i < _csv.FieldCount; i++)
        {
            if (!_csv.GetSpan(i).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reports a record whose cells can't be told apart for sure.</summary>
    private bool IsWhole(Header header, int line)
    {
        if (_malformed is { } malformed)
        {
            var reason = malformed == CsvMalformedReason.UnterminatedQuote ? Reason.UnclosedQuote : Reason.StrayQuote;
            _findings.Add(line, "", new Fault(reason), _csv.RawRecord);
        }
        else if (_csv.FieldCount != header.Headings.Count)
        {
            var expected = header.Headings.Count.ToString(CultureInfo.InvariantCulture);
            _findings.Add(line, "", new Fault(Reason.CellCount, Expected: expected), _csv.FieldCount.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            return true;
        }

        _records++;
        return false;
    }

    private void SpillRun()
    {
        if (_kept.Count >= _runLength)
        {
            _runs.Add(_kept, _series.InOrder().Ranks);
            _kept.Clear();
        }
    }

    private void ReportOutOfScope()
    {
        if (_outOfScope > 0)
        {
            _findings.Add(0, "", new Fault(Reason.OutOfScope, Severity.Notice), _outOfScope.ToString(CultureInfo.InvariantCulture));
        }
    }

    private ReadFile Checked(Header? header)
    {
        var (ranks, keys, variants) = _series.InOrder();
        var values = Ordered(ranks, new KeyChecks(_findings, header?.FieldHeadings ?? [], variants));
        return new ReadFile(values)
        {
            File = _file,
            Feed = _feed.Code,
            Profile = _profile.Code,
            ProfileVersion = _profile.Version,
            Series = keys,
            Phrases = new PhraseList(_vocabulary.Phrases),
            Fields = header?.Fields ?? [],
            Findings = _findings.ToList(),
            FindingCounts = _findings.Counts,
            Records = _records,
            OutOfScope = _outOfScope,
            ValueCount = values.Count,
            IsReadable = _isReadable,
        };
    }

    private OrderedValues Ordered(int[] ranks, KeyChecks checks)
    {
        if (_runs.IsEmpty)
        {
            return new OrderedInMemory(_kept, ranks, checks);
        }

        _runs.Add(_kept, ranks);
        return _runs.Merged(ranks, checks);
    }
}
