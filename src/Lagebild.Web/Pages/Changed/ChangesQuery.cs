using Lagebild.Statistics;
using Lagebild.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Changed;

/// <summary>Between which releases changes are asked for, and of what: the same for page and CSV.</summary>
public sealed record ChangesQuery
{
    private const char Back = '-';

    /// <summary>The earlier release; 0 is before the first.</summary>
    public required int Since { get; init; }

    /// <summary>Null for all.</summary>
    public Indicator? Indicator { get; init; }

    /// <summary>Null for all.</summary>
    public Region? Region { get; init; }

    /// <summary>Where a page of values begins or, with <see cref="IsBack"/>, ends.</summary>
    public RowPlace Place { get; init; } = RowPlace.First;

    /// <summary>True for the page before the place.</summary>
    public bool IsBack { get; init; }

    /// <summary>The releases up to the stand that touched the selection, latest first.</summary>
    public required IReadOnlyList<Release> Touching { get; init; }

    /// <summary>Those after <see cref="Since"/>.</summary>
    public IReadOnlyList<Release> Releases => [.. Touching.Where(r => r.Number > Since)];

    /// <summary>The parts of an address that ask for the changes of an indicator and a region since the same release.</summary>
    public (string Name, string? Value)[] Selection(string? indicator, string? region) => [("since", Reading.Number(Since)), ("indicator", indicator), ("region", region)];

    /// <summary>The parts of an address that ask for the same from a cursor on.</summary>
    public (string Name, string? Value)[] At(string cursor) => [.. Selection(Indicator?.Code, Region?.Code), ("cursor", cursor)];

    /// <summary>The cursor of the values after a change, or of those before it.</summary>
    public static string Cursor(ValueChange change, bool isBack) => $"{(isBack ? Back : "")}{new RowPlace(change.SeriesId, change.Period.Start, change.Period.End)}";

    /// <summary>
    /// From an address. Without <c>since</c>: what the last release did that touched what is asked for. The answer is set, and the query null, where the address
    /// can't be read or is said with a number.
    /// </summary>
    public static async Task<(ChangesQuery? Query, IActionResult? Answer)> OfAsync(HttpContext http, Reading reading, Stands stands, ReleaseStore releases)
    {
        var since = await Changed.Since.OfAsync(http, reading, stands);
        var fields = new AddressFields(http.Request.Query);
        var indicator = fields.One("indicator", code => reading.Catalogue.Indicator(code)?.Code);
        var region = fields.One("region", code => reading.Catalogue.Region(code)?.Code);
        var cursor = fields.One("cursor", text => RowPlace.Parse(text.TrimStart(Back)) is null ? null : text);
        if (since.Answer is not null || fields.Fault is not null)
        {
            return (null, since.Answer ?? http.Refuse(fields.Fault!));
        }

        var touching = await TouchingAsync(indicator, region, reading.Stand.Release.Number, releases, http.RequestAborted);
        var number = since.Number ?? Math.Max(0, (touching.Count > 0 ? touching[0].Number : reading.Stand.Release.Number) - 1);
        return (
            new()
            {
                Since = number,
                Indicator = indicator is null ? null : reading.Catalogue.Indicator(indicator),
                Region = region is null ? null : reading.Catalogue.Region(region),
                Place = cursor is null ? RowPlace.First : RowPlace.Parse(cursor.TrimStart(Back))!,
                IsBack = cursor?[0] == Back,
                Touching = touching,
            },
            null);
    }

    private static async Task<IReadOnlyList<Release>> TouchingAsync(string? indicator, string? region, int stand, ReleaseStore releases, CancellationToken ct) => indicator is null && region is null
        ? [.. (await releases.ListAsync(ct)).Where(r => r.Number <= stand)]
        : await releases.OfAsync(indicator, region, stand, ct);
}
