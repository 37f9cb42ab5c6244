using Lagebild.Web.Pages;
using Lagebild.Web.Pages.Search;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Api;

/// <summary>Finds what there is by words of three languages, or by a code.</summary>
[Produces("application/json")]
public sealed class SearchController(Reading reading, SearchIndexes indexes) : ApiController(reading)
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
        return Listed(fields, sought is null ? [] : Ranked(sought), hit => hit.Place, hit => SearchItem.Of(Reading, hit.Entry));
    }

    private IEnumerable<(string Place, SearchEntry Entry)> Ranked(string sought) =>
        indexes.Of(Reading.Stand).Find(sought, Reading.Language).Hits.Select((hit, at) => (Key(at), hit.Entry));
}
