using Lagebild.Comparison;
using Lagebild.Statistics;

namespace Lagebild.Tests.Comparison;

/// <summary>Two sample series and the verdict on them.</summary>
internal sealed record SamplePair(CountedSeries Left, CountedSeries Right)
{
    private static readonly Lazy<IReadOnlyList<SamplePair>> _ofOneIndicator = new(() => [.. Pairs()]);

    private Verdict? _verdict;

    public Verdict Verdict => _verdict ??= Verdict.Of([Left, Right], SampleCounted.Catalogue.Likenesses);

    /// <summary>
    /// Every pair of series of one indicator. Of the groups of one dimension (198 citizenships of one district) the first two stand for all: nothing is judged by which
    /// they are.
    /// </summary>
    public static IReadOnlyList<SamplePair> OfOneIndicator => _ofOneIndicator.Value;

    /// <summary>The totals of the six regions over all indicators, one for each variant, feed and frequency.</summary>
    public static IReadOnlyList<CountedSeries> OfSixRegions() => [.. SampleCounted.All.Where(s => SampleCounted.Six.Contains(s.Series.Key.Region) && s.Series.Key.Breakdown.Length == 0)];

    private static IEnumerable<SamplePair> Pairs() => SampleCounted.All
        .GroupBy(s => s.Indicator.Code)
        .Select(g => g.GroupBy(s => (s.Series.Key with { Breakdown = string.Join(';', Dimensions(s)) }, s.Series.Id == 0)).SelectMany(k => k.Take(2)).ToArray())
        .SelectMany(g => g.SelectMany((left, at) => g.Skip(at + 1).Select(right => new SamplePair(left, right))));

    public override string ToString() => $"{Left.Series.Key} / {Right.Series.Key}";

    private static IEnumerable<string> Dimensions(CountedSeries series) => Breakdown.Parse(series.Series.Key.Breakdown)!.Parts.Select(p => p.Key);
}
