namespace Lagebild.Web.Pages;

/// <summary>Addresses as other sites need them.</summary>
public static class AbsoluteAddress
{
    /// <summary>An address on this site with scheme and host: those that the operator names, else as the reader reached it.</summary>
    public static string Absolute(this HttpRequest request, string href) => $"{request.Scheme}://{request.Host}{href}";

    /// <summary>Takes every request as one to the address that the operator names; as it came where none is named. Throws <see cref="FormatException"/> where that is more or less than scheme and host.</summary>
    public static IApplicationBuilder UsePublicAddress(this IApplicationBuilder app, LagebildOptions options)
    {
        if (options.PublicAddress is not { } text)
        {
            return app;
        }

        var (scheme, host) = Parsed(text);
        return app.Use((http, next) =>
        {
            (http.Request.Scheme, http.Request.Host) = (scheme, host);
            return next(http);
        });
    }

    private static (string Scheme, HostString Host) Parsed(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "https" or "http", PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? (address.Scheme, new(address.Authority))
            : throw new FormatException($"{LagebildOptions.Section}:{nameof(LagebildOptions.PublicAddress)} is '{text}': it has to be scheme and host alone, as https://lagebild.example.");
}
