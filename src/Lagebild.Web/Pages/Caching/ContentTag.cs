using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Lagebild.Web.Pages.Caching;

/// <summary>
/// Marks each page and picture with the hash of its bytes as they are sent: a reader who has them gets 304, also when a later release, another start of the
/// program or a minute changed nothing. An answer that says itself how it may be kept is left as it is. Stands outside the packing of answers and inside what keeps them.
/// </summary>
internal static class ContentTag
{
    public static void UseContentTag(this IApplicationBuilder app) => app.UseWhen(http => Kept.IsWhole(http.Request.Path), pages => pages.Use(TagAsync));

    private static async Task TagAsync(HttpContext http, RequestDelegate next)
    {
        var body = http.Response.Body;
        using var bytes = new MemoryStream(32 * 1024);
        http.Response.Body = bytes;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }

        Mark(http.Response, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        await body.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), http.RequestAborted);
    }

    private static void Mark(HttpResponse response, ReadOnlySpan<byte> bytes)
    {
        if (response.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(response.Headers.CacheControl))
        {
            response.Headers.ETag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..24]}\"").ToString();
            response.Headers.CacheControl = Lifetime.OneMinute;
            response.ContentLength = bytes.Length;
        }
    }
}
