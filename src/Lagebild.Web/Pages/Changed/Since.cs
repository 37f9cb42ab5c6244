using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Changed;

/// <summary>
/// The earlier of two releases, as <c>since=</c> names it: a number up to the stand, 0 for before the first; or a day, which redirects to the number of the last release up to
/// its end, as <c>stand=</c> does, and to 0 where there was none.
/// </summary>
/// <param name="Number">Null where nothing was asked for, or <paramref name="Answer"/> is set.</param>
/// <param name="Answer">The redirect, or the refusal of what can't be read or lies behind the stand; null where one can go on.</param>
public sealed record Since(int? Number, IActionResult? Answer)
{
    private const string Name = "since";

    /// <summary>Of a request whose stand is known.</summary>
    public static async Task<Since> OfAsync(HttpContext http, Reading reading, Stands stands)
    {
        var asked = http.Request.Query[Name];
        return (asked.Count, asked.ToString()) switch
        {
            (0, _) or (1, "") => new(null, null),
            (1, var text) when IsNumber(text, out var number) && number <= reading.Stand.Release.Number => new(number, null),
            (1, var text) when IsDay(text, out var day) => new(null, await OfDayAsync(day, text, http, reading, stands)),
            (_, var text) => new(null, http.Refuse(Fault.Of(Name, text))),
        };
    }

    private static async Task<IActionResult> OfDayAsync(DateOnly day, string text, HttpContext http, Reading reading, Stands stands)
    {
        if (stands.IsFuture(day) && await stands.LatestAsync(http.RequestAborted) is { } latest)
        {
            return http.Refuse(Fault.Of(Name, text) with { Sentence = reading.Fill(reading.Words.Error.FutureDay, reading.Day(day), latest.Number, reading.Day(latest.PublishedUtc)) });
        }

        var number = (await stands.ByDateAsync(day, http.RequestAborted))?.Number ?? 0;
        return number > reading.Stand.Release.Number
            ? http.Refuse(Fault.Of(Name, text))
            : new RedirectResult(http.Request.Path.ToUriComponent() + QueryString.Create(http.Request.Query.Where(q => q.Key != Name)).Add(Name, Reading.Number(number)));
    }

    private static bool IsNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool IsDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
