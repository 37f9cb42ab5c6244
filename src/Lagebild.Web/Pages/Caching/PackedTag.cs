namespace Lagebild.Web.Pages.Caching;

/// <summary>A packed answer has other bytes than the plain one under the same tag: its tag is weak, so that no part of one is joined to the other. Stands outside the packing of answers.</summary>
internal static class PackedTag
{
    public static void UsePackedTag(this IApplicationBuilder app) => app.UseWhen(http => !Kept.IsWhole(http.Request.Path), files => files.Use(Weaken));

    private static Task Weaken(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(static state =>
        {
            var headers = ((HttpResponse)state).Headers;
            if (headers.ContentEncoding.Count > 0 && headers.ETag is [['"', ..] strong])
            {
                headers.ETag = $"W/{strong}";
            }

            return Task.CompletedTask;
        }, http.Response);
        return next(http);
    }
}
