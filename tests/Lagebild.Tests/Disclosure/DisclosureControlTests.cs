using FsCheck;
using FsCheck.Fluent;
using Lagebild.Disclosure;
using Lagebild.Statistics;

namespace Lagebild.Tests.Disclosure;

internal sealed class DisclosureControlTests
{
    private static readonly DisclosureRule _ours = new() { By = DisclosureBy.Ours };

    [TestCase(0, 0)]
    [TestCase(1, 0)]
    [TestCase(2, 0)]
    [TestCase(3, 5)]
    [TestCase(7, 5)]
    [TestCase(8, 10)]
    [TestCase(-2, 0)]
    [TestCase(-3, -5)]
    public void Every_value_is_rounded_to_the_base(long raw, long rounded) =>
        Assert.That(Ours(raw, _ours), Is.EqualTo(Free(rounded)));

    [TestCase(5, 10)]
    [TestCase(15, 20)]
    [TestCase(-5, -10)]
    [TestCase(-15, -20)]
    public void Half_of_an_even_base_goes_away_from_zero(long raw, long rounded) =>
        Assert.That(Ours(raw, _ours with { RoundTo = 10, Threshold = 1 }), Is.EqualTo(Free(rounded)));

    [TestCase(25, 1, 50)]
    [TestCase(24, 1, 0)]
    [TestCase(1250, 2, 1500)]
    public void The_base_is_in_the_unit_of_the_variant(long raw, int decimals, long rounded) =>
        Assert.That(new DisclosureControl(_ours, decimals).Publishable(Free(raw)).Value, Is.EqualTo(rounded));

    [TestCase(9, 5)]
    [TestCase(4, 5)]
    [TestCase(2, 0)]
    [TestCase(10, 10)]
    public void Below_a_threshold_above_the_base_only_zero_and_the_base_are_left(long raw, long rounded) =>
        Assert.That(Ours(raw, _ours with { Threshold = 10 }).Value, Is.EqualTo(rounded));

    [Test]
    public void A_zero_that_is_not_open_looks_like_a_small_count() => Assert.That(Ours(0, _ours), Is.EqualTo(Ours(2, _ours)));

    [Test]
    public void An_open_zero_can_be_told_from_a_small_count()
    {
        var open = _ours with { ZeroOpen = true };
        Assert.That(
            (Ours(0, open), Ours(2, open)),
            Is.EqualTo((Free(0), new ValueWithStatus(0, ObservationStatus.LessThanHalfUnit, ConfidentialityStatus.Free))));
    }

    [Test]
    public void A_sign_of_less_than_half_a_unit_is_not_passed_on_where_zero_is_not_open() =>
        Assert.That(
            new DisclosureControl(_ours, 0).Publishable(new(0, ObservationStatus.LessThanHalfUnit, ConfidentialityStatus.Free)),
            Is.EqualTo(Free(0)));

    [Test]
    public void The_publishers_values_pass_through([Values(0L, 1L, 1234L, -7L)] long raw) =>
        Assert.That(Publisher.Publishable(Free(raw)), Is.EqualTo(Free(raw)));

    [Test]
    public void A_provisional_value_stays_provisional()
    {
        var raw = new ValueWithStatus(12, ObservationStatus.Provisional, ConfidentialityStatus.Free);
        Assert.That((Publisher.Publishable(raw), new DisclosureControl(_ours, 0).Publishable(raw)), Is.EqualTo((raw, raw with { Value = 10 })));
    }

    [Test]
    public void A_confidential_value_is_withheld_whoever_controls(
        [Values] DisclosureBy by, [Values(ConfidentialityStatus.Confidential, ConfidentialityStatus.UnknownOrConfidential)] ConfidentialityStatus status) =>
        Assert.That(
            new DisclosureControl(_ours with { By = by }, 0).Publishable(new(7, ObservationStatus.LessThanHalfUnit, status)),
            Is.EqualTo(new ValueWithStatus(null, ObservationStatus.Normal, status)));

    [Test]
    public void No_value_is_missing_even_where_nothing_says_so() =>
        Assert.That(Publisher.Publishable(new(null, ObservationStatus.Normal, ConfidentialityStatus.Free)).Status, Is.EqualTo(ObservationStatus.Missing));

    [Test]
    public void A_base_below_one_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => _ = new DisclosureControl(_ours with { RoundTo = 0 }, 0));

    [Test]
    public void Rounded_values_are_multiples_of_the_base_no_further_off_than_half_of_it() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Cases(), c =>
        {
            var rounded = Ours(c.Value, Rule(c.Base, threshold: 1)).Value!.Value;
            return rounded % c.Base == 0 && Math.Abs(rounded - c.Value) * 2 <= c.Base;
        }));

    [Test]
    public void Rounding_keeps_the_order() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Cases(), c =>
            Ours(c.Value, Rule(c.Base, c.Threshold)).Value <= Ours(c.Value + c.Step, Rule(c.Base, c.Threshold)).Value));

    [Test]
    public void Rounding_is_the_same_on_both_sides_of_zero() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Cases(), c =>
            Ours(c.Value, Rule(c.Base, c.Threshold)).Value == -Ours(-c.Value, Rule(c.Base, c.Threshold)).Value));

    [Test]
    public void Rounding_what_is_rounded_changes_nothing() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Cases(), c =>
            Ours(c.Value, Rule(c.Base, threshold: 1)) is var once && Ours(once.Value!.Value, Rule(c.Base, threshold: 1)) == once));

    private static DisclosureControl Publisher => new(new() { By = DisclosureBy.Publisher }, 0);

    private static ValueWithStatus Ours(long raw, DisclosureRule rule) => new DisclosureControl(rule, 0).Publishable(Free(raw));

    private static ValueWithStatus Free(long value) => new(value, ObservationStatus.Normal, ConfidentialityStatus.Free);

    private static DisclosureRule Rule(int roundTo, int threshold) => _ours with { RoundTo = roundTo, Threshold = threshold };

    private static Arbitrary<(long Value, int Base, int Threshold, int Step)> Cases() =>
        (from value in Gen.Choose(-100_000, 100_000)
         from roundTo in Gen.Choose(1, 100)
         from threshold in Gen.Choose(1, 50)
         from step in Gen.Choose(0, 20)
         select ((long)value, roundTo, threshold, step)).ToArbitrary();
}
