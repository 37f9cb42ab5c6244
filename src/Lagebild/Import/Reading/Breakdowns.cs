using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>The breakdowns of one file, numbered; number 0 is the total.</summary>
internal sealed class Breakdowns
{
    /// <summary>The code of a dimension that is left out.</summary>
    public const int Total = 0;

    private readonly NumberedList<Breakdown> _breakdowns = new();
    private readonly NumberedList<KeyValuePair<string, string>> _parts = new();
    private readonly Dictionary<(int Breakdown, int Part), int> _joined = [];

    public Breakdowns()
    {
        _breakdowns.NumberOf(Breakdown.Total);
        _parts.NumberOf(new KeyValuePair<string, string>("", ""));
    }

    public Breakdown this[int number] => _breakdowns[number];

    public int NumberOf(Breakdown breakdown) => _breakdowns.NumberOf(breakdown);

    public int PartOf(string dimension, string code) => _parts.NumberOf(new(dimension, code));

    /// <summary>Both together; what <paramref name="more"/> says of a dimension holds.</summary>
    public int With(int breakdown, Breakdown more)
    {
        for (var at = 0; at < more.Parts.Count; at++)
        {
            breakdown = With(breakdown, PartOf(more.Parts[at].Key, more.Parts[at].Value));
        }

        return breakdown;
    }

    public int Without(int breakdown, string dimension) => NumberOf(Breakdown.Of(this[breakdown].Parts.Where(p => p.Key != dimension)));

    /// <summary>A breakdown and one part more; a part of the same dimension replaces it.</summary>
    public int With(int breakdown, int part)
    {
        if (part == Total)
        {
            return breakdown;
        }

        if (!_joined.TryGetValue((breakdown, part), out var joined))
        {
            var more = _parts[part];
            joined = NumberOf(Breakdown.Of(this[breakdown].Parts.Where(p => p.Key != more.Key).Append(more)));
            _joined.Add((breakdown, part), joined);
        }

        return joined;
    }
}
