using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Derived;
using Lagebild.Web.Texts;
using static Lagebild.Tests.Comparison.Sample;

namespace Lagebild.Tests.Comparison;

/// <summary>What a rule says of series made for it; what it says of the samples stands in docs/comparison.md.</summary>
public sealed class VerdictTests
{
    [Test]
    public void No_series_is_comparable_with_no_panel() =>
        Assert.That(Verdict.Of([], []) is { Level: VerdictLevel.Comparable, Reasons: [], Groups: [] });

    [Test]
    public void Two_currencies_are_never_comparable_and_are_not_two_units_besides()
    {
        var euros = Named("DE-HH") with { Currency = "EUR" };
        var zlotys = Named("PL-22") with { Currency = "PLN" };
        var verdict = Verdict.Of([euros, zlotys with { Variant = zlotys.Variant with { Unit = "million-zlotys" } }], []);

        Assert.That(verdict.Reasons.Select(r => (r.Concern, r.Level)), Is.EqualTo(new[] { (Concern.Currency, VerdictLevel.NotComparable) }));
        Assert.That(new VerdictText(SampleCounted.Catalogue, "en").Sentence(verdict.Reasons[0]), Is.EqualTo("Hamburg: EUR; Pomorskie: PLN. Two currencies never share an axis. They are converted only on request, at the average rate of the year."));
    }

    [Test]
    public void A_withheld_value_is_said_with_its_region()
    {
        var withheld = Named("DE-HH", Day("2023-12-31", null) with { Confidentiality = ConfidentialityStatus.Confidential }, Day("2024-12-31", 5));
        var reason = Verdict.Of([withheld, Named("DE-SH", Day("2024-12-31", 5))], []).Reasons.Single();

        Assert.That(new VerdictText(SampleCounted.Catalogue, "de").Sentence(reason), Is.EqualTo("Hamburg: 1 Wert geheim gehalten. Sie sind nicht null und gehen in keine Summe ein."));
    }

    [Test]
    public void A_year_that_is_not_there_is_a_gap()
    {
        var reason = Verdict.Of([Named("DE-HH", Day("2020-12-31", 1), Day("2023-12-31", 5))], []).Reasons.Single();

        Assert.That((reason.Concern, reason.Sides[0].Value), Is.EqualTo((Concern.Missing, "2")));
    }

    [Test]
    public void The_last_day_of_a_year_and_the_first_of_the_next_are_one_moment() =>
        Assert.That(Verdict.Of([Named("DE-HH", Day("2023-12-31", 1)), Named("PL-22", Day("2024-01-01", 1))], []).Level, Is.EqualTo(VerdictLevel.Comparable));

    [TestCase("2024-06-30", VerdictLevel.WithReservations)]
    [TestCase("2025-12-31", VerdictLevel.NotComparable)]
    public void Without_a_shared_day_the_distance_decides(string day, VerdictLevel level) =>
        Assert.That(Verdict.Of([Named("DE-HH", Day("2023-12-31", 1)), Named("PL-22", Day(day, 1))], []).Reasons.Select(r => (r.Concern, r.Level)), Is.EqualTo(new[] { (Concern.Time, level) }));

    [Test]
    public void January_to_September_is_comparable_with_itself_alone()
    {
        CountedSeries To(string region, string end) => Of(Counted(IndicatorKind.Flow, Between("2024-01-01", end, 5, Frequency.Interval)), region);

        Assert.That(Verdict.Of([To("DE-HH", "2024-09-30"), To("DE-SH", "2024-09-30")], []).Level, Is.EqualTo(VerdictLevel.Comparable));
        Assert.That(Verdict.Of([To("DE-HH", "2024-09-30"), To("DE-SH", "2024-10-31")], []).Reasons[0] is { Concern: Concern.Interval, Level: VerdictLevel.NotComparable });
    }

    [Test]
    public void Rounding_names_the_regions_then_what_differs_then_what_it_does()
    {
        var rounded = new[] { "DE-HH", "DE-SH" }.Select(r => Named(r) is var s ? s with { Variant = s.Variant with { RoundedTo = 5 } } : s);
        var reason = Verdict.Of([.. rounded, Named("PL-22")], []).Reasons.Single();

        Assert.That(new VerdictText(SampleCounted.Catalogue, "de").Sentence(reason), Is.EqualTo("Hamburg, Schleswig-Holstein: gerundet auf 5; Pommern: nicht gerundet. Unterschiede unter 5 sagen nichts."));
    }

    [Test]
    public void What_we_round_on_release_counts_as_rounded()
    {
        var ours = Named("DE-HH") with { Feed = Feed() with { Disclosure = new() { By = DisclosureBy.Ours, RoundTo = 10 } } };

        Assert.That(Verdict.Of([ours, Named("DE-SH")], []).Reasons.Single().Sides.Select(s => s.Value), Is.EqualTo(new[] { "10", "1" }));
    }

    [Test]
    public void A_likeness_softens_what_would_be_not_comparable()
    {
        var other = Named("DE-SH") is var s ? s with { Variant = s.Variant with { Code = "other", PopulationCounted = "some" } } : s;
        var likeness = new Likeness { Code = "all-some", Feature = Feature.Population, Of = ["some", "all"], Level = VerdictLevel.WithReservations };

        Assert.That(Verdict.Of([Named("DE-HH"), other], []).Level, Is.EqualTo(VerdictLevel.NotComparable));
        Assert.That(Verdict.Of([Named("DE-HH"), other], [likeness]) is { Level: VerdictLevel.WithReservations, Reasons: [{ Likenesses: ["all-some"] }] });
    }

    [TestCase("DE-HH", VerdictLevel.WithReservations)]
    [TestCase("DE-SH", VerdictLevel.NotComparable)]
    public void A_part_is_read_beside_its_own_whole_only(string region, VerdictLevel level)
    {
        var part = Named(region) is var s ? s with { Variant = s.Variant with { Code = "part", PopulationCounted = "some" }, Series = s.Series with { Key = s.Series.Key with { Variant = "part" } } } : s;
        var likeness = new Likeness { Code = "some-all", Feature = Feature.Population, Of = ["some", "all"], Level = VerdictLevel.WithReservations, Part = true };

        Assert.That(Verdict.Of([Named("DE-HH"), part], [likeness]).Reasons.Select(r => (r.Concern, r.Level)), Is.EqualTo(new[] { (Concern.Part, level) }));
    }

    [Test]
    public void A_series_joins_the_first_panel_it_fits()
    {
        var (hamburg, pomorskie, kiel) = (Named("DE-HH"), Counted(IndicatorKind.Ratio, Day("2024-12-31", 5)), Named("DE-SH"));
        var groups = Verdict.Of([hamburg, Of(pomorskie, "PL-22"), kiel], []).Groups;

        Assert.That(groups.Select(g => g.Series.Select(s => s.Series.Key.Region)), Is.EqualTo(new[] { new[] { "DE-HH", "DE-SH" }, ["PL-22"] }));
    }

    [Test]
    public void A_share_of_rounded_counts_is_not_rounded_itself()
    {
        var counts = Named("DE-HH") is var s ? s with { Variant = s.Variant with { RoundedTo = 5 } } : s;
        var share = counts.Measured(Measure.CountryShare, new() { Key = counts.Series.Key, Values = [] }, DerivedUnit.Percent, 1);

        Assert.That((share.RoundedTo, share.Indicator.Kind, share.Variant.Unit), Is.EqualTo((1L, IndicatorKind.Ratio, "percent")));
    }

    [Test]
    public void Every_level_has_a_word_and_a_lead_in_every_language()
    {
        var said = Languages.All.SelectMany(l => Enum.GetValues<VerdictLevel>().SelectMany(v => new[] { new VerdictText(SampleCounted.Catalogue, l).Level(v), new VerdictText(SampleCounted.Catalogue, l).Lead(v) }));

        Assert.That(said, Is.Unique.And.All.Not.Empty);
    }

    private static CountedSeries Named(string region, params Observation[] observations) =>
        Of(Counted(IndicatorKind.Stock, observations.Length > 0 ? observations : [Day("2024-12-31", 5)]), region);

    private static CountedSeries Of(CountedSeries series, string region) => series with { Series = series.Series with { Key = series.Series.Key with { Region = region } } };

    private static Feed Feed() => SampleCounted.Of("destatis-asylblg", "DE-HH").Feed!;
}
