using Lagebild.OpenData;
using Microsoft.Net.Http.Headers;

namespace Lagebild.Web.Api;

/// <summary>What a client's <c>Accept</c> asks for among the formats of values.</summary>
internal static class AcceptedFormat
{
    // JSON first: it is what a client gets that takes anything.
    private static readonly DataFormat[] OfValues = [DataFormat.Json, DataFormat.Csv, DataFormat.SdmxCsv, DataFormat.Xlsx, DataFormat.Zip];

    private static readonly DataFormat[] JsonOnly = [DataFormat.Json];

    /// <summary>The format a client likes best; JSON where it says nothing that can be understood; null where it takes none of those there are.</summary>
    public static DataFormat? Of(HttpRequest request, bool asFile)
    {
        var offered = asFile ? OfValues : JsonOnly;
        return !MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var wishes) || wishes.Count == 0
            ? DataFormat.Json
            : wishes
                .Where(w => w.Quality is null or > 0)
                .OrderByDescending(w => w.Quality ?? 1)
                .Select(w => offered.FirstOrDefault(f => Is(w, f)))
                .FirstOrDefault(f => f is not null);
    }

    /// <summary>The media types there are, for a client that asked for another.</summary>
    public static string Names(bool asFile) => string.Join(", ", (asFile ? OfValues : JsonOnly).Select(TypeOf));

    private static bool Is(MediaTypeHeaderValue wish, DataFormat format) =>
        wish.MatchesAllTypes || TypeOf(format).Equals(wish.MediaType.Value, StringComparison.OrdinalIgnoreCase)
            || (wish.MatchesAllSubTypes && TypeOf(format).StartsWith(wish.Type + "/", StringComparison.OrdinalIgnoreCase));

    private static string TypeOf(DataFormat format) => MediaTypeHeaderValue.Parse(format.MediaType).MediaType.Value!;
}
