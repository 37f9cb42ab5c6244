using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Sources;

/// <summary>A feed and the last delivery of it that is released as of the stand; null where there is none.</summary>
public sealed record LastDelivery(Feed Feed, Delivery? Delivery);

/// <summary>Finds the last delivery of feeds, as of the stand shown.</summary>
public sealed class LastDeliveries(Reading reading, DeliveryStore deliveries)
{
    /// <summary>Of the feeds that report anything that fits; by the day of the delivery, the newest first.</summary>
    public async Task<IReadOnlyList<LastDelivery>> OfAsync(Func<Coverage, bool> fits, CancellationToken ct)
    {
        var last = new List<LastDelivery>();
        foreach (var code in reading.Stand.Coverage.Where(fits).Select(c => c.Feed).Distinct())
        {
            if (reading.Stand.Feeds.TryGetValue(code, out var feed))
            {
                last.Add(new(feed, (await deliveries.OfFeedAsync(code, ct)).FirstOrDefault(d => d.Release <= reading.Stand.Release.Number)));
            }
        }

        return [.. last.OrderByDescending(l => l.Delivery?.RetrievedUtc).ThenBy(l => l.Feed.Code, StringComparer.Ordinal)];
    }
}
