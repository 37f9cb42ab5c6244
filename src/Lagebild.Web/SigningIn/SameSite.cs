using Lagebild.Web.Pages.Workbench;

namespace Lagebild.Web.SigningIn;

/// <summary>Nothing in the workbench is changed by a page of another site: beside the token of each form, what the browser itself says of where a request comes from.</summary>
internal static class SameSite
{
    /// <summary>403 for a changing request that a browser says another site made. Programs that say nothing have no cookie of a person.</summary>
    public static void UseSameSite(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (!DeskFilter.IsIn(http.Request.Path) || HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || IsOurs(http.Request))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool IsOurs(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none" && IsOurOrigin(request);

    // Older browsers name only the origin; behind a proxy that says nothing of https the scheme may differ.
    private static bool IsOurOrigin(HttpRequest request) =>
        request.Headers.Origin.ToString() is var origin && (origin.Length == 0 || request.Headers.ContainsKey("Sec-Fetch-Site") || (Uri.TryCreate(origin, UriKind.Absolute, out var address) && address.Authority == request.Host.Value));
}
