using Lagebild.Import.Consistency;
using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>Reads the cells of one column into the row.</summary>
internal abstract class CellReader(int position, string heading)
{
    /// <summary>From 0.</summary>
    public int Position => position;

    public string Heading => heading;

    public abstract void Read(ReadOnlySpan<byte> cell, Row row);
}

/// <summary>A cell that is a code, a period, a word: whatever the vocabulary knows.</summary>
internal sealed class CodedCell : CellReader
{
    private readonly int _slot;
    private readonly CellMemo _memo;

    public int Slot => _slot;

    public CodedCell(int position, string heading, int slot, Func<string, Meaning> read)
        : base(position, heading)
    {
        _slot = slot;
        _memo = new CellMemo(text => Garbled.Checked(text, read(WholeText.Collapsed(text))));
    }

    public override void Read(ReadOnlySpan<byte> cell, Row row)
    {
        var meaning = _memo.Of(cell);
        row[_slot] = meaning.Number;
        if (meaning.Fault is not null)
        {
            row.Report(Heading, meaning.Fault, cell);
        }
    }
}

/// <summary>A text of its own: source or note.</summary>
internal sealed class PhraseCell(int position, string heading, int slot, PhraseTable phrases) : CellReader(position, heading)
{
    private readonly HashSet<int> _garbled = [];
    private int _seen;

    public override void Read(ReadOnlySpan<byte> cell, Row row)
    {
        row[slot] = cell.IsEmpty ? -1 : phrases.NumberOf(cell);
        if (row[slot] >= _seen)
        {
            _seen = row[slot] + 1;
            Look(row[slot]);
        }

        if (_garbled.Count > 0 && _garbled.Contains(row[slot]))
        {
            row.Report(Heading, Garbled.Fault, cell);
        }
    }

    private void Look(int phrase)
    {
        if (Garbled.IsIn(phrases.Text(phrase)))
        {
            _garbled.Add(phrase);
        }
    }
}

/// <summary>A cell that may hold only certain texts, or, in a column without heading, none.</summary>
internal sealed class GuardCell(int position, string heading, IReadOnlyList<string> allowed) : CellReader(position, heading)
{
    private readonly CellMemo _memo = new(text => allowed.Contains(WholeText.Collapsed(text)) ? new Meaning(0) : Wrong(heading, allowed));

    public override void Read(ReadOnlySpan<byte> cell, Row row)
    {
        if (_memo.Of(cell).Fault is { } fault)
        {
            row.Report(Heading, fault, cell);
        }
    }

    private static Meaning Wrong(string heading, IReadOnlyList<string> allowed) =>
        heading.Length == 0 ? Meaning.Wrong(Reason.ColumnWithoutHeading) : Meaning.Wrong(Reason.GuardBroken, string.Join(", ", allowed));
}
