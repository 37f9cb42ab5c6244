using Lagebild.Catalogue;
using Lagebild.Web.Pages;
using Lagebild.Web.Pages.Search;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Api;

/// <summary>Something that was found.</summary>
public sealed record SearchItem
{
    public required EntryKind Kind { get; init; }

    /// <summary>Unique within its kind; of a page or a view its path after the language.</summary>
    public required string Code { get; init; }

    /// <summary>By language.</summary>
    public required IReadOnlyDictionary<string, string> Name { get; init; }

    /// <summary>Path of its page in the language of <c>Accept-Language</c>.</summary>
    public required string Page { get; init; }

    internal static SearchItem Of(Reading reading, SearchEntry entry) => new()
    {
        Kind = entry.Kind,
        Code = entry.Code,
        Name = NameOf(reading, entry),
        Page = FoundEntry.Of(reading, entry).Href,
    };

    private static IReadOnlyDictionary<string, string> NameOf(Reading reading, SearchEntry entry) => entry.Kind switch
    {
        EntryKind.Topic => reading.Catalogue.InEach(CatalogueKind.Topic, entry.Code, "name"),
        EntryKind.Indicator => reading.Catalogue.InEach(CatalogueKind.Indicator, entry.Code, "name"),
        EntryKind.Region => reading.Catalogue.InEach(CatalogueKind.Region, entry.Code, "name"),
        EntryKind.Concept => reading.Catalogue.InEach(CatalogueKind.Concept, entry.Code, "term"),
        EntryKind.Dimension => reading.Catalogue.InEach(CatalogueKind.Dimension, entry.Code, "name"),
        EntryKind.Source => reading.Stand.Feeds[entry.Code].Name,
        _ => PageName(entry.Code),
    };

    private static Dictionary<string, string> PageName(string path)
    {
        var page = SitePages.All.First(p => p.Path == path);
        return Languages.All.ToDictionary(l => l, l => page.Name(Words.In(l)).Replace("\u00AD", "", StringComparison.Ordinal));
    }
}
