using Lagebild.Statistics;

namespace Lagebild.Import.Consistency;

/// <summary>The series of a file in order, with what the catalogue says of them.</summary>
internal sealed class FileSeries(IReadOnlyList<SeriesKey> keys, Catalogue.Catalogue catalogue)
{
    private readonly SeriesKey[] _keys = [.. keys];
    private readonly Dictionary<string, Breakdown> _breakdowns = [];

    public Catalogue.Catalogue Catalogue => catalogue;

    /// <summary>Every index.</summary>
    public IEnumerable<int> All => Enumerable.Range(0, _keys.Length);

    public SeriesKey Key(int series) => _keys[series];

    public Variant Variant(int series) => catalogue.Variant(_keys[series].Variant)!;

    public Indicator Indicator(int series) => catalogue.Indicator(_keys[series].Indicator)!;

    public Breakdown Breakdown(int series)
    {
        var key = _keys[series].Breakdown;
        if (!_breakdowns.TryGetValue(key, out var breakdown))
        {
            _breakdowns.Add(key, breakdown = Statistics.Breakdown.Parse(key)!);
        }

        return breakdown;
    }

    /// <summary>Negative where the file has no such series.</summary>
    public int IndexOf(SeriesKey key) => Array.BinarySearch(_keys, key);

    /// <summary>Half of what each is rounded to, added and rounded up, as a scaled number; 0 where nothing is rounded. All have the same decimals.</summary>
    public long Tolerance(IEnumerable<int> series) => (series.Sum(s => Step(Variant(s))) + 1) / 2;

    /// <summary>What a value is rounded to, as a scaled number: its last decimal at least; 0 for a whole number that nobody rounded.</summary>
    private static long Step(Variant variant) =>
        variant.RoundedTo > 1 ? variant.RoundedTo * (long)Math.Pow(10, variant.Decimals) : variant.Decimals > 0 ? 1 : 0;
}
