using Lagebild.Comparison;
using Lagebild.Statistics;

namespace Lagebild.Tests.Comparison;

/// <summary>Rules that hold for the verdict on every pair of sample series of one indicator.</summary>
public sealed class VerdictPairTests
{
    private static IReadOnlyList<SamplePair> Pairs => SamplePair.OfOneIndicator;

    [Test]
    public void There_are_pairs_for_every_indicator_that_has_two_series()
    {
        var several = SampleCounted.All.GroupBy(s => s.Indicator.Code).Where(g => g.Count() > 1).Select(g => g.Key);

        TestContext.Out.WriteLine($"{Pairs.Count} pairs");
        Assert.That(several.Except(Pairs.Select(p => p.Left.Indicator.Code)), Is.Empty);
    }

    [Test]
    public void The_order_of_two_series_does_not_matter()
    {
        var wrong = Pairs.Where(p => !Said(p.Verdict).SequenceEqual(Said(Verdict.Of([p.Right, p.Left], SampleCounted.Catalogue.Likenesses))));

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void A_series_differs_from_itself_in_nothing()
    {
        var wrong = SampleCounted.All.Where(s => Verdict.Of([s, s], SampleCounted.Catalogue.Likenesses) is var v && (v.Level == VerdictLevel.NotComparable || v.Reasons.Any(r => r.IsDifference) || v.Groups.Count != 1));

        Assert.That(wrong.Select(s => s.Series.Key), Is.Empty);
    }

    [Test]
    public void A_series_of_one_plain_value_is_comparable_with_itself()
    {
        var single = SampleCounted.All.Where(s => s.Series.Observations is [{ Status: ObservationStatus.Normal, Value: not null }]).ToArray();

        Assert.That(single, Has.Length.GreaterThan(100));
        Assert.That(single.Where(s => Verdict.Of([s, s], SampleCounted.Catalogue.Likenesses).Level != VerdictLevel.Comparable).Select(s => s.Series.Key), Is.Empty);
    }

    [Test]
    public void The_level_is_the_worst_of_the_reasons() =>
        Assert.That(Pairs.Where(p => p.Verdict.Level != p.Verdict.Reasons.Select(r => r.Level).DefaultIfEmpty().Max()), Is.Empty);

    [Test]
    public void Two_groups_stand_for_what_is_not_comparable_and_one_for_all_else() =>
        Assert.That(Pairs.Where(p => p.Verdict.Groups.Count != (p.Verdict.Level == VerdictLevel.NotComparable ? 2 : 1)), Is.Empty);

    [Test]
    public void Every_reason_names_its_series_and_a_difference_names_both() =>
        Assert.That(Pairs.Where(p => p.Verdict.Reasons.Any(r => r.Sides.Any(s => s.Series.Count == 0) || (r.IsDifference && r.Sides.SelectMany(s => s.Series).Distinct().Count() != 2))), Is.Empty);

    [Test]
    public void Another_kind_unit_or_currency_is_never_comparable() => Assert.That(
        Pairs.Where(p => p.Verdict.Reasons.Any(r => r.Concern is Concern.Kind or Concern.RunningCount or Concern.Currency && r.Level != VerdictLevel.NotComparable)), Is.Empty);

    [Test]
    public void Series_of_one_variant_differ_in_no_feature_of_it()
    {
        Concern[] features = [Concern.Kind, Concern.RunningCount, Concern.Currency, Concern.Unit, Concern.Population, Concern.Part, Concern.Reference, Concern.LegalRegime, Concern.Coverage];

        Assert.That(Pairs.Where(p => p.Left.Variant == p.Right.Variant && p.Verdict.Reasons.Any(r => features.Contains(r.Concern))), Is.Empty);
    }

    [Test]
    public void A_third_series_makes_no_verdict_better()
    {
        var wrong = Pairs.Where((_, at) => at % 71 == 0).Where(p => Thirds(p).Any(t => Verdict.Of([p.Left, p.Right, t], SampleCounted.Catalogue.Likenesses).Level < p.Verdict.Level));

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void A_third_series_takes_no_reason_away()
    {
        var wrong = Pairs.Where((_, at) => at % 73 == 0).Where(p => Thirds(p).Any(t =>
            !p.Verdict.Reasons.Select(r => r.Concern).All(Verdict.Of([p.Left, p.Right, t], SampleCounted.Catalogue.Likenesses).Reasons.Select(r => r.Concern).Contains)));

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void No_group_holds_two_series_that_are_not_comparable()
    {
        var six = SamplePair.OfSixRegions();
        var verdicts = six.GroupBy(s => s.Indicator.Topic).Select(g => Verdict.Of([.. g], SampleCounted.Catalogue.Likenesses)).ToArray();

        Assert.That(verdicts.SelectMany(v => v.Groups).SelectMany(g => g.Reasons).Where(r => r.Level == VerdictLevel.NotComparable), Is.Empty);
        Assert.That(verdicts.SelectMany(v => v.Groups).Sum(g => g.Series.Count), Is.EqualTo(six.Count));
    }

    private static IEnumerable<CountedSeries> Thirds(SamplePair pair) =>
        SampleCounted.All.Where(s => s.Indicator == pair.Left.Indicator && s.Series.Key != pair.Left.Series.Key && s.Series.Key != pair.Right.Series.Key).Take(3)
            .Append(SampleCounted.Of("gov-pl-2715", "PL-22"));

    private static IEnumerable<string> Said(Verdict verdict) => verdict.Reasons
        .Select(r => $"{r.Concern} {r.Level} {string.Join('|', r.Sides.SelectMany(s => s.Series.Select(k => $"{Alone(r, s)} {k}")).Order(StringComparer.Ordinal))} {string.Join(' ', r.Likenesses)}")
        .Append(verdict.Level.ToString());

    /// <summary>A side of two variants that count the same people names the first of them; which that is follows the order.</summary>
    private static string Alone(VerdictReason reason, Side side) => reason.Sides.Count > 1 ? side.Value : reason.Concern.ToString();
}
