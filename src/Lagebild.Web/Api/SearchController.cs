using System.Globalization;
using Lagebild.Web.Pages;
using Lagebild.Web.Pages.Search;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Api;

/// <summary>Finds what there is by words of three languages, or by a code.</summary>
[Route("api/v1"), ApiExplorerSettings(GroupName = "v1"), Produces("application/json")]
public sealed class SearchController(Reading reading, SearchIndexes indexes) : ControllerBase
{
    private const int LongestQuery = 200;

    /// <summary>Topics, indicators, regions, concepts, pages, sources and dimensions that hold all words sought, or some where none holds all; best first, by the language of <c>Accept-Language</c>.</summary>
    [HttpGet("search"), HttpHead("search"), Takes("q", "limit", "cursor")]
    [ProducesResponseType<Listing<SearchItem>>(StatusCodes.Status200OK)]
    public IActionResult Search()
    {
        var fields = new AddressFields(Request.Query);
        var sought = fields.One("q", text => text.Length <= LongestQuery && text.Trim() is { Length: > 0 } words ? words : null);
        fields.Check("q", sought is not null);
        var paging = Paging.Of(fields);
        fields.Check("cursor", paging.Cursor is null || IsPlace(paging.Cursor));
        return fields.Fault is { } fault
            ? HttpContext.Refuse(fault)
            : Ok(paging.Cut(this, reading, Ranked(sought!), hit => hit.Place).As(hit => SearchItem.Of(reading, hit.Entry)));
    }

    /// <summary>Each with its place, written so that places sort as numbers do.</summary>
    private IEnumerable<(string Place, SearchEntry Entry)> Ranked(string sought) =>
        indexes.Of(reading.Stand).Find(sought, reading.Language).Hits.Select((hit, at) => (at.ToString("D6", CultureInfo.InvariantCulture), hit.Entry));

    private static bool IsPlace(string cursor) => cursor.Length == 6 && cursor.All(char.IsAsciiDigit);
}
