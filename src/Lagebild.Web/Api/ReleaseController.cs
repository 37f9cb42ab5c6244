using System.Globalization;
using Lagebild.Storage;
using Lagebild.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Api;

/// <summary>What became public when, by which delivery, and what it changed.</summary>
[Route("api/v1"), ApiExplorerSettings(GroupName = "v1"), Produces("application/json")]
public sealed class ReleaseController(Reading reading, ReleaseStore releases, DeliveryStore deliveries, ChangeStore changes) : ControllerBase
{
    private int Stand => reading.Stand.Release.Number;

    /// <summary>Releases up to the stand, by number.</summary>
    [HttpGet("releases"), HttpHead("releases"), Takes("limit", "cursor")]
    [ProducesResponseType<Listing<ReleaseItem>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Releases(CancellationToken ct)
    {
        var all = (await releases.ListAsync(ct)).Where(r => r.Number <= Stand).OrderBy(r => r.Number);
        return Listed(all, r => Key(r.Number), r => ReleaseItem.Of(r, Stand));
    }

    /// <summary>One release.</summary>
    [HttpGet("releases/{number}"), HttpHead("releases/{number}"), Takes]
    [ProducesResponseType<ReleaseItem>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Release(string? number, CancellationToken ct) =>
        Number(number) is { } known && known <= Stand && await releases.ByNumberAsync((int)known, ct) is { } release ? Ok(ReleaseItem.Of(release, Stand)) : NotFound();

    /// <summary>Deliveries that were released up to the stand, by id.</summary>
    [HttpGet("deliveries"), HttpHead("deliveries"), Takes("feed", "limit", "cursor")]
    [ProducesResponseType<Listing<DeliveryItem>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Deliveries(CancellationToken ct)
    {
        var fields = new AddressFields(Request.Query);
        var feed = fields.One("feed", text => reading.Stand.Feeds.ContainsKey(text) ? text : null);
        if (fields.Fault is { } fault)
        {
            return HttpContext.Refuse(fault);
        }

        var withdrawals = await WithdrawalsAsync(ct);
        var all = (await deliveries.ReleasedAsync(feed, Stand, ct)).OrderBy(d => d.Id);
        return Listed(all, d => Key(d.Id), d => DeliveryItem.Of(d, withdrawals.GetValueOrDefault(d.Release!.Value)));
    }

    /// <summary>One delivery.</summary>
    [HttpGet("deliveries/{id}"), HttpHead("deliveries/{id}"), Takes]
    [ProducesResponseType<DeliveryItem>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Delivery(string? id, CancellationToken ct) =>
        Number(id) is { } known && await deliveries.ByIdAsync(known, ct) is { } delivery && delivery.Release <= Stand
            ? Ok(DeliveryItem.Of(delivery, (await WithdrawalsAsync(ct)).GetValueOrDefault(delivery.Release!.Value)))
            : NotFound();

    /// <summary>
    /// The values that differ between two releases (<c>since</c>, and the stand), by series and period; <c>since=0</c> is before the first. What was withdrawn for
    /// disclosure has no number on either side.
    /// </summary>
    [HttpGet("changes"), HttpHead("changes"), Takes("since", "indicator", "region", "limit", "cursor")]
    [ProducesResponseType<Listing<ChangeItem>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Changes(CancellationToken ct)
    {
        var fields = new AddressFields(Request.Query);
        var since = fields.One("since", text => Number(text) is { } number && number <= Stand ? (int)number : (int?)null) ?? 0;
        var indicator = fields.One("indicator", text => reading.Catalogue.Indicator(text)?.Code);
        var region = fields.One("region", text => reading.Catalogue.Region(text)?.Code);
        var paging = Paging.Of(fields);
        var after = paging.Cursor is null ? ValueKey.First : ValueKey.Parse(paging.Cursor);
        fields.Check("cursor", after is not null);
        return fields.Fault is { } fault
            ? HttpContext.Refuse(fault)
            : Ok(await PageAsync(changes.ChangesAsync(since, Stand, indicator, region, ct), after!.Value, paging.Limit, ct));
    }

    private async Task<Listing<ChangeItem>> PageAsync(IAsyncEnumerable<ValueChange> all, ValueKey after, int limit, CancellationToken ct)
    {
        var page = new List<ValueChange>(limit);
        await foreach (var change in all.WithCancellation(ct))
        {
            if (KeyOf(change).CompareTo(after) <= 0)
            {
                continue;
            }

            if (page.Count == limit)
            {
                return Paging.Answer(this, reading, Items(page), KeyOf(page[^1]).ToString());
            }

            page.Add(change);
        }

        return Paging.Answer(this, reading, Items(page), null);
    }

    private IReadOnlyList<ChangeItem> Items(List<ValueChange> changes) =>
        [.. changes.Select(c => ChangeItem.Of(c, reading.Catalogue.Variant(c.Series.Variant)?.Decimals ?? 0))];

    private static ValueKey KeyOf(ValueChange change) => new(change.SeriesId, change.Period.Start, change.Period.End);

    private IActionResult Listed<T, TItem>(IEnumerable<T> all, Func<T, string> key, Func<T, TItem> item)
    {
        var fields = new AddressFields(Request.Query);
        var paging = Paging.Of(fields);
        return fields.Fault is { } fault ? HttpContext.Refuse(fault) : Ok(paging.Cut(this, reading, all, key).As(item));
    }

    /// <summary>By the release withdrawn, the one that withdrew it, up to the stand.</summary>
    private async Task<Dictionary<int, int?>> WithdrawalsAsync(CancellationToken ct) =>
        (await releases.ListAsync(ct)).Where(r => r.WithdrawnBy <= Stand).ToDictionary(r => r.Number, r => r.WithdrawnBy);

    // As long as any id, so that they sort as numbers do.
    private static string Key(long id) => id.ToString("D19", CultureInfo.InvariantCulture);

    private static long? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
