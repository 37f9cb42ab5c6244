using System.Runtime.CompilerServices;
using Dapper;

namespace Lagebild.Storage;

/// <summary>One thing that holds in a sound database, and how often it was found not to.</summary>
/// <param name="Sentence">What holds.</param>
/// <param name="Faults">0 where it does.</param>
/// <param name="First">Where the first fault lies; null where that says nothing more.</param>
public sealed record Verified(string Sentence, long Faults, string? First = null);

/// <summary>Looks whether what is stored is sound: the audit unbroken, and nothing half, twice or lost among releases, deliveries and values. Changes nothing.</summary>
public sealed class Verification(Database database, AuditStore audit)
{
    private const int TimeoutSeconds = 3600;

    private static readonly (string Sentence, string Sql)[] _checks =
    [
        ("Releases are numbered from 1 without gaps.", Sql.Gaps),
        ("The delivery of a release is there.", Sql.ReleasesWithoutDelivery),
        ("A released delivery has its release, and one that is not released has none.", Sql.DeliveriesBesideRelease),
        ("A delivery is withdrawn where the last word on it is a withdrawal.", Sql.StatesBesideWithdrawals),
        ("What a value begins and ends with is a release.", Sql.ValuesWithoutRelease),
        ("The delivery of a value is there and was released.", Sql.ValuesWithoutDelivery),
        ("At each release a period of a series has one value at most.", Sql.Overlaps),
        ("Nothing that is held back shows a number.", Sql.Leaks),
        ("Only waiting deliveries have a draft.", Sql.DraftsLeft),
        ("An open order has a waiting delivery, a carried out one a released delivery.", Sql.OrdersBesideState),
    ];

    /// <summary>The results as they come, in a fixed order.</summary>
    public async IAsyncEnumerable<Verified> RunAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var broken = await audit.BrokenAtAsync(ct);
        yield return new("Each entry of the audit carries the hash of the one before.", broken is null ? 0 : 1, broken is null ? null : FormattableString.Invariant($"entry {broken}"));
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginReadAsync(connection, ct);
        foreach (var (sentence, sql) in _checks)
        {
            ct.ThrowIfCancellationRequested();
            yield return new(sentence, await connection.ExecuteScalarAsync<long>(sql, transaction: transaction, commandTimeout: TimeoutSeconds));
        }
    }

    internal static class Sql
    {
        /// <summary>How many numbers are left out.</summary>
        public const string Gaps = """
            select coalesce(max(number), 0) - count(*)
            from release
            """;

        /// <summary>Releases that name a delivery there is not.</summary>
        public const string ReleasesWithoutDelivery = """
            select count(*)
            from release r
            where r.delivery is not null and not exists (select 1 from delivery d where d.id = r.delivery)
            """;

        /// <summary>Deliveries whose state and release do not go together.</summary>
        public const string DeliveriesBesideRelease = """
            select count(*)
            from delivery d
            left join release r on r.number = d.release and r.delivery = d.id and r.kind = 'Delivery'
            where case when d.state in ('Released', 'Withdrawn') then 1 else 0 end <> case when r.number is null then 0 else 1 end
                or (r.number is null and d.release is not null)
            """;

        /// <summary>Deliveries whose state is not what the last withdrawal or restoration says.</summary>
        public const string StatesBesideWithdrawals = """
            select count(*)
            from delivery d
            left join release w on w.number = (select max(l.number) from release l where l.delivery = d.id and l.kind in ('Withdrawal', 'Restoration'))
            where case when d.state = 'Withdrawn' then 1 else 0 end <> case when w.kind = 'Withdrawal' then 1 else 0 end
            """;

        /// <summary>Values that begin or end with no release.</summary>
        public const string ValuesWithoutRelease = """
            select count(*)
            from observation o
            where not exists (select 1 from release r where r.number = o.release_from)
                or (o.release_to <> 2147483647 and not exists (select 1 from release r where r.number = o.release_to))
            """;

        /// <summary>Values of no delivery, or of one that was never released.</summary>
        public const string ValuesWithoutDelivery = """
            select count(*)
            from observation o
            where not exists (select 1 from delivery d where d.id = o.delivery and d.release <= o.release_from)
            """;

        /// <summary>Values that end before they begin, or after the next of their period begins.</summary>
        public const string Overlaps = """
            select count(*)
            from (
                select o.release_from, o.release_to, lead(o.release_from) over (partition by o.series, o.period_start, o.period_end order by o.release_from) as next_from
                from observation o) v
            where v.release_to <= v.release_from or v.release_to > v.next_from
            """;

        /// <summary>Values held back that have a number for the public.</summary>
        public const string Leaks = """
            select count(*)
            from observation o
            where (o.conf_status is not null or o.public_conf_status is not null) and o.public_value is not null
            """;

        /// <summary>Deliveries that have a draft and do not wait.</summary>
        public const string DraftsLeft = """
            select count(*)
            from delivery d
            where d.state <> 'Waiting' and exists (select 1 from draft f where f.delivery = d.id)
            """;

        /// <summary>Orders that do not go with the state of their delivery.</summary>
        public const string OrdersBesideState = """
            select count(*)
            from release_order o
            join delivery d on d.id = o.delivery
            where (o.state = 'Open' and d.state <> 'Waiting') or (o.state = 'Done' and d.release is null)
            """;
    }
}
