using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Lagebild.Web.Api;

/// <summary>The API for other machines, as the program puts it in: no key, any origin, so many requests a minute. Only who hands in needs a token.</summary>
public static class LagebildApi
{
    private const string Origins = "api";

    private static readonly string[] Readable = ["ETag", "Link", "Retry-After", "Content-Disposition", "Accept-Ranges", "Content-Range"];

    /// <summary>Registers controllers, description, limits. The requests a minute of one client are the operator's setting.</summary>
    public static IServiceCollection AddLagebildApi(this IServiceCollection services)
    {
        services.AddControllers(o => o.Conventions.Add(new JsonEnding())).AddJsonOptions(o => Write(o.JsonSerializerOptions));
        services.ConfigureHttpJsonOptions(o => Write(o.SerializerOptions));
        services.AddCors(o => o.AddPolicy(Origins, p => p.AllowAnyOrigin().WithMethods("GET", "HEAD").AllowAnyHeader().WithExposedHeaders(Readable)));
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<LagebildOptions>((limiter, options) => Limit(limiter, options.ApiRequestsPerMinute));
        services.AddOpenApi("v1", ApiDescription.Write);
        return services;
    }

    /// <summary>Lets any origin read the API, and slows down who asks too much. Before the pages' own rules of methods and errors.</summary>
    public static IApplicationBuilder UseLagebildApi(this IApplicationBuilder app) => app.UseWhen(
        http => ApiProblem.IsAsked(http.Request.Path) || http.Request.Path.StartsWithSegments("/openapi", StringComparison.Ordinal),
        api => api.UseWhen(http => !IsForTokens(http.Request), open => open.Use(CrossOrigin).UseCors(Origins)).UseRateLimiter());

    /// <summary>The addresses under <c>/api/v1</c> and <c>/openapi/v1.json</c>.</summary>
    public static void MapLagebildApi(this WebApplication app)
    {
        app.MapControllers();
        app.MapOpenApi("/openapi/{documentName}.json");
    }

    /// <summary>Where a token is shown, no other site's page has anything to ask.</summary>
    private static bool IsForTokens(HttpRequest request) => HandIn.IsSending(request) || HandIn.IsReceipt(request.Path);

    private static void Write(JsonSerializerOptions json)
    {
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
    }

    private static void Limit(RateLimiterOptions limiter, int perMinute)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }));
        limiter.AddPolicy(HandIn.Limit, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Request.Headers.Authorization.ToString(),
            _ => new() { PermitLimit = HandIn.PerMinute, Window = TimeSpan.FromMinutes(1) }));
    }

    /// <summary>Said to every client, since an answer that is kept goes to those from elsewhere too.</summary>
    private static Task CrossOrigin(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.AccessControlExposeHeaders = string.Join(',', Readable);
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return next(http);
    }
}
