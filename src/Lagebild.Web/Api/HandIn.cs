namespace Lagebild.Web.Api;

/// <summary>The addresses with which programs hand figures in. They need a token, answer no cookie and no page of another site, and nothing of them is kept.</summary>
internal static class HandIn
{
    /// <summary>Where files are sent to; asked for with GET it lists what was released, for everybody.</summary>
    public const string Path = "/api/v1/deliveries";

    /// <summary>Where a receipt is, before its number.</summary>
    public const string Receipts = Path + "/inbox";

    /// <summary>Name of the limit of requests.</summary>
    public const string Limit = "hand-in";

    /// <summary>How often one token may ask in a minute.</summary>
    public const int PerMinute = 60;

    /// <summary>Whether a request sends a file in.</summary>
    public static bool IsSending(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path == Path;

    /// <summary>Whether an address is one of a receipt.</summary>
    public static bool IsReceipt(PathString path) => path.StartsWithSegments(Receipts, StringComparison.OrdinalIgnoreCase);

    /// <summary>The call of a program, as one would type it. <paramref name="site"/>: scheme and host, without a slash at its end.</summary>
    public static string Call(string site, string feed) => $"""
        curl --fail-with-body -sS -X POST -T figures.csv \
          -H "Authorization: Bearer $LAGEBILD_TOKEN" -H "Content-Type: text/csv" \
          '{site}{Path}?feed={feed}&name=figures.csv'
        """;
}
