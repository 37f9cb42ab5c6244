using System.IO.Compression;
using Lagebild.Web.Api;
using Lagebild.Web.Pages.Briefings;
using Lagebild.Web.Pages.Caching;
using Lagebild.Web.Pages.Calendar;
using Lagebild.Web.Pages.Compare;
using Lagebild.Web.Pages.Deliveries;
using Lagebild.Web.Pages.Derived;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Pages.Search;
using Lagebild.Web.Pages.Sharing;
using Lagebild.Web.Pages.Views;
using Lagebild.Web.Pages.Workbench;
using Lagebild.Web.Rendering;
using Lagebild.Web.SigningIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;

namespace Lagebild.Web.Pages;

/// <summary>The pages for readers, as the program puts them in.</summary>
public static class WebPages
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Registers pages and what they are made of. Database, stores and clock are the program's.</summary>
    public static IServiceCollection AddLagebildPages(this IServiceCollection services)
    {
        services.AddRazorPages();
        services.AddLagebildApi();
        services.Configure<MvcOptions>(o => o.Filters.Add<ReadingFilter>());
        services.AddWorkbench();
        services.Configure<RouteOptions>(o => o.ConstraintMap["language"] = typeof(LanguageConstraint));
        services.Configure<RouteOptions>(o => o.ConstraintMap["picture"] = typeof(PictureConstraint));
        services.Configure<RouteOptions>(o => o.ConstraintMap["dataformat"] = typeof(FormatConstraint));
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All));
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "text/csv", "application/vnd.sdmx.data+csv", "text/turtle", "application/ld+json", "application/rdf+xml", "application/atom+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.AddOutputCache(o => o.AddBasePolicy(policy => policy.AddPolicy<PagePolicy>(), excludeDefaultPolicy: true));
        services.AddOptions<OutputCacheOptions>().Configure<LagebildOptions>(Bound);
        services.AddSingleton<Stands>();
        services.AddSingleton<SearchIndexes>();
        services.AddScoped<Reading>();
        services.AddScoped<FigureBuilder>();
        services.AddScoped<FigureReader>();
        services.AddScoped<RateFigure>();
        services.AddScoped<MapFigure>();
        services.AddSingleton<Outlines>();
        services.AddScoped<DerivedReader>();
        services.AddScoped<KeyFigures>();
        services.AddPreparedViews();
        services.AddScoped<ComparedReader>();
        services.AddScoped<CompareBuilder>();
        services.AddScoped<Measuring>();
        services.AddScoped<SelectionRows>();
        services.AddScoped<CatalogueRecords>();
        services.AddSingleton<DataFiles>();
        services.AddSingleton<FileLengths>();
        services.AddScoped<MatrixReader>();
        services.AddScoped<CalendarReader>();
        services.AddSingleton<SelectedValuesReader>();
        services.AddSingleton<Renderer>();
        services.AddScoped<Pictures>();
        services.AddScoped<AddressedFigure>();
        services.AddScoped<AddressedCharts>();
        services.AddScoped<BriefingBuilder>();
        return services;
    }

    /// <summary>Puts the pages, their errors and assets into the program. Security headers and the gate before the first release are the program's.</summary>
    public static WebApplication MapLagebildPages(this WebApplication app)
    {
        app.UsePublicAddress(app.Services.GetRequiredService<LagebildOptions>());
        app.UseOutputCache();
        app.UseContentTag();
        app.UsePackedTag();
        app.UseResponseCompression();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseLagebildApi();
        app.Use(ReadOnly);
        app.UseSameSite();
        app.UseWhen(http => DeskFilter.IsIn(http.Request.Path), workbench => workbench.UseAuthentication());
        app.UseWhen(http => Kept.IsDownload(http.Request.Path), downloads => downloads.UseMiddleware<Freshness>());
        app.MapRoot();
        app.MapAssets();
        app.MapRazorPages();
        app.MapLagebildApi();
        return app;
    }

    /// <summary>Pages are read, and in the workbench forms are sent: outside it nothing that changes state is reachable, but for programs that hand in.</summary>
    private static Task ReadOnly(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || http.Request.Path.StartsWithSegments("/error", StringComparison.Ordinal) || IsForm(http.Request) || HandIn.IsSending(http.Request))
        {
            return next(http);
        }

        http.Response.Headers.Allow = DeskFilter.IsIn(http.Request.Path) ? "GET, HEAD, POST" : "GET, HEAD";
        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }

    private static bool IsForm(HttpRequest request) => HttpMethods.IsPost(request.Method) && DeskFilter.IsIn(request.Path);

    /// <summary>Whatever addresses people make up, no more memory than this is used.</summary>
    private static void Bound(OutputCacheOptions cache, LagebildOptions options)
    {
        cache.UseCaseSensitivePaths = true;
        cache.SizeLimit = options.CacheMegabytes * Megabyte;
        cache.MaximumBodySize = 4 * Megabyte;
    }
}
