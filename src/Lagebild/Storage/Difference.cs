using System.Runtime.InteropServices;
using Lagebild.Disclosure;
using Lagebild.Import;

namespace Lagebild.Storage;

/// <summary>
/// Merges the values of a file with what is current of its feed, both by series and period, and hands the difference to a writer.
/// Memory holds one series at a time.
/// </summary>
internal sealed class Difference
{
    private readonly CheckedFile _file;
    private readonly long _delivery;
    private readonly DisclosureControl[] _controls;
    private readonly long[] _ids;
    private readonly PhraseNumbers _phrases;
    private readonly HistoryReader _current;
    private readonly DifferenceWriter _writer;
    private readonly FileSpan? _closes;
    private readonly List<ObservationRow> _rows = [];
    private long _added;
    private long _changed;
    private long _closed;
    private long _unchanged;
    private long _inScope;

    /// <param name="file">What was delivered.</param>
    /// <param name="delivery">Its id.</param>
    /// <param name="controls">By position of <see cref="CheckedFile.Series"/>.</param>
    /// <param name="ids">By position of <see cref="CheckedFile.Series"/>.</param>
    /// <param name="closes">What a full delivery declares: values inside that it leaves out are closed. Null for an incremental one.</param>
    public Difference(CheckedFile file, long delivery, DisclosureControl[] controls, long[] ids, FileSpan? closes, PhraseNumbers phrases, HistoryReader current, DifferenceWriter writer)
    {
        (_file, _delivery, _controls, _ids, _closes) = (file, delivery, controls, ids, closes);
        (_phrases, _current, _writer) = (phrases, current, writer);
        (UsedPhrases, UsedFields) = (new bool[file.Phrases.Count], new bool[file.Fields.Count]);
    }

    public DifferenceCounts Counts => new() { Added = _added, Changed = _changed, Closed = _closed, Unchanged = _unchanged, InScope = _closes is null ? 0 : _inScope };

    /// <summary>What the file states.</summary>
    public StatedRanges Stated { get; } = new();

    /// <summary>Lines with a value that is not published as it stands there, ascending within a series only.</summary>
    public HashSet<int> WithheldLines { get; } = [];

    /// <summary>Phrases and fields that written rows point to, by position.</summary>
    public bool[] UsedPhrases { get; }

    public bool[] UsedFields { get; }

    /// <summary>Merges the series of the file, then those of the feed that a full delivery leaves out.</summary>
    public void Run(IEnumerable<long> leftOut, CancellationToken ct)
    {
        foreach (var (series, values) in BySeries())
        {
            ct.ThrowIfCancellationRequested();
            _current.Read(_ids[series], _rows);
            Merge(series, CollectionsMarshal.AsSpan(values));
        }

        foreach (var series in leftOut)
        {
            _current.Read(series, _rows);
            _rows.ForEach(LeaveOut);
        }
    }

    private IEnumerable<(int Series, List<CheckedValue> Values)> BySeries()
    {
        var values = new List<CheckedValue>();
        foreach (var block in _file.Values())
        {
            for (var i = 0; i < block.Length; i++)
            {
                var value = block.Span[i];
                if (values.Count > 0 && values[0].Series != value.Series)
                {
                    yield return (values[0].Series, values);
                    values.Clear();
                }

                values.Add(value);
            }
        }

        if (values.Count > 0)
        {
            yield return (values[0].Series, values);
        }
    }

    private void Merge(int series, ReadOnlySpan<CheckedValue> values)
    {
        var at = 0;
        foreach (ref readonly var value in values)
        {
            while (at < _rows.Count && _rows[at].ComparePeriod(value.PeriodStart, value.PeriodEnd) < 0)
            {
                LeaveOut(_rows[at++]);
            }

            var isKnown = at < _rows.Count && _rows[at].ComparePeriod(value.PeriodStart, value.PeriodEnd) == 0;
            State(series, value, isKnown ? _rows[at++] : null);
        }

        while (at < _rows.Count)
        {
            LeaveOut(_rows[at++]);
        }
    }

    private void State(int series, in CheckedValue value, ObservationRow? current)
    {
        var row = Row(series, value);
        Stated.State(row.Series, row.PeriodStart, row.PeriodEnd);
        if (row.Raw != row.Public)
        {
            WithheldLines.Add(row.Line);
        }

        if (current is null)
        {
            _added++;
            Open(row, null);
            return;
        }

        _inScope++;
        if (IsSame(current.Value, row))
        {
            _unchanged++;
        }
        else
        {
            _changed++;
            Open(row, current);
        }
    }

    private void Open(in ObservationRow row, ObservationRow? current)
    {
        Use(UsedPhrases, row.SourceFlag);
        Use(UsedPhrases, row.Source);
        Use(UsedPhrases, row.Note);
        Use(UsedFields, row.Field);
        _writer.Open(row, current);
    }

    private static void Use(bool[] used, int at)
    {
        if (at >= 0)
        {
            used[at] = true;
        }
    }

    private void LeaveOut(ObservationRow current)
    {
        if (_closes is null || !_closes.Covers(current.PeriodStart, current.PeriodEnd))
        {
            Stated.Interrupt();
            return;
        }

        _inScope++;
        _closed++;
        _writer.Close(current);
    }

    private ObservationRow Row(int series, in CheckedValue value)
    {
        var raw = new ValueWithStatus(value.HasValue ? value.Value : null, value.Status, value.Confidentiality);
        return new()
        {
            Series = _ids[series],
            PeriodStart = value.PeriodStart,
            PeriodEnd = value.PeriodEnd,
            Raw = raw,
            MissingReason = value.MissingReason,
            SourceFlag = value.SourceFlag,
            Source = value.Source,
            Note = value.Note,
            Public = _controls[series].Publishable(raw),
            Delivery = _delivery,
            Line = value.Line,
            Field = value.Field,
        };
    }

    /// <summary>Raw and public alike; delivery, line and field may differ.</summary>
    private bool IsSame(in ObservationRow current, in ObservationRow row) =>
        current.Raw == row.Raw && current.Public == row.Public && current.MissingReason == row.MissingReason
        && _phrases.IsSame(current.Delivery, current.SourceFlag, row.SourceFlag)
        && _phrases.IsSame(current.Delivery, current.Source, row.Source)
        && _phrases.IsSame(current.Delivery, current.Note, row.Note);
}

/// <summary>The days from the first start to the last end of what a file holds, yyyymmdd.</summary>
internal sealed record FileSpan(int Start, int End)
{
    /// <summary>Null for a file without values.</summary>
    public static FileSpan? Of(CheckedFile file)
    {
        var (start, end) = (int.MaxValue, 0);
        foreach (var block in file.Values())
        {
            foreach (ref readonly var value in block.Span)
            {
                (start, end) = (Math.Min(start, value.PeriodStart), Math.Max(end, value.PeriodEnd));
            }
        }

        return end == 0 ? null : new(start, end);
    }

    public bool Covers(int start, int end) => Start <= start && end <= End;
}
