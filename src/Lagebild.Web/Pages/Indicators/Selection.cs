using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>
/// Series that are counted alike, so that they may stand in one chart: one variant, one frequency, for each region the feed shown.
/// </summary>
public sealed record Selection
{
    /// <summary>Regions counted differently are shown side by side in at most this many charts.</summary>
    public const int Most = 6;

    /// <summary>With no more regions than this above the districts, an indicator shows its districts unless asked otherwise.</summary>
    private const int FewRegions = 2;

    /// <summary>A lone value is shown only where there is nothing else.</summary>
    private const int FewestCompared = 2;

    public required string Indicator { get; init; }

    public required string Variant { get; init; }

    /// <summary>As the series are stored.</summary>
    public required Frequency Frequency { get; init; }

    /// <summary>The feed shown for each region, in the order of the regions.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Feeds { get; init; }

    public IEnumerable<string> Regions => Feeds.Select(f => f.Key);

    /// <summary>
    /// What a query shows: for all regions wanted as few ways of counting as cover them, the one that covers most first; of equals the one with
    /// the latest value. Intervals come last. Empty where there is nothing.
    /// </summary>
    public static IReadOnlyList<Selection> Of(Indicator indicator, SelectionQuery query, Catalogue.Catalogue catalogue, IReadOnlyList<Coverage> coverage)
    {
        var offered = coverage.Where(c => c.Indicator == indicator.Code && Fits(c, query, catalogue)).ToArray();
        var open = query.Regions.Count > 0 ? query.Regions.ToList() : [.. DefaultRegions(catalogue, offered.Select(c => c.Region).ToHashSet())];
        var groups = offered.GroupBy(c => (c.Variant, c.Frequency)).ToArray();
        var chosen = new List<Selection>();
        while (chosen.Count < Most && Best(groups, open) is { } best)
        {
            chosen.Add(Selected(indicator, best, open, catalogue));
            open.RemoveAll(r => best.Any(c => c.Region == r));
        }

        return chosen;
    }

    /// <summary>The regions shown where none were asked for: the six; or the countries with a chart label; or what there is.</summary>
    public static IReadOnlyList<string> DefaultRegions(Catalogue.Catalogue catalogue, IReadOnlySet<string> offered)
    {
        var labelled = catalogue.Regions.Where(r => r.Label is not null && offered.Contains(r.Code)).ToArray();
        string[] six = [.. SixRegions.InOrder(labelled).Select(r => r.Code)];
        string[] districts = [.. catalogue.Regions.Where(r => r.Level == RegionLevel.District && offered.Contains(r.Code)).Select(r => r.Code)];
        return (six.Length, districts.Length) switch
        {
            ( <= FewRegions, > FewRegions) => [.. six, .. districts.Take(SelectionQuery.MostRegions - six.Length)],
            ( > 0, _) => six,
            _ when labelled.Length > 0 => [.. labelled.Select(r => r.Code)],
            _ => [.. catalogue.Regions.Where(r => offered.Contains(r.Code)).Select(r => r.Code).Take(Most)],
        };
    }

    private static bool Fits(Coverage coverage, SelectionQuery query, Catalogue.Catalogue catalogue) =>
        (query.Variant is null || coverage.Variant == query.Variant)
        && (query.Frequency is null || coverage.Frequency == query.Frequency || Thinning.Offers(catalogue.Variant(coverage.Variant), coverage.Frequency, query.Frequency.Value));

    private static IGrouping<(string Variant, Frequency Frequency), Coverage>? Best(
        IEnumerable<IGrouping<(string Variant, Frequency Frequency), Coverage>> groups, List<string> open) =>
        groups.Where(g => g.Any(c => open.Contains(c.Region)))
            .OrderByDescending(g => g.Where(c => open.Contains(c.Region)).Select(c => c.Region).Distinct().Count())
            .ThenBy(g => g.Key.Frequency == Frequency.Interval)
            .ThenBy(g => g.Sum(c => c.ObservationCount) < FewestCompared)
            .ThenByDescending(g => g.Where(c => open.Contains(c.Region)).Max(c => c.Last))
            .ThenByDescending(g => g.Sum(c => c.ObservationCount))
            .ThenBy(g => g.Key.Variant, StringComparer.Ordinal)
            .FirstOrDefault();

    private static Selection Selected(Indicator indicator, IGrouping<(string Variant, Frequency Frequency), Coverage> group, List<string> open, Catalogue.Catalogue catalogue) => new()
    {
        Indicator = indicator.Code,
        Variant = group.Key.Variant,
        Frequency = group.Key.Frequency,
        Feeds = [.. open.Where(r => group.Any(c => c.Region == r)).Select(r => KeyValuePair.Create(r, FeedShown(indicator, r, catalogue, [.. group.Where(c => c.Region == r)])))],
    };

    /// <summary>The main feed that the catalogue names for the region or its level, else the one with the latest value.</summary>
    private static string FeedShown(Indicator indicator, string region, Catalogue.Catalogue catalogue, IReadOnlyList<Coverage> offered)
    {
        string?[] named = [region, catalogue.Region(region)?.Level.ToString().ToLowerInvariant(), "*"];
        var main = named.Select(n => indicator.MainFeeds.GetValueOrDefault(n ?? "")).FirstOrDefault(f => offered.Any(c => c.Feed == f));
        return main ?? offered.OrderByDescending(c => c.Last).ThenBy(c => c.Feed, StringComparer.Ordinal).First().Feed;
    }
}

/// <summary>The six member regions, in the order of the resolution: Hamburg, Schleswig-Holstein, Mecklenburg-Vorpommern, Zachodniopomorskie, Pomorskie, Warmińsko-Mazurskie.</summary>
public static class SixRegions
{
    private static readonly string[] Labels = ["HH", "SH", "MV", "ZP", "PM", "WM"];

    /// <summary>Those among some regions that are one of the six, in order.</summary>
    public static IEnumerable<Region> InOrder(IEnumerable<Region> regions) =>
        regions.Where(r => Labels.Contains(r.Label)).OrderBy(r => Array.IndexOf(Labels, r.Label));
}
