using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Lagebild.Catalogue;

/// <summary>Writes the bodies of entries, and reads them again.</summary>
public static class EntryBody
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>What a body says. Throws <see cref="InvalidDataException"/> where it can't be read.</summary>
    public static T Read<T>(string kind, string body) => EntryBodies.Read<T>(new() { Kind = kind, Code = "", Body = body });

    /// <summary>Every attribute but the code, in the order of the type; what is null, empty text or an empty list is left out.</summary>
    public static string Of<T>(T entry)
    {
        var body = JsonSerializer.SerializeToNode(entry, Options)!.AsObject();
        body.Remove("code");
        foreach (var name in body.Where(p => p.Value is JsonArray { Count: 0 } || p.Value?.ToString().Length == 0).Select(p => p.Key).ToArray())
        {
            body.Remove(name);
        }

        return body.ToJsonString(Options);
    }
}
