using System.Net;
using System.Net.Sockets;
using Microsoft.Net.Http.Headers;

namespace Lagebild.Web.SigningIn;

/// <summary>Who asks, as far as that can be known and is needed.</summary>
internal static class Client
{
    private static readonly (string Sign, string Name)[] Browsers = [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl")];

    private static readonly (string Sign, string Name)[] Systems = [("Android", "Android"), ("iPhone", "iOS"), ("iPad", "iOS"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    /// <summary>What attempts are counted by: the address, of IPv6 the network; empty where there is none.</summary>
    public static string ClientAddress(this HttpContext http) => http.Connection.RemoteIpAddress is not { } address ? "" : Plain(address) is var plain && IsV4(plain) ? plain.ToString() : Network(plain, 8);

    /// <summary>The address without its last part: <c>192.0.2.x</c>.</summary>
    public static string ClientNetwork(this HttpContext http) => http.Connection.RemoteIpAddress is not { } address ? "–" : Coarse(Plain(address));

    /// <summary>Browser and system as they name themselves: <c>Firefox, Windows</c>; a dash where they do not.</summary>
    public static string BrowserName(this HttpContext http)
    {
        var said = http.Request.Headers[HeaderNames.UserAgent].ToString();
        string[] names = [.. new[] { First(Browsers, said), First(Systems, said) }.OfType<string>()];
        return names.Length == 0 ? "–" : string.Join(", ", names);
    }

    /// <summary>Whether a request comes from this very machine and not through a proxy on it.</summary>
    public static bool IsLocal(this HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");

    /// <summary>Whether what is typed here travels unread by others: over https, or within this machine.</summary>
    public static bool IsPrivate(this HttpContext http) => http.Request.IsHttps || http.IsLocal() || (http.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]");

    private static string? First((string Sign, string Name)[] names, string said) => Array.Find(names, n => said.Contains(n.Sign, StringComparison.Ordinal)).Name;

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static bool IsV4(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork;

    private static string Coarse(IPAddress address) => IPAddress.IsLoopback(address) ? "localhost" : IsV4(address) ? $"{string.Join('.', address.GetAddressBytes()[..3])}.x" : Network(address, 6);

    private static string Network(IPAddress address, int bytes)
    {
        var network = new byte[16];
        address.GetAddressBytes().AsSpan(0, bytes).CopyTo(network);
        return $"{new IPAddress(network)}/{bytes * 8}";
    }
}
