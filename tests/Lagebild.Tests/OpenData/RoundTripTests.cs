using System.Globalization;
using Dapper;
using Lagebild.Accounts;
using Lagebild.Import;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Lagebild.Storage;
using Microsoft.Data.Sqlite;

namespace Lagebild.Tests.OpenData;

/// <summary>Every data set as the site hands it out, handed in to an empty installation, source by source.</summary>
[NonParallelizable]
internal sealed class RoundTripTests
{
    private const string Published = """
        select s.feed, s.indicator, s.variant, s.region, b.[key], s.frequency, o.period_start, o.period_end, o.value, o.obs_status, o.conf_status, o.missing_reason, o.source_flag, o.source, o.note
        from published o
        join series s on s.id = o.series
        join breakdown b on b.id = s.breakdown
        where o.release_to = 2147483647
        """;

    private static readonly CancellationToken Never = CancellationToken.None;

    private static readonly Catalogue.Catalogue Shipped = Catalogue.Catalogue.Shipped;

    private readonly TemporaryFolder _data = new();
    private RunningSite _site = null!;

    [OneTimeSetUp]
    public async Task ImportAsync()
    {
        _site = RunningSite.Start(_data.Path, Repository.At("data-samples"));
        await _site.UntilOpenAsync();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _site.Dispose();
        SqliteConnection.ClearAllPools();
        _data.Dispose();
    }

    [Test]
    public async Task A_data_set_handed_in_again_publishes_the_same_values_statuses_and_notes()
    {
        var (published, other) = (await RowsAsync(At("lagebild.db")), At("other.db"));
        await HandInAllAsync(other, published);
        Assert.That(published, Has.Count.GreaterThanOrEqualTo(20_000));
        Assert.That(await RowsAsync(other), Is.EqualTo(published));
    }

    private Database At(string file) => Database.From(new() { ConnectionString = $"Data Source={Path.Combine(_data.Path, file)}" });

    /// <summary>A line for each value, sorted; null is empty.</summary>
    private static async Task<IReadOnlyList<string>> RowsAsync(Database database)
    {
        await using var connection = await database.OpenAsync(Never);
        var rows = await connection.QueryAsync(Published);
        return [.. rows.Select(r => string.Join('\t', ((IDictionary<string, object?>)r).Values.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v}")))).Order(StringComparer.Ordinal)];
    }

    private async Task HandInAllAsync(Database database, IReadOnlyList<string> published)
    {
        var feeds = FeedList.ReadFrom(Repository.At("data-samples")).Select(AsHandedIn).ToDictionary(f => f.Code);
        await Migrator.MigrateAsync(database, Never);
        await new CatalogueStore(database, TimeProvider.System).SeedAsync(Shipped, [.. feeds.Values], Never);
        using var client = new HttpClient { BaseAddress = _site.Address };
        foreach (var (feed, indicator) in published.Select(r => r.Split('\t')).Select(r => (r[0], r[1])).Distinct())
        {
            var bytes = await client.GetByteArrayAsync(new Uri($"pl/data/{indicator}.csv?feed={feed}", UriKind.Relative));
            await HandInAsync(database, feeds[feed], $"{indicator}.csv", bytes);
        }
    }

    private static Feed AsHandedIn(Feed feed) => feed with { Profile = "figures", Scope = DeliveryScope.Incremental, Release = ReleasePolicy.Automatic };

    private static async Task HandInAsync(Database database, Feed feed, string name, byte[] bytes)
    {
        var file = FeedFile.FromBytes(bytes, name, name, DateTime.UnixEpoch);
        using var read = new FeedReader(Shipped).Read(file, feed, Profiles.Shipped(feed.Profile), Never);
        Assert.That(read.Findings.Where(f => f.Severity == Severity.Error).Select(f => $"{feed.Code} {name} line {f.Line}: {f.Reason} {f.Field} {f.Found}"), Is.Empty);
        var delivery = await new DeliveryStore(database).SaveAsync(read, feed, DeliveryStore.Pack(file, Never), Never);
        var publication = await new ReleaseStore(database, TimeProvider.System).PublishAsync(delivery, read, new("round trip"), Who.Program, byPerson: true, Never);
        Assert.That(publication.Outcome, Is.EqualTo(PublicationOutcome.Released), $"{feed.Code} {name}");
    }
}
