using System.Reflection;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace Lagebild.Web.Pages.Caching;

/// <summary>
/// Which answers are kept and for how long. The key is the program, the number of the latest release and how often a feed was changed (read at most once a second, so several nodes agree),
/// the whole address, the packing and, of the API, the format asked for: nothing has to be thrown away when something is released. Only whole answers (200) without cookie, and not those that say no-store, are kept.
/// </summary>
public sealed class PagePolicy(Stands stands) : IOutputCachePolicy
{
    /// <summary>Longer addresses than any form of ours makes are answered, but not kept.</summary>
    private const int LongestAddress = 1000;

    /// <summary>Another one for each build of the program.</summary>
    internal static readonly string Build = Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId.ToString("N");

    /// <inheritdoc/>
    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var release = IsKept(request) ? await stands.LatestAsync(cancellation) : null;
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = release is not null;
        context.AllowLocking = true;
        if (release is not null)
        {
            Name(context.CacheVaryByRules, request, FormattableString.Invariant($"{release.Number} {stands.FeedVersions}"));
        }
    }

    /// <summary>What is kept is as new as what would be made: its key says so. An age would only have readers ask again.</summary>
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.HttpContext.Response.OnStarting(static response => RemoveAge((HttpResponse)response), context.HttpContext.Response);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(response.Headers.SetCookie) && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal);
        context.ResponseExpirationTimeSpan = Lifetime.Of(context.HttpContext);
        return ValueTask.CompletedTask;
    }

    private static Task RemoveAge(HttpResponse response)
    {
        response.Headers.Age = StringValues.Empty;
        return Task.CompletedTask;
    }

    private static bool IsKept(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && Kept.IsWhole(request.Path) && request.Path.Value!.Length + request.QueryString.Value!.Length <= LongestAddress;

    /// <summary>The address as it was asked for, since pages repeat it: parts in another order are another address.</summary>
    private static void Name(CacheVaryByRules rules, HttpRequest request, string stand)
    {
        rules.QueryKeys = StringValues.Empty;
        rules.VaryByValues["of"] = $"{Build} {stand}";
        rules.VaryByValues["query"] = request.QueryString.Value!;
        rules.VaryByValues["wish"] = Kept.IsAnswer(request.Path) ? $"{request.Headers.Accept} {request.Headers.AcceptLanguage}" : "";
        rules.VaryByValues["packing"] = Packing(request.Headers.AcceptEncoding.ToString());
    }

    /// <summary>The many lists that browsers send come down to three; one with weights stands for itself.</summary>
    private static string Packing(string accepted) => accepted.Contains(';', StringComparison.Ordinal) ? accepted
        : accepted.Contains("br", StringComparison.Ordinal) ? "br"
        : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip"
        : "";
}
