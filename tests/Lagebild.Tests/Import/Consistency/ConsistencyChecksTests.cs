using Lagebild.Statistics;

namespace Lagebild.Tests.Import.Consistency;

internal sealed class ConsistencyChecksTests
{
    private static readonly string[] _voivodeships =
        ["PL-02", "PL-04", "PL-06", "PL-08", "PL-10", "PL-12", "PL-14", "PL-16", "PL-18", "PL-20", "PL-22", "PL-24", "PL-26", "PL-28", "PL-30", "PL-32"];

    [TestCase(100, false)]
    [TestCase(150, false)]
    [TestCase(151, true)]
    [TestCase(-150, false)]
    [TestCase(-151, true)]
    public void Women_and_men_may_miss_a_total_by_half_a_step_of_rounding_for_each_of_the_three(int difference, bool isAsked)
    {
        var found = Reasons(Employed(2023, 10_000 + difference, ""), Employed(2023, 6_000, "sex=F"), Employed(2023, 4_000, "sex=M"));
        Assert.That(found, Is.EqualTo(isAsked ? new[] { Reason.BreakdownSumDiffers } : []));
    }

    [TestCase(85, false)]
    [TestCase(86, true)]
    public void A_country_may_miss_its_sixteen_regions_by_half_a_step_for_each_of_the_seventeen(int difference, bool isAsked)
    {
        var found = Reasons([Population("gus-bdl-2425", "POL", 1600 + difference), .. _voivodeships.Select(r => Population("gus-bdl-2425", r, 100))]);
        Assert.That(found, Is.EqualTo(isAsked ? new[] { Reason.RegionSumDiffers } : []));
    }

    [Test]
    public void A_country_with_a_region_left_out_is_not_compared() =>
        Assert.That(Reasons([Population("gus-bdl-2425", "POL", 9), .. _voivodeships.Skip(1).Select(r => Population("gus-bdl-2425", r, 100))]), Is.Empty);

    [Test]
    public void A_region_without_a_value_leaves_the_period_uncompared()
    {
        var none = $"population,gus-bdl-2425,{_voivodeships[0]},2023-12-31,2023-12-31,A,,missing,,,,\n";
        Assert.That(Reasons([Population("gus-bdl-2425", "POL", 9), none, .. _voivodeships.Skip(1).Select(r => Population("gus-bdl-2425", r, 100))]), Is.Empty);
    }

    [Test]
    public void Arrivals_of_other_persons_are_not_compared() => Assert.That(Reasons(
        Arrivals("registered-arrivals", "hh-registered", 10), Arrivals("arrivals-staying", "hh-staying-ukraine", 11), Arrivals("accommodation-need", "hh-need", 12)), Is.Empty);

    [Test]
    public void More_staying_than_registered_is_asked_about_where_nothing_says_who_was_distributed() => Assert.That(
        Reasons(Arrivals("registered-arrivals", "hh-registered", 10), Arrivals("arrivals-staying", "hh-assigned", 11)), Is.EqualTo(new[] { Reason.PartAboveWhole }));

    [Test]
    public void Nominal_places_are_held_against_persons_only_where_there_are_no_usable_ones() => Assert.That(
        (Reasons(Places("places-nominal", "sh-land-nominal", 10), Places("places-occupied", "sh-land-occupied", 11)).Count,
            Reasons(Places("places-nominal", "sh-land-nominal", 10), Places("places-usable", "sh-land-usable", 9), Places("places-occupied", "sh-land-occupied", 11)).Count),
        Is.EqualTo((1, 1)));

    [Test]
    public void Relations_are_kept_apart_over_many_series_and_periods()
    {
        var rows = from region in _voivodeships
                   from year in Enumerable.Range(2000, 20)
                   from row in (string[])[Sexed(region, year, 300, ""), Sexed(region, year, 100, "sex=F"), Sexed(region, year, region == "PL-22" && year == 2007 ? 250 : 200, "sex=M")]
                   select row;
        using var file = Delivered.Read(Delivered.Header + string.Concat(rows));
        Assert.That(file.Findings.Select(f => (f.Line, f.Reason, f.Found, f.Expected)), Is.EqualTo(new[] { (623, Reason.BreakdownSumDiffers, "300", "350") }));
    }

    private static IReadOnlyList<Reason> Reasons(params string[] rows)
    {
        using var file = Delivered.Read(Delivered.Header + string.Concat(rows));
        return [.. file.Findings.Select(f => f.Reason)];
    }

    private static string Employed(int year, int value, string breakdown) =>
        FormattableString.Invariant($"employment,eurostat-lfsa-egan,DEU,{year}-01-01,{year}-12-31,A,{breakdown},,,,,{value}\n");

    private static string Population(string variant, string region, int value) =>
        FormattableString.Invariant($"population,{variant},{region},2023-12-31,2023-12-31,A,,,,,,{value}\n");

    private static string Sexed(string region, int year, int value, string breakdown) =>
        FormattableString.Invariant($"population,gus-bdl-2425,{region},{year}-12-31,{year}-12-31,A,{breakdown},,,,,{value}\n");

    private static string Arrivals(string indicator, string variant, int value) =>
        FormattableString.Invariant($"{indicator},{variant},DE-HH,2024-01-01,2024-01-31,M,,,,,,{value}\n");

    private static string Places(string indicator, string variant, int value) =>
        FormattableString.Invariant($"{indicator},{variant},DE-SH,2024-01-01,2024-01-01,I,accommodation=land-facility,,,,,{value}\n");
}
