using System.Text;
using Lagebild.OpenData;
using Lagebild.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Lagebild.Web.Api;

/// <summary>What catalogues of open data fetch: everything there is, as DCAT-AP and DCAT-AP.de, in three forms.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class HarvestController(Reading reading, CatalogueRecords records, DataFiles files) : ControllerBase
{
    private static readonly (string Ending, string MediaType)[] _forms = [("ttl", "text/turtle"), ("jsonld", "application/ld+json"), ("rdf", "application/rdf+xml")];

    /// <summary>Turtle.</summary>
    [HttpGet("/catalog.ttl"), HttpHead("/catalog.ttl")]
    public async Task<IActionResult> Turtle(CancellationToken ct) => Sent(Encoding.UTF8.GetBytes(RdfText.Turtle(await GraphAsync(ct))), "text/turtle; charset=utf-8");

    /// <summary>JSON-LD.</summary>
    [HttpGet("/catalog.jsonld"), HttpHead("/catalog.jsonld")]
    public async Task<IActionResult> JsonLd(CancellationToken ct) => Sent(Encoding.UTF8.GetBytes(RdfText.JsonLd(await GraphAsync(ct))), "application/ld+json; charset=utf-8");

    /// <summary>RDF/XML.</summary>
    [HttpGet("/catalog.rdf"), HttpHead("/catalog.rdf")]
    public async Task<IActionResult> Xml(CancellationToken ct) => Sent(XmlText.Of(RdfText.Xml(await GraphAsync(ct))), "application/rdf+xml; charset=utf-8");

    /// <summary>The address that things in the catalogue are named after: leads to the form asked for, people to the page.</summary>
    [HttpGet("/catalog"), HttpHead("/catalog")]
    public IActionResult Catalog()
    {
        Response.Headers.Vary = "Accept, Accept-Language";
        var accepted = Request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1).Select(a => a.MediaType.Value).ToArray();
        var form = accepted.Select(a => _forms.FirstOrDefault(f => f.MediaType == a).Ending).FirstOrDefault(e => e is not null);
        return Redirect(form is null ? reading.Link("/data") : $"/catalog.{form}{Request.QueryString}");
    }

    private async Task<RdfGraph> GraphAsync(CancellationToken ct)
    {
        reading.Begin(DataFiles.Language, reading.Address);
        return Dcat.Of(await files.WithFilesAsync(records.Of(Request.Absolute("")), reading, ct));
    }

    private FileContentResult Sent(byte[] bytes, string mediaType)
    {
        Response.Headers.CacheControl = "public, max-age=300";
        return File(bytes, mediaType, reading.Stand.Release.PublishedUtc, new EntityTagHeaderValue($"\"{Hash.Of(bytes)}\""), enableRangeProcessing: true);
    }
}
