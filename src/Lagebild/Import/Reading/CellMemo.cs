using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>What a cell's text means: a number that its column gives a meaning to (-1: nothing usable), and what is wrong with it.</summary>
internal readonly record struct Meaning(int Number, Fault? Fault = null)
{
    public static Meaning Wrong(Reason reason, string expected = "") => new(-1, new Fault(reason, Expected: expected));
}

/// <summary>Reads each text of a column once and knows it again by its bytes: a million rows hold few different codes and days.</summary>
internal sealed class CellMemo(Func<string, Meaning> read)
{
    private readonly PhraseTable _texts = new();
    private readonly List<Meaning> _meanings = [];
    private int _last = -1;

    public Meaning Of(ReadOnlySpan<byte> cell)
    {
        if (_last >= 0 && _texts[_last].SequenceEqual(cell))
        {
            return _meanings[_last];
        }

        _last = _texts.NumberOf(cell);
        if (_last == _meanings.Count)
        {
            _meanings.Add(read(_texts.Text(_last)));
        }

        return _meanings[_last];
    }
}
