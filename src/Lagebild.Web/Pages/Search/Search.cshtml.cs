using Lagebild.Catalogue;
using Lagebild.Statistics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Search;

/// <summary>Finds what the stand holds by words in three languages, or by a code.</summary>
public sealed class SearchModel(Reading reading, SearchIndexes indexes) : PageModel
{
    private const int Shown = 50;
    private const int ShownInRegion = 8;
    private const int LongestQuery = 200;

    /// <summary>What was asked, without blanks around; empty where nothing was.</summary>
    public string Query { get; private set; } = "";

    /// <summary>Null where nothing was asked.</summary>
    public SearchResult? Result { get; private set; }

    /// <summary>Best first, at most fifty.</summary>
    public IReadOnlyList<FoundEntry> Found { get; private set; } = [];

    /// <summary>Indicators in the region that the query names.</summary>
    public IReadOnlyList<FoundEntry> InRegion { get; private set; } = [];

    public void OnGet(string? q)
    {
        Query = (q ?? "").Trim();
        Query = Query.Length > LongestQuery ? Query[..LongestQuery] : Query;
        if (Query.Length > 0)
        {
            Result = indexes.Of(reading.Stand).Find(Query, reading.Language);
            Found = [.. Result.Hits.Take(Shown).Select(h => FoundEntry.Of(reading, h.Entry))];
            InRegion = [.. Result.InRegion.Where(h => h.Score * 3 >= Result.InRegion[0].Score && IsReported(h.Entry.Code, Result.Region!.Code)).Take(ShownInRegion).Select(h => FoundEntry.In(reading, h.Entry, Result.Region!.Code))];
        }
    }

    private bool IsReported(string indicator, string region) => reading.Stand.Coverage.Any(c => c.Indicator == indicator && c.Region == region);
}

/// <summary>An entry as the page of a search shows it.</summary>
public sealed record FoundEntry
{
    public required EntryKind Kind { get; init; }

    public required CatalogueText Name { get; init; }

    public required string Href { get; init; }

    /// <summary>Where it belongs: the topic of an indicator, the places around a region; null where it needs no more.</summary>
    public string? Where { get; init; }

    /// <summary>One sentence; null where there is none.</summary>
    public CatalogueText? About { get; init; }

    /// <summary>An entry where it lies.</summary>
    public static FoundEntry Of(Reading reading, SearchEntry entry) => entry.Kind switch
    {
        EntryKind.Topic => Named(reading, entry, CatalogueKind.Topic, $"/topics/{entry.Code}") with { About = reading.Text(CatalogueKind.Topic, entry.Code, "lead") },
        EntryKind.Indicator => Indicator(reading, entry) with { Href = reading.Link($"/indicators/{entry.Code}") },
        EntryKind.Region => Named(reading, entry, CatalogueKind.Region, $"/regions/{entry.Code}") with { Where = Around(reading, entry.Code) },
        EntryKind.Concept => Named(reading, entry, CatalogueKind.Concept, $"/concepts#{entry.Code}", "term") with { About = reading.Text(CatalogueKind.Concept, entry.Code, "differs") },
        EntryKind.Source => Source(reading, entry),
        EntryKind.Dimension => Named(reading, entry, CatalogueKind.Dimension, $"/methods#breakdown-{entry.Code}") with { Where = Codes(reading, entry.Code) },
        _ => Page(reading, entry),
    };

    /// <summary>An indicator at a region.</summary>
    public static FoundEntry In(Reading reading, SearchEntry indicator, string region) => Indicator(reading, indicator) with
    {
        Href = reading.Link($"/indicators/{indicator.Code}", ("regions", region)),
    };

    private static FoundEntry Indicator(Reading reading, SearchEntry entry) => Named(reading, entry, CatalogueKind.Indicator, "") with
    {
        Where = reading.Catalogue.Indicator(entry.Code)?.Topic is { } topic ? reading.TopicName(topic) : null,
        About = reading.Text(CatalogueKind.Indicator, entry.Code, "definition"),
    };

    private static FoundEntry Named(Reading reading, SearchEntry entry, string kind, string path, string part = "name")
    {
        var at = path.IndexOf('#', StringComparison.Ordinal);
        var (address, anchor) = at < 0 ? (path, "") : (path[..at], path[at..]);
        return new() { Kind = entry.Kind, Name = reading.Text(kind, entry.Code, part) ?? reading.Name(kind, entry.Code), Href = reading.Link(address) + anchor };
    }

    private static FoundEntry Plain(Reading reading, SearchEntry entry, string name, string path) => Named(reading, entry, "", path) with
    {
        Name = new() { Kind = "", Code = entry.Code, Part = "", Language = reading.Language, Body = name, State = TextState.Written },
    };

    private static FoundEntry Source(Reading reading, SearchEntry entry)
    {
        var found = Plain(reading, entry, reading.FeedName(entry.Code), $"/sources#{entry.Code}");
        return found with { About = found.Name with { Body = reading.Stand.Feeds[entry.Code].Publisher, Language = reading.Stand.Feeds[entry.Code].Language } };
    }

    private static FoundEntry Page(Reading reading, SearchEntry entry)
    {
        var page = SitePages.All.First(p => p.Path == entry.Code);
        var found = Plain(reading, entry, page.Name(reading.Words), page.Path);
        return found with { About = found.Name with { Body = page.About(reading.Words) } };
    }

    /// <summary>Land and country, the nearest first; null for what lies in none.</summary>
    private static string? Around(Reading reading, string code)
    {
        var names = new List<string>();
        for (var at = reading.Catalogue.Region(code)?.Parent; at is not null && reading.Catalogue.Region(at) is { Level: not RegionLevel.World } around; at = around.Parent)
        {
            names.Add(reading.RegionName(at));
        }

        return names.Count == 0 ? null : string.Join(", ", names);
    }

    /// <summary>The first codes; countries are too many to name.</summary>
    private static string? Codes(Reading reading, string dimension) => reading.Catalogue.Dimension(dimension) is { Regions: null } known
        ? string.Join(", ", known.Codes.Take(6).Select(c => reading.CodeName(dimension, c.Code).Plain()))
        : null;
}
