using Lagebild.OpenData;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Api;

/// <summary>Series and their values, and where a value comes from.</summary>
public sealed class ObservationController(Reading reading, RowReader rows, SelectionRows selection, ObservationStore observations, ReleaseStore releases) : ApiController(reading)
{
    private const int MostCodes = 100;

    /// <summary>Series that have a value in what is asked for, by number.</summary>
    [HttpGet("series"), HttpHead("series"), Produces("application/json")]
    [Takes("indicators", "regions", "variant", "feed", "breakdown", "frequency", "from", "to", "limit", "cursor")]
    [ProducesResponseType<Listing<SeriesItem>>(StatusCodes.Status200OK)]
    public Task<IActionResult> Series(CancellationToken ct)
    {
        var fields = new AddressFields(Request.Query);
        var query = QueryOf(fields);
        return ListedAsync(
            fields,
            after => rows.SeriesAsync(query, after.Series + 1, ct),
            s => RowPlace.First with { Series = s.Id },
            s => SeriesItem.Of(s.Id, s.Key, Reading.Catalogue.Variant(s.Key.Variant)),
            ct);
    }

    /// <summary>
    /// Released values, by series and period. As JSON in pages; with <c>Accept</c> of another format (<c>text/csv</c>, SDMX-CSV, XLSX, ZIP), or its ending, as one whole file.
    /// </summary>
    [HttpGet("observations"), HttpHead("observations")]
    [Takes("indicators", "regions", "variant", "feed", "breakdown", "frequency", "from", "to", "limit", "cursor", AsFile = true)]
    [ProducesResponseType<Listing<ObservationItem>>(StatusCodes.Status200OK, "application/json")]
    public Task<IActionResult> Observations(CancellationToken ct)
    {
        var format = IsNamedJson ? DataFormat.Json : AcceptedFormat.Of(Request, asFile: true)!;
        return format == DataFormat.Json ? PageAsync(ct) : FileAsync(format, ct);
    }

    /// <summary>Released values as one file: <c>csv</c> (canonical), <c>excel</c> (CSV for spreadsheets), <c>xlsx</c>, <c>jsonstat</c>, <c>sdmx</c> (SDMX-CSV 2.0), <c>zip</c>.</summary>
    [HttpGet("observations.{format:dataformat}"), HttpHead("observations.{format:dataformat}")]
    [Takes("indicators", "regions", "variant", "feed", "breakdown", "frequency", "from", "to", IsFile = true)]
    [ProducesResponseType<Stream>(StatusCodes.Status200OK, "application/octet-stream")]
    public Task<IActionResult> ObservationFile(string format, CancellationToken ct) => FileAsync(FormatConstraint.Of(format)!, ct);

    /// <summary>Everything that is public about one value: its stands, the delivery, line and field it comes from.</summary>
    [HttpGet("figures/{series}/{start}/{end}"), HttpHead("figures/{series}/{start}/{end}"), Takes, Produces("application/json")]
    [ProducesResponseType<FigureItem>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Figure(string? series, string? start, string? end, CancellationToken ct)
    {
        if (RowPlace.Parse($"{series}.{start}.{end}") is not { } place || place.PeriodStart > place.PeriodEnd)
        {
            return NotFound();
        }

        var figure = await observations.FigureAsync(place.Series, new(place.PeriodStart, place.PeriodEnd, Frequency.Interval), Stand, ct);
        return figure is not null && Reading.Catalogue.Variant(figure.Series.Variant) is { } variant && Reading.Stand.Feeds.TryGetValue(figure.Series.Feed, out var feed)
            ? Ok(FigureItem.Of(figure, new(place.PeriodStart, place.PeriodEnd, figure.Series.Frequency), variant, feed, await releases.WithdrawnAsync(Stand, ct)))
            : NotFound();
    }

    private bool IsNamedJson => Request.Path.Value!.EndsWith(JsonEnding.Ending, StringComparison.Ordinal);

    private Task<IActionResult> PageAsync(CancellationToken ct)
    {
        var fields = new AddressFields(Request.Query);
        var query = QueryOf(fields);
        var words = new SeriesWords(Reading);
        return ListedAsync(
            fields,
            after => rows.RowsAsync(query, after, ct),
            r => new(r.Series.Id, r.Observation.Period.Start, r.Observation.Period.End),
            r => ObservationItem.Of(new(words.Of(r.Series), r.Observation)),
            ct);
    }

    private async Task<IActionResult> FileAsync(DataFormat format, CancellationToken ct)
    {
        var fields = new AddressFields(Request.Query);
        var query = QueryOf(fields);
        return fields.Fault is { } fault
            ? HttpContext.Refuse(fault)
            : new DataResult(await selection.OfAsync(Only(query), query, ct) with { Address = Reading.Called(Request) }, format);
    }

    /// <summary>The indicator that gives title and description; null for several.</summary>
    private Indicator? Only(RowQuery query) => query.Indicators is [var code] ? Reading.Catalogue.Indicator(code) : null;

    private RowQuery QueryOf(AddressFields fields)
    {
        var span = fields.Span();
        return new()
        {
            Indicators = fields.Codes("indicators", code => Reading.Catalogue.Indicator(code) is not null, MostCodes),
            Regions = fields.Regions(Reading.Catalogue, MostCodes),
            Variants = Listed(fields.One("variant", text => Reading.Catalogue.Variant(text)?.Code)),
            Feeds = Listed(fields.One("feed", text => Reading.Stand.Feeds.ContainsKey(text) ? text : null)),
            Breakdowns = Listed(fields.Breakdown(Reading.Catalogue)),
            Frequencies = fields.One("frequency", text => FrequencyCode.Parse(text)) is { } frequency ? [frequency] : [],
            From = span.From,
            To = span.To,
            Stand = Stand,
        };
    }

    private static IReadOnlyList<string> Listed(string? code) => code is null ? [] : [code];
}
