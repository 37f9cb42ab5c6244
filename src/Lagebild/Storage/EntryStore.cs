using System.Data.Common;
using Dapper;
using Lagebild.Accounts;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>Drafts of the entry form. Never public.</summary>
public sealed class EntryStore(Database database, TimeProvider clock)
{
    private static readonly Table _cell = new(
        "entry_cell", "draft", "save", "number", "indicator", "variant", "region", "breakdown", "frequency", "period_start", "period_end", "value", "status", "note", "by_person", "by_name", "at_utc");

    /// <summary>The open draft of a feed and region, with its history; null where there is none.</summary>
    public async Task<EntryDraft?> OpenAsync(string feed, string region, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<EntryDraft>(Sql.Open, new { Feed = feed, Region = region }) is { } draft
            ? await WithHistoryAsync(connection, draft, null) : null;
    }

    /// <summary>A draft of a feed and region, open or handed in, with its history; null where there is none.</summary>
    public async Task<EntryDraft?> ByIdAsync(long draft, string feed, string region, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<EntryDraft>(Sql.ById, new { Id = draft, Feed = feed, Region = region }) is { } known
            ? await WithHistoryAsync(connection, known, null) : null;
    }

    /// <summary>The draft of a feed and region that was handed in last, with its history; null where there is none.</summary>
    public async Task<EntryDraft?> LastHandedInAsync(string feed, string region, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<EntryDraft>(Sql.LastHandedIn, new { Feed = feed, Region = region }) is { } draft
            ? await WithHistoryAsync(connection, draft, null) : null;
    }

    /// <summary>All open drafts, the one untouched longest first, with their history.</summary>
    public async Task<IReadOnlyList<EntryDraft>> AllOpenAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var drafts = await connection.QueryAsync<EntryDraft>(Sql.AllOpen);
        var cells = (await connection.QueryAsync<CellRow>(Sql.CellsOfOpen)).ToLookup(c => c.Draft, c => c.Cell());
        return [.. drafts.Select(d => d with { History = [.. cells[d.Id]] })];
    }

    /// <summary>
    /// Adds a save to the open draft of a feed and region, which is begun where there is none. What is as it was is left out; where nothing is left, nothing is saved
    /// and the draft is given as it is, null where there is none. <paramref name="source"/> null leaves the source as it is. <paramref name="basedOn"/> is kept of a new draft only.
    /// </summary>
    public async Task<EntryDraft?> SaveAsync(Feed feed, string region, IReadOnlyDictionary<EntryKey, EntryText> cells, string? source, int basedOn, Who who, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        var open = await OpenAsync(transaction, feed.Code, region);
        var now = open?.Now ?? new Dictionary<EntryKey, EntryCell>();
        var changed = cells.Where(c => now.TryGetValue(c.Key, out var known) ? known.Text != c.Value : true).ToArray();
        if (changed.Length == 0 && (source ?? "") == (source is null ? "" : open?.Source ?? ""))
        {
            return open;
        }

        var draft = open ?? await BeginAsync(transaction, feed.Code, region, basedOn, who);
        await WriteAsync(transaction, draft, feed, changed, source ?? draft.Source, who, "entry.save");
        await transaction.CommitAsync(ct);
        return await OpenAsync(feed.Code, region, ct);
    }

    /// <summary>
    /// Puts the cells of the last save back to what they were before it, as a save of its own: done again, it brings them back. Nothing where a later save than
    /// <paramref name="save"/> came, or there is nothing to take back.
    /// </summary>
    public async Task TakeBackAsync(Feed feed, string region, int save, Who who, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        if (await OpenAsync(transaction, feed.Code, region) is not { } draft || draft.Saves != save)
        {
            return;
        }

        var before = draft.AsOf(save - 1);
        var back = draft.History.Where(c => c.Save == save).Select(c => KeyValuePair.Create(c.Key, before.GetValueOrDefault(c.Key)?.Text ?? EntryText.Empty)).ToArray();
        if (back.Length > 0)
        {
            await WriteAsync(transaction, draft, feed, back, draft.Source, who, "entry.take-back");
            await transaction.CommitAsync(ct);
        }
    }

    /// <summary>Closes a draft that the inbox has taken; false where it was closed before.</summary>
    public async Task<bool> HandedInAsync(EntryDraft draft, Feed feed, long receipt, Who who, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        var isOpen = await connection.ExecuteAsync(Sql.HandIn, new { draft.Id, Who = who.Name, AtUtc = clock.GetUtcNow().UtcDateTime, Receipt = receipt }, transaction) == 1;
        if (isOpen)
        {
            await AuditStore.AddAsync(transaction, clock, who, "entry.hand-in", Subject(draft), feed.Region, after: FormattableString.Invariant($"receipt {receipt}"));
            await transaction.CommitAsync(ct);
        }

        return isOpen;
    }

    private async Task<EntryDraft> BeginAsync(DbTransaction transaction, string feed, string region, int basedOn, Who who)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var draft = new EntryDraft { Id = await Database.NextAsync(transaction, "entry_draft"), Feed = feed, Region = region, OpenedUtc = now, UpdatedBy = who.Name, UpdatedUtc = now, BasedOn = basedOn };
        await transaction.Connection!.ExecuteAsync(
            Sql.Begin,
            new { draft.Id, draft.Feed, draft.Region, OpenedBy = who.Person, draft.OpenedUtc, draft.UpdatedBy, draft.UpdatedUtc, draft.BasedOn },
            transaction);
        return draft;
    }

    private async Task WriteAsync(DbTransaction transaction, EntryDraft draft, Feed feed, KeyValuePair<EntryKey, EntryText>[] cells, string source, Who who, string act)
    {
        var (save, now) = (draft.Saves + 1, clock.GetUtcNow().UtcDateTime);
        database.Insert(transaction, _cell, cells.Select((c, i) => Row(draft, save, i, c.Key, c.Value, who, now)));
        await transaction.Connection!.ExecuteAsync(Sql.Update, new { draft.Id, Saves = save, Source = source, UpdatedBy = who.Name, UpdatedUtc = now }, transaction);
        await AuditStore.AddAsync(transaction, clock, who, act, Subject(draft), feed.Region, after: FormattableString.Invariant($"save {save}: {cells.Length} cells"));
    }

    private static object?[] Row(EntryDraft draft, int save, int number, EntryKey key, EntryText text, Who who, DateTime now) =>
    [
        draft.Id, save, number, key.Indicator, key.Variant, draft.Region, key.Breakdown, key.Period.Frequency.Letter().ToString(), DayNumber.From(key.Period.Start), DayNumber.From(key.Period.End),
        text.Value, text.Status, text.Note, who.Person, who.Name, now,
    ];

    private static string Subject(EntryDraft draft) => FormattableString.Invariant($"entry {draft.Id} of feed {draft.Feed}, {draft.Region}");

    private static async Task<EntryDraft?> OpenAsync(DbTransaction transaction, string feed, string region) =>
        await transaction.Connection!.QuerySingleOrDefaultAsync<EntryDraft>(Sql.Open, new { Feed = feed, Region = region }, transaction) is { } draft
            ? await WithHistoryAsync(transaction.Connection!, draft, transaction) : null;

    private static async Task<EntryDraft> WithHistoryAsync(DbConnection connection, EntryDraft draft, DbTransaction? transaction) =>
        draft with { History = [.. (await connection.QueryAsync<CellRow>(Sql.Cells, new { draft.Id }, transaction)).Select(c => c.Cell())] };

    private sealed record CellRow
    {
        public long Draft { get; init; }

        public int Save { get; init; }

        public required string Indicator { get; init; }

        public required string Variant { get; init; }

        public required string Breakdown { get; init; }

        public required string Frequency { get; init; }

        public int PeriodStart { get; init; }

        public int PeriodEnd { get; init; }

        public required string Value { get; init; }

        public required string Status { get; init; }

        public required string Note { get; init; }

        public long? ByPerson { get; init; }

        public required string ByName { get; init; }

        public DateTime AtUtc { get; init; }

        public EntryCell Cell() => new()
        {
            Save = Save,
            Key = new()
            {
                Indicator = Indicator,
                Variant = Variant,
                Breakdown = Breakdown,
                Period = new(DayNumber.ToDay(PeriodStart), DayNumber.ToDay(PeriodEnd), FrequencyCode.Parse(Frequency)!.Value),
            },
            Text = new() { Value = Value, Status = Status, Note = Note },
            By = new(ByPerson, ByName),
            AtUtc = AtUtc,
        };
    }

    internal static class Sql
    {
        private const string Columns = """
            select e.id, e.feed, e.region, e.opened_utc, e.updated_by, e.updated_utc, e.based_on, e.saves, e.source, e.handed_in_by, e.handed_in_utc, e.receipt
            from entry_draft e
            """;

        private const string CellColumns = """
            select c.draft, c.[save], c.indicator, c.variant, c.breakdown, c.frequency, c.period_start, c.period_end, c.value, c.status, c.note, c.by_person, c.by_name, c.at_utc
            from entry_cell c
            """;

        /// <summary>One draft of a feed and region.</summary>
        public const string ById = $"""
            {Columns}
            where e.id = @Id and e.feed = @Feed and e.region = @Region
            """;

        /// <summary>The open draft of a feed and region.</summary>
        public const string Open = $"""
            {Columns}
            where e.feed = @Feed and e.region = @Region and e.handed_in_utc is null
            """;

        /// <summary>The draft of a feed and region handed in last.</summary>
        public const string LastHandedIn = $"""
            {Columns}
            where e.id = (select max(l.id) from entry_draft l where l.feed = @Feed and l.region = @Region and l.handed_in_utc is not null)
            """;

        /// <summary>All open drafts, the one untouched longest first.</summary>
        public const string AllOpen = $"""
            {Columns}
            where e.handed_in_utc is null
            order by e.updated_utc, e.id
            """;

        /// <summary>What the saves of a draft say, in order.</summary>
        public const string Cells = $"""
            {CellColumns}
            where c.draft = @Id
            order by c.[save], c.number
            """;

        /// <summary>The same of all open drafts.</summary>
        public const string CellsOfOpen = $"""
            {CellColumns}
            join entry_draft e on e.id = c.draft
            where e.handed_in_utc is null
            order by c.draft, c.[save], c.number
            """;

        /// <summary>A new draft.</summary>
        public const string Begin = """
            insert into entry_draft (id, feed, region, opened_by, opened_utc, updated_by, updated_utc, based_on, saves, source)
            values (@Id, @Feed, @Region, @OpenedBy, @OpenedUtc, @UpdatedBy, @UpdatedUtc, @BasedOn, 0, '')
            """;

        /// <summary>A draft was saved.</summary>
        public const string Update = """
            update entry_draft
            set saves = @Saves, source = @Source, updated_by = @UpdatedBy, updated_utc = @UpdatedUtc
            where id = @Id
            """;

        /// <summary>A draft was handed in, unless it was before.</summary>
        public const string HandIn = """
            update entry_draft
            set handed_in_by = @Who, handed_in_utc = @AtUtc, receipt = @Receipt
            where id = @Id and handed_in_utc is null
            """;
    }
}
