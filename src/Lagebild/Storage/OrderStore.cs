using System.Data.Common;
using Dapper;
using Lagebild.Accounts;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>What came of ordering a release.</summary>
public enum OrderOutcome
{
    /// <summary>It will be released at its minute.</summary>
    Ordered,

    /// <summary>There is an open order of the delivery already; it stays as it is.</summary>
    Already,

    /// <summary>The feed has moved on since the preview was looked at.</summary>
    Stale,

    /// <summary>The delivery does not wait for a person: it is released, refused or withdrawn.</summary>
    NotWaiting,

    /// <summary>Who handed it in may not release it.</summary>
    NeedsOther,

    /// <summary>The minute is not in the future.</summary>
    Past,
}

/// <summary>Orders to release a delivery at a set minute. Never for the public.</summary>
public sealed class OrderStore(Database database, TimeProvider clock)
{
    /// <summary>
    /// Orders the release of a waiting delivery. <paramref name="basedOn"/> is the feed's release that the preview looked at was compared with (0: none).
    /// A second order of the same delivery changes nothing.
    /// </summary>
    public async Task<OrderOutcome> OrderAsync(long delivery, DateTime atUtc, int basedOn, ReleaseNote note, Who who, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        var stored = await ReleaseStore.StoredAsync(transaction, delivery);
        var feed = await FeedStore.ByCodeAsync(transaction, stored.Feed);
        if (await ObstacleAsync(transaction, stored, feed, atUtc, basedOn, who) is { } obstacle)
        {
            return obstacle;
        }

        await AddAsync(transaction, stored, feed, atUtc, basedOn, note, who);
        await transaction.CommitAsync(ct);
        return OrderOutcome.Ordered;
    }

    /// <summary>Takes an open order back; false where it is not open any more.</summary>
    public async Task<bool> CancelAsync(long order, Who who, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        if (await OpenByIdAsync(transaction, order) is not { } open)
        {
            return false;
        }

        var stored = await ReleaseStore.StoredAsync(transaction, open.Delivery);
        var feed = await FeedStore.ByCodeAsync(transaction, stored.Feed);
        await EndAsync(transaction, open, OrderState.Cancelled, null);
        await AuditStore.AddAsync(transaction, clock, who, Act.OrderCancel, Act.Delivery(open.Delivery), feed.Region, before: Act.Moment(open.AtUtc));
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Open ones, by their minute.</summary>
    public Task<IReadOnlyList<ReleaseOrder>> OpenAsync(CancellationToken ct) => database.QueryAsync<ReleaseOrder>(Sql.Open, null, ct);

    /// <summary>The last one of a delivery, whatever its state; null where there was none.</summary>
    public async Task<ReleaseOrder?> LastOfAsync(long delivery, CancellationToken ct) =>
        (await database.QueryAsync<ReleaseOrder>(Sql.LastOf, new { Delivery = delivery }, ct)).SingleOrDefault();

    /// <summary>Open ones whose minute has come, by it.</summary>
    public Task<IReadOnlyList<ReleaseOrder>> DueAsync(CancellationToken ct) =>
        database.QueryAsync<ReleaseOrder>(Sql.Due, new { NowUtc = clock.GetUtcNow().UtcDateTime }, ct);

    /// <summary>An order as it is under the write lock; null where it is not open.</summary>
    internal static Task<ReleaseOrder?> OpenByIdAsync(DbTransaction transaction, long order) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<ReleaseOrder>(Sql.OpenById, new { Id = order }, transaction);

    internal static Task EndAsync(DbTransaction transaction, ReleaseOrder order, OrderState state, OrderFault? fault) =>
        transaction.Connection!.ExecuteAsync(Sql.End, new { order.Id, State = state.ToString(), Fault = fault?.ToString() }, transaction);

    /// <summary>The delivery is released otherwise: its open order is void.</summary>
    internal static Task OvertakeAsync(DbTransaction transaction, long delivery) =>
        transaction.Connection!.ExecuteAsync(Sql.Overtake, new { Delivery = delivery }, transaction);

    private async Task<OrderOutcome?> ObstacleAsync(DbTransaction transaction, Delivery delivery, Feed feed, DateTime atUtc, int basedOn, Who who)
    {
        if (delivery.State != DeliveryState.Waiting)
        {
            return OrderOutcome.NotWaiting;
        }

        if (await transaction.Connection!.ExecuteScalarAsync<long>(Sql.CountOpen, new { Delivery = delivery.Id }, transaction) > 0)
        {
            return OrderOutcome.Already;
        }

        return !ReleaseStore.MayRelease(delivery, feed, who) ? OrderOutcome.NeedsOther
            : !await ReleaseStore.IsDraftedAsync(transaction, delivery.Id, basedOn) ? OrderOutcome.Stale
            : atUtc <= clock.GetUtcNow().UtcDateTime ? OrderOutcome.Past
            : null;
    }

    private async Task AddAsync(DbTransaction transaction, Delivery delivery, Feed feed, DateTime atUtc, int basedOn, ReleaseNote note, Who who)
    {
        var order = new
        {
            Id = await Database.NextAsync(transaction, "release_order"),
            Delivery = delivery.Id,
            AtUtc = atUtc,
            BasedOn = basedOn,
            Why = note.Text,
            WhyLanguage = note.Language,
            OrderedBy = who.Person,
            OrderedName = who.Name,
            OrderedUtc = clock.GetUtcNow().UtcDateTime,
        };
        await transaction.Connection!.ExecuteAsync(Sql.Add, order, transaction);
        await AuditStore.AddAsync(transaction, clock, who, Act.Order, Act.Delivery(delivery.Id), feed.Region, after: Act.Moment(atUtc));
    }

    internal static class Sql
    {
        private const string Columns = """
            select o.id, o.delivery, o.at_utc, o.based_on, o.why, o.why_language, o.ordered_by, o.ordered_name, o.ordered_utc, o.state, o.fault
            from release_order o
            """;

        /// <summary>A new order.</summary>
        public const string Add = """
            insert into release_order (id, delivery, at_utc, based_on, why, why_language, ordered_by, ordered_name, ordered_utc, state)
            values (@Id, @Delivery, @AtUtc, @BasedOn, @Why, @WhyLanguage, @OrderedBy, @OrderedName, @OrderedUtc, 'Open')
            """;

        /// <summary>Open orders by their minute.</summary>
        public const string Open = $"""
            {Columns}
            where o.state = 'Open'
            order by o.at_utc, o.id
            """;

        /// <summary>Open orders whose minute has come.</summary>
        public const string Due = $"""
            {Columns}
            where o.state = 'Open' and o.at_utc <= @NowUtc
            order by o.at_utc, o.id
            """;

        /// <summary>One order, while it is open.</summary>
        public const string OpenById = $"""
            {Columns}
            where o.id = @Id and o.state = 'Open'
            """;

        /// <summary>The last order of a delivery.</summary>
        public const string LastOf = $"""
            {Columns}
            where o.id = (select max(l.id) from release_order l where l.delivery = @Delivery)
            """;

        /// <summary>How many orders of a delivery are open.</summary>
        public const string CountOpen = """
            select count(*)
            from release_order
            where delivery = @Delivery and state = 'Open'
            """;

        /// <summary>An order ends.</summary>
        public const string End = """
            update release_order
            set state = @State, fault = @Fault
            where id = @Id
            """;

        /// <summary>The open order of a delivery is void.</summary>
        public const string Overtake = """
            update release_order
            set state = 'Cancelled'
            where delivery = @Delivery and state = 'Open'
            """;
    }
}
