using Lagebild.Statistics;

namespace Lagebild.Import.History;

/// <summary>Two regions whose values of one period each fit the other's history.</summary>
internal static class SwappedRegions
{
    /// <summary>Both gains multiplied, for each value that may be the other one: the more there are, the sooner one fits by chance. Each gain at least <see cref="_leastGain"/>.</summary>
    private const double _gain = 5;

    private const double _leastGain = 1.5;

    /// <summary>So many values off their history in one period are no swap.</summary>
    private const int _most = 100;

    /// <summary>The values asked about, with their questions; the series of one variant.</summary>
    public static IEnumerable<(Place Place, Finding Question)> Of(IReadOnlyList<SeriesHistory> series)
    {
        var odd = series.Where(h => h.Others >= ValueQuestions.LeastOthers).SelectMany(h => h.Judged.Where(at => IsOdd(h, at)).Select(at => new Place(h, at)));
        return odd.GroupBy(p => (p.History.Key.Breakdown, p.History.Key.Frequency, p.Value.PeriodStart, p.Value.PeriodEnd))
            .Select(g => g.ToArray()).Where(g => g.Length is > 1 and <= _most).SelectMany(Partners);
    }

    private static bool IsOdd(SeriesHistory history, int at) => history.Distance(at, history.Values[at].Value) > history.Leeway(at);

    private static IEnumerable<(Place Place, Finding Question)> Partners(Place[] odd)
    {
        foreach (var one in odd)
        {
            var (other, gain) = odd.Where(o => o != one).Select(o => (Other: o, Gain: Gain(one, o))).MaxBy(o => o.Gain);
            if (gain > _gain * odd.Length)
            {
                yield return (one, ValueQuestions.Question(one.History, one.At, Reason.RegionsSwapped, other.History.Key.Region));
            }
        }
    }

    private static double Gain(Place one, Place other)
    {
        var (here, there) = (one.History.Gain(one.At, other.Value.Value), other.History.Gain(other.At, one.Value.Value));
        return Math.Min(here, there) < _leastGain ? 0 : here * there;
    }
}

/// <summary>A value within its series.</summary>
internal readonly record struct Place(SeriesHistory History, int At)
{
    public KnownValue Value => History.Values[At];
}
