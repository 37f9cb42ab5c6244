using Lagebild.Statistics;
using Lagebild.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Api;

/// <summary>Definitions: what is measured, where, broken down by what, towards which targets, by which sources.</summary>
[Produces("application/json")]
public sealed class CatalogueController(Reading reading) : ApiController(reading)
{
    private Catalogue.Catalogue Catalogue => Reading.Catalogue;

    /// <summary>Indicators, by code, with the variants they are counted in.</summary>
    [HttpGet("indicators"), HttpHead("indicators"), Takes("topic", "limit", "cursor")]
    [ProducesResponseType<Listing<IndicatorItem>>(StatusCodes.Status200OK)]
    public IActionResult Indicators()
    {
        var fields = new AddressFields(Request.Query);
        var topic = fields.OneOf<Topic>("topic");
        return Listed(fields, Catalogue.Indicators.Where(i => topic is null || i.Topic == topic).OrderBy(i => i.Code, StringComparer.Ordinal), i => i.Code, i => IndicatorItem.Of(Catalogue, i));
    }

    /// <summary>One indicator.</summary>
    [HttpGet("indicators/{code}"), HttpHead("indicators/{code}"), Takes]
    [ProducesResponseType<IndicatorItem>(StatusCodes.Status200OK)]
    public IActionResult Indicator(string? code) => One(Catalogue.Indicator(code ?? ""), i => IndicatorItem.Of(Catalogue, i));

    /// <summary>Regions of all levels, by code.</summary>
    [HttpGet("regions"), HttpHead("regions"), Takes("level", "parent", "limit", "cursor")]
    [ProducesResponseType<Listing<RegionItem>>(StatusCodes.Status200OK)]
    public IActionResult Regions()
    {
        var fields = new AddressFields(Request.Query);
        var level = fields.OneOf<RegionLevel>("level");
        var parent = fields.One("parent", text => Catalogue.Region(text)?.Code);
        return Listed(fields, Catalogue.Regions.Where(r => (level is null || r.Level == level) && (parent is null || r.Parent == parent)), r => r.Code, r => RegionItem.Of(Catalogue, r));
    }

    /// <summary>One region.</summary>
    [HttpGet("regions/{code}"), HttpHead("regions/{code}"), Takes]
    [ProducesResponseType<RegionItem>(StatusCodes.Status200OK)]
    public IActionResult Region(string? code) => One(Catalogue.Region(code ?? ""), r => RegionItem.Of(Catalogue, r));

    /// <summary>Dimensions, by code, each with its codes.</summary>
    [HttpGet("dimensions"), HttpHead("dimensions"), Takes("limit", "cursor")]
    [ProducesResponseType<Listing<DimensionItem>>(StatusCodes.Status200OK)]
    public IActionResult Dimensions() => Listed(new(Request.Query), Catalogue.Dimensions.OrderBy(d => d.Code, StringComparer.Ordinal), d => d.Code, d => DimensionItem.Of(Catalogue, d));

    /// <summary>One dimension.</summary>
    [HttpGet("dimensions/{code}"), HttpHead("dimensions/{code}"), Takes]
    [ProducesResponseType<DimensionItem>(StatusCodes.Status200OK)]
    public IActionResult Dimension(string? code) => One(Catalogue.Dimension(code ?? ""), d => DimensionItem.Of(Catalogue, d));

    /// <summary>Targets, by code.</summary>
    [HttpGet("targets"), HttpHead("targets"), Takes("indicator", "region", "limit", "cursor")]
    [ProducesResponseType<Listing<TargetItem>>(StatusCodes.Status200OK)]
    public IActionResult Targets()
    {
        var fields = new AddressFields(Request.Query);
        var indicator = fields.One("indicator", text => Catalogue.Indicator(text)?.Code);
        var region = fields.One("region", text => Catalogue.Region(text)?.Code);
        return Listed(fields, Catalogue.Targets.Where(t => (indicator is null || t.Indicator == indicator) && (region is null || t.Region == region)), t => t.Code, t => TargetItem.Of(Catalogue, t));
    }

    /// <summary>Feeds, by code: who reports, under which licence.</summary>
    [HttpGet("feeds"), HttpHead("feeds"), Takes("limit", "cursor")]
    [ProducesResponseType<Listing<FeedItem>>(StatusCodes.Status200OK)]
    public IActionResult Feeds() => Listed(new(Request.Query), Reading.Stand.Feeds.Values.OrderBy(f => f.Code, StringComparer.Ordinal), f => f.Code, FeedItem.Of);

    /// <summary>One feed.</summary>
    [HttpGet("feeds/{code}"), HttpHead("feeds/{code}"), Takes]
    [ProducesResponseType<FeedItem>(StatusCodes.Status200OK)]
    public IActionResult Feed(string? code) => One(Reading.Stand.Feeds.GetValueOrDefault(code ?? ""), FeedItem.Of);
}
