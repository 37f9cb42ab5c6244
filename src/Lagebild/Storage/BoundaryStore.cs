using System.Globalization;
using System.Text;
using Dapper;
using Lagebild.Import.Boundaries;

namespace Lagebild.Storage;

/// <summary>A boundary with what has to be said under every map that shows it.</summary>
public sealed record StoredBoundary
{
    public required Boundary Boundary { get; init; }

    /// <summary>As the operator gave it; null where it was not given.</summary>
    public string? Licence { get; init; }

    /// <summary>Whom to name; null where it was not given.</summary>
    public string? Credit { get; init; }

    public required DateTime ImportedUtc { get; init; }
}

/// <summary>Boundaries of regions. They belong to the installation, not to a release: they are no figures.</summary>
public sealed class BoundaryStore(Database database, TimeProvider clock)
{
    /// <summary>By region.</summary>
    public async Task<IReadOnlyList<StoredBoundary>> AllAsync(CancellationToken ct) =>
        [.. (await database.QueryAsync<Row>(Sql.All, null, ct)).Select(r => new StoredBoundary
        {
            Boundary = new() { Region = r.Region, Rings = Read(r.Rings) },
            Licence = r.Licence,
            Credit = r.Credit,
            ImportedUtc = r.ImportedUtc,
        })];

    /// <summary>Takes the place of what there was of the same regions, all or nothing.</summary>
    public async Task SaveAsync(IReadOnlyList<Boundary> boundaries, string? licence, string? credit, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        foreach (var boundary in boundaries)
        {
            await connection.ExecuteAsync(Sql.Remove, new { boundary.Region }, transaction);
            await connection.ExecuteAsync(
                Sql.Add, new { boundary.Region, Rings = Text(boundary.Rings), Licence = licence, Credit = credit, ImportedUtc = clock.GetUtcNow().UtcDateTime }, transaction);
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>Removes all; gives how many there were. Maps are drawn as tiles again.</summary>
    public Task<int> RemoveAllAsync(CancellationToken ct) => database.ExecuteAsync(Sql.RemoveAll, null, ct);

    /// <summary>Rings apart by a semicolon, their points and the two numbers of a point by a space.</summary>
    private static string Text(IReadOnlyList<IReadOnlyList<GeoPoint>> rings)
    {
        var text = new StringBuilder();
        foreach (var ring in rings)
        {
            text.Append(text.Length == 0 ? "" : ";").AppendJoin(' ', ring.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Longitude} {p.Latitude}")));
        }

        return text.ToString();
    }

    private static IReadOnlyList<IReadOnlyList<GeoPoint>> Read(string rings) =>
        [.. rings.Split(';').Select(r => r.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).Chunk(2).Select(p => new GeoPoint(p[0], p[1])).ToArray())];

    private sealed record Row
    {
        public string Region { get; init; } = "";

        public string Rings { get; init; } = "";

        public string? Licence { get; init; }

        public string? Credit { get; init; }

        public DateTime ImportedUtc { get; init; }
    }

    internal static class Sql
    {
        /// <summary>All boundaries by region.</summary>
        public const string All = """
            select region, rings, licence, credit, imported_utc
            from boundary
            order by region
            """;

        /// <summary>One boundary.</summary>
        public const string Add = """
            insert into boundary (region, rings, licence, credit, imported_utc)
            values (@Region, @Rings, @Licence, @Credit, @ImportedUtc)
            """;

        /// <summary>Removes the boundary of one region.</summary>
        public const string Remove = """
            delete from boundary
            where region = @Region
            """;

        /// <summary>Removes all boundaries.</summary>
        public const string RemoveAll = """
            delete from boundary
            """;
    }
}
