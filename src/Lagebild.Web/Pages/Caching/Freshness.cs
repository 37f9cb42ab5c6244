using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Lagebild.Web.Pages.Caching;

/// <summary>
/// A download changes only with the release, the program, the day, or its address: that is its <c>ETag</c>, and a reader who has it gets 304 before anything is read.
/// The tag is a strong one where the answer is the same byte by byte, so that parts of it fit together.
/// </summary>
public sealed class Freshness(RequestDelegate next, Stands stands)
{
    /// <summary>Answers 304, or lets the download be made and marks it.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        var release = await stands.LatestAsync(http.RequestAborted);
        var tag = new EntityTagHeaderValue($"\"{Key(http.Request, FormattableString.Invariant($"{release?.Number ?? 0} {stands.FeedVersions}"), stands.Today)}\"");
        http.Features.Set(new FileTag(tag));
        if (release is not null && Has(http.Request, tag))
        {
            Mark(http.Response, tag);
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status206PartialContent)
            {
                Mark(http.Response, tag);
            }

            return Task.CompletedTask;
        });
        await next(http);
    }

    private static void Mark(HttpResponse response, EntityTagHeaderValue tag)
    {
        response.Headers.ETag = StringValues.IsNullOrEmpty(response.Headers.AcceptRanges) ? $"W/{tag}" : tag.ToString();
        response.Headers.CacheControl = Lifetime.OneMinute;
    }

    private static bool Has(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known) && known.Any(k => k.Compare(tag, useStrongComparison: false));

    /// <summary>The day is in it, since what is due today is overdue tomorrow.</summary>
    private static string Key(HttpRequest request, string stand, DateOnly day) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{PagePolicy.Build} {stand} {day.DayNumber} {request.Path}{request.QueryString} {request.Headers.Accept} {request.Headers.AcceptLanguage}")))[..24];
}

/// <summary>What a download is known by, for those who send parts of it.</summary>
internal sealed record FileTag(EntityTagHeaderValue Value);
