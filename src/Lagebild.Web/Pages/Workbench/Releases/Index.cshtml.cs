using System.Globalization;
using Lagebild.Accounts;
using Lagebild.Jobs;
using Lagebild.Storage;
using Lagebild.Web.Pages.Workbench.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Releases;

/// <summary>An order and the delivery it is about.</summary>
public sealed record OrderedDelivery(ReleaseOrder Order, Delivery Delivery);

/// <summary>What will be released when, what waits for a word, what was released last and by whom: of the feeds the person releases.</summary>
public sealed class IndexModel(
    Desk desk, Reading reading, FeedStore feeds, DeliveryStore deliveries, ReleaseStore releases, OrderStore orders, AccountStore accounts) : PageModel
{
    private const int ReleasesShown = 30;

    private HashSet<string> _feeds = [];
    private Dictionary<long, string> _names = [];
    private HashSet<long> _gone = [];

    public Message? Said { get; private set; }

    /// <summary>By their minute.</summary>
    public IReadOnlyList<OrderedDelivery> Orders { get; private set; } = [];

    /// <summary>Without those that have a minute, oldest first.</summary>
    public IReadOnlyList<Delivery> Waiting { get; private set; } = [];

    /// <summary>Latest first.</summary>
    public IReadOnlyList<Release> Releases { get; private set; } = [];

    /// <summary>The release before which earlier ones are listed; null where there are no more.</summary>
    public int? Earlier { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? before, CancellationToken ct)
    {
        if (desk.Lacks(Role.Publisher) is { } refusal)
        {
            return refusal;
        }

        if (!string.IsNullOrEmpty(before) && !int.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return HttpContext.Refuse(Fault.Of("before", before));
        }

        Said = TempData.Said();
        await ReadAsync(string.IsNullOrEmpty(before) ? int.MaxValue : int.Parse(before, CultureInfo.InvariantCulture), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostCancelAsync(long order, CancellationToken ct)
    {
        if (desk.Lacks(Role.Publisher) is { } refusal)
        {
            return refusal;
        }

        await ReadAsync(int.MaxValue, ct);
        var words = reading.Words.Releasing;
        var isOurs = Orders.Any(o => o.Order.Id == order);
        TempData.Say(isOurs && await orders.CancelAsync(order, desk.Who, ct) ? Message.Done(words.Cancelled) : Message.Wrong(words.CancelledNot));
        return LocalRedirect(reading.Link("/workbench/releases"));
    }

    /// <summary>Who released or withdrew.</summary>
    public string Who(Release release) => release.ReleasedBy is { } person ? _names.GetValueOrDefault(person, reading.Words.Releasing.Someone)
        : release.Why == ImportFeed.ByRule ? reading.Words.Releasing.ByRule
        : reading.Words.Releasing.Operator;

    /// <summary>What can still be done with what a release brought, in words; null where nothing can.</summary>
    public string? Step(Release release) => release.Kind != ReleaseKind.Delivery || _gone.Contains(release.Delivery!.Value) ? null
        : release.WithdrawnBy is null ? reading.Words.Releasing.Withdraw
        : reading.Words.Releasing.Restore;

    private async Task ReadAsync(int before, CancellationToken ct)
    {
        _feeds = [.. (await feeds.AllAsync(ct)).Where(f => desk.Person.Has(Role.Publisher, f)).Select(f => f.Code)];
        _names = (await accounts.AllAsync(ct)).ToDictionary(p => p.Id, p => p.Name);
        var waiting = (await deliveries.WaitingAsync(ct)).Where(d => _feeds.Contains(d.Feed)).ToDictionary(d => d.Id);
        Orders = [.. (await orders.OpenAsync(ct)).Where(o => waiting.ContainsKey(o.Delivery)).Select(o => new OrderedDelivery(o, waiting[o.Delivery]))];
        Waiting = [.. waiting.Values.ExceptBy(Orders.Select(o => o.Delivery.Id), d => d.Id).OrderBy(d => d.Id)];
        var all = await releases.ListAsync(ct);
        _gone = [.. all.Where(r => r.WithdrawalKind == WithdrawalKind.Disclosure).Select(r => r.Delivery!.Value)];
        var own = all.Where(r => r.Feed is { } feed && _feeds.Contains(feed) && r.Number < before).Take(ReleasesShown + 1).ToArray();
        Releases = [.. own.Take(ReleasesShown)];
        Earlier = own.Length > ReleasesShown ? Releases[^1].Number : null;
    }
}
