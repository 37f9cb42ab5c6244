using Lagebild.Accounts;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Workbench.Deliveries;

/// <summary>Which deliveries the person signed in may see: those of the feeds of their offices.</summary>
public sealed class DeliveryAccess(Desk desk, DeliveryStore deliveries, FeedStore feeds)
{
    /// <summary>Null where there is none, or it is none of theirs: as if there were none.</summary>
    public async Task<(Delivery Delivery, Feed Feed)?> FindAsync(long id, CancellationToken ct) =>
        await deliveries.ByIdAsync(id, ct) is { } delivery && await feeds.ByCodeAsync(delivery.Feed, ct) is { } feed && desk.Person.Sees(feed) ? (delivery, feed) : null;

    /// <summary>The feeds they see, in their order.</summary>
    public async Task<IReadOnlyList<Feed>> FeedsAsync(CancellationToken ct) => [.. (await feeds.AllAsync(ct)).Where(desk.Person.Sees)];

    /// <summary>Whether they may answer questions about a feed's figures: who hands them in or releases them.</summary>
    public bool MayAnswer(Feed feed) => desk.Person.Has(Role.Analyst, feed) || desk.Person.Has(Role.Publisher, feed);

    public bool MayRelease(Feed feed) => desk.Person.Has(Role.Publisher, feed);

    public bool MayHandIn(Feed feed) => desk.Person.Has(Role.Analyst, feed);
}
