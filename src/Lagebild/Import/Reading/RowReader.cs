using System.Globalization;
using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>Reads one record after the other: the cells that say what is counted, then each value.</summary>
internal sealed class RowReader
{
    private readonly Header _header;
    private readonly Vocabulary _vocabulary;
    private readonly CellReader[] _cells;
    private readonly ValueColumn[] _columns;
    private readonly ValueReader _values;
    private readonly Row _row;
    private readonly Totals _totals;
    private readonly string? _ordinal;
    private readonly Dictionary<int, int> _rowsOfRegion = [];
    private ReadPeriod _lastPeriod;
    private int _lastPeriodNumber = Row.Unusable;

    public RowReader(Header header, Profile profile, Vocabulary vocabulary, FindingList findings, Totals totals, ValueReader values)
    {
        (_header, _vocabulary, _totals, _values, _ordinal) = (header, vocabulary, totals, values, profile.Ordinal);
        (_cells, _columns) = ([.. header.Cells], [.. header.Values]);
        _row = new Row(header.Dimensions.Count, findings);
        SetHeadings(profile);
        SetConstants(profile.Constants);
    }

    public void Read(Records records)
    {
        _row.Begin(records.Line);
        foreach (var cell in _cells)
        {
            cell.Read(records[cell.Position], _row);
        }

        var key = new RowKey(Period(), Numbered(Breakdown()), !_row.HasErrors);
        foreach (var column in _columns)
        {
            _values.Read(records[column.Position], column, _row, key);
        }
    }

    /// <summary>The row's period; <see cref="Row.Absent"/> where a heading names it.</summary>
    private int Period()
    {
        if (_row[Slot.Start] == Row.Absent)
        {
            return WithFrequency(_row[Slot.Period]);
        }

        if (_row[Slot.Start] < 0 || _row[Slot.End] < 0 || _row[Slot.Frequency] < 0)
        {
            return Row.Unusable;
        }

        return NumberOf(new ReadPeriod(_row[Slot.Start], _row[Slot.End], (Frequency)_row[Slot.Frequency], IsExact: true));
    }

    private int WithFrequency(int period) =>
        period < 0 || _row[Slot.Frequency] == Row.Absent ? period
        : _row[Slot.Frequency] < 0 ? Row.Unusable
        : NumberOf(_vocabulary.Periods[period] with { Frequency = (Frequency)_row[Slot.Frequency] });

    private int NumberOf(ReadPeriod period)
    {
        if (period != _lastPeriod || _lastPeriodNumber < 0)
        {
            (_lastPeriod, _lastPeriodNumber) = (period, _vocabulary.Periods.NumberOf(period));
        }

        return _lastPeriodNumber;
    }

    /// <summary>What the row's cells say; the values' columns may add to it.</summary>
    private int Breakdown()
    {
        var breakdown = _row[Slot.Breakdown] == Row.Absent ? Breakdowns.Total : _row[Slot.Breakdown];
        for (var slot = Slot.FirstDimension; slot < Slot.FirstDimension + _row.Dimensions; slot++)
        {
            if (_row[slot] != Row.Absent)
            {
                breakdown = breakdown < 0 || _row[slot] < 0 ? Row.Unusable : _vocabulary.Breakdowns.With(breakdown, _row[slot]);
            }
        }

        return breakdown;
    }

    /// <summary>With the row's number among those of its region, where the profile numbers them. A total is none of them.</summary>
    private int Numbered(int breakdown)
    {
        if (_ordinal is null || breakdown < 0 || _row[Slot.Region] < 0 || _totals.IsTotal)
        {
            return breakdown;
        }

        var number = _rowsOfRegion[_row[Slot.Region]] = _rowsOfRegion.GetValueOrDefault(_row[Slot.Region]) + 1;
        var meaning = _vocabulary.Dimension(_ordinal, number.ToString(CultureInfo.InvariantCulture));
        if (meaning.Fault is { } fault)
        {
            _row.Report("", fault, number.ToString(CultureInfo.InvariantCulture));
        }

        return meaning.Number < 0 ? Row.Unusable : _vocabulary.Breakdowns.With(breakdown, meaning.Number);
    }

    private void SetHeadings(Profile profile)
    {
        foreach (var entry in profile.Columns.Where(c => c.Role is not (ColumnRole.Value or ColumnRole.Guard or ColumnRole.Ignore)))
        {
            var slot = _header.SlotOf(entry);
            _row.SetHeading(slot, _header.HeadingOf(entry) is { Length: > 0 } heading ? heading : _row.Heading(slot));
        }
    }

    private void SetConstants(ProfileConstants constants)
    {
        Set(Slot.Region, constants.Region, _vocabulary.Region);
        Set(Slot.Period, constants.Period, _vocabulary.Period);
        Set(Slot.Frequency, constants.Frequency, _vocabulary.Frequency);
        Set(Slot.Variant, constants.Variant, _vocabulary.Variant);
        Set(Slot.Source, constants.Source, text => new Meaning(_vocabulary.Phrases.NumberOf(System.Text.Encoding.UTF8.GetBytes(text))));
    }

    private void Set(int slot, string? constant, Func<string, Meaning> read)
    {
        if (constant is null)
        {
            return;
        }

        var meaning = read(constant);
        _row[slot] = meaning.Fault is null ? meaning.Number : throw new ProfileException(ProfileFault.Constant, constant, $"The profile's constant '{constant}' is not known: {meaning.Fault.Reason}.");
    }
}
