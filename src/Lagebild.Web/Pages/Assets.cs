using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace Lagebild.Web.Pages;

/// <summary>Style sheets, pictures and templates of layouts, built into the program so that they are found from any working directory. Their address changes with their bytes.</summary>
public static class Assets
{
    private const string Prefix = "wwwroot/";

    private static readonly FrozenDictionary<string, Asset> All = Names().ToFrozenDictionary(n => n, Read, StringComparer.Ordinal);

    /// <summary>Address of an asset with the first digits of its hash: may be kept for ever. An unknown name throws.</summary>
    public static string Address(string name) => $"/assets/{name}?v={All[name].Hash}";

    /// <summary>Serves the assets under <c>/assets</c>.</summary>
    public static void MapAssets(this IEndpointRouteBuilder app) => app.MapGet("/assets/{name}", Serve);

    private static IResult Serve(string name, HttpContext context)
    {
        if (!All.TryGetValue(name, out var asset))
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }

        context.Response.Headers.CacheControl = context.Request.Query["v"] == asset.Hash ? "public, max-age=31536000, immutable" : "public, max-age=60";
        return Results.Bytes(asset.Bytes, asset.ContentType);
    }

    private static IEnumerable<string> Names() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(n => n[Prefix.Length..]);

    private static Asset Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new(bytes, ContentType(name), Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".csv" => "text/csv; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };

    private sealed record Asset(byte[] Bytes, string ContentType, string Hash);
}
