using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages;

/// <summary>
/// A topic with its key figures: two regions of the same indicator, counted alike on the same day, one of each country where there are; without such a pair,
/// or where it is more than two years older than the latest figure, the newest from each country, else from two regions.
/// </summary>
public sealed record KeyFigureTopic
{
    private const int Most = 2;
    private const int YearsBehind = 2;

    /// <summary>The countries of the six regions: the international topic speaks of them as wholes.</summary>
    public static IReadOnlyList<string> Countries { get; } = ["DEU", "POL"];

    public required Topic Topic { get; init; }

    /// <summary>At most two.</summary>
    public required IReadOnlyList<KeyFigure> Figures { get; init; }

    /// <summary>All topics in their order, from the key figures of the six regions and the two countries.</summary>
    public static IReadOnlyList<KeyFigureTopic> Of(Reading reading, IReadOnlyList<KeyFigure> all) =>
        [.. reading.Catalogue.Topics.Select(t => new KeyFigureTopic { Topic = t, Figures = Picked(reading.Catalogue, Offered(reading, t, all)) })];

    /// <summary>The official figures of a topic, press figures only where it has no other; the newest first, then as indicators and regions are ordered.</summary>
    private static KeyFigure[] Offered(Reading reading, Topic topic, IReadOnlyList<KeyFigure> all)
    {
        KeyFigure[] offered = [.. all
            .Where(f => f.Indicator.Topic == topic && f.Latest.Series.Frequency != Frequency.Interval && Countries.Contains(f.Region) == (topic == Topic.International))
            .OrderByDescending(f => f.Latest.Latest.Period.End)
            .ThenBy(f => f.Indicator.Order)
            .ThenBy(f => Position(reading, f))];
        return offered.All(f => f.Cell.IsPress) ? offered : [.. offered.Where(f => !f.Cell.IsPress)];
    }

    /// <summary>By the rule above from figures of one topic, the newest first.</summary>
    public static IReadOnlyList<KeyFigure> Picked(Catalogue.Catalogue catalogue, IReadOnlyList<KeyFigure> offered)
    {
        var pair = offered
            .GroupBy(f => (f.Indicator.Code, f.Latest.Series.Variant, f.Latest.Series.Breakdown, f.Latest.Latest.Period))
            .Where(g => g.DistinctBy(f => f.Region).Count() >= Most && g.Key.Period.End.AddYears(YearsBehind) >= offered[0].Latest.Latest.Period.End)
            .Select(g => Apart(catalogue, [.. g]))
            .FirstOrDefault();
        return pair ?? Apart(catalogue, offered);
    }

    private static KeyFigure[] Apart(Catalogue.Catalogue catalogue, IReadOnlyList<KeyFigure> offered)
    {
        KeyFigure[] picked = [.. offered.DistinctBy(f => Country(catalogue, f)).Take(Most)];
        return picked.Length == Most ? picked : [.. picked.Concat(offered.Where(f => !picked.Any(p => p.Region == f.Region))).Take(Most)];
    }

    private static string? Country(Catalogue.Catalogue catalogue, KeyFigure figure) => Countries.FirstOrDefault(c => catalogue.IsWithin(figure.Region, c));

    private static int Position(Reading reading, KeyFigure figure) =>
        SixRegions.InOrder(reading.Catalogue.Regions).Select(r => r.Code).ToList().IndexOf(figure.Region);
}

/// <summary>The latest population of regions, for headings and lists.</summary>
public static class Population
{
    /// <summary>Code of the indicator.</summary>
    public const string Indicator = "population";

    /// <summary>By region the latest total there is; of several on one day the first by feed.</summary>
    public static IReadOnlyDictionary<string, KeyFigure> Of(IReadOnlyList<KeyFigure> figures) => figures
        .Where(f => f.Indicator.Code == Indicator && f.Latest.Series.Breakdown.Length == 0)
        .GroupBy(f => f.Region)
        .ToDictionary(g => g.Key, g => g.MaxBy(f => f.Latest.Latest.Period.End)!);
}

/// <summary>The year of the latest figure per region and topic: what is missing stands as missing.</summary>
public sealed record FreshnessTable
{
    public required IReadOnlyList<Topic> Topics { get; init; }

    /// <summary>By region, for each topic the year; null where there is no figure.</summary>
    public required IReadOnlyList<(Region Region, IReadOnlyList<int?> Years)> Rows { get; init; }

    public static FreshnessTable Of(Reading reading, IReadOnlyList<Region> regions)
    {
        Topic[] topics = [.. reading.Catalogue.Topics.Where(t => t != Topic.International)];
        return new FreshnessTable
        {
            Topics = topics,
            Rows = [.. regions.Select(r => (r, (IReadOnlyList<int?>)[.. topics.Select(t => Year(reading, r, t))]))],
        };
    }

    private static int? Year(Reading reading, Region region, Topic topic) => reading.Stand.Coverage
        .Where(c => c.Region == region.Code && reading.Catalogue.Indicator(c.Indicator)?.Topic == topic)
        .Max(c => (int?)c.Last.Year);
}
