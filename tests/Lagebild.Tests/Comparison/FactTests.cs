using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Derived;
using static Lagebild.Tests.Comparison.Sample;

namespace Lagebild.Tests.Comparison;

/// <summary>What readers come to find, from the sample series; the expected values stand in the sources.</summary>
public sealed class FactTests
{
    private static readonly Lagebild.Catalogue.Catalogue _catalogue = SampleCounted.Catalogue;

    // dane.gov.pl 2715 on 30.08.2022; GUS BDL 2425, 31.12.2024.
    [TestCase("PL-22", 39.5)]
    [TestCase("PL-32", 39.2)]
    [TestCase("PL-28", 20.0)]
    public void Applications_for_status_UKR_in_2022_are_related_to_the_population_of_2024(string region, double expected)
    {
        CountedSeries[] three = [.. new[] { "PL-22", "PL-32", "PL-28" }.Select(r => SampleCounted.Of("gov-pl-2715", r).In(2022))];
        var populations = SampleCounted.Stored.Where(s => s.Indicator.Code == "population" && s.Series.Key.Breakdown.Length == 0).Select(s => s.Series).ToArray();
        var rates = PerInhabitants.Series(three, populations).Single(r => r.Key.Region == region);
        var last = rates.Values.Single(v => v.Period.End == Date("2022-08-30"));

        Assert.That(Rate.TenthsOf(last.Value!.Value) / 10.0, Is.EqualTo(expected));
        Assert.That(last.Parts[1].Observation.Period.End, Is.EqualTo(Date("2024-12-31")));
        Assert.That(last.Remarks, Is.EqualTo(new[] { Remark.PopulationOfAnotherYear }));
    }

    // schwerin-lokal.de, November 2023: 1,772 people on 1,710 regular places; MV paper 6/5298: Schwerin, 31.03.2016: 53 on 47.
    [TestCase("mv-reception-occupied", "DE-MV", "2023-11-30", 1772, 1710, 1036, Places.Nominal)]
    [TestCase("mv-shared-occupied", "DE-13004", "2016-03-31", 53, 47, 1128, Places.Usable)]
    public void More_people_than_places_is_more_than_a_hundred_percent(string variant, string region, string end, long people, long places, long tenths, Places by)
    {
        var offered = SampleCounted.All.Where(s => s.Indicator.Code is Occupancy.UsableIndicator or Occupancy.NominalIndicator);
        var found = Occupancy.Of(SampleCounted.Of(variant, region), offered, _catalogue.Likenesses).Values.Single(v => v.Period.End == Date(end));

        Assert.That(found.Parts.Select(p => p.Observation.Value), Is.EqualTo(new long?[] { people, places }));
        Assert.That((found.Value, Occupancy.PlacesOf(found)), Is.EqualTo((tenths, by)));
    }

    [Test]
    public void Most_people_per_inhabitant_in_2022_is_not_comparable_over_the_six_regions()
    {
        CountedSeries[] six = [.. SampleCounted.Six.Select(r => SampleCounted.Of(r.StartsWith("DE", StringComparison.Ordinal) ? "destatis-asylblg" : "gov-pl-2715", r).In(2022))];
        var verdict = Verdict.Of(AsRates(six), _catalogue.Likenesses);

        Assert.That(verdict.Level, Is.EqualTo(VerdictLevel.NotComparable));
        Assert.That(verdict.Groups.Select(g => g.Series.Select(s => s.Series.Key.Region)), Is.EqualTo(new[] { SampleCounted.Six.Take(3), SampleCounted.Six.Skip(3) }));
        Assert.That(verdict.Reasons.Where(r => r.Level == VerdictLevel.NotComparable).Select(r => r.Concern), Is.EqualTo(new[] { Concern.RunningCount, Concern.Population }));
        Assert.That(
            new VerdictText(_catalogue, "en").Sentence(verdict.Reasons[1]),
            Does.StartWith("Hamburg, Schleswig-Holstein, Mecklenburg-Vorpommern: people entitled under section 1 of the AsylbLG who receive standard benefits; Zachodniopomorskie, Pomorskie, Warmińsko-Mazurskie: citizens of Ukraine and family members"));
    }

    [Test]
    public void The_three_voivodeships_may_be_ranked_by_applications_per_inhabitant()
    {
        CountedSeries[] three = [.. new[] { "PL-22", "PL-32", "PL-28" }.Select(r => SampleCounted.Of("gov-pl-2715", r).In(2022))];

        Assert.That(Verdict.Of(AsRates(three), _catalogue.Likenesses).Level, Is.EqualTo(VerdictLevel.Comparable));
    }

    [Test]
    public void A_series_of_AsylbLG_recipients_is_cut_in_2020_and_says_why()
    {
        var hamburg = SampleCounted.Of("destatis-asylblg", "DE-HH");
        var longer = hamburg with { Series = hamburg.Series with { Observations = [Day("2019-12-31", 12000), Day("2020-12-31", 11500)] } };
        var reason = Verdict.Of([longer], _catalogue.Likenesses).Reasons.Single();

        Assert.That(Changes.OnYear(longer).Values.Single().Why, Is.EqualTo(Without.Break));
        Assert.That(new VerdictText(_catalogue, "de").Sentence(reason), Does.StartWith("Hamburg: neue Zählweise ab 01.01.2020 (Rundung auf ein Vielfaches von 5)."));
    }

    [Test]
    public void In_2022_people_from_Ukraine_leave_the_AsylbLG_within_the_series()
    {
        var hamburg = SampleCounted.Of("destatis-asylblg", "DE-HH");
        var longer = hamburg with { Series = hamburg.Series with { Observations = [Day("2021-12-31", 10000), Day("2022-12-31", 13355)] } };

        Assert.That(Verdict.Of([longer], _catalogue.Likenesses).Reasons.Select(r => r.Break?.Code), Is.EqualTo(new[] { "sgb-ii-ukraine-2022" }));
    }

    // Hamburg 2015: 2.52968 percent by the key; kommunalwiki.boell.de.
    [Test]
    public void The_key_of_a_year_stands_beside_the_share_of_the_year()
    {
        var keys = SampleCounted.Stored.Where(s => s.Indicator.Code == "koenigstein-key").Select(s => s.Series).ToArray();

        Assert.That(CountryShare.KeyOf(Day("2015-12-31", 1).Period, "DE-HH", keys)!.Observation.Value, Is.EqualTo(252968));
        Assert.That(CountryShare.KeyOf(Day("2024-12-31", 1).Period, "DE-HH", keys), Is.Null);
        Assert.That(CountryShare.KeyOf(Day("2015-12-31", 1).Period, "PL-22", keys), Is.Null);
    }

    // Destatis 22221: 13,355 of 482,300 recipients at the end of 2022 in Hamburg.
    [Test]
    public void A_Land_has_a_share_of_Germany()
    {
        var (hamburg, germany) = (SampleCounted.Of("destatis-asylblg", "DE-HH"), SampleCounted.Of("destatis-asylblg", "DEU"));
        var share = CountryShare.Of(hamburg, germany).Values.Single(v => v.Period.End.Year == 2022);

        Assert.That(share.Value, Is.EqualTo((long)Math.Round(1000.0 * share.Parts[0].Observation.Value!.Value / share.Parts[1].Observation.Value!.Value, MidpointRounding.AwayFromZero)));
        Assert.That((share.Parts[0].Observation.Value, share.Remarks), Is.EqualTo((13355L, new[] { Remark.RoundedParts })));
    }

    private static IReadOnlyList<CountedSeries> AsRates(IReadOnlyList<CountedSeries> series)
    {
        var populations = SampleCounted.Stored.Where(s => s.Indicator.Code == "population" && s.Series.Key.Breakdown.Length == 0).Select(s => s.Series).ToArray();
        return [.. series.Zip(PerInhabitants.Series(series, populations), (s, rate) => s.Measured(Measure.PerThousand, rate, DerivedUnit.PerThousand, Rate.Decimals))];
    }
}
