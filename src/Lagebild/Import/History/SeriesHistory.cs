using Lagebild.Statistics;

namespace Lagebild.Import.History;

/// <summary>
/// The values of one series in order of period, delivered ones in the place of released ones, and how far a value stands from those around it.
/// Distances are differences of logarithms, so 0.7 is a doubling; counts below five steps of rounding hardly differ.
/// </summary>
internal sealed class SeriesHistory
{
    /// <summary>A break of the series may double or halve it.</summary>
    private static readonly double _breakLeeway = Math.Log(2);

    private readonly DeliveredSeries _series;
    private readonly double[] _places;
    private readonly long?[] _replaced;
    private readonly int[] _delivered;
    private readonly bool[] _broken;
    private readonly Lazy<Steps> _steps;
    private readonly int _negatives;
    private readonly int _positives;

    public SeriesHistory(DeliveredSeries series)
    {
        _series = series;
        Granule = series.Variant.RoundedTo == 1 ? 1 : series.Variant.RoundedTo * (long)Math.Pow(10, series.Variant.Decimals);
        (Values, _replaced, _delivered) = Merge(series);
        _places = Array.ConvertAll(Values, v => Place(v.Value));
        _broken = Broken(Values, series.Breaks);
        _negatives = Values.Count(v => v.Value < 0);
        _positives = Values.Count(v => v.Value > 0);
        _steps = new(() => Steps.Of(this));
    }

    /// <summary>Whether a file says anything that is not released as it stands.</summary>
    public static bool HasNews(DeliveredSeries series)
    {
        var old = 0;
        foreach (var value in series.Delivered)
        {
            while (old < series.Released.Count && ByPeriod.Instance.Compare(series.Released[old], Known(value)) < 0)
            {
                old++;
            }

            if (old == series.Released.Count || series.Released[old] != Known(value))
            {
                return true;
            }
        }

        return false;
    }

    public SeriesKey Key => _series.Key;

    public Variant Variant => _series.Variant;

    public bool Percent => _series.Percent;

    /// <summary>What the publisher rounds to, as a scaled whole number.</summary>
    public long Granule { get; }

    public KnownValue[] Values { get; }

    /// <summary>Indexes of delivered values that are new or differ from the released one.</summary>
    public IEnumerable<int> Judged => Enumerable.Range(0, Values.Length).Where(IsJudged);

    public bool IsJudged(int at) => _delivered[at] >= 0 && _replaced[at] != Values[at].Value;

    /// <summary>The delivered value at an index that is judged.</summary>
    public DeliveredValue Delivered(int at) => _series.Delivered[_delivered[at]];

    public bool IsDelivered(int at) => _delivered[at] >= 0;

    /// <summary>How many other values there are.</summary>
    public int Others => Values.Length - 1;

    public bool AloneInSign(int at) =>
        (Values[at].Value < 0 && _negatives == 1 && Others > 0) || (Values[at].Value > 0 && _positives == 1 && _negatives > 0);

    /// <summary>The value released for the same period before; null for a new period.</summary>
    public long? Replaced(int at) => _replaced[at];

    /// <summary>Another value of the series lies above, and another below (or equal).</summary>
    public bool IsWithinRange(int at)
    {
        var (low, high) = (long.MaxValue, long.MinValue);
        for (var other = 0; other < Values.Length; other++)
        {
            if (other != at)
            {
                (low, high) = (Math.Min(low, Values[other].Value), Math.Max(high, Values[other].Value));
            }
        }

        return low <= Values[at].Value && Values[at].Value <= high;
    }

    /// <summary>How far <paramref name="value"/> would stand off in the place of the one at <paramref name="at"/>: from its neighbours, its season, or from the released value it replaces where that one fitted better.</summary>
    public double Distance(int at, long value)
    {
        var place = Place(value);
        return _replaced[at] is { } old && Near(at, _places[at]) > Near(at, Place(old)) ? Math.Abs(place - Place(old)) : Near(at, place);
    }

    /// <summary>What of a distance is nothing out of the ordinary in this series: more where only one neighbour speaks.</summary>
    public double Leeway(int at) => HasBothSides(at) || _replaced[at] is not null ? _steps.Value.BothSides : _steps.Value.OneSided;

    public bool HasBothSides(int at) => at > 0 && at < Values.Length - 1;

    /// <summary>How many times better another value would fit than the one that is there: squares of distances, each with the leeway's.</summary>
    public double Gain(int at, long instead)
    {
        var (distance, other, leeway) = (Distance(at, Values[at].Value), Distance(at, instead), Leeway(at));
        return ((distance * distance) + (leeway * leeway)) / ((other * other) + (leeway * leeway));
    }

    /// <summary>The median of the differences between a value and the next, in steps of rounding; 0 for a single value.</summary>
    public double UsualStep()
    {
        var steps = Enumerable.Range(1, Math.Max(0, Others)).Select(at => Math.Abs(Values[at].Value - Values[at - 1].Value)).Order().ToArray();
        return steps.Length == 0 ? 0 : steps[steps.Length / 2] / (double)Granule;
    }

    /// <summary>The index of the value for a period that begins and ends on these days; negative where there is none.</summary>
    public int IndexOf(int periodStart, int periodEnd) => Array.BinarySearch(Values, new KnownValue(periodStart, periodEnd, 0), ByPeriod.Instance);

    private static (KnownValue[] Values, long?[] Replaced, int[] Delivered) Merge(DeliveredSeries series)
    {
        var (values, replaced, delivered) = (new List<KnownValue>(), new List<long?>(), new List<int>());
        var (old, fresh) = (0, 0);
        while (old < series.Released.Count || fresh < series.Delivered.Count)
        {
            var order = Order(series, old, fresh);
            values.Add(order < 0 ? series.Released[old] : Known(series.Delivered[fresh]));
            replaced.Add(order == 0 ? series.Released[old].Value : null);
            delivered.Add(order < 0 ? -1 : fresh);
            (old, fresh) = (order <= 0 ? old + 1 : old, order >= 0 ? fresh + 1 : fresh);
        }

        return ([.. values], [.. replaced], [.. delivered]);
    }

    private static int Order(DeliveredSeries series, int old, int fresh) =>
        old == series.Released.Count ? 1
        : fresh == series.Delivered.Count ? -1
        : ByPeriod.Instance.Compare(series.Released[old], Known(series.Delivered[fresh]));

    private static KnownValue Known(DeliveredValue value) => new(value.PeriodStart, value.PeriodEnd, value.Value);

    private double Place(long value) => Math.CopySign(Math.Log(1 + (Math.Abs((double)value) / (5 * Granule))), value);

    private double Near(int at, double place) => Math.Min(ToNeighbours(at, place), ToSeason(at, place));

    /// <summary>Between two neighbours nothing is far; outside both, the nearer one counts.</summary>
    private double ToNeighbours(int at, double place)
    {
        var before = at > 0 ? Step(at, place - _places[at - 1]) : (double?)null;
        var after = at < Values.Length - 1 ? Step(at + 1, place - _places[at + 1]) : (double?)null;
        return (before, after) switch
        {
            ({ } b, { } a) when b * a <= 0 => 0,
            ({ } b, { } a) => Math.Min(Math.Abs(b), Math.Abs(a)),
            _ => Math.Abs(before ?? after ?? 0),
        };
    }

    /// <summary>From where the step of a year ago would lead; infinite where that year is not there.</summary>
    private double ToSeason(int at, double place)
    {
        var (yearAgo, before) = at == 0 ? (-1, -1) : (YearBefore(at), YearBefore(at - 1));
        return yearAgo < 1 || before != yearAgo - 1 || _broken[at] || _broken[yearAgo]
            ? double.PositiveInfinity
            : Math.Abs(place - _places[at - 1] - (_places[yearAgo] - _places[before]));
    }

    /// <summary>The index of the same season a year before; -1 where there is none, or the series has no seasons.</summary>
    public int YearBefore(int at)
    {
        var seasons = Key.Frequency switch { Frequency.Monthly => 12, Frequency.Quarterly => 4, Frequency.HalfYearly => 2, _ => 0 };
        for (var before = at - 1; seasons > 0 && before >= 0 && before >= at - seasons; before--)
        {
            if (Values[before].PeriodEnd / 100 == (Values[at].PeriodEnd / 100) - 100)
            {
                return before;
            }
        }

        return -1;
    }

    private double Step(int at, double step) => _broken[at] ? Math.CopySign(Math.Max(0, Math.Abs(step) - _breakLeeway), step) : step;

    /// <summary>For each value whether a break lies between it and the one before.</summary>
    private static bool[] Broken(KnownValue[] values, IReadOnlyList<DateOnly> breaks)
    {
        var broken = new bool[values.Length];
        foreach (var day in breaks.Select(DayNumber.From))
        {
            var first = Array.FindIndex(values, v => v.PeriodEnd >= day);
            if (first > 0)
            {
                broken[first] = true;
            }
        }

        return broken;
    }

    /// <summary>The ordinary steps of a series, robustly: a single false value makes two large ones and changes neither figure much.</summary>
    private sealed record Steps(double BothSides, double OneSided)
    {
        private const double _calm = 0.01;
        private const double _lively = 0.13;

        public static Steps Of(SeriesHistory history)
        {
            var sizes = Enumerable.Range(1, Math.Max(0, history.Others)).Where(at => !history._broken[at])
                .Select(at => Math.Abs(history._places[at] - history._places[at - 1])).Order().ToArray();
            var large = sizes.Length < 3 ? _lively : Math.Clamp(1.5 * sizes[^Math.Max(3, sizes.Length / 20)], _calm, _lively);
            var median = sizes.Length == 0 ? 0 : sizes[sizes.Length / 2];
            return new(Sum(large, 0.45 * median), Sum(large, 0.9 * median));
        }

        private static double Sum(double large, double median) => Math.Sqrt((large * large) + (median * median));
    }

    private sealed class ByPeriod : IComparer<KnownValue>
    {
        public static ByPeriod Instance { get; } = new();

        public int Compare(KnownValue x, KnownValue y) =>
            x.PeriodStart != y.PeriodStart ? x.PeriodStart.CompareTo(y.PeriodStart) : x.PeriodEnd.CompareTo(y.PeriodEnd);
    }
}
