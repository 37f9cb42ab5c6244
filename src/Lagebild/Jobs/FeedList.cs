using System.Text.Json;
using System.Text.Json.Serialization;
using Lagebild.Statistics;

namespace Lagebild.Jobs;

/// <summary>The feeds of a feed root as its <c>feeds.json</c> lists them: the seed of the feeds table, read at first start.</summary>
public static class FeedList
{
    /// <summary>Name of the list in the feed root.</summary>
    public const string FileName = "feeds.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>
    /// A JSON array of feeds: property names in camelCase, enums as words in lower case with hyphens (<c>half-yearly</c>).
    /// In the order of the file, which is the order of the first import. Throws <see cref="JsonException"/> naming the place where it is no such list.
    /// </summary>
    public static IReadOnlyList<Feed> Read(Stream json) => JsonSerializer.Deserialize<Feed[]>(json, Json) ?? [];

    /// <summary>The list of a feed root. Throws <see cref="FileNotFoundException"/> where there is none.</summary>
    public static IReadOnlyList<Feed> ReadFrom(string root)
    {
        using var json = File.OpenRead(Path.Combine(root, FileName));
        return Read(json);
    }
}
