using Lagebild.Accounts;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Lagebild.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Intake;

/// <summary>How far something handed in has come; leads to the report once it is read.</summary>
public sealed class ReceiptModel(Desk desk, Reading reading, InboxStore inbox, FeedStore feeds, DeliveryStore deliveries, RunStore runs, IFeedScheduler scheduler) : PageModel
{
    public Receipt Receipt { get; private set; } = null!;

    public Feed Feed { get; private set; } = null!;

    /// <summary>The delivery it became; null until it is read.</summary>
    public Delivery? Delivery { get; private set; }

    /// <summary>Rows read so far; null while it is not being read.</summary>
    public long? Rows { get; private set; }

    /// <summary>Whether the bytes were handed in again, or wait under another delivery.</summary>
    public bool IsSame { get; private set; }

    /// <summary>Whether it waits to be read and the last try came to nothing.</summary>
    public bool IsHeldUp => Receipt is { State: ReceiptState.Received, Fault: not null } && Rows is null;

    /// <summary>Seconds until the page asks again; null where nothing more will change by itself.</summary>
    public int? Refresh => Receipt.State != ReceiptState.Received ? null : IsHeldUp ? 30 : 2;

    /// <summary>Where the report is.</summary>
    public string ReportAddress => FormattableString.Invariant($"/{reading.Language}/workbench/deliveries/{Delivery?.Id}");

    public async Task<IActionResult> OnGetAsync(long id, string? again, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Delivery = Receipt.Delivery is { } delivery ? await deliveries.ByIdAsync(delivery, ct) : null;
        IsSame = again == "1" || (Delivery is not null && Delivery.Place != Receipt.Place);
        Rows = await RowsAsync(ct);
        return Delivery is not null && !IsSame ? Redirect(ReportAddress) : Page();
    }

    /// <summary>Has what was given up tried again.</summary>
    public async Task<IActionResult> OnPostRetryAsync(long id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (desk.Lacks(Role.Analyst, Feed) is { } refused)
        {
            return refused;
        }

        await inbox.RetryAsync(Receipt, Feed, desk.Who, ct);
        await scheduler.RunNowAsync(Feed.Code, ct);
        return Redirect(FormattableString.Invariant($"/{reading.Language}/workbench/inbox/{id}"));
    }

    /// <summary>False where there is none, or the person may not see it.</summary>
    private async Task<bool> FindAsync(long id, CancellationToken ct)
    {
        var receipt = await inbox.ByIdAsync(id, ct);
        var feed = receipt is null ? null : await feeds.ByCodeAsync(receipt.Feed, ct);
        (Receipt, Feed) = (receipt!, feed!);
        return feed is not null && desk.Person.Sees(feed);
    }

    private async Task<long?> RowsAsync(CancellationToken ct) =>
        Receipt is { State: ReceiptState.Received, Fault: ReceiptFault.CutOff, Tries: > 0 } && await runs.ListAsync(Feed.Code, 1, ct) is [{ Outcome: RunOutcome.Running } run]
            ? run.Records
            : null;
}
