using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lagebild.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Lagebild.Web.Pages.Sharing;

/// <summary>
/// How another site shows an address of ours (oEmbed 1.0, https://oembed.com): a chart by its page, picture or frame. Other addresses, and those of other sites,
/// are 404; what cannot be read is 400.
/// </summary>
public sealed class OEmbedModel(Reading reading, Stands stands, AddressedCharts addressed, Pictures pictures) : PageModel
{
    private const int Width = 640;
    private const int LeastWidth = 280;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Asks for the answer about an absolute address.</summary>
    public static string Link(string address) => QueryHelpers.AddQueryString("/oembed", [KeyValuePair.Create("url", (string?)address), KeyValuePair.Create("format", (string?)"json")]);

    public async Task<IActionResult> OnGetAsync(string? url, string? format, string? maxwidth, string? maxheight, CancellationToken ct)
    {
        if ((format ?? "json") != "json")
        {
            return HttpContext.Refuse(Fault.Of("format", format!));
        }

        if (Limit(maxwidth) is not { } width || Limit(maxheight) is not { } height)
        {
            return HttpContext.Refuse(Limit(maxwidth) is null ? Fault.Of("maxwidth", maxwidth!) : Fault.Of("maxheight", maxheight!));
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return HttpContext.Refuse(Fault.Of("url", url ?? ""));
        }

        return await ChartAsync(address, ct) switch
        {
            (_, { } fault) => HttpContext.Refuse(fault),
            ({ } chart, _) => new JsonResult(Answer(chart, Math.Min(Math.Max(width, LeastWidth), Width), height), Json),
            _ => NotFound(),
        };
    }

    private object Answer(AddressedChart chart, int width, int height)
    {
        var links = chart.Links;
        var frame = Math.Min(links.HeightPixels, height);
        return new
        {
            Version = "1.0",
            Type = "rich",
            Title = links.Title,
            AuthorName = string.Join("; ", chart.Feeds.Select(f => f.Publisher).Distinct()),
            ProviderName = reading.Words.Site.Name,
            ProviderUrl = Request.Absolute("/"),
            CacheAge = 60,
            ThumbnailUrl = pictures.AreOffered ? Request.Absolute(links.PngHref("1200x675")) : null,
            ThumbnailWidth = pictures.AreOffered ? 1200 : (int?)null,
            ThumbnailHeight = pictures.AreOffered ? 675 : (int?)null,
            Html = ShareLinks.Frame(Request.Absolute(links.EmbedHref), links.Title, width.ToString(CultureInfo.InvariantCulture), frame),
            Width = width,
            Height = frame,
        };
    }

    private async Task<(AddressedChart? Chart, Fault? Fault)> ChartAsync(Uri address, CancellationToken ct)
    {
        if (!IsOurs(address) || Named(address.AbsolutePath) is not { } path)
        {
            return (null, null);
        }

        var query = new QueryCollection(QueryHelpers.ParseQuery(address.Query));
        reading.Begin(address.AbsolutePath[1..3], address.PathAndQuery);
        return await ShowStandAsync(query["stand"], ct) ? await addressed.ReadAsync(path, query, ct) : (null, null);
    }

    private bool IsOurs(Uri address) => address.Scheme is "http" or "https" && address.Authority.Equals(Request.Host.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>The stand that the address asks for; false where there is none of that number.</summary>
    private async Task<bool> ShowStandAsync(string? stand, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(stand))
        {
            return true;
        }

        var release = int.TryParse(stand, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? await stands.ByNumberAsync(number, ct) : null;
        if (release is not null)
        {
            reading.ShowAsOf(await stands.OfAsync(release, ct), isPinned: true, isPast: false);
        }

        return release is not null;
    }

    /// <summary>What a page, a picture and a frame of one chart have in common; null for what is in no language.</summary>
    private static string? Named(string path)
    {
        var inLanguage = Languages.All.Any(l => path.StartsWith($"/{l}/", StringComparison.Ordinal));
        var named = inLanguage ? path[3..] : "";
        named = named.StartsWith("/embed/", StringComparison.Ordinal) ? named["/embed".Length..] : named;
        return inLanguage ? Path.ChangeExtension(named, null) : null;
    }

    /// <summary>Null where it is no whole number; without limit where nothing stands there.</summary>
    private static int? Limit(string? text) =>
        string.IsNullOrEmpty(text) ? int.MaxValue : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
