using System.Data.Common;
using Dapper;
using Lagebild.Import;

namespace Lagebild.Storage;

/// <summary>Makes deliveries public and takes them back; lists what was released.</summary>
public sealed class ReleaseStore(Database database, TimeProvider clock)
{
    /// <summary>Days after it have no end that a clock can show everywhere.</summary>
    private const int LastYear = 9998;

    private static readonly TimeZoneInfo _berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>
    /// Compares the file of a stored or waiting delivery with what is public of its feed and releases the difference, in one transaction.
    /// <paramref name="byPerson"/> lets a waiting delivery go, and a full one close more than the set share. Throws <see cref="InvalidOperationException"/>
    /// where the delivery has errors, is released or withdrawn already, or waits for a person and <paramref name="byPerson"/> is false.
    /// A file that was stored without errors and has some now, under a newer profile or catalogue, is refused.
    /// </summary>
    public async Task<Publication> PublishAsync(Delivery delivery, CheckedFile file, string why, bool byPerson, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using (var transaction = await database.BeginWriteAsync(connection, ct))
        {
            var stored = await ReleasableAsync(transaction, delivery.Id, byPerson);
            if (file.HasErrors || !file.IsReadable)
            {
                return await RefuseAsync(transaction, stored, ct);
            }

            var counts = await WriteAsync(transaction, stored, file, ct);
            if (byPerson || !ClosesTooMuch(counts))
            {
                var release = await ReleaseAsync(transaction, stored, why, counts);
                await transaction.CommitAsync(ct);
                return new() { Outcome = PublicationOutcome.Released, Release = release, Counts = counts };
            }
        }

        return await DraftAsync(connection, delivery, file, ct);
    }

    /// <summary>Releases a waiting delivery by a person's word from its draft; <see cref="PublicationOutcome.Stale"/> where the feed has moved on since.</summary>
    public async Task<Publication> PublishDraftAsync(long delivery, string why, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        var stored = await ReleasableAsync(transaction, delivery, byPerson: true);
        var counts = await DraftCountsAsync(transaction, stored);
        if (await connection.ExecuteScalarAsync<long>(Sql.IsDrafted, new { Delivery = delivery }, transaction) == 0)
        {
            return new() { Outcome = PublicationOutcome.Stale, Counts = counts };
        }

        await DraftWriter.ReleaseAsync(transaction, delivery, await NextAsync(transaction));
        var release = await ReleaseAsync(transaction, stored, why, counts);
        await transaction.CommitAsync(ct);
        return new() { Outcome = PublicationOutcome.Released, Release = release, Counts = counts };
    }

    /// <summary>
    /// Takes a released delivery back: every value of its feed becomes what the remaining released deliveries say, newest first.
    /// One withdrawn for error, which older stands still show, can be withdrawn for disclosure as well.
    /// Throws <see cref="InvalidOperationException"/> where there is nothing to take back.
    /// </summary>
    public async Task<Release> WithdrawAsync(long delivery, WithdrawalKind kind, string why, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        var withdrawn = await StoredAsync(transaction, delivery);
        if (withdrawn.Release is not { } withdraws || !IsShown(withdrawn.State, kind))
        {
            throw new InvalidOperationException($"Delivery {delivery} is {withdrawn.State}: there is nothing to withdraw.");
        }

        var number = await NextAsync(transaction);
        using var writer = database.WriteRelease(transaction, delivery, number);
        var counts = await new Withdrawal(database, transaction, writer, number).RunAsync(withdrawn, kind, ct);
        await AddAsync(transaction, New(number, ReleaseKind.Withdrawal, why, withdrawn, counts) with { Withdraws = withdraws, WithdrawalKind = kind });
        await connection.ExecuteAsync(Sql.MarkWithdrawn, new { Number = number, Withdraws = withdraws }, transaction);
        await connection.ExecuteAsync(Sql.SetWithdrawn, new { Delivery = delivery }, transaction);
        await transaction.CommitAsync(ct);
        return (await ByNumberAsync(number, ct))!;
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
            WithdrawalKind = release.WithdrawalKind?.ToString(),
            release.Added,
            release.Changed,
            release.Closed,
            release.Unchanged,
        },
        transaction);

    private static async Task<Publication> RefuseAsync(DbTransaction transaction, Delivery delivery, CancellationToken ct)
    {
        await DraftWriter.RemoveAsync(transaction, delivery.Id);
        await transaction.Connection!.ExecuteAsync(Sql.SetRefused, new { Delivery = delivery.Id }, transaction);
        await transaction.CommitAsync(ct);
        return new() { Outcome = PublicationOutcome.Refused, Counts = new() };
    }

    private async Task<DifferenceCounts> WriteAsync(DbTransaction transaction, Delivery delivery, CheckedFile file, CancellationToken ct)
    {
        var feed = await FeedStore.ByCodeAsync(transaction, delivery.Feed);
        using var writer = database.WriteRelease(transaction, delivery.Id, await NextAsync(transaction));
        return await new DifferenceStore(database, transaction).WriteAsync(delivery.Id, feed, file, writer, ct);
    }

    private async Task<Publication> DraftAsync(DbConnection connection, Delivery delivery, CheckedFile file, CancellationToken ct)
    {
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        await ReleasableAsync(transaction, delivery.Id, byPerson: true);
        var feed = await FeedStore.ByCodeAsync(transaction, delivery.Feed);
        var counts = await DeliveryStore.DraftAsync(database, transaction, delivery.Id, feed, file, ct);
        await transaction.CommitAsync(ct);
        return new() { Outcome = PublicationOutcome.NeedsPerson, Counts = counts };
    }

    /// <summary>In any stand that the withdrawal would change.</summary>
    private static bool IsShown(DeliveryState state, WithdrawalKind kind) =>
        state == DeliveryState.Released || (state == DeliveryState.Withdrawn && kind == WithdrawalKind.Disclosure);

    private bool ClosesTooMuch(DifferenceCounts counts) => counts.Closed > counts.InScope * database.Options.MaximumClosedShare;

    private async Task<Release> ReleaseAsync(DbTransaction transaction, Delivery delivery, string why, DifferenceCounts counts)
    {
        var release = New(await NextAsync(transaction), ReleaseKind.Delivery, why, delivery, counts);
        await AddAsync(transaction, release);
        await transaction.Connection!.ExecuteAsync(Sql.SetReleased, new { Delivery = delivery.Id, release.Number }, transaction);
        return release;
    }

    private Release New(int number, ReleaseKind kind, string why, Delivery delivery, DifferenceCounts counts) => new()
    {
        Number = number,
        PublishedUtc = clock.GetUtcNow().UtcDateTime,
        Kind = kind,
        Why = why,
        Feed = delivery.Feed,
        Delivery = delivery.Id,
        Added = counts.Added,
        Changed = counts.Changed,
        Closed = counts.Closed,
        Unchanged = counts.Unchanged,
    };

    private static async Task<Delivery> StoredAsync(DbTransaction transaction, long delivery) =>
        await transaction.Connection!.QuerySingleOrDefaultAsync<Delivery>(DeliveryStore.Sql.ById, new { Delivery = delivery }, transaction)
        ?? throw new InvalidOperationException($"There is no delivery {delivery}.");

    private static async Task<Delivery> ReleasableAsync(DbTransaction transaction, long delivery, bool byPerson)
    {
        var stored = await StoredAsync(transaction, delivery);
        return stored.State == DeliveryState.Stored || (byPerson && stored.State == DeliveryState.Waiting)
            ? stored
            : throw new InvalidOperationException($"Delivery {delivery} can't be released: it is {stored.State}.");
    }

    private static async Task<DifferenceCounts> DraftCountsAsync(DbTransaction transaction, Delivery delivery)
    {
        var counts = await transaction.Connection!.QuerySingleAsync<DifferenceCounts>(Sql.DraftCounts, new { Delivery = delivery.Id }, transaction);
        return counts with { Unchanged = delivery.ValueCount - counts.Added - counts.Changed };
    }

    internal static class Sql
    {
        private const string Columns = """
            select r.number, r.published_utc, r.kind, r.why, r.why_language, r.released_by, r.feed, r.delivery, r.withdraws, r.withdrawal_kind, r.withdrawn_by, r.added, r.changed, r.closed, r.unchanged
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

        /// <summary>A new release.</summary>
        public const string Add = """
            insert into release (number, published_utc, kind, why, why_language, released_by, feed, delivery, withdraws, withdrawal_kind, added, changed, closed, unchanged)
            values (@Number, @PublishedUtc, @Kind, @Why, @WhyLanguage, @ReleasedBy, @Feed, @Delivery, @Withdraws, @WithdrawalKind, @Added, @Changed, @Closed, @Unchanged)
            """;

        /// <summary>A release was withdrawn.</summary>
        public const string MarkWithdrawn = """
            update release
            set withdrawn_by = @Number
            where number = @Withdraws
            """;

        /// <summary>A delivery was withdrawn.</summary>
        public const string SetWithdrawn = """
            update delivery
            set state = 'Withdrawn'
            where id = @Delivery
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

        /// <summary>1 where a delivery's draft was computed against the feed's latest release.</summary>
        public const string IsDrafted = """
            select count(*)
            from delivery d
            where d.id = @Delivery and d.drafted_against = (select coalesce(max(r.number), 0) from release r where r.feed = d.feed)
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
