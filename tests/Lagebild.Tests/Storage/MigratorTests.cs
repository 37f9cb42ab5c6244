using Dapper;
using Lagebild.Storage;
using Microsoft.Data.Sqlite;

namespace Lagebild.Tests.Storage;

internal sealed class MigratorTests
{
    private string _folder = "";
    private Database _database = null!;

    [SetUp]
    public void Start()
    {
        _folder = Directory.CreateTempSubdirectory("lagebild").FullName;
        _database = Database.From(new() { ConnectionString = $"Data Source={Path.Combine(_folder, "test.db")}" });
    }

    [TearDown]
    public void Remove()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task A_second_start_applies_nothing()
    {
        await Migrator.MigrateAsync(_database, default);
        await Migrator.MigrateAsync(_database, default);
        Assert.That(await _database.QueryAsync<string>("select name from migration", null, default), Is.EqualTo((string[])["0001_initial.sqlite.sql", "0002_boundary.sqlite.sql"]));
    }

    [Test]
    public async Task A_newer_schema_stops_the_start()
    {
        await Migrator.MigrateAsync(_database, default);
        await _database.ExecuteAsync("insert into migration (number, name, checksum, applied_utc) values (7, '0007_later.sqlite.sql', '', '')", null, default);
        var stopped = Assert.ThrowsAsync<NewerSchemaException>(() => Migrator.MigrateAsync(_database, default));
        Assert.That((stopped!.Found, stopped.Known), Is.EqualTo((7, 2)));
    }

    [Test]
    public async Task A_migration_changed_after_it_was_applied_stops_the_start()
    {
        await Migrator.MigrateAsync(_database, default);
        await _database.ExecuteAsync("update migration set checksum = 'other'", null, default);
        Assert.ThrowsAsync<InvalidOperationException>(() => Migrator.MigrateAsync(_database, default));
    }

    [Test]
    public void A_migration_that_fails_leaves_nothing_behind()
    {
        Migration[] migrations = [new() { Number = 1, Name = "0001_broken", Checksum = "", Script = "create table half (id integer); create table nonsense (" }];
        Assert.ThrowsAsync<SqliteException>(() => Migrator.MigrateAsync(_database, migrations, default));
        Assert.That(Tables(), Is.Empty);
    }

    [Test]
    public async Task Two_nodes_may_start_at_once()
    {
        await Task.WhenAll(Task.Run(() => Migrator.MigrateAsync(_database, default)), Task.Run(() => Migrator.MigrateAsync(_database, default)));
        Assert.That(await _database.QueryAsync<int>("select number from migration", null, default), Is.EqualTo((int[])[1, 2]));
    }

    [Test]
    public void Each_migration_has_a_file_for_either_database() =>
        Assert.That(
            Migrator.Embedded("sqlserver").Select(m => m.Name.Replace(".sqlserver.", ".", StringComparison.Ordinal)),
            Is.EqualTo(Migrator.Embedded("sqlite").Select(m => m.Name.Replace(".sqlite.", ".", StringComparison.Ordinal))).And.Not.Empty);

    [Test]
    public void Both_databases_have_the_same_tables_and_columns() =>
        Assert.That(Columns("sqlserver"), Is.EqualTo(Columns("sqlite")).And.Not.Empty);

    private static string[] Columns(string database) =>
        [.. Migrator.Embedded(database).SelectMany(m => m.Script.Split('\n')).Where(l => l.StartsWith("create ", StringComparison.Ordinal) || l.StartsWith("    ", StringComparison.Ordinal)).Select(l => l.TrimStart().Split(' ')[0] + (l.StartsWith("create", StringComparison.Ordinal) ? " " + l.Split(' ')[2] : ""))];

    private List<string> Tables()
    {
        using var connection = new SqliteConnection(_database.Options.ConnectionString);
        return [.. connection.Query<string>("select name from sqlite_master")];
    }
}
