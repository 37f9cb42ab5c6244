using System.Globalization;
using Lagebild.Storage;
using Lagebild.Web.Pages.Workbench;
using Lagebild.Web.Texts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Net.Http.Headers;

namespace Lagebild.Web.Pages;

/// <summary>
/// Before each page: its language from the address, its stand from <c>stand=</c>. A number shows the site as of that release, a date
/// redirects to the number of the last release up to the end of that day, anything else is a fault. The workbench shows what is known now, released or not.
/// </summary>
public sealed class ReadingFilter(Reading reading, Stands stands) : IAsyncResourceFilter
{
    /// <inheritdoc/>
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        Begin(context);
        if (!IsErrorPage(context.HttpContext))
        {
            context.Result = await StandAsync(context.HttpContext);
        }

        if (context.Result is null)
        {
            await next();
        }
    }

    private void Begin(ResourceExecutingContext context)
    {
        var address = OriginalAddress(context.HttpContext);
        var first = address.Split('/', '?')[1];
        reading.Begin(Languages.All.Contains(first) ? first : Languages.Best(context.HttpContext.Request.Headers.AcceptLanguage), address);
    }

    private static string OriginalAddress(HttpContext http) => http.Features.Get<IStatusCodeReExecuteFeature>() is { } original
        ? original.OriginalPath + original.OriginalQueryString
        : (http.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? http.Request.Path) + http.Request.QueryString;

    private static bool IsErrorPage(HttpContext http) => http.Request.Path.StartsWithSegments("/error", StringComparison.Ordinal);

    /// <summary>Null where the page may be shown.</summary>
    private async Task<IActionResult?> StandAsync(HttpContext http)
    {
        if (DeskFilter.IsIn(http.Request.Path))
        {
            reading.ShowAsOf(await stands.OfDeskAsync(http.RequestAborted), isPinned: false, isPast: false);
            return null;
        }

        var latest = await stands.LatestAsync(http.RequestAborted);
        var asked = http.Request.Query["stand"];
        return (latest, asked.Count, asked.ToString()) switch
        {
            (null, _, _) => new StatusCodeResult(StatusCodes.Status503ServiceUnavailable),
            (_, 0, _) or (_, 1, "") => await ShowAsync(latest, isPinned: false, latest, http),
            (_, 1, var text) when IsNumber(text, out var number) => await ShowAsync(await stands.ByNumberAsync(number, http.RequestAborted), isPinned: true, latest, http),
            (_, 1, var text) when IsDay(text, out var day) => await OfDayAsync(day, text, latest, http),
            (_, _, var text) => http.Refuse(Fault.Of("stand", text)),
        };
    }

    private async Task<IActionResult?> ShowAsync(Release? release, bool isPinned, Release latest, HttpContext http)
    {
        if (release is null)
        {
            return http.Absent(reading.Fill(reading.Words.Error.NoSuchRelease, http.Request.Query["stand"].ToString(), latest.Number, reading.Day(latest.PublishedUtc)));
        }

        reading.ShowAsOf(await stands.OfAsync(release, http.RequestAborted), isPinned, release.Number < latest.Number);
        return null;
    }

    /// <summary>A day that has not come is a fault: nobody can know what will stand then.</summary>
    private async Task<IActionResult> OfDayAsync(DateOnly day, string text, Release latest, HttpContext http) => stands.IsFuture(day)
        ? http.Refuse(Fault.Of("stand", text) with { Sentence = reading.Fill(reading.Words.Error.FutureDay, reading.Day(day), latest.Number, reading.Day(latest.PublishedUtc)) })
        : await RedirectAsync(day, http);

    private async Task<IActionResult> RedirectAsync(DateOnly day, HttpContext http) =>
        await stands.ByDateAsync(day, http.RequestAborted) is { } release
            ? new RedirectResult(http.Request.Path.ToUriComponent() + QueryString.Create(http.Request.Query.Where(q => q.Key != "stand")).Add("stand", Reading.Number(release.Number)))
            : http.Absent(await BeforeFirstAsync(day, http.RequestAborted));

    private async Task<string> BeforeFirstAsync(DateOnly day, CancellationToken ct) => await stands.FirstAsync(ct) is { } first
        ? reading.Fill(reading.Words.Error.BeforeFirst, reading.Day(day), reading.Day(first.PublishedUtc))
        : reading.Words.Error.NotFound;

    private static bool IsNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool IsDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}

/// <summary>How a page refuses what it can't read.</summary>
public static class Refusal
{
    /// <summary>400, with the fault kept for the page that says so.</summary>
    public static IActionResult Refuse(this HttpContext http, Fault fault)
    {
        http.Features.Set(fault);
        return new StatusCodeResult(StatusCodes.Status400BadRequest);
    }

    /// <summary>404, with the reason, in the reader's language, kept for the page that says so.</summary>
    public static IActionResult Absent(this HttpContext http, string sentence)
    {
        http.Features.Set(new Absence(sentence));
        return new StatusCodeResult(StatusCodes.Status404NotFound);
    }

    /// <summary>410: what was there was withdrawn for disclosure by a release.</summary>
    public static IActionResult Gone(this HttpContext http, int withdrawnBy)
    {
        var reading = http.RequestServices.GetRequiredService<Reading>();
        http.Features.Set(new Absence(reading.Fill(reading.Words.Api.Gone, withdrawnBy)));
        return new StatusCodeResult(StatusCodes.Status410Gone);
    }

    /// <summary>416: a part was asked for of a file that ends before it.</summary>
    public static void BeyondEnd(this HttpContext http, long length)
    {
        var reading = http.RequestServices.GetRequiredService<Reading>();
        http.Features.Set(new Absence(reading.Fill(reading.Words.Api.BeyondEnd, reading.Count(length))));
        http.Response.Headers.ContentRange = new ContentRangeHeaderValue(length).ToString();
        http.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
    }
}
