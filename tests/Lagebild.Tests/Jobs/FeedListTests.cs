using System.Text;
using System.Text.Json;
using Lagebild.Import;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Lagebild.Web.Scheduling;

namespace Lagebild.Tests.Jobs;

internal sealed class FeedListTests
{
    private const string One = """
        [{
          "code": "office", "name": { "de": "Amt", "pl": "Urząd", "en": "Office" }, "publisher": "Office", "licence": "CC BY 4.0", "citation": "Office, figures",
          "language": "en", "place": "office/*.csv", "profile": "figures", "rhythm": "half-yearly", "dueAfterDays": 30, "schedule": "30 6 * * 1",
          "timeZone": "Europe/Berlin", "scope": "full", "release": "by-person", "disclosure": { "by": "ours", "threshold": 5, "roundTo": 10, "zeroOpen": true }
        }]
        """;

    private static IReadOnlyList<Feed> Sample => FeedList.ReadFrom(Repository.At("data-samples"));

    [Test]
    public void Words_in_lower_case_with_hyphens_become_enums()
    {
        var feed = Read(One).Single();

        Assert.That((feed.Rhythm, feed.Scope, feed.Release), Is.EqualTo(((Frequency?)Frequency.HalfYearly, DeliveryScope.Full, ReleasePolicy.ByPerson)));
    }

    [Test]
    public void Disclosure_is_read_whole() =>
        Assert.That(Read(One).Single().Disclosure, Is.EqualTo(new DisclosureRule { By = DisclosureBy.Ours, Threshold = 5, RoundTo = 10, ZeroOpen = true }));

    [Test]
    public void An_unknown_property_is_refused() =>
        Assert.That(() => Read(One.Replace("\"place\"", "\"plaice\": \"\", \"place\"", StringComparison.Ordinal)), Throws.InstanceOf<JsonException>());

    [Test]
    public void A_missing_property_is_refused() =>
        Assert.That(() => Read(One.Replace("\"licence\": \"CC BY 4.0\",", "", StringComparison.Ordinal)), Throws.InstanceOf<JsonException>());

    [Test]
    public void The_shipped_feeds_have_codes_of_their_own() => Assert.That(Sample.Select(f => f.Code), Is.Unique.And.Not.Empty);

    [Test]
    public void The_shipped_feeds_have_a_schedule_that_comes_round() =>
        Assert.That(Sample.Where(f => FeedCron.Next(f, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)) is null).Select(f => f.Code), Is.Empty);

    [Test]
    public void The_shipped_feeds_have_files()
    {
        var folder = new FeedFolder(Repository.At("data-samples"), TimeProvider.System);

        Assert.That(Sample.Where(f => folder.Places(f).Count == 0).Select(f => f.Code), Is.Empty);
    }

    [Test]
    public void The_shipped_feeds_have_a_profile() => Assert.That(Sample.Select(f => f.Profile).Except(Profiles.Codes), Is.Empty);

    [Test]
    public void The_shipped_feeds_are_named_in_three_languages() =>
        Assert.That(Sample.Where(f => !f.Name.Keys.Order().SequenceEqual(["de", "en", "pl"])).Select(f => f.Code), Is.Empty);

    private static IReadOnlyList<Feed> Read(string json) => FeedList.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
