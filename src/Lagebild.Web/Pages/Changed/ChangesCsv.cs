using System.Globalization;
using System.Text;
using Lagebild.OpenData;
using Lagebild.Statistics;
using Lagebild.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Lagebild.Web.Pages.Changed;

/// <summary>
/// Changes as CSV, a line for each, sent while they are read: comma, UTF-8, decimal point, ISO days, line feed after CR. Codes first, the same in words behind (<c>label_...</c>).
/// A side where there was nothing, or of which no number may be told, has no value; its statuses say which.
/// </summary>
public sealed class ChangesCsv(Reading reading, ChangesQuery query, IAsyncEnumerable<ValueChange> changes) : ActionResult
{
    private const string Header =
        "series,indicator,variant,region,period_start,period_end,frequency,breakdown,feed,change,value_before,obs_status_before,conf_status_before,value_after,obs_status_after,conf_status_after,"
        + "label_indicator,label_variant,label_region,label_breakdown,label_unit,label_change,label_status_before,label_status_after,label_since,label_stand";

    /// <inheritdoc/>
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8; header=present";
        response.Headers.ContentLanguage = reading.Language;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = FileName }.ToString();
        if (!HttpMethods.IsHead(context.HttpContext.Request.Method))
        {
            await WriteAsync(response.Body, context.HttpContext.RequestAborted);
        }
    }

    private string FileName => string.Join('-', new[] { "changes", query.Indicator?.Code, query.Region?.Code, FormattableString.Invariant($"since-{query.Since}-stand-{reading.Stand.Release.Number}.csv") }.OfType<string>());

    private async Task WriteAsync(Stream body, CancellationToken ct)
    {
        await using var text = new StreamWriter(body, new UTF8Encoding(false), 64 * 1024, leaveOpen: true) { NewLine = "\r\n" };
        await text.WriteLineAsync(Header.AsMemory(), ct);
        await foreach (var change in changes)
        {
            await text.WriteLineAsync(string.Join(',', Fields(change).Select(f => CsvText.Quoted(f, ','))).AsMemory(), ct);
        }
    }

    private IEnumerable<string> Fields(ValueChange change)
    {
        var key = change.Series;
        var variant = reading.Catalogue.Variant(key.Variant);
        var decimals = variant?.Decimals ?? 0;
        return
        [
            change.SeriesId.ToString(CultureInfo.InvariantCulture), key.Indicator, key.Variant, key.Region, Iso(change.Period.Start), Iso(change.Period.End), key.Frequency.Letter().ToString(), key.Breakdown, key.Feed,
            Code(change.Kind), .. Side(change.Before, decimals), .. Side(change.After, decimals),
            reading.IndicatorName(key.Indicator), reading.VariantName(key.Variant), reading.RegionName(key.Region), reading.BreakdownName(key.Breakdown), variant is null ? "" : reading.UnitName(variant.Unit),
            Word(change.Kind), Doubt(change.Before), Doubt(change.After), Reading.Number(query.Since), Reading.Number(reading.Stand.Release.Number),
        ];
    }

    /// <summary>Value and statuses as the layout <c>figures</c> has them.</summary>
    private static string[] Side(Observation? side, int decimals) => side is null
        ? ["", "", ""]
        : [side.Value is { } value ? ValueText.Invariant(value, decimals) : "", side.StatusCode(), side.Confidentiality.Word()];

    private static string Code(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Changed => "changed",
        _ => "ended",
    };

    private string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => reading.Words.Calendar.Added,
        ChangeKind.Changed => reading.Words.Calendar.Changed,
        _ => reading.Words.Calendar.Ended,
    };

    private string Doubt(Observation? side) => side is null ? "" : reading.Words.Doubt(side) ?? "";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
