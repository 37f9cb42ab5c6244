using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Deliveries;

/// <summary>What the page of deliveries and its CSV are asked for.</summary>
public sealed record MatrixQuery
{
    /// <summary>Null for the six regions side by side.</summary>
    public Region? Region { get; init; }

    /// <summary>Null for all topics.</summary>
    public Topic? Topic { get; init; }

    /// <summary>From the address; the fault names what cannot be read.</summary>
    public static (MatrixQuery Query, Fault? Fault) Parse(IQueryCollection address, Catalogue.Catalogue catalogue)
    {
        var (region, topic) = (address["region"].ToString(), address["topic"].ToString());
        Topic? chosen = catalogue.Topics.Where(t => t.Code() == topic).Select(t => (Topic?)t).FirstOrDefault();
        var query = new MatrixQuery { Region = catalogue.Region(region), Topic = chosen };
        return (query, region.Length > 0 && query.Region is null ? Fault.Of("region", region) : topic.Length > 0 && chosen is null ? Fault.Of("topic", topic) : null);
    }
}

/// <summary>Reads what the matrix is made of: the same for the page and its CSV.</summary>
public sealed class MatrixReader(Reading reading, ObservationStore observations, TimeProvider clock)
{
    /// <summary>The six, or the one asked for.</summary>
    public IReadOnlyList<string> Regions(MatrixQuery query) =>
        query.Region is { } one ? [one.Code] : [.. SixRegions.InOrder(reading.Catalogue.Regions).Select(r => r.Code)];

    /// <summary>In their order; of the topic asked for, or all, those that only serve as denominators last.</summary>
    public IReadOnlyList<Indicator> Indicators(MatrixQuery query) =>
        [.. reading.Catalogue.Indicators.Where(i => query.Topic is null || i.Topic == query.Topic)];

    /// <summary>As of the stand: a past one as on the day of its release. What arrived and is not released is nobody's but its office's.</summary>
    public async Task<DeliveryMatrix> ReadAsync(MatrixQuery query, CancellationToken ct)
    {
        var today = Today();
        var said = await observations.ReportedAsync(Regions(query), DeliveryMatrix.Earliest(today), reading.Stand.Release.Number, ct);
        return new(reading.Stand, said, [], today);
    }

    /// <summary>The day the states are told for.</summary>
    public DateOnly Today() => Reading.DayOf(reading.IsPast ? reading.Stand.Release.PublishedUtc : clock.GetUtcNow().UtcDateTime);
}
