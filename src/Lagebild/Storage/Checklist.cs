using Dapper;

namespace Lagebild.Storage;

/// <summary>What is to be known of a waiting delivery before it is released: counts over the values of its draft that would begin.</summary>
public sealed record Checklist
{
    /// <summary>Values that would begin.</summary>
    public long BeginCount { get; init; }

    /// <summary>Of these without a number, free to be shown, and neither a reason nor a note says why there is none.</summary>
    public long Unexplained { get; init; }

    /// <summary>Of these held back from the public.</summary>
    public long Withheld { get; init; }

    /// <summary>Of these held back although there is a number for the public beside: always 0, or nothing may be released.</summary>
    public long Leaking { get; init; }

    /// <summary>Of these with another number for the public than the delivered one: rounded.</summary>
    public long Rounded { get; init; }

    /// <summary>Indicators and regions whose pages change, those with most changes first.</summary>
    public IReadOnlyList<TouchedPage> Touched { get; init; } = [];
}

/// <summary>How many values of an indicator in a region a draft adds, changes and closes.</summary>
public sealed record TouchedPage
{
    public required string Indicator { get; init; }

    public required string Region { get; init; }

    public long Added { get; init; }

    public long Changed { get; init; }

    public long Closed { get; init; }
}

/// <summary>Reads what is to be checked of drafts. Never for the public.</summary>
public sealed class ChecklistStore(Database database)
{
    /// <summary>All zero for a delivery without a draft.</summary>
    public async Task<Checklist> OfAsync(long delivery, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var counts = await connection.QuerySingleAsync<Checklist>(Sql.Counts, new { Delivery = delivery });
        return counts with { Touched = [.. await connection.QueryAsync<TouchedPage>(Sql.Touched, new { Delivery = delivery })] };
    }

    internal static class Sql
    {
        /// <summary>Counts over what a draft begins.</summary>
        public const string Counts = """
            select count(*) as begin_count,
                coalesce(sum(case when d.value is null and d.conf_status is null and (d.obs_status is null or d.obs_status = 'missing')
                    and d.missing_reason is null and d.note is null then 1 else 0 end), 0) as unexplained,
                coalesce(sum(case when d.public_conf_status is not null then 1 else 0 end), 0) as withheld,
                coalesce(sum(case when (d.conf_status is not null or d.public_conf_status is not null) and d.public_value is not null then 1 else 0 end), 0) as leaking,
                coalesce(sum(case when d.value <> d.public_value then 1 else 0 end), 0) as rounded
            from draft d
            where d.delivery = @Delivery and d.opens = 1
            """;

        /// <summary>By indicator and region, those with most changes first.</summary>
        public const string Touched = """
            select s.indicator, s.region,
                sum(case when d.opens = 1 and d.closes = 0 then 1 else 0 end) as added,
                sum(case when d.opens = 1 and d.closes = 1 then 1 else 0 end) as changed,
                sum(case when d.opens = 0 and d.closes = 1 then 1 else 0 end) as closed
            from draft d
            join series s on s.id = d.series
            where d.delivery = @Delivery
            group by s.indicator, s.region
            order by count(*) desc, s.indicator, s.region
            """;
    }
}
