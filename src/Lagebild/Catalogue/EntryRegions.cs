using System.Text.Json.Nodes;
using Lagebild.Statistics;

namespace Lagebild.Catalogue;

/// <summary>Which regions an entry is bound to, and so whose office answers for it.</summary>
public static class EntryRegions
{
    private static readonly string[] Bound = [CatalogueKind.Note, CatalogueKind.Gap, CatalogueKind.Break, CatalogueKind.Target];

    /// <summary>The codes a body names as its region or regions; empty where it is bound to none and so belongs to all offices together.</summary>
    public static IReadOnlyList<string> Of(string kind, string? body) => body is null || !Bound.Contains(kind) ? [] : Named(JsonNode.Parse(body)!.AsObject());

    /// <summary>The Land, voivodeship or country whose office answers for an entry; null where it is bound to no region, or to those of several.</summary>
    public static string? Office(Catalogue catalogue, string kind, string? body)
    {
        string?[] offices = [.. Of(kind, body).Select(r => Office(catalogue, r)).Distinct()];
        return offices is [var one] ? one : null;
    }

    private static string? Office(Catalogue catalogue, string region)
    {
        var at = catalogue.Region(region);
        while (at is { Level: > RegionLevel.Land, Parent: { } parent })
        {
            at = catalogue.Region(parent);
        }

        return at?.Code;
    }

    private static IReadOnlyList<string> Named(JsonObject body) =>
        body["region"] is { } one ? [one.GetValue<string>()] : body["regions"] is JsonArray some ? [.. some.Select(r => r!.GetValue<string>())] : [];
}
