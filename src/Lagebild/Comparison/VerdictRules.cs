using System.Globalization;
using Lagebild.Statistics;

namespace Lagebild.Comparison;

/// <summary>
/// The rules as a table: for each concern by what series are told apart, and what a difference weighs; then what each series has by itself. What softens a difference
/// of people, law or unit is data: the likenesses of the catalogue.
/// </summary>
internal sealed class VerdictRules
{
    /// <summary>31 December and 1 January are the same count.</summary>
    private const int SameMoment = 1;

    /// <summary>Values further apart than this speak of different times.</summary>
    private const int YearApart = 366;

    private static readonly ObservationStatus[] _worthSaying = [ObservationStatus.LowReliability, ObservationStatus.Forecast, ObservationStatus.Estimated, ObservationStatus.Provisional];

    private readonly IReadOnlyList<Likeness> _likenesses;

    private readonly DifferenceRule[] _differences;

    private readonly OwnRule[] _own;

    private readonly Func<CountedSeries, int[]> _ends = Once(Ends);

    public VerdictRules(IReadOnlyList<Likeness> likenesses)
    {
        _likenesses = likenesses;
        _differences =
        [
            new(Concern.Kind, KindOf, Never),
            new(Concern.RunningCount, s => s.Indicator.Kind != IndicatorKind.Stock ? null : s.Variant.Cumulative ? "running" : "current", Never),
            new(Concern.Currency, s => s.Currency, Never),
            new(Concern.Unit, s => s.Variant.Unit, UnitWeight),
            new(Concern.Population, s => s.Variant.PopulationCounted, PopulationWeight, s => s.Variant.Code),
            new(Concern.Part, s => s.Variant.PopulationCounted, PartWeight, s => s.Variant.Code),
            new(Concern.Breakdown, s => s.Series.Key.Breakdown, BreakdownWeight),
            new(Concern.Territory, s => s.Series.Key.Region, TerritoryWeight),
            new(Concern.Reference, ReferenceOf, Reserved),
            new(Concern.Interval, IntervalOf, IntervalWeight),
            new(Concern.Time, SpanOf, TimeWeight),
            new(Concern.Rounding, s => Number(s.RoundedTo), Reserved),
            new(Concern.LegalRegime, s => s.Variant.LegalRegime, (a, b) => Soft(Feature.LegalRegime, a.Variant.LegalRegime, b.Variant.LegalRegime) ?? Reserved(a, b), s => s.Variant.Code),
            new(Concern.Coverage, s => s.Variant.Coverage ?? "", Reserved, s => s.Variant.Code),
            new(Concern.Denominator, DenominatorOf, Reserved),
            new(Concern.Press, s => s.Feed is { Press: true } ? "press" : "official", Reserved),
        ];
        _own =
        [
            new(Concern.Withheld, s => Count(s, o => o.Confidentiality != ConfidentialityStatus.Free)),
            new(Concern.Missing, s => Count(s, IsMissing) + Gaps(s)),
            new(Concern.Empty, s => s.Series.Observations.Any(o => o.Open() is not null) ? 0 : 1),
        ];
    }

    /// <summary>All reasons among some series and of each by itself, in the order of <see cref="Concern"/>.</summary>
    public IReadOnlyList<VerdictReason> Reasons(IReadOnlyList<CountedSeries> series) =>
        [.. _differences.Select(r => Reason(r, series)).OfType<VerdictReason>()
            .Concat(Breaks(series))
            .Concat(Flags(series))
            .Concat(_own.Select(r => Reason(r, series)).OfType<VerdictReason>())
            .OrderBy(r => r.Concern)];

    /// <summary>The worst difference between two series.</summary>
    public VerdictLevel Between(CountedSeries left, CountedSeries right) => _differences.Max(r => r.Between(left, right).Level);

    /// <summary>Null where nothing differs that weighs. Series that differ from none in it are left out.</summary>
    private static VerdictReason? Reason(DifferenceRule rule, IReadOnlyList<CountedSeries> series)
    {
        if (AreAlike(rule, series))
        {
            return null;
        }

        var pairs = series.SelectMany((left, at) => series.Skip(at + 1).Select(right => (Left: left, Right: right, Weight: rule.Between(left, right)))).Where(p => p.Weight.Level > VerdictLevel.Comparable).ToArray();
        var concerned = pairs.SelectMany(p => new[] { p.Left, p.Right }).ToHashSet(ReferenceEqualityComparer.Instance);
        return pairs.Length == 0 ? null : new()
        {
            Concern = rule.Concern,
            Level = pairs.Max(p => p.Weight.Level),
            Sides = [.. series.Where(concerned.Contains).GroupBy(s => rule.Key(s)).Select(g => SideOf(g, (rule.Value ?? rule.Key)(g.First())!))],
            Likenesses = [.. pairs.Select(p => p.Weight.Likeness).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
        };
    }

    private static bool AreAlike(DifferenceRule rule, IReadOnlyList<CountedSeries> series)
    {
        var first = series.Count > 0 ? rule.Key(series[0]) : null;
        return series.Skip(1).All(s => rule.Key(s) == first);
    }

    private static VerdictReason? Reason(OwnRule rule, IReadOnlyList<CountedSeries> series)
    {
        CountedSeries[] concerned = [.. series.Where(s => rule.Count(s) > 0)];
        return concerned.Length == 0 ? null : Own(rule.Concern, concerned, rule.Concern == Concern.Empty ? "" : Number(concerned.Sum(rule.Count)));
    }

    private static VerdictReason Own(Concern concern, IEnumerable<CountedSeries> series, string value) =>
        new() { Concern = concern, Level = VerdictLevel.WithReservations, Sides = [SideOf(series, value)] };

    private static Side SideOf(IEnumerable<CountedSeries> series, string value) => new() { Series = [.. series.Select(s => s.Series.Key)], Value = value };

    /// <summary>One for each break that lies within the values of a series, or between those of two.</summary>
    private static IEnumerable<VerdictReason> Breaks(IReadOnlyList<CountedSeries> series) => series
        .SelectMany(s => s.Breaks)
        .DistinctBy(b => b.Code)
        .OrderBy(b => b.Day)
        .ThenBy(b => b.Code, StringComparer.Ordinal)
        .Select(b => (Break: b, Cut: series.Where(s => IsConcerned(s, b, series)).ToArray()))
        .Where(b => b.Cut.Length > 0)
        .Select(b => Own(Concern.Break, b.Cut, b.Break.Code) with { Break = b.Break });

    private static bool IsConcerned(CountedSeries series, Break found, IReadOnlyList<CountedSeries> all) =>
        Cuts(series, found) && (IsAcross(series, found) || all.Any(other => Cuts(other, found) && AreApart(series, other, found.Day)));

    private static bool Cuts(CountedSeries series, Break found) => series.Breaks.Any(b => b.Code == found.Code);

    private static bool IsAcross(CountedSeries series, Break found) => IsBefore(series, found.Day) && IsAfter(series, found.Day);

    private static bool AreApart(CountedSeries series, CountedSeries other, DateOnly day) =>
        (IsBefore(series, day) && !IsAfter(series, day) && IsAfter(other, day) && !IsBefore(other, day))
        || (IsBefore(other, day) && !IsAfter(other, day) && IsAfter(series, day) && !IsBefore(series, day));

    private static bool IsBefore(CountedSeries series, DateOnly day) => series.Series.Observations is [var first, ..] && first.Period.Start < day;

    private static bool IsAfter(CountedSeries series, DateOnly day) => series.Series.Observations is [.., var last] && last.Period.End >= day;

    /// <summary>One for each status that is worth saying.</summary>
    private static IEnumerable<VerdictReason> Flags(IReadOnlyList<CountedSeries> series) =>
        from status in _worthSaying
        let flagged = series.Where(s => s.Series.Observations.Any(o => o.Status == status)).ToArray()
        where flagged.Length > 0
        select Own(Concern.Flagged, flagged, status.Word());

    private static Weight Never(CountedSeries left, CountedSeries right) => new(VerdictLevel.NotComparable);

    private static Weight Reserved(CountedSeries left, CountedSeries right) => new(VerdictLevel.WithReservations);

    /// <summary>Two currencies are said as such.</summary>
    private Weight UnitWeight(CountedSeries left, CountedSeries right) =>
        left.Currency is not null && right.Currency is not null && left.Currency != right.Currency ? default
        : Soft(Feature.Unit, left.Variant.Unit, right.Variant.Unit) ?? Never(left, right);

    private Weight PopulationWeight(CountedSeries left, CountedSeries right) => Found(Feature.Population, left.Variant.PopulationCounted, right.Variant.PopulationCounted) switch
    {
        { Part: true } => default,
        { } likeness => new(likeness.Level, likeness.Code),
        null => Never(left, right),
    };

    /// <summary>A part beside its whole may be read within one region; beside the whole of another it never is the same.</summary>
    private Weight PartWeight(CountedSeries left, CountedSeries right) => Found(Feature.Population, left.Variant.PopulationCounted, right.Variant.PopulationCounted) switch
    {
        { Part: true } likeness => new(left.Series.Key.Region == right.Series.Key.Region ? likeness.Level : VerdictLevel.NotComparable, likeness.Code),
        _ => default,
    };

    /// <summary>Two groups of one dimension stand beside one another by their names; a group beside a total is a part of it.</summary>
    private static Weight BreakdownWeight(CountedSeries left, CountedSeries right) =>
        Dimensions(left).SequenceEqual(Dimensions(right)) ? default : Reserved(left, right);

    private static IEnumerable<string> Dimensions(CountedSeries series) => Breakdown.Parse(series.Series.Key.Breakdown)?.Parts.Select(p => p.Key) ?? [];

    private static Weight TerritoryWeight(CountedSeries left, CountedSeries right) =>
        left.Within.Contains(right.Series.Key.Region) || right.Within.Contains(left.Series.Key.Region) ? Reserved(left, right) : default;

    /// <summary>Flows of periods that are not as long are other quantities; of stocks only the days they share can be read.</summary>
    private static Weight IntervalWeight(CountedSeries left, CountedSeries right) =>
        left.Indicator.Kind == IndicatorKind.Flow && right.Indicator.Kind == IndicatorKind.Flow ? (AreAsLong(left, right) ? default : Never(left, right)) : Reserved(left, right);

    private static bool AreAsLong(CountedSeries left, CountedSeries right) =>
        left.Series.Key.Frequency == right.Series.Key.Frequency
        && left.Series.Observations is [.., var a] && right.Series.Observations is [.., var b]
        && (a.Period.Start.Month, a.Period.Start.Day, a.Period.End.Month, a.Period.End.Day) == (b.Period.Start.Month, b.Period.Start.Day, b.Period.End.Month, b.Period.End.Day)
        && a.Period.End.Year - a.Period.Start.Year == b.Period.End.Year - b.Period.Start.Year;

    private Weight TimeWeight(CountedSeries left, CountedSeries right) => DaysApart(left, right) switch
    {
        null or <= SameMoment => default,
        <= YearApart => Reserved(left, right),
        _ => Never(left, right),
    };

    /// <summary>The fewest days between the ends of two periods that have a value; null where one has none.</summary>
    private int? DaysApart(CountedSeries left, CountedSeries right)
    {
        var (a, b) = (_ends(left), _ends(right));
        var (fewest, at, to) = ((int?)null, 0, 0);
        while (at < a.Length && to < b.Length)
        {
            fewest = Math.Min(fewest ?? int.MaxValue, Math.Abs(a[at] - b[to]));
            (at, to) = a[at] < b[to] ? (at + 1, to) : (at, to + 1);
        }

        return fewest;
    }

    private static int[] Ends(CountedSeries series) => [.. series.Series.Observations.Where(o => o.Open() is not null).Select(o => o.Period.End.DayNumber)];

    private Weight? Soft(Feature feature, string? left, string? right) => Found(feature, left, right) is { } likeness ? new(likeness.Level, likeness.Code) : null;

    private Likeness? Found(Feature feature, string? left, string? right) => _likenesses.FirstOrDefault(l => l.Joins(feature, left, right));

    private static string KindOf(CountedSeries series) => series.Indicator.Kind switch
    {
        IndicatorKind.Flow => "flow",
        IndicatorKind.Stock => "stock",
        _ => "ratio",
    };

    /// <summary>A count at the start of a period, at its end or on a named day is one of a day: which, its period says.</summary>
    private static string ReferenceOf(CountedSeries series) => series.Variant.Reference switch
    {
        Reference.Average => "average",
        Reference.Peak => "peak",
        _ => "day",
    };

    private static string IntervalOf(CountedSeries series) => series.Series.Key.Frequency == Frequency.Interval && series.Indicator.Kind == IndicatorKind.Flow && series.Series.Observations is [.., var last]
        ? $"I {last.Period}"
        : series.Series.Key.Frequency.Letter().ToString();

    /// <summary>First and last day with a value; null where there is none.</summary>
    private static string? SpanOf(CountedSeries series)
    {
        Observation[] open = [.. series.Series.Observations.Where(o => o.Open() is not null)];
        return open.Length == 0 ? null : new Period(open[0].Period.Start, open[^1].Period.End, Frequency.Interval).ToString();
    }

    private static string? DenominatorOf(CountedSeries series) => series.Population is { } population ? $"{new Period(population.Observation.Period.End, population.Observation.Period.End, Frequency.Annual)} {population.Key.Variant}" : null;

    private static int Count(CountedSeries series, Func<Observation, bool> counts) => series.Series.Observations.Count(counts);

    private static bool IsMissing(Observation observation) =>
        observation is { Value: null, Confidentiality: ConfidentialityStatus.Free, Status: not ObservationStatus.NotApplicable };

    /// <summary>Whole periods that are not there between two that are; days and weeks without a report are no gaps.</summary>
    private static int Gaps(CountedSeries series) => Months(series.Series.Key.Frequency) is { } months
        ? series.Series.Observations.Zip(series.Series.Observations.Skip(1)).Sum(pair => Math.Max(0, (MonthsBetween(pair.First.Period, pair.Second.Period) / months) - 1))
        : 0;

    private static int MonthsBetween(Period earlier, Period later) => ((later.End.Year - earlier.End.Year) * 12) + later.End.Month - earlier.End.Month;

    private static int? Months(Frequency frequency) => frequency switch
    {
        Frequency.Monthly => 1,
        Frequency.Quarterly => 3,
        Frequency.HalfYearly => 6,
        Frequency.Annual => 12,
        _ => null,
    };

    /// <summary>Asked of each series once: many regions are judged pair by pair.</summary>
    private static Func<CountedSeries, T> Once<T>(Func<CountedSeries, T> ask)
    {
        var known = new Dictionary<CountedSeries, T>(ReferenceEqualityComparer.Instance);
        return series => known.TryGetValue(series, out var found) ? found : known[series] = ask(series);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a difference weighs; the default is nothing.</summary>
    private readonly record struct Weight(VerdictLevel Level, string? Likeness = null);

    /// <summary>What tells series apart (null: nothing said), what two that differ weigh, and what is said of a side where that is not what tells them apart.</summary>
    private sealed record DifferenceRule(Concern Concern, Func<CountedSeries, string?> Key, Func<CountedSeries, CountedSeries, Weight> Weigh, Func<CountedSeries, string>? Value = null)
    {
        public Func<CountedSeries, string?> Key { get; } = Once(Key);

        public Weight Between(CountedSeries left, CountedSeries right) =>
            Key(left) is { } a && Key(right) is { } b && a != b ? Weigh(left, right) : default;
    }

    /// <summary>How often a series has something by itself.</summary>
    private sealed record OwnRule(Concern Concern, Func<CountedSeries, int> Count);
}
