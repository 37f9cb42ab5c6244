namespace Lagebild.OpenData;

/// <summary>The texts that cells of a workbook have in common, each once, numbered as they come.</summary>
internal sealed class SharedTexts
{
    /// <summary>Texts of single rows are kept up to so many; beyond, they stand in their cells, so that memory has a bound.</summary>
    private const int MostOfRows = 20_000;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>In the order of their numbers.</summary>
    public IEnumerable<string> InOrder => _numbers.OrderBy(n => n.Value).Select(n => n.Key);

    public int Count => _numbers.Count;

    /// <summary>The number of a text, a new one where it was not there.</summary>
    public int NumberOf(string text) => _numbers.TryGetValue(text, out var number) ? number : _numbers[text] = _numbers.Count;

    /// <summary>As <see cref="NumberOf"/>, but takes in nothing new once there are many.</summary>
    public bool TryNumberOf(string text, out int number)
    {
        if (_numbers.TryGetValue(text, out number))
        {
            return true;
        }

        if (_numbers.Count >= MostOfRows)
        {
            return false;
        }

        number = NumberOf(text);
        return true;
    }
}
