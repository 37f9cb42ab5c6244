using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lagebild.Web.Pages.Workbench.Feeds;

/// <summary>The JSON of a profile while it is written: what the form shows and changes; all else in it stays as it is.</summary>
public sealed class ProfileDocument
{
    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private ProfileDocument(JsonObject root) => Root = root;

    public JsonObject Root { get; }

    /// <summary>Null where the text is no JSON object.</summary>
    public static ProfileDocument? Of(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false }) is JsonObject root ? new(root) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Where nothing could be proposed: semicolons, one heading, the first column a value.</summary>
    public static ProfileDocument Empty(string fileName) => new(new()
    {
        ["code"] = "",
        ["file"] = fileName,
        ["encoding"] = "auto",
        ["delimiter"] = "auto",
        ["decimal"] = "auto",
        ["columns"] = new JsonArray(),
    });

    public IReadOnlyList<JsonObject> Columns => Objects("columns");

    public IReadOnlyList<JsonObject> Scope => Objects("scope");

    public IReadOnlyList<JsonObject> Totals => Objects("totals");

    public JsonObject Constants => Inner(Root, "constants");

    public JsonObject Flags => Inner(Root, "flags");

    public JsonObject Maps => Inner(Root, "maps");

    /// <summary>As the file has it; two spaces a level.</summary>
    public override string ToString() => Root.ToJsonString(_json);

    /// <summary>The same with one scope more.</summary>
    public ProfileDocument With(Import.ProfileScope scope)
    {
        var all = Root["scope"] as JsonArray ?? [];
        Root["scope"] = null;
        all.Add((JsonNode)new JsonObject { ["column"] = scope.Column, ["within"] = scope.Within });
        Root["scope"] = all;
        return this;
    }

    /// <summary>How the file is written alone, with a column that any heading fits.</summary>
    public string Bare()
    {
        var bare = new JsonObject { ["columns"] = new JsonArray(new JsonObject { ["match"] = ".*", ["as"] = "value" }) };
        foreach (var name in (string[])["encoding", "delimiter", "quote", "skip", "header", "packed", "sheet", "comment", "footer"])
        {
            ProfileDocument.Set(bare, name, Root[name]?.DeepClone(), Root[name] is not null);
        }

        return bare.ToJsonString();
    }

    /// <summary>A value as text; another where there is none.</summary>
    public static string Text(JsonObject of, string name, string otherwise = "") => of[name] switch
    {
        null => otherwise,
        JsonValue value => value.ToString(),
        var other => other.ToJsonString(),
    };

    public string Text(string name, string otherwise = "") => Text(Root, name, otherwise);

    public static bool Is(JsonObject of, string name) => of[name] is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    /// <summary>The texts of a list, one a line.</summary>
    public static string Lines(JsonObject of, string name) => string.Join('\n', Items(of, name));

    public static IReadOnlyList<string> Items(JsonObject of, string name) => of[name] is JsonArray list ? [.. list.Select(i => i?.ToString() ?? "")] : [];

    /// <summary>The pairs of an object, values as text.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Pairs(JsonObject of, string name) =>
        [.. Inner(of, name).Select(p => KeyValuePair.Create(p.Key, p.Value is JsonArray list ? string.Join(' ', list) : p.Value?.ToString() ?? ""))];

    /// <summary>What is within; empty, and of no consequence, where there is nothing.</summary>
    public static JsonObject Inner(JsonObject of, string name) => of[name] as JsonObject ?? [];

    /// <summary>Sets a value; removes it where it is what it would be without.</summary>
    public static void Set(JsonObject of, string name, JsonNode? value, bool keeps)
    {
        if (keeps)
        {
            of[name] = value;
        }
        else
        {
            of.Remove(name);
        }
    }

    private IReadOnlyList<JsonObject> Objects(string name) => Root[name] is JsonArray list ? [.. list.OfType<JsonObject>()] : [];
}
