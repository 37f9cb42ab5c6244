using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Lagebild.Catalogue;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>Definitions, texts, breaks and targets: released like figures.</summary>
public sealed class CatalogueStore(Database database, TimeProvider clock)
{
    private static readonly Table _entry = new("catalogue_entry", "kind", "code", "release_from", "release_to", "edited", "body");
    private static readonly Table _text = new("catalogue_text", "kind", "code", "part", "language", "release_from", "release_to", "edited", "state", "body");

    private readonly ConcurrentDictionary<int, Catalogue.Catalogue> _byStand = [];
    private readonly ConcurrentDictionary<int, Catalogue.Catalogue> _byChange = [];

    /// <summary>
    /// At first start keeps the shipped catalogue and the feeds: they become public with release 1. Later, what the program ships anew replaces
    /// only rows that nobody has edited here, in a release of its own where anything was public; feeds are only added, never changed.
    /// </summary>
    public async Task SeedAsync(Catalogue.Catalogue shipped, IReadOnlyList<Feed> feeds, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        await FeedStore.AddAsync(transaction, feeds, clock);
        var release = await ReleaseStore.NextAsync(transaction);
        var entries = Change([.. await connection.QueryAsync<EntryRow>(Sql.Entries, transaction: transaction)], shipped.Entries.Select(EntryRow.Of), e => (e.Kind, e.Code));
        var texts = Change([.. await connection.QueryAsync<TextRow>(Sql.Texts, transaction: transaction)], shipped.Texts.Select(TextRow.Of), t => (t.Kind, t.Code, t.Part, t.Language));
        await CloseAsync(transaction, release, entries.Old, Sql.CloseEntry, Sql.RemoveEntry);
        await CloseAsync(transaction, release, texts.Old, Sql.CloseText, Sql.RemoveText);
        database.Insert(transaction, _entry, entries.New.Select(e => new object?[] { e.Kind, e.Code, release, ObservationRow.Current, false, e.Body }));
        database.Insert(transaction, _text, texts.New.Select(t => new object?[] { t.Kind, t.Code, t.Part, t.Language, release, ObservationRow.Current, false, t.State, t.Body }));
        await AddReleaseAsync(transaction, release, entries.New.Count + texts.New.Count, entries.Old.Count + texts.Old.Count, entries.Changed + texts.Changed);
        await transaction.CommitAsync(ct);
        _byStand.Clear();
        _byChange.Clear();
    }

    /// <summary>
    /// The catalogue as of a release that has been made; before the first (0), the one that release 1 will show. The same object for the same content.
    /// </summary>
    public async Task<Catalogue.Catalogue> AsOfAsync(int stand, CancellationToken ct)
    {
        if (_byStand.TryGetValue(stand, out var known))
        {
            return known;
        }

        var latest = (await database.QueryAsync<int>(ReleaseStore.Sql.Last, null, ct)).Single();
        var change = (await database.QueryAsync<int>(Sql.LastChange, new { Stand = Math.Max(stand, 1) }, ct)).Single();
        if (!_byChange.TryGetValue(change, out var catalogue))
        {
            catalogue = _byChange.GetOrAdd(change, await ReadAsync(change, ct));
        }

        return stand > 0 && stand <= latest ? _byStand.GetOrAdd(stand, catalogue) : catalogue;
    }

    private async Task<Catalogue.Catalogue> ReadAsync(int stand, CancellationToken ct) => Catalogue.Catalogue.From(
        await database.QueryAsync<CatalogueEntry>(Sql.EntriesAsOf, new { Stand = stand }, ct),
        await database.QueryAsync<CatalogueText>(Sql.TextsAsOf, new { Stand = stand }, ct));

    /// <summary>Rows to close and rows to open, and how many of these take the place of a closed one; what was edited here stays as it is.</summary>
    private static (List<T> Old, List<T> New, int Changed) Change<T, TKey>(IReadOnlyList<T> current, IEnumerable<T> shipped, Func<T, TKey> key)
        where T : Seeded
        where TKey : notnull
    {
        var (byKey, wanted) = (current.ToDictionary(key), shipped.ToDictionary(key));
        var old = current.Where(c => !c.Edited && (!wanted.TryGetValue(key(c), out var w) || w.Content != c.Content)).ToList();
        var opened = wanted.Where(w => !byKey.TryGetValue(w.Key, out var c) || (!c.Edited && c.Content != w.Value.Content)).Select(w => w.Value).ToList();
        return (old, opened, old.Count(o => wanted.ContainsKey(key(o))));
    }

    /// <summary>Rows that no release has shown yet go; the others end.</summary>
    private static async Task CloseAsync<T>(DbTransaction transaction, int release, List<T> rows, string close, string remove)
        where T : Seeded
    {
        foreach (var row in rows)
        {
            await transaction.Connection!.ExecuteAsync(row.ReleaseFrom == release ? remove : close, row.With(release), transaction);
        }
    }

    private async Task AddReleaseAsync(DbTransaction transaction, int number, int opened, int closed, int changed)
    {
        if (number == 1 || opened + closed == 0)
        {
            return;
        }

        await ReleaseStore.AddAsync(transaction, new()
        {
            Number = number,
            PublishedUtc = clock.GetUtcNow().UtcDateTime,
            Kind = ReleaseKind.Catalogue,
            Why = "New definitions and texts of the program",
            Added = opened - changed,
            Changed = changed,
            Closed = closed - changed,
        });
    }

    /// <summary>A row that the program ships and an editor may have changed.</summary>
    private abstract record Seeded
    {
        public int ReleaseFrom { get; init; }

        public bool Edited { get; init; }

        /// <summary>What makes a change.</summary>
        public abstract string Content { get; }

        /// <summary>The row's key with the release that ends it, as parameters.</summary>
        public abstract object With(int release);
    }

    private sealed record EntryRow : Seeded
    {
        public required string Kind { get; init; }

        public required string Code { get; init; }

        public required string Body { get; init; }

        public override string Content => Body;

        public static EntryRow Of(CatalogueEntry entry) => new() { Kind = entry.Kind, Code = entry.Code, Body = entry.Body };

        public override object With(int release) => new { Kind, Code, ReleaseFrom, Release = release };
    }

    private sealed record TextRow : Seeded
    {
        public required string Kind { get; init; }

        public required string Code { get; init; }

        public required string Part { get; init; }

        public required string Language { get; init; }

        public required string State { get; init; }

        public required string Body { get; init; }

        public override string Content => State + " " + Body;

        public static TextRow Of(CatalogueText text) =>
            new() { Kind = text.Kind, Code = text.Code, Part = text.Part, Language = text.Language, State = text.State.ToString(), Body = text.Body };

        public override object With(int release) => new { Kind, Code, Part, Language, ReleaseFrom, Release = release };
    }

    internal static class Sql
    {
        /// <summary>The last release up to a stand at which a definition or text changed; 1 where none did.</summary>
        public const string LastChange = """
            select coalesce(max(c.release), 1)
            from (
                select release_from as release from catalogue_entry where release_from <= @Stand
                union all select release_to from catalogue_entry where release_to <= @Stand
                union all select release_from from catalogue_text where release_from <= @Stand
                union all select release_to from catalogue_text where release_to <= @Stand) c
            """;

        /// <summary>Definitions as of a release.</summary>
        public const string EntriesAsOf = """
            select kind, code, body
            from catalogue_entry
            where release_from <= @Stand and release_to > @Stand
            """;

        /// <summary>Texts as of a release.</summary>
        public const string TextsAsOf = """
            select kind, code, part, language, state, body
            from catalogue_text
            where release_from <= @Stand and release_to > @Stand
            """;

        /// <summary>Definitions as they are now, or will be with the next release.</summary>
        public const string Entries = """
            select kind, code, release_from, edited, body
            from catalogue_entry
            where release_to = 2147483647
            """;

        /// <summary>Texts as they are now, or will be with the next release.</summary>
        public const string Texts = """
            select kind, code, part, language, release_from, edited, state, body
            from catalogue_text
            where release_to = 2147483647
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
