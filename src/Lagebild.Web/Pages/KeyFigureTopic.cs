using Lagebild.Statistics;

namespace Lagebild.Web.Pages;

/// <summary>
/// A topic with its key figures: one of each country where there is one. Of a country's figures those within two years of its newest count; of these the first
/// indicator by its order, official before press, the largest, the newest.
/// </summary>
public sealed record KeyFigureTopic
{
    private const int YearsBehind = 2;

    /// <summary>The countries of the six regions: the international topic speaks of them as wholes.</summary>
    public static IReadOnlyList<string> Countries { get; } = ["DEU", "POL"];

    public required Topic Topic { get; init; }

    /// <summary>At most one of each country, in the order of <see cref="Countries"/>.</summary>
    public required IReadOnlyList<KeyFigure> Figures { get; init; }

    /// <summary>Countries of which there is no figure.</summary>
    public required IReadOnlyList<string> Without { get; init; }

    /// <summary>All topics in their order, from the key figures of the six regions and the two countries.</summary>
    public static IReadOnlyList<KeyFigureTopic> Of(Reading reading, IReadOnlyList<KeyFigure> all) =>
        [.. reading.Catalogue.Topics.Select(t => Of(t, reading.Catalogue, [.. all.Where(f => IsOffered(t, f))]))];

    /// <summary>By the rule above from the figures of one topic.</summary>
    public static KeyFigureTopic Of(Topic topic, Catalogue.Catalogue catalogue, IReadOnlyList<KeyFigure> offered)
    {
        var best = Countries.Select(c => (Country: c, Figure: Best([.. offered.Where(f => catalogue.IsWithin(f.Region, c))]))).ToArray();
        return new KeyFigureTopic
        {
            Topic = topic,
            Figures = [.. best.Select(b => b.Figure).OfType<KeyFigure>()],
            Without = [.. best.Where(b => b.Figure is null).Select(b => b.Country)],
        };
    }

    private static bool IsOffered(Topic topic, KeyFigure figure) => figure.Indicator.Topic == topic && !figure.IsPart
        && figure.Latest.Series.Frequency != Frequency.Interval && Countries.Contains(figure.Region) == (topic == Topic.International);

    private static KeyFigure? Best(IReadOnlyList<KeyFigure> figures) => figures
        .Where(f => f.Latest.Latest.Period.End.AddYears(YearsBehind) >= figures.Max(o => o.Latest.Latest.Period.End))
        .OrderBy(f => f.Indicator.Order)
        .ThenBy(f => f.Cell.IsPress)
        .ThenByDescending(f => f.Latest.Latest.Value)
        .ThenByDescending(f => f.Latest.Latest.Period.End)
        .FirstOrDefault();
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
