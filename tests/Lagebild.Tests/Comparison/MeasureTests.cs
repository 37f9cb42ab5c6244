using Lagebild.Comparison;
using Lagebild.Statistics;
using static Lagebild.Tests.Comparison.Sample;

namespace Lagebild.Tests.Comparison;

/// <summary>What each measure gives, and when it gives nothing.</summary>
public sealed class MeasureTests
{
    private static readonly Break _2020 = new() { Code = "cut", Day = Date("2020-01-01"), Source = "a law" };

    [Test]
    public void Every_measure_has_a_word_of_its_own()
    {
        var words = Enum.GetValues<Measure>().Select(m => m.Word()).ToArray();

        Assert.That(words, Is.Unique);
        Assert.That(words.Select(w => MeasureCode.Parse(w)), Is.EqualTo(Enum.GetValues<Measure>().Select(m => (Measure?)m)));
        Assert.That(MeasureCode.Parse("rank"), Is.Null);
    }

    [Test]
    public void A_change_is_a_percentage_of_the_earlier_value_and_lists_both()
    {
        var change = Changes.OnYear(Counted(IndicatorKind.Stock, Day("2021-12-31", 200), Day("2022-12-31", 250))).Values.Single();

        Assert.That((change.Value, change.Decimals), Is.EqualTo((250L, 1)));
        Assert.That(change.Parts.Select(p => p.Observation.Value), Is.EqualTo(new long?[] { 200, 250 }));
    }

    [Test]
    public void A_change_of_a_ratio_is_in_points()
    {
        var ratio = Counted(IndicatorKind.Ratio, Day("2021-12-31", 481), Day("2022-12-31", 500));

        Assert.That(Changes.OnYear(ratio with { Series = ratio.Series with { Decimals = 1 } }).Values.Single() is { Value: 19, Decimals: 1 });
    }

    [Test]
    public void A_change_inherits_what_its_values_are_worth()
    {
        var change = Changes.OnYear(Counted(IndicatorKind.Stock, Day("2021-12-31", 200), Day("2022-12-31", 250, status: ObservationStatus.Provisional))).Values.Single();

        Assert.That(change.Status, Is.EqualTo(ObservationStatus.Provisional));
    }

    [TestCase(1, new Remark[0])]
    [TestCase(5, new[] { Remark.RoundedParts })]
    [TestCase(100, new[] { Remark.WithinRounding })]
    public void A_change_within_the_rounding_is_marked(long roundedTo, Remark[] remarks)
    {
        var series = Counted(IndicatorKind.Stock, Day("2021-12-31", 200), Day("2022-12-31", 250));

        Assert.That(Changes.OnYear(series with { Variant = series.Variant with { RoundedTo = roundedTo } }).Values.Single().Remarks, Is.EqualTo(remarks));
    }

    [Test]
    public void Nothing_has_no_percentage() =>
        Assert.That(Changes.OnYear(Counted(IndicatorKind.Stock, Day("2021-12-31", 0), Day("2022-12-31", 250))).Values.Single() is { Value: null, Why: Without.NoBase });

    [Test]
    public void So_far_this_year_has_no_period_before_it_but_the_same_of_last_year()
    {
        var series = Counted(
            IndicatorKind.Flow,
            Between("2023-01-01", "2023-09-30", 100, Frequency.Interval),
            Between("2023-10-01", "2023-12-31", 40, Frequency.Interval),
            Between("2024-01-01", "2024-09-30", 90, Frequency.Interval));

        Assert.That(Changes.OnPrevious(series).Values, Is.Empty);
        Assert.That(Changes.OnYear(series).Values.Select(v => v.Value), Is.EqualTo(new long?[] { -100 }));
    }

    [Test]
    public void An_index_names_its_base_first()
    {
        var index = IndexNumbers.Of(Counted(IndicatorKind.Stock, Day("2021-12-31", 200), Day("2022-12-31", 250)), Day("2021-12-31", null).Period)!;

        Assert.That(index.Values.Select(v => v.Value), Is.EqualTo(new long?[] { 1000, 1250 }));
        Assert.That(index.Values.Select(v => v.Parts[0].Observation.Value), Is.All.EqualTo(200));
    }

    [Test]
    public void An_index_stops_at_a_break()
    {
        var series = Counted(IndicatorKind.Stock, Day("2018-12-31", 80), Day("2019-12-31", 100), Day("2020-12-31", 120)) with { Breaks = [_2020] };

        Assert.That(IndexNumbers.Of(series, Day("2019-12-31", null).Period)!.Values.Select(v => (v.Value, v.Why)), Is.EqualTo(new (long?, Without)[] { (800, Without.None), (1000, Without.None), (null, Without.Break) }));
    }

    [TestCase(0L)]
    [TestCase(null)]
    public void There_is_no_index_of_nothing(long? basis) =>
        Assert.That(IndexNumbers.Of(Counted(IndicatorKind.Stock, Day("2021-12-31", basis), Day("2022-12-31", 250)), Day("2021-12-31", null).Period), Is.Null);

    [Test]
    public void The_first_shared_period_is_the_base_of_several()
    {
        var one = Counted(IndicatorKind.Stock, Day("2020-12-31", 1), Day("2021-12-31", null), Day("2022-12-31", 3));
        var other = Counted(IndicatorKind.Stock, Day("2021-12-31", 5), Day("2022-12-31", 6));

        Assert.That(IndexNumbers.FirstShared([one, other])?.End, Is.EqualTo(Date("2022-12-31")));
        Assert.That(IndexNumbers.FirstShared([]), Is.Null);
    }

    [Test]
    public void Three_months_make_a_quarter_and_two_do_not()
    {
        var sums = PeriodSums.Of(Months(1, 1, 1, 1, 1), Frequency.Quarterly).Values;

        Assert.That(sums.Select(v => (v.Value, v.Why)), Is.EqualTo(new (long?, Without)[] { (3, Without.None), (null, Without.Incomplete) }));
        Assert.That(sums[0].Parts, Has.Count.EqualTo(3));
    }

    [Test]
    public void A_year_of_flows_is_the_sum_of_its_months() =>
        Assert.That(PeriodSums.Of(Months([.. Enumerable.Range(1, 12)]), Frequency.Annual).Values.Single() is { Value: 78, Period.Frequency: Frequency.Annual });

    [Test]
    public void A_month_without_a_value_leaves_the_year_without_one() =>
        Assert.That(PeriodSums.Of(Months(1, 2, null, 4, 5, 6, 7, 8, 9, 10, 11, 12), Frequency.Annual).Values.Single() is { Value: null, Why: Without.PartMissing });

    [Test]
    public void A_year_is_not_added_up_across_a_break()
    {
        var cut = Months([.. Enumerable.Range(1, 12)]) with { Breaks = [new() { Code = "cut", Day = Date("2024-07-01"), Source = "a law" }] };

        Assert.That(PeriodSums.Of(cut, Frequency.Annual).Values.Single().Why, Is.EqualTo(Without.Break));
        Assert.That(PeriodSums.Of(cut, Frequency.HalfYearly).Values.Select(v => v.Value), Is.EqualTo(new long?[] { 21, 57 }));
    }

    [TestCase(IndicatorKind.Stock)]
    [TestCase(IndicatorKind.Ratio)]
    public void Stocks_and_ratios_add_up_over_nothing(IndicatorKind kind)
    {
        var series = Months([.. Enumerable.Range(1, 12)]);

        Assert.That(PeriodSums.Refusal(series with { Indicator = series.Indicator with { Kind = kind } }), Is.EqualTo(Without.NotAFlow));
    }

    [Test]
    public void So_far_this_year_is_never_added_to_whole_periods()
    {
        var series = Counted(IndicatorKind.Flow, Between("2024-01-01", "2024-09-30", 5, Frequency.Interval), Between("2024-10-01", "2024-12-31", 5, Frequency.Interval));

        Assert.That(PeriodSums.Of(series, Frequency.Annual).Values, Is.Empty);
        Assert.That(PeriodSums.Refusal(series), Is.EqualTo(Without.Interval));
    }

    [Test]
    public void A_running_count_has_increases_and_a_fall_is_marked()
    {
        var running = Running(Day("2022-03-14", 100, Frequency.Daily), Day("2022-03-15", 130, Frequency.Daily), Day("2022-03-18", 120, Frequency.Daily));
        var increases = Increases.Of(running).Values;

        Assert.That(increases.Select(v => v.Value), Is.EqualTo(new long?[] { 30, -10 }));
        Assert.That(increases.Select(v => v.Remarks), Is.EqualTo(new[] { Array.Empty<Remark>(), [Remark.RunningCountFell] }));
        Assert.That(increases.Select(v => v.Period), Is.EqualTo(new[] { new Period(Date("2022-03-15"), Date("2022-03-15"), Frequency.Daily), new(Date("2022-03-16"), Date("2022-03-18"), Frequency.Interval) }));
    }

    [Test]
    public void Increases_of_what_is_no_running_count_are_refused() =>
        Assert.That(Increases.Of(Counted(IndicatorKind.Stock, Day("2021-12-31", 1), Day("2022-12-31", 2))).Values.Single() is { Value: null, Why: Without.NotCumulative });

    [Test]
    public void Women_are_a_share_of_the_total_before_that_of_both_sexes()
    {
        var (women, men, all) = (Counted(IndicatorKind.Stock, Day("2024-12-31", 30)), Counted(IndicatorKind.Stock, Day("2024-12-31", 60)), Counted(IndicatorKind.Stock, Day("2024-12-31", 100)));

        Assert.That(WomenShare.Of(women, all, men).Values.Single().Value, Is.EqualTo(300));
        Assert.That(WomenShare.Of(women, null, men).Values.Single().Value, Is.EqualTo(333));
    }

    [Test]
    public void Usable_places_come_before_nominal_ones()
    {
        var occupied = At(Occupancy.OccupiedIndicator, "residents", Day("2024-12-31", 50));
        var usable = At(Occupancy.UsableIndicator, "places", Day("2024-12-31", 100));
        var nominal = At(Occupancy.NominalIndicator, "places", Day("2024-12-31", 200));

        Assert.That(Occupancy.Of(occupied, [nominal, usable], _likenesses).Values.Single() is { Value: 500 } first && Occupancy.PlacesOf(first) == Places.Usable);
        Assert.That(Occupancy.Of(occupied, [nominal], _likenesses).Values.Single() is { Value: 250 } second && Occupancy.PlacesOf(second) == Places.Nominal);
    }

    [Test]
    public void People_of_some_facilities_are_not_divided_by_places_of_others()
    {
        var occupied = At(Occupancy.OccupiedIndicator, "decentral-residents", Day("2024-12-31", 50));
        var usable = At(Occupancy.UsableIndicator, "places", Day("2024-12-31", 100));

        Assert.That(Occupancy.Of(occupied, [usable], _likenesses).Values.Single() is { Value: null, Why: Without.NoPlaces });
    }

    [Test]
    public void Amounts_are_converted_by_the_average_rate_of_their_year_alone()
    {
        var amounts = Counted(IndicatorKind.Flow, Between("2023-01-01", "2023-12-31", 9080, Frequency.Annual), Between("2024-01-01", "2024-12-31", 9080, Frequency.Annual)) with { Currency = "PLN" };
        var rate = Series("POL", "currency=PLN", Between("2023-01-01", "2023-12-31", 45400, Frequency.Annual)) with { Decimals = 4 };
        var euros = Conversion.ToEuros(amounts, [rate with { Key = rate.Key with { Indicator = Conversion.RateIndicator } }]);

        Assert.That(euros.Values.Select(v => (v.Value, v.Why)), Is.EqualTo(new (long?, Without)[] { (2000, Without.None), (null, Without.NoRate) }));
        Assert.That(euros.Values[0].Remarks, Is.EqualTo(new[] { Remark.Converted }));
    }

    [Test]
    public void A_rate_without_a_population_near_enough_says_so()
    {
        var rates = PerInhabitants.Series([Counted(IndicatorKind.Stock, Day("2015-12-31", 5))], [Series("DE-HH", "", Day("2024-12-31", 1000))]);

        Assert.That(rates.Single().Values.Single() is { Value: null, Why: Without.NoPopulation });
    }

    [Test]
    public void Part_and_whole_that_are_counted_differently_have_no_share()
    {
        var region = Counted(IndicatorKind.Stock, Day("2024-12-31", 5)) with { Within = ["DEU"] };
        var country = Counted(IndicatorKind.Stock, Day("2024-12-31", 100));
        var whole = country with { Series = country.Series with { Key = country.Series.Key with { Region = "DEU" } } };

        Assert.That(CountryShare.Of(region, whole).Values.Single().Value, Is.EqualTo(50));
        Assert.That(CountryShare.Of(region, whole with { Variant = whole.Variant with { Code = "other" } }).Values.Single().Why, Is.EqualTo(Without.CountedDifferently));
        Assert.That(CountryShare.Of(region, null).Values.Single().Why, Is.EqualTo(Without.NoBase));
    }

    private static readonly Likeness[] _likenesses = [new() { Code = "same", Feature = Feature.Population, Of = ["residents", "places"], Level = VerdictLevel.WithReservations }];

    private static CountedSeries At(string indicator, string population, Observation observation)
    {
        var series = Counted(IndicatorKind.Stock, observation);
        return series with
        {
            Indicator = series.Indicator with { Code = indicator },
            Variant = series.Variant with { Code = $"{indicator}-{population}", PopulationCounted = population },
            Series = series.Series with { Key = series.Series.Key with { Indicator = indicator, Variant = $"{indicator}-{population}" } },
        };
    }

    private static CountedSeries Running(params Observation[] observations)
    {
        var series = Counted(IndicatorKind.Stock, observations);
        return series with { Variant = series.Variant with { Cumulative = true } };
    }

    private static CountedSeries Months(params int?[] values) => Months([.. values.Select(v => (long?)v)]);

    private static CountedSeries Months(int[] values) => Months([.. values.Select(v => (long?)v)]);

    private static CountedSeries Months(long?[] values) => Counted(IndicatorKind.Flow, [.. values.Select((v, at) => Month(at, v))]);

    private static Observation Month(int at, long? value)
    {
        var start = new DateOnly(2024, at + 1, 1);
        return new() { Period = new(start, start.AddMonths(1).AddDays(-1), Frequency.Monthly), Value = value, Status = value is null ? ObservationStatus.Missing : ObservationStatus.Normal };
    }
}
