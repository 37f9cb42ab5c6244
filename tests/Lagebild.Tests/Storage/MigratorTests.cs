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
        Assert.That(await _database.QueryAsync<string>("select name from migration", null, default), Is.EqualTo(Migrator.Embedded("sqlite").Select(m => m.Name)));
    }

    [Test]
    public async Task A_newer_schema_stops_the_start()
    {
        await Migrator.MigrateAsync(_database, default);
        await _database.ExecuteAsync("insert into migration (number, name, checksum, applied_utc) values (9999, '9999_later.sqlite.sql', '', '')", null, default);
        var stopped = Assert.ThrowsAsync<NewerSchemaException>(() => Migrator.MigrateAsync(_database, default));
        Assert.That((stopped!.Found, stopped.Known), Is.EqualTo((9999, Migrator.Embedded("sqlite")[^1].Number)));
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
        Assert.That(await _database.QueryAsync<int>("select number from migration", null, default), Is.EqualTo(Migrator.Embedded("sqlite").Select(m => m.Number)));
    }

    [Test]
    public async Task What_was_withheld_before_the_release_that_did_so_was_noted_is_known_by_it()
    {
        await Migrator.MigrateAsync(_database, [.. Migrator.Embedded("sqlite").Take(2)], default);
        await _database.ExecuteAsync("""
            insert into stored_file (sha256, size) values ('x', 1);
            insert into delivery (id, feed, state, file_name, place, sha256, retrieved_utc, profile, profile_version, records, out_of_scope, value_count, errors, warnings, notices, scope, disclosure, release)
            values (1, 'f', 'Withdrawn', 'x', 'x', 'x', '', 'p', '1', 1, 0, 1, 0, 0, 0, 'Full', 'Publisher', 2);
            insert into stated_range (delivery, number, first_series, first_start, first_end, last_series, last_start, last_end) values (1, 1, 1, 1, 1, 3, 9, 9);
            insert into release (number, published_utc, kind, why, feed, delivery, withdraws, withdrawal_kind, added, changed, closed, unchanged)
            values (2, '', 'Delivery', '', 'f', 1, null, null, 0, 0, 0, 0), (3, '', 'Withdrawal', '', 'f', 1, 2, 'Disclosure', 0, 0, 0, 0);
            insert into observation (series, period_start, period_end, release_from, release_to, value, conf_status, public_value, public_conf_status, delivery, line, field)
            values (1, 1, 1, 1, 3, 7, null, null, 'confidential', 1, 1, 0), (1, 1, 1, 3, 9, 7, null, null, 'confidential', 1, 1, 0),
                (2, 1, 1, 1, 3, 7, 'confidential', null, 'confidential', 1, 1, 0), (3, 1, 1, 1, 3, 7, null, 7, null, 1, 1, 0);
            """, null, default);
        await Migrator.MigrateAsync(_database, default);
        Assert.That(await _database.QueryAsync<int?>("select withheld_by from published order by series, release_from", null, default), Is.EqualTo((int?[])[3, null, null, null]));
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
