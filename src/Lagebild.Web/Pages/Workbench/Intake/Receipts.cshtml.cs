using Lagebild.Statistics;
using Lagebild.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Intake;

/// <summary>What was handed in lately to the feeds the person sees.</summary>
public sealed class ReceiptsModel(Desk desk, FeedStore feeds, InboxStore inbox) : PageModel
{
    private const int Most = 100;

    /// <summary>Latest first.</summary>
    public IReadOnlyList<Receipt> Receipts { get; private set; } = [];

    /// <summary>The feeds of the receipts, by code.</summary>
    public IReadOnlyDictionary<string, Feed> Feeds { get; private set; } = new Dictionary<string, Feed>();

    /// <summary>Whether something of it is still to be read.</summary>
    public bool IsUnderWay => Receipts.Any(r => r.State == ReceiptState.Received);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Feeds = (await feeds.AllAsync(ct)).Where(desk.Person.Sees).ToDictionary(f => f.Code, StringComparer.Ordinal);
        Receipts = await inbox.LatestAsync([.. Feeds.Keys], Most, ct);
    }
}
