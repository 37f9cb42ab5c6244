using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>The series of one file, numbered in the order they came; their ranks put them in the order of <see cref="SeriesKey"/>.</summary>
internal sealed class SeriesTable(string feed, Vocabulary vocabulary)
{
    private readonly Dictionary<(int Variant, int Region, int Breakdown, int Frequency), int> _numbers = [];
    private readonly List<(int Variant, int Region, int Breakdown, int Frequency)> _series = [];

    public int NumberOf(int variant, int region, int breakdown, Frequency frequency)
    {
        var key = (variant, region, breakdown, (int)frequency);
        if (!_numbers.TryGetValue(key, out var number))
        {
            number = _series.Count < KeyOrder.MostSeries ? _series.Count : throw new InvalidDataException("A file with more than 268 million series.");
            _numbers.Add(key, number);
            _series.Add(key);
        }

        return number;
    }

    public Region RegionOf(int number) => vocabulary.Regions[_series[number].Region];

    /// <summary>By number the position in key order, and by position key and variant.</summary>
    public (int[] Ranks, SeriesKey[] Keys, Variant[] Variants) InOrder()
    {
        var keys = _series.Select(Key).ToArray();
        var order = Enumerable.Range(0, keys.Length).ToArray();
        Array.Sort(keys, order);
        var ranks = new int[keys.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank]] = rank;
        }

        return (ranks, keys, [.. order.Select(n => vocabulary.Variants[_series[n].Variant].Variant)]);
    }

    private SeriesKey Key((int Variant, int Region, int Breakdown, int Frequency) series)
    {
        var variant = vocabulary.Variants[series.Variant].Variant;
        return new SeriesKey
        {
            Feed = feed,
            Indicator = variant.Indicator,
            Variant = variant.Code,
            Region = vocabulary.Regions[series.Region].Code,
            Breakdown = vocabulary.Breakdowns[series.Breakdown].Key,
            Frequency = (Frequency)series.Frequency,
        };
    }
}
