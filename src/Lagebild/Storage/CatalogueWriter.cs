using System.Data.Common;
using Dapper;

namespace Lagebild.Storage;

/// <summary>Turns the current rows of the catalogue into those wanted, within one transaction that holds the write lock.</summary>
internal sealed class CatalogueWriter(Database database, DbTransaction transaction)
{
    private static readonly Table _entry = new("catalogue_entry", "kind", "code", "release_from", "release_to", "edited", "body");
    private static readonly Table _text = new("catalogue_text", "kind", "code", "part", "language", "release_from", "release_to", "edited", "state", "body");
    private static readonly Table _kept = new("catalogue_kept", "kind", "code", "part", "language", "hash");

    /// <summary>The rows as they are now, or will be with the next release.</summary>
    public async Task<Dictionary<CatalogueKey, CatalogueRow>> CurrentAsync() =>
        (await transaction.Connection!.QueryAsync<CatalogueRow>(Sql.Current, transaction: transaction)).ToDictionary(r => r.Key);

    /// <summary>For each row that an editor decided on otherwise than the program, the hash of what it shipped then.</summary>
    public async Task<Dictionary<CatalogueKey, string>> KeptAsync() =>
        (await transaction.Connection!.QueryAsync<KeptRow>(Sql.Kept, transaction: transaction)).ToDictionary(r => new CatalogueKey(r.Kind, r.Code, r.Part, r.Language), r => r.Hash);

    /// <summary>Notes that an editor decided on rows otherwise than the program ships now; what is as shipped is no longer noted.</summary>
    public async Task KeepAsync(IEnumerable<CatalogueKey> decided, IReadOnlyDictionary<CatalogueKey, CatalogueRow> wanted, IReadOnlyDictionary<CatalogueKey, CatalogueRow> shipped)
    {
        var kept = new List<object?[]>();
        foreach (var key in decided)
        {
            await transaction.Connection!.ExecuteAsync(Sql.RemoveKept, key, transaction);
            if (shipped.TryGetValue(key, out var row) && (!wanted.TryGetValue(key, out var here) || here.Content != row.Content))
            {
                kept.Add([key.Kind, key.Code, key.Part, key.Language, row.Hash]);
            }
        }

        database.Insert(transaction, _kept, kept);
    }

    /// <summary>
    /// Ends and begins rows with a release; rows that no release has shown yet go. Gives how many began, ended, and how many of these took another's place.
    /// </summary>
    public async Task<(int Opened, int Closed, int Changed)> WriteAsync(
        int release, IReadOnlyDictionary<CatalogueKey, CatalogueRow> current, IReadOnlyDictionary<CatalogueKey, CatalogueRow> wanted)
    {
        CatalogueRow[] old = [.. current.Values.Where(c => !wanted.TryGetValue(c.Key, out var w) || w.Content != c.Content)];
        CatalogueRow[] opened = [.. wanted.Values.Where(w => !current.TryGetValue(w.Key, out var c) || c.Content != w.Content)];
        foreach (var row in old)
        {
            await CloseAsync(row, release);
        }

        database.Insert(transaction, _entry, opened.Where(r => r.Key.IsBody).Select(r => new object?[] { r.Kind, r.Code, release, ObservationRow.Current, r.Edited, r.Body }));
        database.Insert(transaction, _text, opened.Where(r => !r.Key.IsBody).Select(r => new object?[] { r.Kind, r.Code, r.Part, r.Language, release, ObservationRow.Current, r.Edited, r.State, r.Body }));
        return (opened.Length, old.Length, old.Count(o => wanted.ContainsKey(o.Key)));
    }

    private async Task CloseAsync(CatalogueRow row, int release)
    {
        var (close, remove) = row.Key.IsBody ? (Sql.CloseEntry, Sql.RemoveEntry) : (Sql.CloseText, Sql.RemoveText);
        await transaction.Connection!.ExecuteAsync(row.ReleaseFrom == release ? remove : close, new { row.Kind, row.Code, row.Part, row.Language, row.ReleaseFrom, Release = release }, transaction);
    }

    private sealed record KeptRow
    {
        public required string Kind { get; init; }

        public required string Code { get; init; }

        public required string Part { get; init; }

        public required string Language { get; init; }

        public required string Hash { get; init; }
    }

    internal static class Sql
    {
        /// <summary>Bodies and texts as they are now, or will be with the next release; a body has neither part, language nor state.</summary>
        public const string Current = """
            select e.kind, e.code, '' as part, '' as language, e.release_from, e.release_to, e.edited, '' as state, e.body
            from catalogue_entry e
            where e.release_to = 2147483647
            union all
            select t.kind, t.code, t.part, t.language, t.release_from, t.release_to, t.edited, t.state, t.body
            from catalogue_text t
            where t.release_to = 2147483647
            """;

        /// <summary>What editors decided on otherwise than the program shipped.</summary>
        public const string Kept = """
            select kind, code, part, language, hash
            from catalogue_kept
            """;

        /// <summary>A decision is no longer needed.</summary>
        public const string RemoveKept = """
            delete from catalogue_kept
            where kind = @Kind and code = @Code and part = @Part and language = @Language
            """;

        /// <summary>Ends a definition.</summary>
        public const string CloseEntry = """
            update catalogue_entry
            set release_to = @Release
            where kind = @Kind and code = @Code and release_from = @ReleaseFrom
            """;

        /// <summary>Removes a definition that was never released.</summary>
        public const string RemoveEntry = """
            delete from catalogue_entry
            where kind = @Kind and code = @Code and release_from = @ReleaseFrom
            """;

        /// <summary>Ends a text.</summary>
        public const string CloseText = """
            update catalogue_text
            set release_to = @Release
            where kind = @Kind and code = @Code and part = @Part and language = @Language and release_from = @ReleaseFrom
            """;

        /// <summary>Removes a text that was never released.</summary>
        public const string RemoveText = """
            delete from catalogue_text
            where kind = @Kind and code = @Code and part = @Part and language = @Language and release_from = @ReleaseFrom
            """;
    }
}
