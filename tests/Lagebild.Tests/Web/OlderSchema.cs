using Dapper;
using Lagebild.Storage;
using Microsoft.Data.Sqlite;

namespace Lagebild.Tests.Web;

/// <summary>Embedded databases as earlier programs made them.</summary>
internal static class OlderSchema
{
    /// <summary>The schemas before this program's.</summary>
    public static IEnumerable<int> Numbers => Migrator.Embedded("sqlite").Select(m => m.Number).SkipLast(1);

    /// <summary>Puts in place of a database one of an earlier schema with the same rows: each table and column that the schema has.</summary>
    public static async Task PutInPlaceAsync(string file, int schema)
    {
        SqliteConnection.ClearAllPools();
        var (newer, older) = ($"{file}.newer", $"{file}.older");
        await using (var open = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await open.ExecuteAsync($"vacuum into '{newer}'");
        }

        await Migrator.MigrateAsync(Database.From(new() { ConnectionString = $"Data Source={older};Pooling=False" }), [.. Migrator.Embedded("sqlite").Where(m => m.Number <= schema)], default);
        await CopyAsync(newer, older);
        File.Delete($"{file}-wal");
        File.Delete($"{file}-shm");
        File.Move(older, file, overwrite: true);
        File.Delete(newer);
    }

    /// <summary>What the public was shown from release to release, as the rows say it: read without anything of the program.</summary>
    public static async Task<IReadOnlyList<OldRow>> RowsAsync(string file)
    {
        await using var open = new SqliteConnection($"Data Source={file};Pooling=False");
        return [.. await open.QueryAsync<OldRow>("""
            select s.region, printf('%d-%02d-%02d', o.period_start / 10000, o.period_start / 100 % 100, o.period_start % 100) as start,
                printf('%d-%02d-%02d', o.period_end / 10000, o.period_end / 100 % 100, o.period_end % 100) as end,
                o.release_from as begun, o.release_to as ended, o.value as value, coalesce(o.conf_status, '') as confidentiality
            from published o
            join series s on s.id = o.series
            order by o.series, o.period_start, o.period_end, o.release_from
            """)];
    }

    private static async Task CopyAsync(string from, string to)
    {
        await using var open = new SqliteConnection($"Data Source={to};Pooling=False;Foreign Keys=False");
        await open.OpenAsync();
        await open.ExecuteAsync($"attach database '{from}' as newer");
        foreach (var table in await open.QueryAsync<string>("select name from main.sqlite_master where type = 'table' and name not in ('migration', 'sequence') and name not like 'sqlite_%'"))
        {
            var columns = string.Join(", ", (await open.QueryAsync<string>($"select name from pragma_table_info('{table}')")).Select(c => $"[{c}]"));
            await open.ExecuteAsync($"insert into main.{table} ({columns}) select {columns} from newer.{table}");
        }

        // The schema itself names the sequences there are.
        await open.ExecuteAsync("update main.sequence set last = (select n.last from newer.sequence n where n.name = main.sequence.name)");
        await open.ExecuteAsync("detach database newer");
    }
}

/// <summary>One released value of an old database, from a release until before another.</summary>
internal sealed record OldRow
{
    public required string Region { get; init; }

    public required string Start { get; init; }

    public required string End { get; init; }

    public long Begun { get; init; }

    public long Ended { get; init; }

    public long? Value { get; init; }

    public required string Confidentiality { get; init; }
}
