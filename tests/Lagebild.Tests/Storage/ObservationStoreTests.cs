using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Tests.Storage;

internal sealed class ObservationStoreTests(string kind) : StorageFixture(kind)
{
    private static readonly TestValue[] _values =
    [
        new("DE-HH", "2023-01-31", 1),
        new("DE-HH", "2024-01-31", 2),
        new("DE-HH", "2024-02-29", 3),
        new("DE-HH", "2024-02-29", 4) { Breakdown = "sex=F" },
        new("DE-SH", "2024-01-31", 5),
        new("PL-22", "2024-12-31", 6) { Frequency = Frequency.Annual },
        new("PL-22", "2024-01-31", 70) { Variant = "tenths" },
    ];

    [TestCase("", "first DE-HH 2023-01-31=1|first DE-HH 2024-01-31=2|first DE-HH 2024-02-29=3|first DE-HH sex=F 2024-02-29=4|first DE-SH 2024-01-31=5|first PL-22 2024-12-31=6|first PL-22 2024-01-31=70")]
    [TestCase("regions", "first DE-SH 2024-01-31=5|first PL-22 2024-12-31=6|first PL-22 2024-01-31=70")]
    [TestCase("total", "first DE-HH 2023-01-31=1|first DE-HH 2024-01-31=2|first DE-HH 2024-02-29=3|first DE-SH 2024-01-31=5|first PL-22 2024-12-31=6|first PL-22 2024-01-31=70")]
    [TestCase("sex", "first DE-HH sex=F 2024-02-29=4")]
    [TestCase("annual", "first PL-22 2024-12-31=6")]
    [TestCase("variant", "first PL-22 2024-01-31=70")]
    [TestCase("feed", "")]
    [TestCase("span", "first DE-HH 2024-02-29=3|first DE-HH sex=F 2024-02-29=4")]
    public async Task A_query_narrows_by_what_it_names(string narrow, string expected)
    {
        await ReleaseAsync(_values);
        var all = new SeriesQuery { Indicator = "refugees", Stand = 1 };
        var query = narrow switch
        {
            "regions" => all with { Regions = ["DE-SH", "PL-22"] },
            "total" => all with { Breakdowns = [""] },
            "sex" => all with { Breakdowns = ["sex=F", "sex=M"] },
            "annual" => all with { Frequency = Frequency.Annual },
            "variant" => all with { Variant = "tenths" },
            "feed" => all with { Feed = OtherFeed },
            "span" => all with { From = new(2024, 2, 1), To = new(2024, 2, 29) },
            _ => all,
        };
        var lines = (await Observations.SeriesAsync(query, default)).SelectMany(s => s.Observations.Select(o => Line(s.Key, o)));
        Assert.That(lines.Order(StringComparer.Ordinal), Is.EqualTo(expected.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)));
    }

    [Test]
    public async Task Series_come_in_the_order_of_their_keys_with_the_decimals_of_their_variants()
    {
        await ReleaseAsync(_values);
        var series = await Observations.SeriesAsync(new() { Indicator = "refugees", Regions = ["PL-22", "DE-SH"], Stand = 1 }, default);
        Assert.That(
            series.Select(s => (s.Key.Variant, s.Key.Region, s.Decimals)),
            Is.EqualTo(((string, string, int)[])[("tenths", "PL-22", 1), ("unhcr-refugees", "DE-SH", 0), ("unhcr-refugees", "PL-22", 0)]));
    }

    [Test]
    public async Task A_series_is_found_by_its_id_with_all_its_values()
    {
        await ReleaseAsync(_values);
        var id = (await Observations.SeriesAsync(new() { Indicator = "refugees", Regions = ["DE-SH"], Stand = 1 }, default)).Single().Id;
        Assert.That((await Observations.SeriesAsync(id, 1, default))!.Observations.Select(o => o.Value), Is.EqualTo((long?[])[5]));
        Assert.That(await Observations.SeriesAsync(id + 100, 1, default), Is.Null);
    }

    [Test]
    public async Task The_latest_value_stands_beside_the_one_before_and_that_of_a_year_before()
    {
        await ReleaseAsync(
            new TestValue("DE-HH", "2023-02-28", 1),
            new TestValue("DE-HH", "2024-01-31", 2),
            new TestValue("DE-HH", "2024-02-29", 3),
            new TestValue("DE-HH", "2024-03-31", null) { Status = ObservationStatus.NotYetAvailable });
        var latest = (await Observations.LatestAsync(["refugees"], ["DE-HH"], 1, default)).Single();
        Assert.That((latest.Latest.Value, latest.Previous?.Value, latest.YearBefore?.Value), Is.EqualTo((3, 2, 1)));
    }

    [Test]
    public async Task The_value_before_is_found_however_long_ago()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2001-12-31", 1), new TestValue("DE-HH", "2024-01-31", 2));
        var latest = (await Observations.LatestAsync([], [], 1, default)).Single();
        Assert.That((latest.Latest.Value, latest.Previous?.Value, latest.YearBefore), Is.EqualTo((2, 1, (Observation?)null)));
    }

    [Test]
    public async Task So_far_this_year_is_compared_with_the_same_days_a_year_before_only()
    {
        await ReleaseAsync(
            new TestValue("DE-HH", "2023-01-01", 10) { End = "2023-09-30", Frequency = Frequency.Interval },
            new TestValue("DE-HH", "2024-01-01", 8) { End = "2024-06-30", Frequency = Frequency.Interval },
            new TestValue("DE-HH", "2024-01-01", 12) { End = "2024-09-30", Frequency = Frequency.Interval });
        var latest = (await Observations.LatestAsync([], [], 1, default)).Single();
        Assert.That((latest.Latest.Value, latest.Previous, latest.YearBefore?.Value), Is.EqualTo((12, (Observation?)null, 10)));
    }

    [Test]
    public async Task The_latest_values_are_those_of_the_stand()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 1));
        await ReleaseAsync(new TestValue("DE-HH", "2024-02-29", 2));
        Assert.That((await Observations.LatestAsync([], [], 1, default)).Single().Latest.Value, Is.EqualTo(1));
    }

    [Test]
    public async Task The_latest_values_are_of_the_breakdown_shown_by_default()
    {
        await ReleaseAsync(_values);
        var latest = await Observations.LatestAsync([], ["DE-HH"], 1, default);
        Assert.That(latest.Select(l => (l.Series.Breakdown, l.Latest.Value)), Is.EqualTo(((string, long?)[])[("", 3)]));
    }

    [Test]
    public async Task Coverage_says_from_when_to_when_and_how_much_there_is()
    {
        await ReleaseAsync([.. _values, new("DE-HH", "2024-03-31", null) { Status = ObservationStatus.Missing }]);
        Assert.That((await Observations.CoverageAsync("refugees", "DE-HH", 1, default)).Single(), Is.EqualTo(new Coverage
        {
            Indicator = "refugees",
            Variant = "unhcr-refugees",
            Region = "DE-HH",
            Feed = Feed,
            Frequency = Frequency.Monthly,
            First = new(2023, 1, 31),
            Last = new(2024, 3, 31),
            SeriesCount = 2,
            ObservationCount = 5,
            ValueCount = 4,
        }));
    }

    [Test]
    public async Task What_is_confirmed_keeps_its_first_delivery_and_line()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5) { Source = "Table 3" });
        await ReleaseAsync(TestFile.Of(Feed, "again", [], new TestValue("DE-SH", "2024-01-31", 1), new TestValue("DE-HH", "2024-01-31", 5) { Source = "Table 3" }));
        var observation = (await Observations.SeriesAsync(1, 2, default))!.Observations.Single();
        Assert.That((observation.Release, observation.Delivery, observation.Line, observation.Source), Is.EqualTo((1, 1, 2, "Table 3")));
    }

    [Test]
    public async Task A_note_that_changes_is_a_change()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5) { Note = "counted by hand", Source = "Table 3" });
        var release = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5) { Note = "Table 3", Source = "counted by hand" });
        Assert.That((release.Changed, (await Observations.SeriesAsync(1, 1, default))!.Observations.Single().Note, (await Observations.SeriesAsync(1, 2, default))!.Observations.Single().Note), Is.EqualTo((1, "counted by hand", "Table 3")));
    }

    [Test]
    public async Task New_series_get_ascending_ids_in_the_order_of_their_keys()
    {
        await ReleaseAsync(new TestValue("PL-22", "2024-01-31", 1));
        await ReleaseAsync(new TestValue("PL-32", "2024-01-31", 2), new TestValue("DE-HH", "2024-01-31", 3), new TestValue("PL-22", "2024-01-31", 1));
        var ids = (await Observations.SeriesAsync(new() { Indicator = "refugees", Stand = 2 }, default)).Select(s => (s.Key.Region, s.Id));
        Assert.That(ids, Is.EqualTo(((string, long)[])[("DE-HH", 2), ("PL-22", 1), ("PL-32", 3)]));
    }
}
