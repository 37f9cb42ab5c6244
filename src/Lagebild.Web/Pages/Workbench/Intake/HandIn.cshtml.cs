using Lagebild.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Intake;

/// <summary>Files are handed in: one or several, to a feed or to be recognised. The body is read as it comes; see <see cref="SentReader"/>.</summary>
[StreamedBody, IgnoreAntiforgeryToken, RequestSizeLimit(SentReader.LargestForm)]
public sealed class HandInModel(Desk desk, Reading reading, DueFeeds due, SentReader reader) : PageModel
{
    /// <summary>What is due first.</summary>
    public IReadOnlyList<DueFeed> Feeds { get; private set; } = [];

    /// <summary>What came of the form that was sent; of an open page, what is chosen at first.</summary>
    public Sent Sent { get; private set; } = new();

    public async Task OnGetAsync(string? feed, CancellationToken ct)
    {
        await ListAsync(ct);
        Sent.FeedCode = Feeds.Any(f => f.Feed.Code == feed) ? feed! : Feeds is [var only] ? only.Feed.Code : "";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Sent = await reader.ReadAsync(HttpContext, ct);
        if (Sent.Fault is not null)
        {
            await ListAsync(ct);
            Response.StatusCode = Sent.Status;
            return Page();
        }

        return Sent.Receipts is [var only] ? Redirect(Address(only) + (Sent.IsKnown ? "?again=1" : "")) : Redirect($"/{reading.Language}/workbench/inbox");
    }

    /// <summary>Where a receipt is shown.</summary>
    public string Address(Receipt receipt) => FormattableString.Invariant($"/{reading.Language}/workbench/inbox/{receipt.Id}");

    private async Task ListAsync(CancellationToken ct) => Feeds = await due.OfAsync(desk.Person, ct);
}
