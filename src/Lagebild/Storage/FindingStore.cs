using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>Findings of deliveries.</summary>
public sealed class FindingStore(Database database)
{
    /// <summary>All findings of a delivery counted, gravest first, then by reason: public.</summary>
    public async Task<IReadOnlyList<FindingCount>> CountsAsync(long delivery, CancellationToken ct)
    {
        var counts = await database.QueryAsync<FindingCount>(Sql.Counts, new { Delivery = delivery }, ct);
        return [.. counts.OrderByDescending(c => c.Severity).ThenBy(c => c.Reason)];
    }

    /// <summary>The first thousand, by line. They hold cell contents: not public.</summary>
    public Task<IReadOnlyList<Finding>> OfDeliveryAsync(long delivery, CancellationToken ct) =>
        database.QueryAsync<Finding>(Sql.OfDelivery, new { Delivery = delivery }, ct);

    internal static class Sql
    {
        /// <summary>Findings counted.</summary>
        public const string Counts = """
            select severity, reason, total as [count]
            from finding_count
            where delivery = @Delivery
            """;

        /// <summary>Findings in the order they were made. (A bare <c>found</c> is a variable of its own on one TDS-compatible server.)</summary>
        public const string OfDelivery = """
            select f.line, f.field, f.severity, f.reason, f.found, f.expected
            from finding f
            where f.delivery = @Delivery
            order by f.number
            """;
    }
}
