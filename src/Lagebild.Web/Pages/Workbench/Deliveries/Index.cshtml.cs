using Lagebild.Statistics;
using Lagebild.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Deliveries;

/// <summary>The deliveries of the feeds the person sees: those that wait first, then the latest.</summary>
public sealed class IndexModel(DeliveryAccess access, DeliveryStore deliveries, AccountStore accounts) : PageModel
{
    private const int OnPage = 30;

    public DeliveryListQuery Query { get; private set; } = new();

    public IReadOnlyList<Feed> Feeds { get; private set; } = [];

    public IReadOnlyList<Delivery> Deliveries { get; private set; } = [];

    /// <summary>Names of those who handed them in, by account.</summary>
    public IReadOnlyDictionary<long, string> People { get; private set; } = new Dictionary<long, string>();

    public long Total { get; private set; }

    public bool HasMore => Query.Page * OnPage < Total;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Feeds = await access.FeedsAsync(ct);
        var (query, fault) = DeliveryListQuery.Parse(Request.Query, Feeds);
        if (fault is not null)
        {
            return HttpContext.Refuse(fault);
        }

        Query = query;
        string[] asked = query.Feed is null ? [.. Feeds.Select(f => f.Code)] : [query.Feed];
        Deliveries = await deliveries.PageAsync(asked, query.State, (query.Page - 1) * OnPage, OnPage, ct);
        Total = await deliveries.CountAsync(asked, query.State, ct);
        People = (await accounts.AllAsync(ct)).ToDictionary(p => p.Id, p => p.Name);
        return Page();
    }
}
