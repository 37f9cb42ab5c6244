using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Lagebild.Accounts;
using Lagebild.Import;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>Makes deliveries public and takes them back; lists what was released.</summary>
public sealed class ReleaseStore(Database database, TimeProvider clock)
{
    /// <summary>Days after it have no end that a clock can show everywhere.</summary>
    private const int LastYear = 9998;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly TimeZoneInfo _berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>
    /// Compares the file of a stored or waiting delivery with what is public of its feed and releases the difference, in one transaction.
    /// <paramref name="byPerson"/> lets a waiting delivery go, and a full one close more than the set share. Throws <see cref="InvalidOperationException"/>
    /// where the delivery has errors, is released or withdrawn already, or waits for a person and <paramref name="byPerson"/> is false.
    /// A file that was stored without errors and has some now, under a newer profile or catalogue, is refused.
    /// </summary>
    public async Task<Publication> PublishAsync(Delivery delivery, CheckedFile file, ReleaseNote note, Who who, bool byPerson, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using (var transaction = await database.BeginWriteAsync(connection, ct))
        {
            var stored = await ReleasableAsync(transaction, delivery.Id, byPerson);
            if (file.HasErrors || !file.IsReadable)
            {
                return await RefuseAsync(transaction, stored, who, ct);
            }

            var counts = await WriteAsync(transaction, stored, file, ct);
            if (byPerson || !ClosesTooMuch(counts))
            {
                var release = await ReleaseAsync(transaction, stored, note, who, counts);
                await transaction.CommitAsync(ct);
                return new() { Outcome = PublicationOutcome.Released, Release = release, Counts = counts };
            }
        }

        return await DraftAsync(connection, delivery, file, ct);
    }

    /// <summary>
    /// Releases a waiting delivery by a person's word from its draft. <paramref name="basedOn"/> is the feed's release that the preview looked at was compared with
    /// (0: none): where the feed has moved on since, nothing is released (<see cref="PublicationOutcome.Stale"/>). Asking twice releases once.
    /// Throws <see cref="InvalidOperationException"/> where the delivery neither waits nor is released.
    /// </summary>
    public async Task<Publication> PublishDraftAsync(long delivery, int basedOn, ReleaseNote note, Who who, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        var publication = await PublishDraftAsync(transaction, await StoredAsync(transaction, delivery), basedOn, note, who);
        if (publication.Outcome == PublicationOutcome.Released)
        {
            await OrderStore.OvertakeAsync(transaction, delivery);
            await transaction.CommitAsync(ct);
        }

        return publication;
    }

    /// <summary>
    /// Carries out an order whose minute has come: the release and the order's end are one transaction, so that it is carried out once however often it is asked for.
    /// Gives null where the order is not open any more; one that cannot be carried out ends as failed.
    /// </summary>
    public async Task<Publication?> PublishOrderAsync(long order, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        if (await OrderStore.OpenByIdAsync(transaction, order) is not { } open)
        {
            return null;
        }

        var delivery = await StoredAsync(transaction, open.Delivery);
        var publication = delivery.State == DeliveryState.Waiting ? await PublishDraftAsync(transaction, delivery, open.BasedOn, open.Note, open.Who) : null;
        var fault = FaultOf(publication);
        await OrderStore.EndAsync(transaction, open, fault is null ? OrderState.Done : OrderState.Failed, fault);
        if (fault is not null)
        {
            await NoteAsync(transaction, Who.Program, Act.OrderFail, delivery, after: fault.ToString());
        }

        await transaction.CommitAsync(ct);
        return publication ?? new() { Outcome = PublicationOutcome.Refused, Counts = new() };
    }

    /// <summary>
    /// Computes the preview of a waiting delivery anew against what is public of its feed now. A file that has errors by now is refused; an open order stays,
    /// and fails at its minute since it was given for the former preview. Throws <see cref="InvalidOperationException"/> where the delivery does not wait.
    /// </summary>
    public async Task<Publication> CompareAsync(Delivery delivery, CheckedFile file, Who who, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using (var transaction = await database.BeginWriteAsync(connection, ct))
        {
            var stored = await ReleasableAsync(transaction, delivery.Id, byPerson: true);
            if (file.HasErrors || !file.IsReadable)
            {
                return await RefuseAsync(transaction, stored, who, ct);
            }
        }

        return await DraftAsync(connection, delivery, file, ct);
    }

    /// <summary>The preview of a waiting delivery; null where there is none.</summary>
    public async Task<Preview?> PreviewAsync(long delivery, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginReadAsync(connection, ct);
        var stored = await StoredAsync(transaction, delivery);
        return stored.State != DeliveryState.Waiting
            ? null
            : (await connection.QuerySingleAsync<Preview>(Sql.Preview, new { Delivery = delivery }, transaction)) with { Counts = await DraftCountsAsync(transaction, stored) };
    }

    /// <summary>
    /// Takes a released delivery back: every value of its feed becomes what the remaining released deliveries say, newest first.
    /// One withdrawn for error, which older stands still show, can be withdrawn for disclosure as well.
    /// Throws <see cref="InvalidOperationException"/> where there is nothing to take back.
    /// </summary>
    public async Task<Release> WithdrawAsync(long delivery, WithdrawalKind kind, ReleaseNote note, Who who, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        var withdrawn = await StoredAsync(transaction, delivery);
        if (withdrawn.Release is not { } withdraws || !IsShown(withdrawn.State, kind))
        {
            throw new InvalidOperationException($"Delivery {delivery} is {withdrawn.State}: there is nothing to withdraw.");
        }

        if (await IsDisclosedAsync(transaction, delivery))
        {
            throw new InvalidOperationException($"Delivery {delivery} was withdrawn for disclosure already.");
        }

        var number = await NextAsync(transaction);
        using var writer = database.WriteRelease(transaction, delivery, number);
        var counts = await new FeedFold(database, transaction, writer, number).WithdrawAsync(withdrawn, kind, ct);
        var release = New(number, ReleaseKind.Withdrawal, note, who, withdrawn, counts) with { Withdraws = withdraws, WithdrawalKind = kind };
        await AddAsync(transaction, release);
        await connection.ExecuteAsync(Sql.MarkWithdrawn, new { Number = number, Withdraws = withdraws }, transaction);
        await connection.ExecuteAsync(Sql.SetState, new { Delivery = delivery, State = nameof(DeliveryState.Withdrawn) }, transaction);
        await NoteAsync(transaction, who, Act.Withdraw, withdrawn, before: withdrawn.State.ToString(), after: Said(release));
        await transaction.CommitAsync(ct);
        return (await ByNumberAsync(number, ct))!;
    }

    /// <summary>
    /// Puts a delivery that was withdrawn for error back in its old place: every value of its feed becomes what the released deliveries say with it, newest first.
    /// What was withdrawn for disclosure meanwhile stays withheld. Throws <see cref="InvalidOperationException"/> where it is not withdrawn, or was for disclosure.
    /// </summary>
    public async Task<Release> RestoreAsync(long delivery, ReleaseNote note, Who who, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        var restored = await StoredAsync(transaction, delivery);
        if (restored.State != DeliveryState.Withdrawn || await IsDisclosedAsync(transaction, delivery))
        {
            throw new InvalidOperationException($"Delivery {delivery} can't be put back: it is {restored.State}, or was withdrawn for disclosure.");
        }

        var number = await NextAsync(transaction);
        using var writer = database.WriteRelease(transaction, delivery, number);
        var counts = await new FeedFold(database, transaction, writer, number).RestoreAsync(restored, ct);
        var release = New(number, ReleaseKind.Restoration, note, who, restored, counts) with { Restores = restored.Release };
        await AddAsync(transaction, release);
        await connection.ExecuteAsync(Sql.MarkWithdrawn, new { Number = (int?)null, Withdraws = restored.Release }, transaction);
        await connection.ExecuteAsync(Sql.SetState, new { Delivery = delivery, State = nameof(DeliveryState.Released) }, transaction);
        await NoteAsync(transaction, who, Act.Restore, restored, before: restored.State.ToString(), after: Said(release));
        await transaction.CommitAsync(ct);
        return (await ByNumberAsync(number, ct))!;
    }

    /// <summary>What withdrawing (or, for a withdrawn one, putting back) a delivery would change; nothing is written.</summary>
    public async Task<DifferenceCounts> WouldChangeAsync(long delivery, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginReadAsync(connection, ct);
        var stored = await StoredAsync(transaction, delivery);
        using var writer = new NoWriter();
        var fold = new FeedFold(database, transaction, writer, await NextAsync(transaction));
        return stored.State == DeliveryState.Withdrawn ? await fold.RestoreAsync(stored, ct) : await fold.WithdrawAsync(stored, WithdrawalKind.Error, ct);
    }

    /// <summary>Deliveries that are withdrawn as of a stand, each with the release that withdrew it.</summary>
    public async Task<IReadOnlyDictionary<long, int>> WithdrawnAsync(int stand, CancellationToken ct)
    {
        var withdrawn = new Dictionary<long, int>();
        foreach (var release in await database.QueryAsync<Release>(Sql.TakenAndPutBack, new { Stand = stand }, ct))
        {
            withdrawn[release.Delivery!.Value] = release.Number;
            if (release.Kind == ReleaseKind.Restoration)
            {
                withdrawn.Remove(release.Delivery.Value);
            }
        }

        return withdrawn;
    }

    /// <summary>Null before the first release.</summary>
    public async Task<Release?> LatestAsync(CancellationToken ct) => (await database.QueryAsync<Release>(Sql.Latest, null, ct)).SingleOrDefault();

    /// <summary>Null where there is none.</summary>
    public async Task<Release?> ByNumberAsync(int number, CancellationToken ct) =>
        (await database.QueryAsync<Release>(Sql.ByNumber, new { Number = number }, ct)).SingleOrDefault();

    /// <summary>The last release up to the end of that day in Berlin; null where there was none yet.</summary>
    public async Task<Release?> ByDateAsync(DateOnly day, CancellationToken ct)
    {
        if (day.Year > LastYear)
        {
            return await LatestAsync(ct);
        }

        var end = TimeZoneInfo.ConvertTimeToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue), _berlin);
        return (await database.QueryAsync<Release>(Sql.Before, new { End = end }, ct)).SingleOrDefault();
    }

    /// <summary>The number of a feed's latest release; 0 before its first.</summary>
    public async Task<int> LastOfFeedAsync(string feed, CancellationToken ct) => (await database.QueryAsync<int>(Sql.LastOfFeed, new { Feed = feed }, ct)).Single();

    /// <summary>Latest first.</summary>
    public Task<IReadOnlyList<Release>> ListAsync(CancellationToken ct) => database.QueryAsync<Release>(Sql.List, null, ct);

    /// <summary>The releases up to a stand that brought, changed or ended a value of an indicator or region, latest first. Null does not narrow.</summary>
    public Task<IReadOnlyList<Release>> OfAsync(string? indicator, string? region, int stand, CancellationToken ct) =>
        database.QueryAsync<Release>(Sql.OfSeries, new { Indicator = indicator, Region = region, Stand = stand }, ct);

    internal static async Task<int> NextAsync(DbTransaction transaction) =>
        (int)await transaction.Connection!.ExecuteScalarAsync<long>(Sql.Last, transaction: transaction) + 1;

    internal static Task AddAsync(DbTransaction transaction, Release release) => transaction.Connection!.ExecuteAsync(
        Sql.Add,
        new
        {
            release.Number,
            release.PublishedUtc,
            Kind = release.Kind.ToString(),
            release.Why,
            release.WhyLanguage,
            release.ReleasedBy,
            release.Feed,
            release.Delivery,
            release.Withdraws,
            release.Restores,
            WithdrawalKind = release.WithdrawalKind?.ToString(),
            release.Added,
            release.Changed,
            release.Closed,
            release.Unchanged,
        },
        transaction);

    internal static async Task<Delivery> StoredAsync(DbTransaction transaction, long delivery) =>
        await transaction.Connection!.QuerySingleOrDefaultAsync<Delivery>(DeliveryStore.Sql.ById, new { Delivery = delivery }, transaction)
        ?? throw new InvalidOperationException($"There is no delivery {delivery}.");

    /// <summary>Four eyes: not who handed it in.</summary>
    internal static bool MayRelease(Delivery delivery, Feed feed, Who who) => !feed.FourEyes || delivery.HandedInBy is null || delivery.HandedInBy != who.Person;

    /// <summary>Whether the draft is what was looked at, and still compares with the feed's latest release.</summary>
    internal static async Task<bool> IsDraftedAsync(DbTransaction transaction, long delivery, int basedOn) =>
        await transaction.Connection!.ExecuteScalarAsync<long>(Sql.IsDrafted, new { Delivery = delivery, BasedOn = basedOn }, transaction) > 0;

    private async Task<Publication> PublishDraftAsync(DbTransaction transaction, Delivery delivery, int basedOn, ReleaseNote note, Who who)
    {
        var counts = await DraftCountsAsync(transaction, delivery);
        if (delivery is { State: DeliveryState.Released, Release: { } number })
        {
            return new() { Outcome = PublicationOutcome.Already, Release = await ByNumberAsync(transaction, number), Counts = counts };
        }

        Releasable(delivery, byPerson: true);
        if (!MayRelease(delivery, await FeedStore.ByCodeAsync(transaction, delivery.Feed), who))
        {
            return new() { Outcome = PublicationOutcome.NeedsOther, Counts = counts };
        }

        if (!await IsDraftedAsync(transaction, delivery.Id, basedOn))
        {
            return new() { Outcome = PublicationOutcome.Stale, Counts = counts };
        }

        await DraftWriter.ReleaseAsync(transaction, delivery.Id, await NextAsync(transaction));
        return new() { Outcome = PublicationOutcome.Released, Release = await ReleaseAsync(transaction, delivery, note, who, counts), Counts = counts };
    }

    private static OrderFault? FaultOf(Publication? publication) => publication?.Outcome switch
    {
        PublicationOutcome.Released => null,
        PublicationOutcome.Stale => OrderFault.Stale,
        PublicationOutcome.NeedsOther => OrderFault.NeedsOther,
        _ => OrderFault.NotWaiting,
    };

    private static Task<Release> ByNumberAsync(DbTransaction transaction, int number) =>
        transaction.Connection!.QuerySingleAsync<Release>(Sql.ByNumber, new { Number = number }, transaction);

    private static async Task<bool> IsDisclosedAsync(DbTransaction transaction, long delivery) =>
        await transaction.Connection!.ExecuteScalarAsync<long>(Sql.IsDisclosed, new { Delivery = delivery }, transaction) > 0;

    private async Task NoteAsync(DbTransaction transaction, Who who, string act, Delivery delivery, string? before = null, string? after = null)
    {
        var feed = await FeedStore.ByCodeAsync(transaction, delivery.Feed);
        await AuditStore.AddAsync(transaction, clock, who, act, Act.Delivery(delivery.Id), feed.Region, before, after);
    }

    /// <summary>A release as the audit keeps it: no values.</summary>
    private static string Said(Release release) => JsonSerializer.Serialize(
        new { release.Number, release.Feed, For = release.WithdrawalKind, release.Why, release.WhyLanguage, release.Added, release.Changed, release.Closed }, _json);

    private async Task<Publication> RefuseAsync(DbTransaction transaction, Delivery delivery, Who who, CancellationToken ct)
    {
        await DraftWriter.RemoveAsync(transaction, delivery.Id);
        await transaction.Connection!.ExecuteAsync(Sql.SetRefused, new { Delivery = delivery.Id }, transaction);
        await NoteAsync(transaction, who, Act.Refuse, delivery, before: delivery.State.ToString());
        await transaction.CommitAsync(ct);
        return new() { Outcome = PublicationOutcome.Refused, Counts = new() };
    }

    private async Task<DifferenceCounts> WriteAsync(DbTransaction transaction, Delivery delivery, CheckedFile file, CancellationToken ct)
    {
        var feed = await FeedOfAsync(transaction, delivery);
        using var writer = database.WriteRelease(transaction, delivery.Id, await NextAsync(transaction));
        return await new DifferenceStore(database, transaction).WriteAsync(delivery.Id, feed, file, writer, ct);
    }

    /// <summary>The feed, with the scope that the delivery was stored under: what was typed into a form is never all there is.</summary>
    private static async Task<Feed> FeedOfAsync(DbTransaction transaction, Delivery delivery) => await FeedStore.ByCodeAsync(transaction, delivery.Feed) with
    {
        Scope = Enum.Parse<DeliveryScope>((await transaction.Connection!.ExecuteScalarAsync<string>(Sql.Scope, new { Delivery = delivery.Id }, transaction))!),
    };

    private async Task<Publication> DraftAsync(DbConnection connection, Delivery delivery, CheckedFile file, CancellationToken ct)
    {
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        await ReleasableAsync(transaction, delivery.Id, byPerson: true);
        var feed = await FeedOfAsync(transaction, delivery);
        var counts = await DeliveryStore.DraftAsync(database, transaction, delivery.Id, feed, file, ct);
        await transaction.CommitAsync(ct);
        return new() { Outcome = PublicationOutcome.NeedsPerson, Counts = counts };
    }

    /// <summary>In any stand that the withdrawal would change.</summary>
    private static bool IsShown(DeliveryState state, WithdrawalKind kind) =>
        state == DeliveryState.Released || (state == DeliveryState.Withdrawn && kind == WithdrawalKind.Disclosure);

    private bool ClosesTooMuch(DifferenceCounts counts) => counts.Closed > counts.InScope * database.Options.MaximumClosedShare;

    private async Task<Release> ReleaseAsync(DbTransaction transaction, Delivery delivery, ReleaseNote note, Who who, DifferenceCounts counts)
    {
        var release = New(await NextAsync(transaction), ReleaseKind.Delivery, note, who, delivery, counts);
        await AddAsync(transaction, release);
        await transaction.Connection!.ExecuteAsync(Sql.SetReleased, new { Delivery = delivery.Id, release.Number }, transaction);
        await NoteAsync(transaction, who, Act.Release, delivery, before: delivery.State.ToString(), after: Said(release));
        return release;
    }

    private Release New(int number, ReleaseKind kind, ReleaseNote note, Who who, Delivery delivery, DifferenceCounts counts) => new()
    {
        Number = number,
        PublishedUtc = clock.GetUtcNow().UtcDateTime,
        Kind = kind,
        Why = note.Text,
        WhyLanguage = note.Language,
        ReleasedBy = who.Person,
        Feed = delivery.Feed,
        Delivery = delivery.Id,
        Added = counts.Added,
        Changed = counts.Changed,
        Closed = counts.Closed,
        Unchanged = counts.Unchanged,
    };

    private static async Task<Delivery> ReleasableAsync(DbTransaction transaction, long delivery, bool byPerson) => Releasable(await StoredAsync(transaction, delivery), byPerson);

    private static Delivery Releasable(Delivery stored, bool byPerson) => stored.State == DeliveryState.Stored || (byPerson && stored.State == DeliveryState.Waiting)
        ? stored
        : throw new InvalidOperationException($"Delivery {stored.Id} can't be released: it is {stored.State}.");

    private static async Task<DifferenceCounts> DraftCountsAsync(DbTransaction transaction, Delivery delivery)
    {
        var counts = await transaction.Connection!.QuerySingleAsync<DifferenceCounts>(Sql.DraftCounts, new { Delivery = delivery.Id }, transaction);
        return counts with { Unchanged = delivery.ValueCount - counts.Added - counts.Changed };
    }

    internal static class Sql
    {
        private const string Columns = """
            select r.number, r.published_utc, r.kind, r.why, r.why_language, r.released_by, r.feed, r.delivery, r.withdraws, r.restores, r.withdrawal_kind, r.withdrawn_by, r.added, r.changed, r.closed, r.unchanged
            from release r
            """;

        /// <summary>The releases that began or ended a value of some series, latest first.</summary>
        public const string OfSeries = $"""
            {Columns}
            where r.number <= @Stand and r.number in (
                select o.release_from
                from series s
                join published o on o.series = s.id
                where (@Indicator is null or s.indicator = @Indicator) and (@Region is null or s.region = @Region)
                union
                select o.release_to
                from series s
                join published o on o.series = s.id
                where (@Indicator is null or s.indicator = @Indicator) and (@Region is null or s.region = @Region))
            order by r.number desc
            """;

        /// <summary>The latest release.</summary>
        public const string Latest = $"""
            {Columns}
            where r.number = (select max(l.number) from release l)
            """;

        /// <summary>One release.</summary>
        public const string ByNumber = $"""
            {Columns}
            where r.number = @Number
            """;

        /// <summary>The last release before a moment.</summary>
        public const string Before = $"""
            {Columns}
            where r.number = (select max(l.number) from release l where l.published_utc < @End)
            """;

        /// <summary>All releases, latest first.</summary>
        public const string List = $"""
            {Columns}
            order by r.number desc
            """;

        /// <summary>The number of the latest release; 0 before the first.</summary>
        public const string Last = """
            select coalesce(max(number), 0)
            from release
            """;

        /// <summary>The number of a feed's latest release; 0 before its first.</summary>
        public const string LastOfFeed = """
            select coalesce(max(number), 0)
            from release
            where feed = @Feed
            """;

        /// <summary>What a delivery says of what it does not name.</summary>
        public const string Scope = """
            select scope
            from delivery
            where id = @Delivery
            """;

        /// <summary>A new release.</summary>
        public const string Add = """
            insert into release (number, published_utc, kind, why, why_language, released_by, feed, delivery, withdraws, restores, withdrawal_kind, added, changed, closed, unchanged)
            values (@Number, @PublishedUtc, @Kind, @Why, @WhyLanguage, @ReleasedBy, @Feed, @Delivery, @Withdraws, @Restores, @WithdrawalKind, @Added, @Changed, @Closed, @Unchanged)
            """;

        /// <summary>A release was withdrawn, or stands again.</summary>
        public const string MarkWithdrawn = """
            update release
            set withdrawn_by = @Number
            where number = @Withdraws
            """;

        /// <summary>A delivery was withdrawn or put back.</summary>
        public const string SetState = """
            update delivery
            set state = @State
            where id = @Delivery
            """;

        /// <summary>1 where a delivery was withdrawn for disclosure.</summary>
        public const string IsDisclosed = """
            select count(*)
            from release
            where delivery = @Delivery and withdrawal_kind = 'Disclosure'
            """;

        /// <summary>Withdrawals and restorations up to a stand, in order.</summary>
        public const string TakenAndPutBack = $"""
            {Columns}
            where r.kind in ('Withdrawal', 'Restoration') and r.number <= @Stand
            order by r.number
            """;

        /// <summary>A delivery was released.</summary>
        public const string SetReleased = """
            update delivery
            set state = 'Released', release = @Number, drafted_against = null
            where id = @Delivery
            """;

        /// <summary>A delivery has errors after all.</summary>
        public const string SetRefused = """
            update delivery
            set state = 'Refused', drafted_against = null
            where id = @Delivery
            """;

        /// <summary>1 where a delivery's draft was computed against the release given, and that is the feed's latest.</summary>
        public const string IsDrafted = """
            select count(*)
            from delivery d
            where d.id = @Delivery and d.drafted_against = @BasedOn and d.drafted_against = (select coalesce(max(r.number), 0) from release r where r.feed = d.feed)
            """;

        /// <summary>What a draft was computed against, and the feed's latest release.</summary>
        public const string Preview = """
            select coalesce(d.drafted_against, -1) as based_on, (select coalesce(max(r.number), 0) from release r where r.feed = d.feed) as latest
            from delivery d
            where d.id = @Delivery
            """;

        /// <summary>What a draft adds, changes and closes.</summary>
        public const string DraftCounts = """
            select coalesce(sum(case when d.opens = 1 and d.closes = 0 then 1 else 0 end), 0) as added,
                coalesce(sum(case when d.opens = 1 and d.closes = 1 then 1 else 0 end), 0) as changed,
                coalesce(sum(case when d.opens = 0 and d.closes = 1 then 1 else 0 end), 0) as closed
            from draft d
            where d.delivery = @Delivery
            """;
    }
}
