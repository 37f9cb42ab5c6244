using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Lagebild.Storage;

/// <summary>The database was made by a newer program than this one; nothing was changed.</summary>
public sealed class NewerSchemaException(int found, int known)
    : InvalidOperationException($"The database has schema {found}, this program knows schemas up to {known}. Start the newer program again, or restore a backup made before it.")
{
    /// <summary>The last migration applied to the database.</summary>
    public int Found { get; } = found;

    /// <summary>The last migration this program has.</summary>
    public int Known { get; } = known;
}

/// <summary>Brings a database to the schema of this program.</summary>
public static class Migrator
{
    /// <summary>
    /// Applies what is missing, each file once, under a lock, so that several nodes may start at once. Throws <see cref="NewerSchemaException"/>,
    /// and <see cref="InvalidOperationException"/> where a file was changed after it had been applied.
    /// </summary>
    public static Task MigrateAsync(Database database, CancellationToken ct) => MigrateAsync(database, Embedded(database.Name), ct);

    internal static async Task MigrateAsync(Database database, IReadOnlyList<Migration> migrations, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        await database.EnsureMigrationTableAsync(transaction, ct);
        foreach (var migration in Missing(migrations, [.. await connection.QueryAsync<Migration>(Sql.Applied, transaction: transaction)]))
        {
            await ApplyAsync(database, transaction, migration);
        }

        await transaction.CommitAsync(ct);
    }

    internal static IReadOnlyList<Migration> Embedded(string database)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("migrations/", StringComparison.Ordinal) && n.EndsWith($".{database}.sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(n => Read(assembly, n))];
    }

    private static Migration Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        var (file, script) = (name["migrations/".Length..], reader.ReadToEnd().ReplaceLineEndings("\n"));
        return new()
        {
            Number = int.Parse(file[..4], CultureInfo.InvariantCulture),
            Name = file,
            Checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script))),
            Script = script,
        };
    }

    private static IEnumerable<Migration> Missing(IReadOnlyList<Migration> known, IReadOnlyList<Migration> applied)
    {
        var (found, last) = (applied.Select(m => m.Number).DefaultIfEmpty().Max(), known.Select(m => m.Number).DefaultIfEmpty().Max());
        if (found > last)
        {
            throw new NewerSchemaException(found, last);
        }

        foreach (var old in applied)
        {
            if (known.First(m => m.Number == old.Number).Checksum != old.Checksum)
            {
                throw new InvalidOperationException($"The migration {old.Name} was changed after it had been applied to this database.");
            }
        }

        return known.Where(m => applied.All(a => a.Number != m.Number));
    }

    private static async Task ApplyAsync(Database database, DbTransaction transaction, Migration migration)
    {
        foreach (var batch in database.Batches(migration.Script))
        {
            await transaction.Connection!.ExecuteAsync(batch, transaction: transaction);
        }

        await transaction.Connection!.ExecuteAsync(Sql.Note, new { migration.Number, migration.Name, migration.Checksum, AppliedUtc = TimeProvider.System.GetUtcNow().UtcDateTime }, transaction);
    }

    internal static class Sql
    {
        /// <summary>The migrations applied, in order.</summary>
        public const string Applied = """
            select number, name, checksum
            from migration
            order by number
            """;

        /// <summary>Notes that a migration was applied.</summary>
        public const string Note = """
            insert into migration (number, name, checksum, applied_utc)
            values (@Number, @Name, @Checksum, @AppliedUtc)
            """;
    }
}

/// <summary>One file of a schema's changes.</summary>
internal sealed record Migration
{
    public int Number { get; init; }

    public required string Name { get; init; }

    /// <summary>SHA-256 of the script with line feeds only, lower-case hex.</summary>
    public required string Checksum { get; init; }

    public string Script { get; init; } = "";
}
