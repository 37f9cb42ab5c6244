using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages;

/// <summary>A topic with its key figures: the newest from Germany and the newest from Poland; where one country has none, two from the other.</summary>
public sealed record KeyFigureTopic
{
    private const int Most = 2;

    /// <summary>The countries of the six regions: the international topic speaks of them as wholes.</summary>
    public static IReadOnlyList<string> Countries { get; } = ["DEU", "POL"];

    public required Topic Topic { get; init; }

    /// <summary>At most two.</summary>
    public required IReadOnlyList<KeyFigure> Figures { get; init; }

    /// <summary>All topics in their order, from the latest values of the six regions and the two countries.</summary>
    public static IReadOnlyList<KeyFigureTopic> Of(Reading reading, IReadOnlyList<LatestValue> latest)
    {
        KeyFigure[] all = [.. latest.Where(l => l.Series.Frequency != Frequency.Interval).Select(l => KeyFigure.Of(reading, l)).OfType<KeyFigure>()];
        return [.. reading.Catalogue.Topics.Select(t => new KeyFigureTopic { Topic = t, Figures = Picked(reading, t, all) })];
    }

    private static KeyFigure[] Picked(Reading reading, Topic topic, IEnumerable<KeyFigure> all)
    {
        KeyFigure[] offered = [.. all
            .Where(f => f.Indicator.Topic == topic && Countries.Contains(f.Region) == (topic == Topic.International))
            .OrderByDescending(f => f.Latest.Latest.Period.End)
            .ThenBy(f => f.Indicator.Order)
            .ThenBy(f => Position(reading, f))];
        KeyFigure[] picked = [.. offered.DistinctBy(f => Country(reading, f)).Take(Most)];
        return picked.Length == Most ? picked : [.. picked.Concat(offered.Where(f => !picked.Any(p => p.Region == f.Region))).Take(Most)];
    }

    private static string? Country(Reading reading, KeyFigure figure) =>
        Countries.FirstOrDefault(c => reading.Catalogue.IsWithin(figure.Region, c));

    private static int Position(Reading reading, KeyFigure figure) =>
        SixRegions.InOrder(reading.Catalogue.Regions).Select(r => r.Code).ToList().IndexOf(figure.Region);
}

/// <summary>The latest population of regions, for headings and lists.</summary>
public static class Population
{
    /// <summary>Code of the indicator.</summary>
    public const string Indicator = "population";

    /// <summary>By region the latest total there is; of several on one day the first by feed.</summary>
    public static IReadOnlyDictionary<string, KeyFigure> Of(Reading reading, IReadOnlyList<LatestValue> latest) => latest
        .Where(l => l.Series.Indicator == Indicator && l.Series.Breakdown.Length == 0)
        .Select(l => KeyFigure.Of(reading, l))
        .OfType<KeyFigure>()
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
