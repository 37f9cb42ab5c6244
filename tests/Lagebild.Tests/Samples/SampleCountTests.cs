using System.Text.RegularExpressions;

namespace Lagebild.Tests.Samples;

public sealed partial class SampleCountTests
{
    /// <summary>No three series of twelve points of the Land itself: the sources page says what is not published there.</summary>
    private static readonly string[] _fewSeries = ["DE-MV", "DE-SH"];

    [Test]
    public void There_are_at_least_20000_observations() =>
        Assert.That(SampleFiles.Rows.Count(r => r.Value.Length > 0), Is.GreaterThanOrEqualTo(20_000));

    [Test]
    public void Every_indicator_has_a_figure() =>
        Assert.That(
            Lagebild.Catalogue.Catalogue.Shipped.Indicators.Select(i => i.Code).Except(SampleFiles.Rows.Where(r => r.Value.Length > 0).Select(r => r.Indicator)),
            Is.Empty);

    [TestCase("DE-HH")]
    [TestCase("PL-22")]
    [TestCase("PL-28")]
    [TestCase("PL-32")]
    public void A_region_has_three_series_of_twelve_points(string region) => Assert.That(LongSeries(region), Is.GreaterThanOrEqualTo(3));

    [TestCaseSource(nameof(_fewSeries))]
    public void The_sources_page_says_what_is_not_published_where_series_are_few(string region)
    {
        var lines = File.ReadLines(Path.Combine(SampleFiles.Folder, "SOURCES.md"));
        Assert.That((LongSeries(region) < 3, lines.Any(l => l.StartsWith($"- **{region}**", StringComparison.Ordinal))), Is.EqualTo((true, true)));
    }

    [Test]
    public void The_sources_page_counts_the_rows_of_each_file()
    {
        var counted = File.ReadLines(Path.Combine(SampleFiles.Folder, "SOURCES.md")).Select(l => Counted().Match(l)).Where(m => m.Success)
            .Select(m => (m.Groups[1].Value, int.Parse(m.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.That(counted, Is.EquivalentTo(SampleFiles.Rows.GroupBy(r => r.File).Select(g => (g.Key, g.Count()))));
    }

    [Test]
    public void The_samples_stay_below_8_megabytes() =>
        Assert.That(new DirectoryInfo(SampleFiles.Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length), Is.LessThan(8_000_000));

    private static int LongSeries(string region) => SampleFiles.Rows.Where(r => r.Region == region && r.Value.Length > 0)
        .GroupBy(r => (r.Feed, r.Indicator, r.Variant, r.Breakdown, r.Frequency)).Count(g => g.Count() >= 12);

    [GeneratedRegex("^- `([^`]+\\.csv)`: ([0-9]+) rows")]
    private static partial Regex Counted();
}
