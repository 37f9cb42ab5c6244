using System.Globalization;
using Lagebild.OpenData;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Api;

/// <summary>Series and their values, and where a value comes from.</summary>
[Route("api/v1"), ApiExplorerSettings(GroupName = "v1")]
public sealed class ObservationController(Reading reading, RowReader rows, SelectionRows selection, ObservationStore observations, ReleaseStore releases) : ControllerBase
{
    private const int MostCodes = 100;

    /// <summary>Series that have a value in what is asked for, by number.</summary>
    [HttpGet("series"), HttpHead("series"), Produces("application/json")]
    [Takes("indicators", "regions", "variant", "feed", "breakdown", "frequency", "from", "to", "limit", "cursor")]
    [ProducesResponseType<Listing<SeriesItem>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Series(CancellationToken ct)
    {
        var fields = new AddressFields(Request.Query);
        var query = QueryOf(fields);
        var paging = Paging.Of(fields);
        return fields.Fault is { } fault
            ? HttpContext.Refuse(fault)
            : Ok(paging.Cut(this, reading, await rows.SeriesAsync(query, ct), s => Key(s.Id)).As(s => SeriesItem.Of(s.Id, s.Key, reading.Catalogue.Variant(s.Key.Variant))));
    }

    /// <summary>
    /// Released values, by series and period. As JSON in pages; with <c>Accept</c> of another format (<c>text/csv</c>, SDMX-CSV, XLSX, ZIP), or its ending, as one whole file.
    /// </summary>
    [HttpGet("observations"), HttpHead("observations")]
    [Takes("indicators", "regions", "variant", "feed", "breakdown", "frequency", "from", "to", "limit", "cursor", AsFile = true)]
    [ProducesResponseType<Listing<ObservationItem>>(StatusCodes.Status200OK, "application/json")]
    public async Task<IActionResult> Observations(CancellationToken ct)
    {
        if (!IsNamedJson && AcceptedFormat.Of(Request, asFile: true) is { } format && format != DataFormat.Json)
        {
            return await FileAsync(format, ct);
        }

        var fields = new AddressFields(Request.Query);
        var query = QueryOf(fields);
        var paging = Paging.Of(fields);
        var after = paging.Cursor is null ? ValueKey.First : ValueKey.Parse(paging.Cursor);
        fields.Check("cursor", after is not null);
        return fields.Fault is { } fault ? HttpContext.Refuse(fault) : Ok(await PageAsync(query, paging.Cursor is null ? null : after, paging.Limit, ct));
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
        if (ValueKey.Parse($"{series}.{start}.{end}") is not { } key || key.Start > key.End)
        {
            return NotFound();
        }

        var figure = await observations.FigureAsync(key.Series, new(key.Start, key.End, Frequency.Interval), reading.Stand.Release.Number, ct);
        return figure is not null && reading.Catalogue.Variant(figure.Series.Variant) is { } variant && reading.Stand.Feeds.TryGetValue(figure.Series.Feed, out var feed)
            ? Ok(FigureItem.Of(figure, new(key.Start, key.End, figure.Series.Frequency), variant, feed, await WithdrawnByAsync(figure, ct)))
            : NotFound();
    }

    private bool IsNamedJson => Request.Path.Value!.EndsWith(JsonEnding.Ending, StringComparison.Ordinal);

    private async Task<IActionResult> FileAsync(DataFormat format, CancellationToken ct)
    {
        var fields = new AddressFields(Request.Query);
        var query = QueryOf(fields);
        return fields.Fault is { } fault ? HttpContext.Refuse(fault) : new DataResult(await selection.OfAsync(Only(query), query, after: null, ct), format);
    }

    /// <summary>The indicator that gives title and description; null for several.</summary>
    private Indicator? Only(RowQuery query) => query.Indicators is [var code] ? reading.Catalogue.Indicator(code) : null;

    private async Task<Listing<ObservationItem>> PageAsync(RowQuery query, ValueKey? after, int limit, CancellationToken ct)
    {
        var data = await selection.OfAsync(Only(query), query, after is { } key ? new(key.Series, key.Start, key.End) : null, ct);
        var items = new List<ObservationItem>(limit);
        await foreach (var row in data.Rows(ct))
        {
            if (items.Count == limit)
            {
                return Paging.Answer(this, reading, items, new ValueKey(items[^1].Series, items[^1].Start, items[^1].End).ToString());
            }

            items.Add(ObservationItem.Of(row));
        }

        return Paging.Answer(this, reading, items, null);
    }

    private RowQuery QueryOf(AddressFields fields)
    {
        var span = fields.Span();
        return new()
        {
            Indicators = fields.Codes("indicators", code => reading.Catalogue.Indicator(code) is not null, MostCodes),
            Regions = fields.Regions(reading.Catalogue, MostCodes),
            Variants = Listed(fields.One("variant", text => reading.Catalogue.Variant(text)?.Code)),
            Feeds = Listed(fields.One("feed", text => reading.Stand.Feeds.ContainsKey(text) ? text : null)),
            Breakdowns = fields.Breakdown(reading.Catalogue) is { } breakdown ? [breakdown] : [],
            Frequencies = fields.One("frequency", text => FrequencyCode.Parse(text)) is { } frequency ? [frequency] : [],
            From = span.From,
            To = span.To,
            Stand = reading.Stand.Release.Number,
        };
    }

    private async Task<int?> WithdrawnByAsync(Figure figure, CancellationToken ct) =>
        figure.Delivery?.Release is { } release && await releases.ByNumberAsync(release, ct) is { WithdrawnBy: { } by } && by <= reading.Stand.Release.Number ? by : null;

    private static IReadOnlyList<string> Listed(string? code) => code is null ? [] : [code];

    private static string Key(long id) => id.ToString("D19", CultureInfo.InvariantCulture);
}
