using System.Data.Common;
using System.Text.Json;
using Dapper;
using Lagebild.Import;
using Lagebild.Import.History;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>Deliveries: files as they arrived, and what was understood of them. Only the records <see cref="Delivery"/> are for the public.</summary>
public sealed class DeliveryStore(Database database)
{
    private static readonly Table _finding = new("finding", "delivery", "number", "line", "field", "severity", "reason", "found", "expected");
    private static readonly Table _understood = new("understood", "delivery", "body");
    private static readonly Table _count = new("finding_count", "delivery", "severity", "reason", "total");

    private const long LargestPacked = 256L << 20;

    /// <summary>
    /// Begins to compress a file on another thread, to be handed to <see cref="SaveAsync(CheckedFile, Feed, PackedFile, CancellationToken)"/> once it is
    /// read and checked. Null for files above 256 MiB, which are compressed part by part as they are stored.
    /// </summary>
    public static PackedFile? Pack(FeedFile file, CancellationToken ct) => file.Size > LargestPacked
        ? null
        : new(file, Task.Run<IReadOnlyList<FilePart>>(() => [.. FileParts.Compressed(file, ct)], ct));

    /// <summary>
    /// Stores file, findings and new series in one transaction. State of the result: refused (errors, or not readable at all), waiting (the feed is released by a person;
    /// its difference is kept as a draft) or stored.
    /// </summary>
    public Task<Delivery> SaveAsync(CheckedFile file, Feed feed, CancellationToken ct) => SaveAsync(file, feed, null, ct);

    /// <summary>The same with the file compressed ahead; null compresses it now.</summary>
    public async Task<Delivery> SaveAsync(CheckedFile file, Feed feed, PackedFile? packed, CancellationToken ct)
    {
        var parts = packed?.File == file.File ? await packed.Parts : FileParts.Compressed(file.File, ct);
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        await FileParts.KeepAsync(database, transaction, file.File, parts, ct);
        var id = await AddAsync(transaction, file, feed, receipt: null, ct);
        await transaction.CommitAsync(ct);
        return (await ByIdAsync(id, ct))!;
    }

    /// <summary>
    /// Stores what was handed in, whose bytes are kept already, and marks its receipt as read, in one transaction. It always waits for a person, unless it is refused;
    /// what was typed into the form is never all there is. Throws <see cref="InvalidOperationException"/> where the receipt was read before.
    /// </summary>
    public async Task<Delivery> SaveHandedInAsync(CheckedFile file, Feed feed, Receipt receipt, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        var id = await AddAsync(transaction, file, AsHandedIn(feed, receipt), receipt, ct);
        await InboxStore.MarkReadAsync(transaction, receipt.Id, id);
        await transaction.CommitAsync(ct);
        return (await ByIdAsync(id, ct))!;
    }

    private static Feed AsHandedIn(Feed feed, Receipt receipt) =>
        feed with { Release = ReleasePolicy.ByPerson, Scope = receipt.Channel == DeliveryChannel.Form ? DeliveryScope.Incremental : feed.Scope };

    private async Task<long> AddAsync(DbTransaction transaction, CheckedFile file, Feed feed, Receipt? receipt, CancellationToken ct)
    {
        var id = await Database.NextAsync(transaction, "delivery");
        await transaction.Connection!.ExecuteAsync(Sql.Save, Row(id, file, feed, receipt), transaction);
        KeepFindings(transaction, id, file);
        KeepUnderstanding(transaction, id, file);
        if (StateOf(file, feed) != DeliveryState.Refused)
        {
            await SeriesTable.AddMissingAsync(transaction, database, feed.Code, file.Series);
        }

        if (StateOf(file, feed) == DeliveryState.Waiting)
        {
            await DraftAsync(database, transaction, id, feed, file, ct);
        }

        return id;
    }

    /// <summary>
    /// Holds the new and changed values of a file against what is current of its feed and gives the questions, by line. Empty, without a look at any value,
    /// where nothing of the feed was released yet. The raw values stay here; a question may quote one.
    /// </summary>
    public async Task<IReadOnlyList<Finding>> QuestionsAsync(CheckedFile file, Catalogue.Catalogue definitions, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginReadAsync(connection, ct);
        if (await connection.ExecuteScalarAsync<long>(Sql.Releases, new { file.Feed }, transaction) == 0)
        {
            return [];
        }

        using var current = new CurrentValues(database, transaction, await SeriesTable.OfFeedAsync(transaction, file.Feed), file.Series, ct);
        return HistoryChecks.Questions(file, definitions, current.Of);
    }

    /// <summary>The latest delivery of a feed from a place; null where there is none. The same bytes under the same profile version are only "seen again".</summary>
    public async Task<Delivery?> LatestOfPlaceAsync(string feed, string place, CancellationToken ct) =>
        (await database.QueryAsync<Delivery>(Sql.LatestOfPlace, new { Feed = feed, Place = place }, ct)).SingleOrDefault();

    /// <summary>The latest delivery of a feed that waits for a person with these bytes, read by this version of its profile; null where there is none.</summary>
    public async Task<Delivery?> WaitingAsync(string feed, string sha256, string profileVersion, CancellationToken ct) =>
        (await database.QueryAsync<Delivery>(Sql.WaitingSame, new { Feed = feed, Sha256 = sha256, ProfileVersion = profileVersion }, ct)) is [var first, ..] ? first : null;

    /// <summary>Notes that a delivery's bytes were met again.</summary>
    public Task SeenAgainAsync(long delivery, DateTime seenUtc, CancellationToken ct) =>
        database.ExecuteAsync(Sql.SeenAgain, new { Delivery = delivery, SeenUtc = seenUtc }, ct);

    /// <summary>Null where there is none.</summary>
    public async Task<Delivery?> ByIdAsync(long delivery, CancellationToken ct) => (await database.QueryAsync<Delivery>(Sql.ById, new { Delivery = delivery }, ct)).SingleOrDefault();

    /// <summary>Deliveries of a feed, latest first.</summary>
    public Task<IReadOnlyList<Delivery>> OfFeedAsync(string feed, CancellationToken ct) => database.QueryAsync<Delivery>(Sql.OfFeed, new { Feed = feed }, ct);

    /// <summary>The deliveries released up to a stand, withdrawn ones included, by id; null takes every feed.</summary>
    public Task<IReadOnlyList<Delivery>> ReleasedAsync(string? feed, int stand, CancellationToken ct) =>
        database.QueryAsync<Delivery>(Sql.ReleasedUpTo, new { Feed = feed, Stand = stand }, ct);

    /// <summary>The latest delivery of each feed that has one, by feed code.</summary>
    public Task<IReadOnlyList<Delivery>> LatestOfFeedsAsync(CancellationToken ct) => database.QueryAsync<Delivery>(Sql.LatestOfFeeds, new { }, ct);

    /// <summary>Those that wait for a person's word, oldest first. Not public.</summary>
    public Task<IReadOnlyList<Delivery>> WaitingAsync(CancellationToken ct) => database.QueryAsync<Delivery>(Sql.Waiting, new { }, ct);

    /// <summary>Stored without errors, to be released by rule, and not released yet: cut off. Oldest first.</summary>
    public Task<IReadOnlyList<Delivery>> UnreleasedAsync(CancellationToken ct) => database.QueryAsync<Delivery>(Sql.Unreleased, new { }, ct);

    /// <summary>
    /// The file of a delivery as it arrived; <see cref="FeedFile.Open"/> gives the stored bytes. Not public. Throws <see cref="KeyNotFoundException"/>
    /// where there is no such delivery.
    /// </summary>
    public async Task<FeedFile> FileAsync(long delivery, CancellationToken ct)
    {
        var found = await ByIdAsync(delivery, ct) ?? throw new KeyNotFoundException("There is no such delivery.");
        return new()
        {
            Name = found.FileName,
            Place = found.Place,
            Sha256 = found.Sha256,
            Size = found.Size,
            RetrievedUtc = found.RetrievedUtc,
            Open = () => new StoredFileStream(database, found.Sha256),
        };
    }

    /// <summary>Keeps the difference of a delivery for a person to decide.</summary>
    internal static async Task<DifferenceCounts> DraftAsync(Database database, DbTransaction transaction, long delivery, Feed feed, CheckedFile file, CancellationToken ct)
    {
        var difference = new DifferenceStore(database, transaction);
        await transaction.Connection!.ExecuteAsync(Sql.ForgetChanges, new { Delivery = delivery }, transaction);
        using var writer = new DraftWriter(database, transaction, delivery, await RankingAsync(database, transaction, difference, feed, file), await AskedAsync(transaction, delivery, file));
        var counts = await difference.WriteAsync(delivery, feed, file, writer, ct);
        await transaction.Connection!.ExecuteAsync(Sql.Wait, new { Delivery = delivery, Feed = feed.Code, counts.Added, counts.Changed, counts.Closed }, transaction);
        return counts;
    }

    /// <summary>How a delivered file was understood; null where nobody kept it. Not public.</summary>
    public async Task<Understanding?> UnderstandingAsync(long delivery, CancellationToken ct) =>
        (await database.QueryAsync<string>(Sql.Understanding, new { Delivery = delivery }, ct)).SingleOrDefault() is { } body ? JsonSerializer.Deserialize<Understanding>(body) : null;

    /// <summary>A page of the deliveries of feeds: those that wait first, then the latest. Null takes every state.</summary>
    public Task<IReadOnlyList<Delivery>> PageAsync(IReadOnlyList<string> feeds, DeliveryState? state, int from, int count, CancellationToken ct) =>
        database.QueryAsync<Delivery>(Sql.Page, new { Feeds = feeds, State = state?.ToString(), From = from, To = from + count }, ct);

    /// <summary>How many there are.</summary>
    public async Task<long> CountAsync(IReadOnlyList<string> feeds, DeliveryState? state, CancellationToken ct) =>
        (await database.QueryAsync<long>(Sql.CountOf, new { Feeds = feeds, State = state?.ToString() }, ct)).Single();

    private static async Task<DraftRanking> RankingAsync(Database database, DbTransaction transaction, DifferenceStore difference, Feed feed, CheckedFile file)
    {
        var (series, decimals) = (await SeriesTable.AddMissingAsync(transaction, database, feed.Code, file.Series), await difference.DecimalsAsync());
        return new(series.ToDictionary(s => s.Value, s => decimals.GetValueOrDefault(s.Key.Variant)));
    }

    private static async Task<AskedValues> AskedAsync(DbTransaction transaction, long delivery, CheckedFile file)
    {
        await transaction.Connection!.ExecuteAsync(Sql.ForgetQuestions, new { Delivery = delivery }, transaction);
        return new(delivery, await transaction.Connection!.QueryAsync<StoredQuestion>(Sql.Questions, new { Delivery = delivery, Asking = AnswerStore.AskingWords }, transaction), file.Fields);
    }

    private void KeepUnderstanding(DbTransaction transaction, long delivery, CheckedFile file)
    {
        if (file.Understanding is { } understanding)
        {
            database.Insert(transaction, _understood, [[delivery, JsonSerializer.Serialize(understanding)]]);
        }
    }

    private void KeepFindings(DbTransaction transaction, long delivery, CheckedFile file)
    {
        database.Insert(transaction, _count, file.FindingCounts.Select(c =>
            new object?[] { delivery, c.Key.Severity.ToString(), c.Key.Reason.ToString(), c.Value }));
        database.Insert(transaction, _finding, file.Findings.Select((f, i) =>
            new object?[] { delivery, i, f.Line, f.Field, f.Severity.ToString(), f.Reason.ToString(), f.Found, f.Expected }));
    }

    private static DeliveryState StateOf(CheckedFile file, Feed feed) =>
        file.HasErrors || !file.IsReadable ? DeliveryState.Refused : feed.Release == ReleasePolicy.ByPerson ? DeliveryState.Waiting : DeliveryState.Stored;

    private static object Row(long id, CheckedFile file, Feed feed, Receipt? receipt) => new
    {
        Id = id,
        Feed = feed.Code,
        State = StateOf(file, feed).ToString(),
        FileName = file.File.Name,
        file.File.Place,
        file.File.Sha256,
        file.File.RetrievedUtc,
        file.Profile,
        file.ProfileVersion,
        file.Records,
        file.OutOfScope,
        file.ValueCount,
        Errors = CountOf(file, Severity.Error),
        Warnings = CountOf(file, Severity.Warning),
        Notices = CountOf(file, Severity.Notice),
        Scope = feed.Scope.ToString(),
        Disclosure = feed.Disclosure.By.ToString(),
        Channel = (receipt?.Channel ?? DeliveryChannel.Folder).ToString(),
        receipt?.HandedInBy,
    };

    private static long CountOf(CheckedFile file, Severity severity) => file.FindingCounts.Where(c => c.Key.Severity == severity).Sum(c => c.Value);

    internal static class Sql
    {
        private const string Columns = """
            select d.id, d.feed, d.state, d.file_name, d.place, d.sha256, f.size, d.retrieved_utc, d.seen_again_utc, d.profile, d.profile_version,
                d.records, d.out_of_scope, d.value_count, d.errors, d.warnings, d.notices, d.release, d.channel, d.handed_in_by
            from delivery d
            join stored_file f on f.sha256 = d.sha256
            """;

        /// <summary>A new delivery.</summary>
        public const string Save = """
            insert into delivery (id, feed, state, file_name, place, sha256, retrieved_utc, profile, profile_version, records, out_of_scope, value_count,
                errors, warnings, notices, scope, disclosure, channel, handed_in_by)
            values (@Id, @Feed, @State, @FileName, @Place, @Sha256, @RetrievedUtc, @Profile, @ProfileVersion, @Records, @OutOfScope, @ValueCount,
                @Errors, @Warnings, @Notices, @Scope, @Disclosure, @Channel, @HandedInBy)
            """;

        /// <summary>A delivery waits for a person, its draft computed against the feed's latest release (0: none).</summary>
        public const string Wait = """
            update delivery
            set state = 'Waiting', drafted_against = (select coalesce(max(r.number), 0) from release r where r.feed = @Feed),
                draft_added = @Added, draft_changed = @Changed, draft_closed = @Closed
            where id = @Delivery
            """;

        /// <summary>Removes the largest changes of an older draft.</summary>
        public const string ForgetChanges = """
            delete from draft_change
            where delivery = @Delivery
            """;

        /// <summary>Removes which values an older draft's questions were about.</summary>
        public const string ForgetQuestions = """
            delete from question
            where delivery = @Delivery
            """;

        /// <summary>The questions of a delivery.</summary>
        public const string Questions = """
            select f.number, f.line, f.field
            from finding f
            where f.delivery = @Delivery and f.severity = 'Warning' and f.reason in @Asking
            """;

        /// <summary>What was understood.</summary>
        public const string Understanding = """
            select body
            from understood
            where delivery = @Delivery
            """;

        /// <summary>A page of deliveries: waiting first, then the latest.</summary>
        public const string Page = $"""
            {Columns}
            join (
                select l.id, row_number() over (order by case when l.state = 'Waiting' then 0 else 1 end, l.id desc) as place
                from delivery l
                where l.feed in @Feeds and (@State is null or l.state = @State)) o on o.id = d.id
            where o.place > @From and o.place <= @To
            order by o.place
            """;

        /// <summary>How many deliveries there are.</summary>
        public const string CountOf = """
            select count(*)
            from delivery l
            where l.feed in @Feeds and (@State is null or l.state = @State)
            """;

        /// <summary>How many releases a feed has.</summary>
        public const string Releases = """
            select count(*)
            from release
            where feed = @Feed
            """;

        /// <summary>When a delivery's bytes were last met again.</summary>
        public const string SeenAgain = """
            update delivery
            set seen_again_utc = @SeenUtc
            where id = @Delivery
            """;

        /// <summary>One delivery.</summary>
        public const string ById = $"""
            {Columns}
            where d.id = @Delivery
            """;

        /// <summary>The latest delivery of a feed from a place.</summary>
        public const string LatestOfPlace = $"""
            {Columns}
            where d.id = (select max(l.id) from delivery l where l.feed = @Feed and l.place = @Place)
            """;

        /// <summary>The deliveries of a feed that wait with the same bytes read by the same version of the profile, latest first.</summary>
        public const string WaitingSame = $"""
            {Columns}
            where d.feed = @Feed and d.sha256 = @Sha256 and d.profile_version = @ProfileVersion and d.state = 'Waiting'
            order by d.id desc
            """;

        /// <summary>The deliveries of a feed, latest first.</summary>
        public const string OfFeed = $"""
            {Columns}
            where d.feed = @Feed
            order by d.id desc
            """;

        /// <summary>What was released up to a stand, by id.</summary>
        public const string ReleasedUpTo = $"""
            {Columns}
            where d.release <= @Stand and (@Feed is null or d.feed = @Feed)
            order by d.id
            """;

        /// <summary>The latest delivery of each feed, by feed.</summary>
        public const string LatestOfFeeds = $"""
            {Columns}
            where d.id in (select max(l.id) from delivery l group by l.feed)
            order by d.feed
            """;

        /// <summary>Deliveries that wait for a person's word, oldest first.</summary>
        public const string Waiting = $"""
            {Columns}
            where d.state = 'Waiting'
            order by d.id
            """;

        /// <summary>Deliveries that were cut off before their release, oldest first.</summary>
        public const string Unreleased = $"""
            {Columns}
            where d.state = 'Stored'
            order by d.id
            """;
    }
}
