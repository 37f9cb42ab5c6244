namespace Lagebild.Import.Reading;

/// <summary>Things, each once, numbered from 0 in the order they came.</summary>
internal sealed class NumberedList<T>
    where T : notnull
{
    private readonly List<T> _things = [];
    private readonly Dictionary<T, int> _numbers = [];

    public IReadOnlyList<T> Things => _things;

    public T this[int number] => _things[number];

    public int NumberOf(T thing)
    {
        if (_numbers.TryGetValue(thing, out var number))
        {
            return number;
        }

        _numbers.Add(thing, _things.Count);
        _things.Add(thing);
        return _things.Count - 1;
    }
}
