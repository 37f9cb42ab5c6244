using System.Data.Common;
using Dapper;
using Lagebild.Accounts;
using Lagebild.Catalogue;

namespace Lagebild.Storage;

/// <summary>What editors wrote and nobody released yet. Nothing of it is public.</summary>
public sealed class CatalogueDraftStore(Database database, TimeProvider clock)
{
    private static readonly Table _draft = new("catalogue_draft", "kind", "code", "part", "language", "number", "removes", "state", "body", "person", "who", "at_utc");

    /// <summary>All drafts, latest first.</summary>
    public async Task<IReadOnlyList<CatalogueDraft>> AllAsync(CancellationToken ct) => DraftRow.Together(await database.QueryAsync<DraftRow>(Sql.All, null, ct));

    /// <summary>Null where nothing waits for an entry.</summary>
    public async Task<CatalogueDraft?> OfAsync(string kind, string code, CancellationToken ct) =>
        DraftRow.Together(await database.QueryAsync<DraftRow>(Sql.OfEntry, new { Kind = kind, Code = code }, ct)).SingleOrDefault();

    /// <summary>
    /// Keeps a draft in place of the one seen (<paramref name="seen"/>; null: there was none). Gives it with its number, or null where another one has been written since:
    /// then nothing is kept. <paramref name="region"/> is that of the office, for the audit.
    /// </summary>
    public async Task<CatalogueDraft?> SaveAsync(CatalogueDraft draft, long? seen, Who by, string? region, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        var before = await OfAsync(transaction, draft.Kind, draft.Code);
        if (before?.Number != seen)
        {
            return null;
        }

        var saved = draft with { Number = await Database.NextAsync(transaction, "catalogue_draft"), By = by, AtUtc = clock.GetUtcNow().UtcDateTime };
        await RemoveAsync(transaction, draft);
        database.Insert(transaction, _draft, DraftRow.Of(saved));
        await AuditStore.AddAsync(transaction, clock, by, "text.write", Subject(draft), region, before is null ? null : Words(before), Words(saved));
        await transaction.CommitAsync(ct);
        return saved;
    }

    /// <summary>Throws a draft away; false where it is not there any more as it was seen.</summary>
    public async Task<bool> DiscardAsync(CatalogueDraft draft, Who by, string? region, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        if (!await IsWaitingAsync(transaction, draft))
        {
            return false;
        }

        await RemoveAsync(transaction, draft);
        await AuditStore.AddAsync(transaction, clock, by, "text.discard", Subject(draft), region, before: Words(draft));
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Whether a draft still waits as it was seen.</summary>
    internal static async Task<bool> IsWaitingAsync(DbTransaction transaction, CatalogueDraft draft) => (await OfAsync(transaction, draft.Kind, draft.Code))?.Number == draft.Number;

    internal static Task RemoveAsync(DbTransaction transaction, CatalogueDraft draft) =>
        transaction.Connection!.ExecuteAsync(Sql.Remove, new { draft.Kind, draft.Code }, transaction);

    /// <summary>As the audit names an entry.</summary>
    internal static string Subject(CatalogueDraft draft) => $"{draft.Kind} {draft.Code}";

    /// <summary>As the audit words a draft: what is to be, one line for the body and each text.</summary>
    internal static string Words(CatalogueDraft draft) => draft.Removes ? "removed" : string.Join('\n', ((string[])[draft.Body ?? ""]).Where(b => b.Length > 0).Concat(draft.Texts.Select(Words)));

    internal static string Words(CatalogueText text) => $"{text.Part} {text.Language} ({text.State}): {text.Body}";

    private static async Task<CatalogueDraft?> OfAsync(DbTransaction transaction, string kind, string code) =>
        DraftRow.Together(await transaction.Connection!.QueryAsync<DraftRow>(Sql.OfEntry, new { Kind = kind, Code = code }, transaction)).SingleOrDefault();

    private sealed record DraftRow
    {
        public required string Kind { get; init; }

        public required string Code { get; init; }

        public required string Part { get; init; }

        public required string Language { get; init; }

        public long Number { get; init; }

        public bool Removes { get; init; }

        public string? State { get; init; }

        public string? Body { get; init; }

        public long? Person { get; init; }

        public required string Who { get; init; }

        public DateTime AtUtc { get; init; }

        /// <summary>The row of the entry itself stands even where its body stays as it is.</summary>
        public static IEnumerable<object?[]> Of(CatalogueDraft draft)
        {
            yield return Row(draft, "", "", null, draft.Body);
            foreach (var text in draft.Texts)
            {
                yield return Row(draft, text.Part, text.Language, text.State.ToString(), text.Body);
            }
        }

        /// <summary>Latest first.</summary>
        public static IReadOnlyList<CatalogueDraft> Together(IEnumerable<DraftRow> rows) =>
            [.. rows.GroupBy(r => (r.Kind, r.Code)).Select(g => Draft([.. g])).OrderByDescending(d => d.Number)];

        private static object?[] Row(CatalogueDraft draft, string part, string language, string? state, string? body) =>
            [draft.Kind, draft.Code, part, language, draft.Number, draft.Removes, state, body, draft.By.Person, draft.By.Name, draft.AtUtc];

        private static CatalogueDraft Draft(IReadOnlyList<DraftRow> rows)
        {
            var entry = rows.Single(r => r.Part.Length == 0);
            return new()
            {
                Number = entry.Number,
                Kind = entry.Kind,
                Code = entry.Code,
                Removes = entry.Removes,
                Body = entry.Body,
                Texts = [.. rows.Where(r => r.Part.Length > 0).Select(r => r.Text)],
                By = new(entry.Person, entry.Who),
                AtUtc = entry.AtUtc,
            };
        }

        private CatalogueText Text => new() { Kind = Kind, Code = Code, Part = Part, Language = Language, Body = Body!, State = Enum.Parse<TextState>(State!) };
    }

    internal static class Sql
    {
        private const string Columns = """
            select d.kind, d.code, d.part, d.language, d.number, d.removes, d.state, d.body, d.person, d.who, d.at_utc
            from catalogue_draft d
            """;

        /// <summary>All drafts, ordered by entry, part and language.</summary>
        public const string All = $"""
            {Columns}
            order by d.kind, d.code, d.part, d.language
            """;

        /// <summary>The draft of one entry, ordered by part and language.</summary>
        public const string OfEntry = $"""
            {Columns}
            where d.kind = @Kind and d.code = @Code
            order by d.kind, d.code, d.part, d.language
            """;

        /// <summary>Removes the draft of an entry.</summary>
        public const string Remove = """
            delete from catalogue_draft
            where kind = @Kind and code = @Code
            """;
    }
}
