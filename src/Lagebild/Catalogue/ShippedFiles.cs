using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lagebild.Catalogue;

/// <summary>
/// Reads the JSON files embedded beside this class into rows. A file is an object of lists by kind (<c>{"units": [...]}</c>); an item has a
/// <c>code</c>, its <c>texts</c> by part and language, and, where its texts were first written in one language, that <c>language</c>;
/// all else is the body. Variants stand inside their indicator, the codes of a dimension inside the dimension.
/// </summary>
internal static class ShippedFiles
{
    private static readonly string[] Names = ["topics", "units", "dimensions", "indicators", "countries", "regions", "districts", "breaks", "targets", "concepts", "likenesses"];

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["topics"] = CatalogueKind.Topic,
        ["units"] = CatalogueKind.Unit,
        ["dimensions"] = CatalogueKind.Dimension,
        ["indicators"] = CatalogueKind.Indicator,
        ["regions"] = CatalogueKind.Region,
        ["breaks"] = CatalogueKind.Break,
        ["targets"] = CatalogueKind.Target,
        ["concepts"] = CatalogueKind.Concept,
        ["likenesses"] = CatalogueKind.Likeness,
    };

    public static Catalogue Read()
    {
        var rows = new ShippedRows();
        foreach (var list in Names.SelectMany(File))
        {
            foreach (var item in list.Value!.AsArray())
            {
                rows.Add(Kinds[list.Key], item!.AsObject());
            }
        }

        return Catalogue.From(rows.Entries, rows.Texts);
    }

    private static JsonObject File(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"catalogue/{name}.json")
            ?? throw new InvalidDataException($"The catalogue file {name}.json is not embedded.");
        return JsonNode.Parse(stream, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false })!.AsObject();
    }
}
