using System.Text.Json;
using System.Text.Json.Serialization;
using Lagebild.Statistics;

namespace Lagebild.Tests.Samples;

public sealed class SampleFeedTests
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    private static readonly IReadOnlyList<Feed> _feeds =
        JsonSerializer.Deserialize<Feed[]>(File.ReadAllText(Path.Combine(SampleFiles.Folder, "feeds.json")), _json)!;

    /// <summary>The feed whose place a file below the samples lies in.</summary>
    internal static Feed FeedOf(string file) => _feeds.Single(f => FilesOf(f).Contains(Path.Combine(SampleFiles.Folder, file)));

    [Test]
    public void Codes_are_in_order_and_none_stands_twice() =>
        Assert.That(_feeds.Select(f => f.Code), Is.Ordered.Using<string>(StringComparer.Ordinal).And.Unique);

    [Test]
    public void Every_file_belongs_to_exactly_one_feed() =>
        Assert.That(SampleFiles.Paths.Where(path => _feeds.Count(f => FilesOf(f).Contains(path)) != 1), Is.Empty);

    [Test]
    public void Every_place_has_files() =>
        Assert.That(_feeds.Where(f => FilesOf(f).Length == 0).Select(f => f.Code), Is.Empty);

    [Test]
    public void A_feed_that_delivers_the_whole_has_one_file_since_a_second_would_close_what_the_first_holds() =>
        Assert.That(_feeds.Where(f => f.Scope == DeliveryScope.Full && FilesOf(f).Length > 1).Select(f => f.Code), Is.Empty);

    [Test]
    public void Every_feed_is_named_in_three_languages() =>
        Assert.That(_feeds.Where(f => !f.Name.Keys.Order(StringComparer.Ordinal).SequenceEqual(["de", "en", "pl"]) || f.Name.Values.Any(string.IsNullOrWhiteSpace)).Select(f => f.Code), Is.Empty);

    [Test]
    public void Every_feed_says_publisher_licence_and_citation() =>
        Assert.That(_feeds.Where(f => string.IsNullOrWhiteSpace(f.Publisher) || string.IsNullOrWhiteSpace(f.Licence) || string.IsNullOrWhiteSpace(f.Citation)).Select(f => f.Code), Is.Empty);

    [Test]
    public void Addresses_are_absolute() =>
        Assert.That(_feeds.SelectMany(f => new[] { f.Address, f.LicenceAddress }).Where(a => a is not null && !Uri.IsWellFormedUriString(a, UriKind.Absolute)), Is.Empty);

    [Test]
    public void Time_zones_exist() =>
        Assert.That(_feeds.Where(f => !TimeZoneInfo.TryFindSystemTimeZoneById(f.TimeZone, out _)).Select(f => f.Code), Is.Empty);

    [Test]
    public void Schedules_have_five_fields() =>
        Assert.That(_feeds.Where(f => f.Schedule.Split(' ').Length != 5).Select(f => f.Code), Is.Empty);

    [Test]
    public void Only_a_feed_with_a_rhythm_can_be_due() =>
        Assert.That(_feeds.Where(f => f.Rhythm is null != f.DueAfterDays is null).Select(f => f.Code), Is.Empty);

    [Test]
    public void Press_figures_come_from_feeds_marked_as_press() =>
        Assert.That(_feeds.Where(f => f.Press).Select(f => f.Code), Is.EqualTo(new[] { "press-germany", "press-poland" }));

    [Test]
    public void Every_feed_is_read_by_the_canonical_profile_and_disclosed_by_its_publisher() =>
        Assert.That(_feeds.Where(f => f.Profile != "figures" || f.Disclosure.By != DisclosureBy.Publisher || f.Release != ReleasePolicy.Automatic).Select(f => f.Code), Is.Empty);

    [Test]
    public void The_sources_page_has_a_section_for_each_feed()
    {
        var sections = File.ReadLines(Path.Combine(SampleFiles.Folder, "SOURCES.md")).Where(l => l.StartsWith("### ", StringComparison.Ordinal)).Select(l => l[4..]);
        Assert.That(sections.Order(StringComparer.Ordinal), Is.EqualTo(_feeds.Select(f => f.Code)));
    }

    private static string[] FilesOf(Feed feed) => Directory.Exists(Path.Combine(SampleFiles.Folder, Path.GetDirectoryName(feed.Place)!))
        ? Directory.GetFiles(Path.Combine(SampleFiles.Folder, Path.GetDirectoryName(feed.Place)!), Path.GetFileName(feed.Place))
        : [];
}
