using System.Globalization;
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
    private readonly FindingList _findings;
    private readonly List<UnderstoodRow> _first = [];
    private readonly KeptValues _kept = new();
    private readonly SortedRuns _runs = new();
    private readonly Records _rows;
    private readonly bool _isOpen;
    private readonly ValueLog? _log;
    private bool _hasBlocks;
    private long _records;
    private long _outOfScope;
    private bool _isReadable;
    private int _headerLine;
    private string? _decimal;

    /// <summary>With <paramref name="values"/> every row is read, whether the catalogue knows what it names or not, and every value written there.</summary>
    public FileReading(Catalogue.Catalogue catalogue, FeedFile file, Feed feed, Profile profile, int runLength, TextWriter? values, int findingsKept = FindingList.Kept)
    {
        _findings = new FindingList(findingsKept);
        (_file, _feed, _profile, _runLength, _isOpen) = (file, feed, profile, runLength, values is not null);
        _vocabulary = new Vocabulary(catalogue, profile, _isOpen);
        _series = new SeriesTable(feed.Code, _vocabulary);
        _rows = Records.Open(file, profile, feed);
        _log = values is null ? null : new ValueLog(values, file.Name, _vocabulary, _rows);
    }

    /// <summary>See <see cref="FeedReader.Counted"/>.</summary>
    public Action<long>? Counted { get; init; }

    public CheckedFile Read(CancellationToken cancellation)
    {
        var header = ReadHeader();
        if (header is { IsWhole: true })
        {
            ReadRecords(header, cancellation);
            _isReadable = _rows.Fault is null && !_rows.IsCutOff && !_hasBlocks;
        }

        if (_rows.IsCutOff)
        {
            _findings.Add(_rows.Line, "", new Fault(Reason.RecordTooLong), "");
        }

        if (_rows.Fault is not null)
        {
            _findings.Add(_rows.Fault);
        }
        else if (_records == 0 && !_rows.IsCutOff && header is null or { IsWhole: true })
        {
            _findings.Add(0, "", new Fault(Reason.EmptyFile), "");
            _isReadable = false;
        }

        return Checked(header);
    }

    public void Dispose()
    {
        _rows.Dispose();
        _log?.Dispose();
        _runs.Dispose();
    }

    private Header? ReadHeader()
    {
        var (rows, line) = (new List<string[]>(), 0);
        while (rows.Count < _profile.Header.Rows && _rows.Next())
        {
            line = rows.Count == 0 ? _rows.Line : line;
            rows.Add(_rows.Texts());
        }

        if (_rows.Malformed is { } reason)
        {
            _findings.Add(line, "", new Fault(reason), _rows.Raw);
        }

        if (_rows is CsvRecords && rows.Find(r => r.Length != rows[0].Length) is { } ragged)
        {
            _findings.Add(line, "", new Fault(Reason.CellCount, Expected: rows[0].Length.ToString(CultureInfo.InvariantCulture)), ragged.Length.ToString(CultureInfo.InvariantCulture));
        }

        _headerLine = line;
        return rows.Count < _profile.Header.Rows ? null : Header.Of(Headings.Of(rows, _profile.Header), line, _rows.Field, _profile, _vocabulary, _findings);
    }

    private void ReadRecords(Header header, CancellationToken cancellation)
    {
        var totals = new Totals(_profile, header, _vocabulary);
        var scope = new Scope(_profile, header);
        var values = new ValueReader(_profile, _vocabulary, _series, _kept, totals, _log);
        var rows = new RowReader(header, _profile, _vocabulary, _findings, totals, values);
        var block = new BlockStart(_profile, header);
        _log?.Begin(header);
        while (!_hasBlocks && _rows.Next())
        {
            KeepFirst();
            if (_rows.IsBlank || BeginsBlock(block) || !IsWhole(header))
            {
                continue;
            }

            _records++;
            if (!_isOpen && !scope.Holds(_rows))
            {
                _outOfScope++;
                continue;
            }

            totals.Begin(_rows);
            rows.Read(_rows);
            if ((_records & 0xFFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                SpillRun();
            }

            if ((_records & 0xFFFF) == 0)
            {
                Counted?.Invoke(_records);
            }
        }

        _decimal = values.DecimalSign;
        totals.Check(_findings, header.FieldHeadings);
        ReportOutOfScope();
    }

    private void KeepFirst()
    {
        if (_first.Count < Understanding.RowsKept && !_rows.IsBlank)
        {
            _first.Add(new() { Line = _rows.Line, Cells = _rows.Texts() });
        }
    }

    /// <summary>A second heading changes what the columns mean: nothing behind it is read.</summary>
    private bool BeginsBlock(BlockStart block)
    {
        _hasBlocks = block.IsAt(_rows);
        if (_hasBlocks)
        {
            _findings.Add(_rows.Line, "", new Fault(Reason.StackedBlocks), string.Join(" | ", _rows.Texts().Where(t => t.Length > 0)));
        }

        return _hasBlocks;
    }

    /// <summary>Reports a record whose cells can't be told apart for sure.</summary>
    private bool IsWhole(Header header)
    {
        if (_rows.Malformed is { } reason)
        {
            _findings.Add(_rows.Line, "", new Fault(reason), _rows.Raw);
        }
        else if (_rows.CellCount != header.Headings.Count)
        {
            var expected = header.Headings.Count.ToString(CultureInfo.InvariantCulture);
            _findings.Add(_rows.Line, "", new Fault(Reason.CellCount, Expected: expected), _rows.CellCount.ToString(CultureInfo.InvariantCulture));
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
            _findings.Add(0, "", new Fault(Reason.OutOfScope, _outOfScope == _records ? Severity.Warning : Severity.Notice), _outOfScope.ToString(CultureInfo.InvariantCulture));
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
            Understood = header?.Understood() ?? [],
            Understanding = Understood(header),
            FindingsKept = _findings.Most,
            Findings = _findings.ToList(),
            FindingCounts = _findings.Counts,
            Records = _records,
            OutOfScope = _outOfScope,
            ValueCount = values.Count,
            IsReadable = _isReadable,
        };
    }

    private Understanding Understood(Header? header) => _rows.Written with
    {
        Decimal = _decimal ?? (_profile.Decimal == Profile.Auto ? null : _profile.Decimal),
        Group = _profile.Group,
        HeaderLine = _headerLine,
        Columns = header?.Columns() ?? [],
        Rows = _first,
    };

    private OrderedValues Ordered(int[] ranks, KeyChecks checks)
    {
        if (_runs.IsEmpty)
        {
            return new OrderedInMemory(_kept, ranks, checks);
        }

        _runs.Add(_kept, ranks);
        _kept.Release();
        return _runs.Merged(ranks, checks);
    }
}
