using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lagebild.Catalogue;

/// <summary>Takes items of the shipped files apart into entries and texts.</summary>
internal sealed class ShippedRows
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public List<CatalogueEntry> Entries { get; } = [];

    public List<CatalogueText> Texts { get; } = [];

    public void Add(string kind, JsonObject item)
    {
        var code = Taken(item, "code")!.GetValue<string>();
        var texts = Taken(item, "texts")!.AsObject();
        AddTexts(kind, code, texts, Taken(item, "language")?.GetValue<string>());
        AddInner(kind, code, item, texts);
        Entries.Add(new() { Kind = kind, Code = code, Body = item.ToJsonString(Readable) });
    }

    private void AddInner(string kind, string code, JsonObject item, JsonObject texts)
    {
        switch (kind)
        {
            case CatalogueKind.Indicator:
                AddVariants(code, Taken(item, "variants")!.AsArray());
                break;
            case CatalogueKind.Dimension:
                AddCodeTexts(code, item["codes"]!.AsArray());
                break;
            case CatalogueKind.Region:
                AddNames(item, texts["name"]!.AsObject());
                break;
        }
    }

    private static JsonNode? Taken(JsonObject item, string name)
    {
        item.Remove(name, out var node);
        return node;
    }

    private void AddTexts(string kind, string code, JsonObject texts, string? written)
    {
        foreach (var (part, languages) in texts)
        {
            Texts.AddRange(languages!.AsObject().Select(l => new CatalogueText
            {
                Kind = kind,
                Code = code,
                Part = part,
                Language = l.Key,
                Body = l.Value!.GetValue<string>(),
                State = written is null || written == l.Key ? TextState.Written : TextState.Translated,
            }));
        }
    }

    private void AddVariants(string indicator, JsonArray variants)
    {
        foreach (var variant in variants.Select(v => v!.AsObject()))
        {
            variant.Add("indicator", indicator);
            Add(CatalogueKind.Variant, variant);
        }
    }

    private void AddCodeTexts(string dimension, JsonArray codes)
    {
        foreach (var code in codes.Select(c => c!.AsObject()))
        {
            AddTexts(CatalogueKind.DimensionCode, $"{dimension}={code["code"]}", Taken(code, "texts")!.AsObject(), null);
        }
    }

    /// <summary>A region's name in each language is an alias too: written out, so that a later change of the text changes no reading.</summary>
    private static void AddNames(JsonObject region, JsonObject names)
    {
        var aliases = region["aliases"]!.AsObject();
        foreach (var (language, name) in names)
        {
            var scheme = $"name-{language}";
            aliases[scheme] ??= new JsonArray();
            aliases[scheme]!.AsArray().Add(name!.GetValue<string>().Replace("\u00AD", "", StringComparison.Ordinal));
        }
    }
}
