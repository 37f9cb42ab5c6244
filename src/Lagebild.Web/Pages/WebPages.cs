using System.IO.Compression;
using Lagebild.Web.Api;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;

namespace Lagebild.Web.Pages;

/// <summary>The pages for readers, as the program puts them in.</summary>
public static class WebPages
{
    /// <summary>Registers pages and what they are made of. Database, stores and clock are the program's.</summary>
    public static IServiceCollection AddLagebildPages(this IServiceCollection services)
    {
        services.AddRazorPages();
        services.Configure<MvcOptions>(o => o.Filters.Add<ReadingFilter>());
        services.Configure<RouteOptions>(o => o.ConstraintMap["language"] = typeof(LanguageConstraint));
        services.Configure<RouteOptions>(o => o.ConstraintMap["dataformat"] = typeof(FormatConstraint));
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All));
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "text/csv", "application/vnd.sdmx.data+csv", "text/turtle", "application/ld+json", "application/rdf+xml", "application/atom+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.AddSingleton<Stands>();
        services.AddScoped<Reading>();
        services.AddScoped<FigureBuilder>();
        services.AddScoped<FigureReader>();
        services.AddScoped<RateFigure>();
        services.AddScoped<KeyFigures>();
        services.AddScoped<SelectionRows>();
        services.AddScoped<CatalogueRecords>();
        services.AddSingleton<DataFiles>();
        services.AddSingleton<SelectedValuesReader>();
        return services;
    }

    /// <summary>Puts the pages, their errors and assets into the program. Security headers and the gate before the first release are the program's.</summary>
    public static WebApplication MapLagebildPages(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseLagebildApi();
        app.Use(ReadOnly);
        app.UseWhen(IsPage, pages => pages.UseMiddleware<Freshness>());
        app.MapRoot();
        app.MapAssets();
        app.MapRazorPages();
        app.MapLagebildApi();
        return app;
    }

    /// <summary>Nothing that changes state is reachable here.</summary>
    private static Task ReadOnly(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || http.Request.Path.StartsWithSegments("/error", StringComparison.Ordinal))
        {
            return next(http);
        }

        http.Response.Headers.Allow = "GET, HEAD";
        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }

    private static bool IsPage(HttpContext http) =>
        ApiProblem.IsAsked(http.Request.Path) || Languages.All.Any(l => http.Request.Path.StartsWithSegments($"/{l}", StringComparison.Ordinal));
}
