using System.Globalization;
using Lagebild.Storage;
using Lagebild.Web.Pages;
using Lagebild.Web.Pages.Changed;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Api;

/// <summary>What became public when, by which delivery, and what it changed.</summary>
[Produces("application/json")]
public sealed class ReleaseController(Reading reading, ReleaseStore releases, DeliveryStore deliveries, ChangeStore changes, Stands stands) : ApiController(reading)
{
    /// <summary>Releases up to the stand, by number.</summary>
    [HttpGet("releases"), HttpHead("releases"), Takes("limit", "cursor")]
    [ProducesResponseType<Listing<ReleaseItem>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Releases(CancellationToken ct)
    {
        var (upTo, withdrawn) = (await UpToStandAsync(ct), await releases.WithdrawnAsync(Stand, ct));
        return Listed(new(Request.Query), upTo, r => Key(r.Number), r => ReleaseItem.Of(r, withdrawn));
    }

    /// <summary>One release.</summary>
    [HttpGet("releases/{number}"), HttpHead("releases/{number}"), Takes]
    [ProducesResponseType<ReleaseItem>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Release(string? number, CancellationToken ct)
    {
        var withdrawn = await releases.WithdrawnAsync(Stand, ct);
        return One(Number(number) is { } known && known <= Stand ? await releases.ByNumberAsync(known, ct) : null, r => ReleaseItem.Of(r, withdrawn));
    }

    /// <summary>Deliveries that were released up to the stand, by id.</summary>
    [HttpGet("deliveries"), HttpHead("deliveries"), Takes("feed", "limit", "cursor")]
    [ProducesResponseType<Listing<DeliveryItem>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Deliveries(CancellationToken ct)
    {
        var fields = new AddressFields(Request.Query);
        var feed = fields.One("feed", text => Reading.Stand.Feeds.ContainsKey(text) ? text : null);
        var withdrawn = await releases.WithdrawnAsync(Stand, ct);
        return Listed(fields, await deliveries.ReleasedAsync(feed, Stand, ct), d => Key(d.Id), d => DeliveryItem.Of(d, withdrawn));
    }

    /// <summary>One delivery.</summary>
    [HttpGet("deliveries/{id}"), HttpHead("deliveries/{id}"), Takes]
    [ProducesResponseType<DeliveryItem>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Delivery(string? id, CancellationToken ct) =>
        Number(id) is { } known && await deliveries.ByIdAsync(known, ct) is { Release: { } number } delivery && number <= Stand
            ? Ok(DeliveryItem.Of(delivery, await releases.WithdrawnAsync(Stand, ct)))
            : NotFound();

    /// <summary>
    /// The values that differ between two releases (<c>since</c>, a number or a day, and the stand), by series and period; <c>since=0</c> is before the first. What was withdrawn for
    /// disclosure has no number on either side.
    /// </summary>
    [HttpGet("changes"), HttpHead("changes"), Takes("since", "indicator", "region", "limit", "cursor")]
    [ProducesResponseType<Listing<ChangeItem>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Changes(CancellationToken ct)
    {
        var since = await Since.OfAsync(HttpContext, Reading, stands);
        var fields = new AddressFields(Request.Query);
        var indicator = fields.One("indicator", text => Reading.Catalogue.Indicator(text)?.Code);
        var region = fields.One("region", text => Reading.Catalogue.Region(text)?.Code);
        return since.Answer ?? await ListedAsync(
            fields,
            after => changes.ChangesAsync(since.Number ?? 0, Stand, indicator, region, after, ct),
            c => new(c.SeriesId, c.Period.Start, c.Period.End),
            c => ChangeItem.Of(c, Reading.Catalogue.Variant(c.Series.Variant)?.Decimals ?? 0),
            ct);
    }

    private async Task<IEnumerable<Release>> UpToStandAsync(CancellationToken ct) => (await releases.ListAsync(ct)).Where(r => r.Number <= Stand).OrderBy(r => r.Number);

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
