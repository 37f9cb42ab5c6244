using Lagebild.Web.Pages.Workbench;
using Lagebild.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Startup;

/// <summary>
/// Until the first release only <see cref="Health.Live"/> and the workbench, where that release is made, are answered; everything else is 503 with Retry-After:
/// a page for people, a problem for programs.
/// </summary>
internal static class UntilOpen
{
    private const string RetrySeconds = "5";

    public static void UseUntilOpen(this IApplicationBuilder app)
    {
        var progress = app.ApplicationServices.GetRequiredService<StartProgress>();
        app.Use((context, next) => progress.IsOpen || IsForDesk(context.Request.Path) ? next(context) : RefuseAsync(context, progress));
    }

    private static bool IsForDesk(PathString path) =>
        path == Health.Live || DeskFilter.IsIn(path) || path.StartsWithSegments("/assets", StringComparison.Ordinal);

    private static Task RefuseAsync(HttpContext context, StartProgress progress)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = RetrySeconds;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = "Accept, Accept-Language";
        var language = Language(context.Request);
        return WantsPage(context.Request) ? PageAsync(context.Response, language, progress) : ProblemAsync(context.Response, language, progress);
    }

    private static Task PageAsync(HttpResponse response, string language, StartProgress progress)
    {
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentLanguage = language;
        return response.WriteAsync(WaitingPage.Html(language, progress));
    }

    private static Task ProblemAsync(HttpResponse response, string language, StartProgress progress) => response.WriteAsJsonAsync(
        new ProblemDetails
        {
            Status = response.StatusCode,
            Title = WaitingWords.In(language).Title,
            Detail = WaitingPage.Sentence(language, progress),
        },
        options: null,
        contentType: "application/problem+json; charset=utf-8");

    private static bool WantsPage(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static string Language(HttpRequest request)
    {
        var first = request.Path.Value?.Split('/', 3).ElementAtOrDefault(1);
        return first is not null && Languages.All.Contains(first) ? first : Languages.Best(request.Headers.AcceptLanguage);
    }
}
