using System.Collections.Concurrent;
using System.Data.Common;
using Lagebild.Accounts;
using Lagebild.Catalogue;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>Definitions, texts, breaks, targets, notes and explanations: released like figures.</summary>
public sealed class CatalogueStore(Database database, TimeProvider clock)
{
    private readonly ConcurrentDictionary<int, Catalogue.Catalogue> _byStand = [];
    private readonly ConcurrentDictionary<int, Catalogue.Catalogue> _byChange = [];
    private Catalogue.Catalogue _shipped = Lagebild.Catalogue.Catalogue.Shipped;

    /// <summary>
    /// At first start keeps the shipped catalogue and the feeds: they become public with release 1. Later, what the program ships anew replaces
    /// only rows that nobody has edited or removed here, in a release of its own where anything was public; feeds are only added, never changed.
    /// </summary>
    public async Task SeedAsync(Catalogue.Catalogue shipped, IReadOnlyList<Feed> feeds, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        await FeedStore.AddAsync(transaction, feeds, clock);
        var writer = new CatalogueWriter(database, transaction);
        var (release, current, kept) = (await ReleaseStore.NextAsync(transaction), await writer.CurrentAsync(), await writer.KeptAsync());
        var wanted = CatalogueRow.Of(shipped).Values.Where(r => !IsEdited(r.Key)).Concat(current.Values.Where(r => r.Edited)).ToDictionary(r => r.Key);
        var counts = await writer.WriteAsync(release, current, wanted);
        if (release > 1 && counts.Opened + counts.Closed > 0)
        {
            await ReleaseStore.AddAsync(transaction, New(release, "New definitions and texts of the program", counts));
        }

        await transaction.CommitAsync(ct);
        Forget(shipped);

        bool IsEdited(CatalogueKey key) => current.TryGetValue(key, out var row) ? row.Edited : kept.ContainsKey(key);
    }

    /// <summary>
    /// Makes drafts public, all in one release, with the reason and its language. Null, and nothing is released, where one of them no longer waits as it was seen.
    /// Throws <see cref="InvalidDataException"/> where the catalogue could not be read with them.
    /// </summary>
    public async Task<Release?> ReleaseAsync(IReadOnlyList<CatalogueDraft> drafts, string why, string language, Who who, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        foreach (var draft in drafts)
        {
            if (!await CatalogueDraftStore.IsWaitingAsync(transaction, draft))
            {
                return null;
            }
        }

        var release = await ReleaseAsync(transaction, drafts, why, language, who);
        await transaction.CommitAsync(ct);
        if (release.Number == 1)
        {
            Forget(_shipped);
        }

        return release;
    }

    /// <summary>An entry as each release left it, latest first; empty where there never was one.</summary>
    public async Task<IReadOnlyList<CatalogueVersion>> HistoryAsync(string kind, string code, CancellationToken ct)
    {
        var rows = await database.QueryAsync<CatalogueRow>(Sql.RowsOf, new { Kind = kind, Code = code }, ct);
        var releases = (await database.QueryAsync<SignedRelease>(Sql.ReleasesOf, new { Kind = kind, Code = code }, ct)).ToDictionary(r => r.Release.Number);
        return [.. rows.SelectMany(r => (int[])[r.ReleaseFrom, r.ReleaseTo]).Where(n => n != ObservationRow.Current).Distinct().OrderDescending().Select(n => Version(rows, n, releases.GetValueOrDefault(n)))];
    }

    /// <summary>Bodies and texts that an editor changed or removed and that the program ships otherwise than it did then; by kind, code, part and language.</summary>
    public async Task<IReadOnlyList<ShippedAnew>> ShippedAnewAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginReadAsync(connection, ct);
        var writer = new CatalogueWriter(database, transaction);
        var (current, kept, shipped) = (await writer.CurrentAsync(), await writer.KeptAsync(), CatalogueRow.Of(_shipped));
        var decided = current.Values.Where(r => r.Edited).Select(r => r.Key).Union(kept.Keys);
        return [.. decided.Where(IsAnew).Select(k => Anew(k, current, shipped)).OrderBy(a => a.Kind, StringComparer.Ordinal).ThenBy(a => a.Code, StringComparer.Ordinal).ThenBy(a => a.Part, StringComparer.Ordinal).ThenBy(a => a.Language, StringComparer.Ordinal)];

        bool IsAnew(CatalogueKey key) =>
            (shipped.GetValueOrDefault(key)?.Hash ?? "") != kept.GetValueOrDefault(key, "") && shipped.GetValueOrDefault(key)?.Content != current.GetValueOrDefault(key)?.Content;
    }

    /// <summary>Keeps what an editor wrote although the program ships something else now: it is no longer listed until that changes again. False where it is not listed.</summary>
    public async Task<bool> KeepAsync(ShippedAnew anew, Who who, CancellationToken ct)
    {
        if (!(await ShippedAnewAsync(ct)).Contains(anew))
        {
            return false;
        }

        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        var writer = new CatalogueWriter(database, transaction);
        var current = await writer.CurrentAsync();
        await writer.KeepAsync([new(anew.Kind, anew.Code, anew.Part, anew.Language)], current, CatalogueRow.Of(_shipped));
        await AuditStore.AddAsync(transaction, clock, who, "text.keep", $"{anew.Kind} {anew.Code}", before: anew.Shipped, after: anew.Here);
        await transaction.CommitAsync(ct);
        return true;
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

    private async Task<Release> ReleaseAsync(DbTransaction transaction, IReadOnlyList<CatalogueDraft> drafts, string why, string language, Who who)
    {
        var (writer, shipped) = (new CatalogueWriter(database, transaction), CatalogueRow.Of(_shipped));
        var (current, wanted) = (await writer.CurrentAsync(), await writer.CurrentAsync());
        var decided = drafts.SelectMany(d => CatalogueEdit.Apply(d, wanted, shipped)).ToArray();
        var catalogue = CatalogueRow.Catalogue(wanted.Values);
        var number = await ReleaseStore.NextAsync(transaction);
        var release = New(number, why, await writer.WriteAsync(number, current, wanted)) with { WhyLanguage = language, ReleasedBy = who.Person };
        await writer.KeepAsync(decided, wanted, shipped);
        await ReleaseStore.AddAsync(transaction, release);
        foreach (var draft in drafts)
        {
            await CatalogueDraftStore.RemoveAsync(transaction, draft);
            await AuditStore.AddAsync(transaction, clock, who, "text.release", CatalogueDraftStore.Subject(draft), EntryRegions.Office(catalogue, draft.Kind, CatalogueEdit.Body(draft, current)), CatalogueEdit.Before(draft, current), $"release {number}: {CatalogueDraftStore.Words(draft)}");
        }

        return release;
    }

    private Release New(int number, string why, (int Opened, int Closed, int Changed) counts) => new()
    {
        Number = number,
        PublishedUtc = clock.GetUtcNow().UtcDateTime,
        Kind = ReleaseKind.Catalogue,
        Why = why,
        Added = counts.Opened - counts.Changed,
        Changed = counts.Changed,
        Closed = counts.Closed - counts.Changed,
    };

    /// <summary>Before the first release what was read may not be what is there now.</summary>
    private void Forget(Catalogue.Catalogue shipped)
    {
        _shipped = shipped;
        _byStand.Clear();
        _byChange.Clear();
    }

    private async Task<Catalogue.Catalogue> ReadAsync(int stand, CancellationToken ct) => Lagebild.Catalogue.Catalogue.From(
        await database.QueryAsync<CatalogueEntry>(Sql.EntriesAsOf, new { Stand = stand }, ct),
        await database.QueryAsync<CatalogueText>(Sql.TextsAsOf, new { Stand = stand }, ct));

    private static ShippedAnew Anew(CatalogueKey key, Dictionary<CatalogueKey, CatalogueRow> current, Dictionary<CatalogueKey, CatalogueRow> shipped) => new()
    {
        Kind = key.Kind,
        Code = key.Code,
        Part = key.Part,
        Language = key.Language,
        Here = current.GetValueOrDefault(key)?.Body,
        Shipped = shipped.GetValueOrDefault(key)?.Body,
        State = key.IsBody ? null : shipped.GetValueOrDefault(key)?.Text.State,
    };

    private static CatalogueVersion Version(IReadOnlyList<CatalogueRow> rows, int number, SignedRelease? release)
    {
        var there = rows.Where(r => r.ReleaseFrom <= number && number < r.ReleaseTo).ToArray();
        return new()
        {
            Release = release?.Release,
            Who = release?.Who,
            Body = there.SingleOrDefault(r => r.Key.IsBody)?.Body,
            Texts = [.. there.Where(r => !r.Key.IsBody).Select(r => r.Text).OrderBy(t => t.Part, StringComparer.Ordinal).ThenBy(t => t.Language, StringComparer.Ordinal)],
        };
    }

    /// <summary>A release with the name of who made it.</summary>
    private sealed record SignedRelease
    {
        public int Number { get; init; }

        public DateTime PublishedUtc { get; init; }

        public ReleaseKind Kind { get; init; }

        public required string Why { get; init; }

        public string? WhyLanguage { get; init; }

        public long? ReleasedBy { get; init; }

        public string? Who { get; init; }

        public Release Release => new() { Number = Number, PublishedUtc = PublishedUtc, Kind = Kind, Why = Why, WhyLanguage = WhyLanguage, ReleasedBy = ReleasedBy };
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

        /// <summary>All that an entry ever was; a body has neither part, language nor state.</summary>
        public const string RowsOf = """
            select e.kind, e.code, '' as part, '' as language, e.release_from, e.release_to, e.edited, '' as state, e.body
            from catalogue_entry e
            where e.kind = @Kind and e.code = @Code
            union all
            select t.kind, t.code, t.part, t.language, t.release_from, t.release_to, t.edited, t.state, t.body
            from catalogue_text t
            where t.kind = @Kind and t.code = @Code
            """;

        /// <summary>The releases that changed an entry, with the name of who made them (null: the program).</summary>
        public const string ReleasesOf = """
            select r.number, r.published_utc, r.kind, r.why, r.why_language, r.released_by, a.name as who
            from release r
            left join account a on a.id = r.released_by
            where r.number in (
                select e.release_from from catalogue_entry e where e.kind = @Kind and e.code = @Code
                union select e.release_to from catalogue_entry e where e.kind = @Kind and e.code = @Code
                union select t.release_from from catalogue_text t where t.kind = @Kind and t.code = @Code
                union select t.release_to from catalogue_text t where t.kind = @Kind and t.code = @Code)
            """;
    }
}
