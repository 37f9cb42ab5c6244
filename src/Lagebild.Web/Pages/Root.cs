using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages;

/// <summary>The bare address of the site: to the language the browser asks for.</summary>
public static class Root
{
    /// <summary>302 by <c>Accept-Language</c>; never kept, since it depends on the reader.</summary>
    public static void MapRoot(this IEndpointRouteBuilder app) => app.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], (HttpContext http) =>
    {
        http.Response.Headers.Vary = "Accept-Language";
        http.Response.Headers.CacheControl = "no-store";
        return Results.Redirect($"/{Languages.Best(http.Request.Headers.AcceptLanguage)}/");
    });
}

/// <summary>Route values that are one of our languages: <c>{language:language}</c>.</summary>
public sealed class LanguageConstraint : IRouteConstraint
{
    /// <inheritdoc/>
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string language && Languages.All.Contains(language);
}
