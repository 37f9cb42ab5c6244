using Lagebild.Accounts;
using Lagebild.Statistics;
using Lagebild.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Workbench.Releases;

/// <summary>The delivery that a page of the workbench is about, and its feed; there once it was taken.</summary>
public sealed class DeskDelivery(Desk desk, DeliveryStore deliveries, FeedStore feeds)
{
    public Delivery Delivery { get; private set; } = null!;

    public Feed Feed { get; private set; } = null!;

    /// <summary>Null where the person has the role for it; else what to answer.</summary>
    public async Task<IActionResult?> TakeAsync(long id, Role role, CancellationToken ct)
    {
        var delivery = await deliveries.ByIdAsync(id, ct);
        var feed = delivery is null ? null : await feeds.ByCodeAsync(delivery.Feed, ct);
        (Delivery, Feed) = (delivery!, feed!);
        return desk.Lacks(role, feed);
    }

    /// <summary>Address of one of its pages: <c>/release</c>, <c>/withdraw</c>; empty for its report.</summary>
    public string Path(string page) => FormattableString.Invariant($"/workbench/deliveries/{Delivery.Id}{page}");
}
