using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lagebild.Statistics;

namespace Lagebild.Catalogue;

/// <summary>Reads the bodies of entries. Strict: an unknown, doubled or wrongly typed attribute stops it, naming kind and code.</summary>
internal sealed class EntryBodies(IReadOnlyList<CatalogueEntry> entries)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The entries of a kind, in the order they stand.</summary>
    public IReadOnlyList<T> Of<T>(string kind) => [.. entries.Where(e => e.Kind == kind).Select(Read<T>)];

    /// <summary>Topics have a code and texts, nothing else.</summary>
    public IEnumerable<Topic> Topics() => entries.Where(e => e.Kind == CatalogueKind.Topic).Select(e => Read<TopicCode>(e).Code);

    /// <summary>What an entry says.</summary>
    public static T Read<T>(CatalogueEntry entry)
    {
        try
        {
            var body = JsonNode.Parse(entry.Body, documentOptions: new() { AllowDuplicateProperties = false })!.AsObject();
            body.Add("code", entry.Code);
            return body.Deserialize<T>(Options)!;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new InvalidDataException($"The {entry.Kind} {entry.Code} can't be read: {e.Message}", e);
        }
    }

    private sealed record TopicCode
    {
        public required Topic Code { get; init; }
    }
}
