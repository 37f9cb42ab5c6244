using Lagebild.Comparison;
using Lagebild.Statistics;
using static Lagebild.Tests.Comparison.Sample;

namespace Lagebild.Tests.Comparison;

/// <summary>
/// Nothing derived gives a withheld value away. The worlds are tables of three regions, their country, both sexes and a year of months in which cells chosen by chance
/// are withheld; the value still stands in the cell, as it would if something upstream forgot to take it out.
/// </summary>
public sealed class WithheldTests
{
    private const int Worlds = 150;

    private static readonly string[] _regions = ["DE-HH", "DE-SH", "DE-MV", "DEU"];

    private static readonly string[] _breakdowns = ["", "sex=F", "sex=M"];

    private static readonly Variant _plain = Variant() with { AddUpTo = new Dictionary<string, IReadOnlyList<string>> { ["sex"] = ["F", "M"] } };

    [Test]
    public void What_is_derived_is_the_same_whatever_the_withheld_values_are() => Each((world, random) =>
    {
        var other = world.Select(s => s with { Series = s.Series with { Observations = [.. s.Series.Observations.Select(o => IsWithheld(o) ? o with { Value = random.Next(1, 9999) } : o)] } }).ToArray();

        Assert.That(Derived(other).Select(Said), Is.EqualTo(Derived(world).Select(Said)));
    });

    [Test]
    public void No_value_is_derived_from_a_withheld_part() => Each((world, _) =>
        Assert.That(Derived(world).Where(v => v.Value is not null && v.Parts.Any(p => IsWithheld(p.Observation))), Is.Empty));

    [Test]
    public void What_has_a_withheld_part_says_so() => Each((world, _) =>
        Assert.That(Derived(world).Where(v => v.Parts.Any(p => IsWithheld(p.Observation))).Where(v => v.Value is not null || v.Confidentiality == ConfidentialityStatus.Free), Is.Empty));

    [Test]
    public void A_withheld_cell_follows_from_no_equation_of_what_is_derived() => Each((world, _) =>
    {
        var known = world.SelectMany(s => s.Series.Observations.Where(o => !IsWithheld(o)).Select(o => (s.Series.Key, o.Period))).ToHashSet();
        var equations = Derived(world).Where(v => v.Value is not null).Select(v => v.Parts.Select(p => (p.Key, p.Observation.Period)).Where(c => c.Key.Variant == _plain.Code && !known.Contains(c)).ToArray());

        Assert.That(equations.Where(unknown => unknown.Length == 1), Is.Empty);
    });

    [Test]
    public void There_is_no_share_of_women_where_the_men_are_withheld() => Each((world, _) =>
    {
        var withheld = world.Where(s => s.Series.Key.Breakdown == "sex=M").SelectMany(s => s.Series.Observations.Where(IsWithheld).Select(o => (s.Series.Key.Region, o.Period))).ToHashSet();

        Assert.That(WomenShare.Of(world).SelectMany(s => s.Values.Where(v => v.Value is not null).Select(v => (s.Key.Region, v.Period))).Where(withheld.Contains), Is.Empty);
    });

    [Test]
    public void Worlds_withhold_and_show_enough_to_tell()
    {
        var (shown, held) = (0, 0);
        Each((world, _) =>
        {
            var derived = Derived(world).ToArray();
            (shown, held) = (shown + derived.Count(v => v.Value is not null), held + derived.Count(v => v.Why == Without.Withheld));
        });

        Assert.That(Math.Min(shown, held), Is.GreaterThan(Worlds * 20));
    }

    private static void Each(Action<IReadOnlyList<CountedSeries>, Random> holds)
    {
        for (var seed = 0; seed < Worlds; seed++)
        {
            var random = new Random(seed);
            holds(World(random), random);
        }
    }

    private static IReadOnlyList<CountedSeries> World(Random random)
    {
        var cells = _regions.SelectMany(r => _breakdowns.Select(b => (Region: r, Breakdown: b))).ToDictionary(c => c, c => Enumerable.Range(0, 12).Select(at => Cell(random, at)).ToArray());
        return [.. cells.Select(c => Counted(c.Key.Region, c.Key.Breakdown, c.Value))];
    }

    private static Observation Cell(Random random, int month)
    {
        var start = new DateOnly(2024, month + 1, 1);
        return new()
        {
            Period = new(start, start.AddMonths(1).AddDays(-1), Frequency.Monthly),
            Value = random.Next(1, 9999),
            Confidentiality = random.Next(6) switch { 0 => ConfidentialityStatus.Confidential, 1 => ConfidentialityStatus.UnknownOrConfidential, _ => ConfidentialityStatus.Free },
        };
    }

    private static CountedSeries Counted(string region, string breakdown, Observation[] observations)
    {
        var series = Sample.Counted(IndicatorKind.Flow, observations);
        return series with
        {
            Variant = _plain,
            Within = region == "DEU" ? [] : ["DEU"],
            Series = series.Series with { Key = series.Series.Key with { Region = region, Breakdown = breakdown } },
        };
    }

    /// <summary>Everything that can be derived of a world.</summary>
    private static IEnumerable<Computed> Derived(IReadOnlyList<CountedSeries> world)
    {
        var country = world.Where(s => s.Series.Key.Region == "DEU").ToDictionary(s => s.Series.Key.Breakdown);
        Series[] populations = [.. _regions.Select(r => Series(r, "", Day("2024-12-31", 100_000)) with { Key = Series(r, "").Key with { Variant = "population" } })];
        return ComputedTotal.Of(_plain, Breakdown.Total, world.Where(s => s.Series.Key.Breakdown.Length > 0).Select(s => s.Series)).SelectMany(s => s.Values)
            .Concat(WomenShare.Of(world).SelectMany(s => s.Values))
            .Concat(PerInhabitants.Series(world, populations).SelectMany(s => s.Values))
            .Concat(world.SelectMany(s => Of(s, country[s.Series.Key.Breakdown])));
    }

    private static IEnumerable<Computed> Of(CountedSeries series, CountedSeries country) =>
    [
        .. CountryShare.Of(series, country).Values,
        .. Changes.OnPrevious(series).Values,
        .. Changes.OnYear(series).Values,
        .. IndexNumbers.Of(series, series.Series.Observations[0].Period)?.Values ?? [],
        .. PeriodSums.Of(series, Frequency.Quarterly).Values,
        .. PeriodSums.Of(series, Frequency.Annual).Values,
        .. Increases.Of(series with { Variant = series.Variant with { Cumulative = true } }).Values,
    ];

    private static bool IsWithheld(Observation observation) => observation.Confidentiality != ConfidentialityStatus.Free;

    private static string Said(Computed value) => $"{value.Period} {value.Value} {value.Why} {string.Join(' ', value.Remarks)}";
}
