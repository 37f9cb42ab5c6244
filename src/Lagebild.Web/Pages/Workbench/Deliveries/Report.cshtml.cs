using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Deliveries;

/// <summary>One delivery: what was understood, what is wrong, what would change, what looks odd.</summary>
public sealed class ReportModel(Desk desk, DeliveryStore deliveries, FeedStore feeds) : PageModel
{
    public Delivery Delivery { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await deliveries.ByIdAsync(id, ct) is not { } delivery || await feeds.ByCodeAsync(delivery.Feed, ct) is not { } feed || !desk.Person.Sees(feed))
        {
            return NotFound();
        }

        Delivery = delivery;
        return Page();
    }
}
