using Dapper;
using Lagebild.Accounts;
using Lagebild.Import;
using Lagebild.Statistics;
using Lagebild.Storage;
using Microsoft.Data.Sqlite;

namespace Lagebild.Tests.Storage;

/// <summary>An empty, migrated and seeded database for each test, once per kind of database.</summary>
[TestFixture("sqlite")]
[TestFixture("sqlserver")]
internal abstract class StorageFixture(string kind)
{
    protected const string Feed = "first";
    protected const string OtherFeed = "second";

    private string _folder = "";

    protected Database Database { get; private set; } = null!;

    protected TestClock Clock { get; private set; } = null!;

    protected CatalogueStore Catalogue { get; private set; } = null!;

    protected DeliveryStore Deliveries { get; private set; } = null!;

    protected ReleaseStore Releases { get; private set; } = null!;

    protected ObservationStore Observations { get; private set; } = null!;

    protected static string? SqlServer => Environment.GetEnvironmentVariable("LAGEBILD_TEST_SQLSERVER");

    [OneTimeSetUp]
    public void RequireServer()
    {
        if (kind == "sqlserver" && SqlServer is null)
        {
            Assert.Ignore("LAGEBILD_TEST_SQLSERVER holds no connection string: storage was not tested on SQL Server.");
        }
    }

    [SetUp]
    public async Task StartAsync()
    {
        _folder = Directory.CreateTempSubdirectory("lagebild").FullName;
        Database = await FreshAsync(kind, _folder);
        Clock = new();
        Catalogue = new(Database, Clock);
        Deliveries = new(Database);
        Releases = new(Database, Clock);
        Observations = new(Database, Catalogue);
        await Catalogue.SeedAsync(SmallCatalogue.Shipped, Feeds(), default);
    }

    [TearDown]
    public void Remove()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    internal static async Task<Database> FreshAsync(string kind, string folder)
    {
        var options = kind == "sqlite"
            ? new DatabaseOptions { ConnectionString = $"Data Source={Path.Combine(folder, "test.db")}" }
            : new DatabaseOptions { ConnectionString = SqlServer!, SqlServer = true };
        var database = Lagebild.Storage.Database.From(options);
        await Migrator.MigrateAsync(database, default);
        if (kind == "sqlserver")
        {
            await EmptyAsync(database);
        }

        return database;
    }

    /// <summary>Two feeds released by rule, one incremental, one full; see <see cref="TestFeed"/>.</summary>
    protected virtual IReadOnlyList<Feed> Feeds() => [TestFeed.Of(Feed), TestFeed.Of(OtherFeed)];

    protected async Task<Delivery> SaveAsync(CheckedFile file) => await Deliveries.SaveAsync(file, (await new FeedStore(Database).ByCodeAsync(file.Feed, default))!, default);

    protected async Task<Release> ReleaseAsync(CheckedFile file)
    {
        var publication = await Releases.PublishAsync(await SaveAsync(file), file, new("by rule"), Who.Program, byPerson: false, default);
        Assert.That(publication.Outcome, Is.EqualTo(PublicationOutcome.Released));
        return publication.Release!;
    }

    protected Task<Release> ReleaseAsync(params TestValue[] values) => ReleaseAsync(TestFile.Of(Feed, values));

    protected async Task<int> StandAsync() => (await Releases.LatestAsync(default))!.Number;

    /// <summary>What is public as of a stand, one line a value: <c>feed region breakdown period=value status</c>, in order.</summary>
    protected async Task<string[]> PublicAsync(int? stand = null)
    {
        var query = new SeriesQuery { Indicator = "refugees", Stand = stand ?? await StandAsync() };
        return [.. (await Observations.SeriesAsync(query, default)).SelectMany(s => s.Observations.Select(o => Line(s.Key, o)))];
    }

    protected static string Line(SeriesKey key, Observation o) =>
        string.Join(' ', ((string[])[key.Feed, key.Region, key.Breakdown, $"{o.Period}={o.Value}", o.Status.Word(), o.Confidentiality.Word()]).Where(p => p.Length > 0));

    private static async Task EmptyAsync(Database database)
    {
        await using var connection = await database.OpenAsync(default);
        string[] tables =
        [
            "catalogue_draft", "catalogue_kept",
            "entry_cell", "entry_draft", "reminder",
            "answer", "question", "draft_change", "understood", "inbox", "machine_token_feed", "machine_token", "draft", "release_order", "finding", "finding_count", "withheld_line",
            "run_step",
            "stated_range", "delivery", "file_part", "stored_file", "release", "field_name", "phrase", "observation", "series", "breakdown_part", "breakdown",
            "catalogue_text", "catalogue_entry", "feed_version", "profile", "profile_draft_part", "profile_draft", "feed", "run",
            "account_grant", "recovery_code", "account_session", "account_link", "sign_in_failure", "protection_key", "account", "audit",
        ];
        foreach (var table in tables)
        {
            await connection.ExecuteAsync($"delete from {table}");
        }

        await connection.ExecuteAsync("update sequence set last = 0");
    }
}

/// <summary>Feeds for tests.</summary>
internal static class TestFeed
{
    public static Feed Of(string code) => new()
    {
        Code = code,
        Name = new Dictionary<string, string> { ["de"] = "Versuch", ["pl"] = "Próba", ["en"] = "Trial" },
        Publisher = "Publisher",
        Licence = "Licence",
        Citation = "Citation",
        Language = "de",
        Place = "test/*.csv",
        Profile = "test",
        Schedule = "0 4 * * *",
        TimeZone = "Europe/Berlin",
        Scope = DeliveryScope.Incremental,
        Release = ReleasePolicy.Automatic,
        Disclosure = new() { By = DisclosureBy.Publisher },
        OpenFile = true,
    };
}

/// <summary>A catalogue of what the tests name.</summary>
internal static class SmallCatalogue
{
    public static Catalogue.Catalogue Shipped { get; } = With("Menschen");

    public static Catalogue.Catalogue With(string name) => Lagebild.Catalogue.Catalogue.From(
        [
            new() { Kind = "unit", Code = "persons", Body = "{}" },
            new() { Kind = "indicator", Code = "refugees", Body = """{"topic":"international","kind":"stock","unit":"persons","order":1}""" },
            new() { Kind = "variant", Code = "unhcr-refugees", Body = """{"indicator":"refugees","unit":"persons","reference":"end","populationCounted":"all","dimensions":["age","sex"]}""" },
            new() { Kind = "variant", Code = "tenths", Body = """{"indicator":"refugees","unit":"persons","decimals":1,"reference":"end","populationCounted":"all"}""" },
        ],
        [new() { Kind = "indicator", Code = "refugees", Part = "name", Language = "de", Body = name, State = Lagebild.Catalogue.TextState.Written }]);
}
