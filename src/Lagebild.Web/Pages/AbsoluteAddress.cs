namespace Lagebild.Web.Pages;

/// <summary>Addresses as other sites need them.</summary>
public static class AbsoluteAddress
{
    /// <summary>An address on this site with scheme and host, as the reader reached it.</summary>
    public static string Absolute(this HttpRequest request, string href) => $"{request.Scheme}://{request.Host}{href}";
}
