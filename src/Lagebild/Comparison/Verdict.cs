using Lagebild.Statistics;

namespace Lagebild.Comparison;

/// <summary>What a reason is about, in the order reasons are given.</summary>
public enum Concern
{
    /// <summary>Flow, stock or ratio. Values of sides: <c>flow</c>, <c>stock</c>, <c>ratio</c>.</summary>
    Kind,

    /// <summary>A running count beside one of a moment. Values: <c>running</c>, <c>current</c>.</summary>
    RunningCount,

    /// <summary>Two currencies. Values: ISO 4217.</summary>
    Currency,

    /// <summary>Values: codes of units.</summary>
    Unit,

    /// <summary>Other people are counted. Values: codes of variants, whose text <c>population</c> says who.</summary>
    Population,

    /// <summary>One counts a part of what the other counts. Values: codes of variants.</summary>
    Part,

    /// <summary>One is broken down further. Values: keys of breakdowns.</summary>
    Breakdown,

    /// <summary>One region lies in the other. Values: codes of regions.</summary>
    Territory,

    /// <summary>Average or peak beside a day. Values: <c>day</c>, <c>average</c>, <c>peak</c>.</summary>
    Reference,

    /// <summary>How often, or over how long a period. Values: letters of <see cref="Frequency"/>; for intervals <c>I</c> and the number of days.</summary>
    Interval,

    /// <summary>No value of the same day. Values: the nearest days, ISO 8601.</summary>
    Time,

    /// <summary>Values: what is rounded to.</summary>
    Rounding,

    /// <summary>Values: codes of variants, whose text <c>legal</c> names the law; those without one are left out.</summary>
    LegalRegime,

    /// <summary>What is covered of what there is. Values: codes of variants, whose text <c>coverage</c> says what.</summary>
    Coverage,

    /// <summary>Divided by populations of other days or census bases. Values: day and variant, as <c>2024-12-31 gus-bdl-2425</c>.</summary>
    Denominator,

    /// <summary>Press beside official figures. Values: <c>press</c>, <c>official</c>.</summary>
    Press,

    /// <summary>A new way of counting within the span of those named. One side, whose value is the code of <see cref="VerdictReason.Break"/>.</summary>
    Break,

    /// <summary>Withheld values within the span. One side, whose value is their number.</summary>
    Withheld,

    /// <summary>Missing values within the span. One side, whose value is their number.</summary>
    Missing,

    /// <summary>Provisional, estimated or unreliable values within the span. One side, whose value is the word of the status.</summary>
    Flagged,

    /// <summary>No value at all within the span. One side; no value.</summary>
    Empty,
}

/// <summary>Series that are alike in what a reason is about.</summary>
public sealed record Side
{
    /// <summary>In the order they were given.</summary>
    public required IReadOnlyList<SeriesKey> Series { get; init; }

    /// <summary>See <see cref="Concern"/>; empty where there is nothing to say.</summary>
    public required string Value { get; init; }

    /// <summary>The regions of <see cref="Series"/>, each once.</summary>
    public IReadOnlyList<string> Regions => [.. Series.Select(s => s.Region).Distinct()];
}

/// <summary>One thing that keeps series apart, or that a reader must know of them.</summary>
public sealed record VerdictReason
{
    public required Concern Concern { get; init; }

    /// <summary>Never <see cref="VerdictLevel.Comparable"/>.</summary>
    public required VerdictLevel Level { get; init; }

    /// <summary>Two or more where series differ from one another, in the order they were given; one where it is about series by themselves.</summary>
    public required IReadOnlyList<Side> Sides { get; init; }

    /// <summary>Only of <see cref="Concern.Break"/>.</summary>
    public Break? Break { get; init; }

    /// <summary>Codes of the likenesses that softened it: their <c>effect</c> says what it does to the reading. Empty for the strict rule.</summary>
    public IReadOnlyList<string> Likenesses { get; init; } = [];

    /// <summary>True where series differ from one another; false for what one series has by itself.</summary>
    public bool IsDifference => Sides.Count > 1;
}

/// <summary>Series that may stand in one chart, and what is to be said beside it.</summary>
public sealed record VerdictGroup
{
    /// <summary>In the order they were given.</summary>
    public required IReadOnlyList<CountedSeries> Series { get; init; }

    /// <summary>Reservations among them; none keeps them apart. In the order of <see cref="Concern"/>.</summary>
    public required IReadOnlyList<VerdictReason> Reasons { get; init; }
}

/// <summary>Whether a set of series may be compared, and why not: a checked answer by rule, the same for the same series in any order.</summary>
public sealed record Verdict
{
    /// <summary>The worst of <see cref="Reasons"/>; comparable where there are none. Never better with more series.</summary>
    public required VerdictLevel Level { get; init; }

    /// <summary>Over all series, what makes them not comparable first, then in the order of <see cref="Concern"/>.</summary>
    public required IReadOnlyList<VerdictReason> Reasons { get; init; }

    /// <summary>
    /// One group of all where they may stand in one chart. Else, in the order given, each series joins the first group with all of whose members it may be compared,
    /// or opens one: a panel each.
    /// </summary>
    public required IReadOnlyList<VerdictGroup> Groups { get; init; }

    /// <summary>Series given twice count once. No series at all is comparable, with no group.</summary>
    public static Verdict Of(IReadOnlyList<CountedSeries> series, IReadOnlyList<Likeness> likenesses)
    {
        CountedSeries[] once = [.. series.DistinctBy(s => s.Series.Key)];
        var rules = new VerdictRules(likenesses);
        var reasons = rules.Reasons(once);
        var level = reasons.Select(r => r.Level).DefaultIfEmpty().Max();
        return new()
        {
            Level = level,
            Reasons = [.. reasons.OrderByDescending(r => r.Level == VerdictLevel.NotComparable).ThenBy(r => r.Concern)],
            Groups = once.Length == 0 ? []
                : level != VerdictLevel.NotComparable ? [new() { Series = once, Reasons = reasons }]
                : [.. Grouped(once, rules).Select(g => new VerdictGroup { Series = g, Reasons = rules.Reasons(g) })],
        };
    }

    private static List<List<CountedSeries>> Grouped(IReadOnlyList<CountedSeries> series, VerdictRules rules)
    {
        var groups = new List<List<CountedSeries>>();
        foreach (var one in series)
        {
            if (groups.FirstOrDefault(g => g.All(other => rules.Between(other, one) != VerdictLevel.NotComparable)) is { } fitting)
            {
                fitting.Add(one);
            }
            else
            {
                groups.Add([one]);
            }
        }

        return groups;
    }
}
