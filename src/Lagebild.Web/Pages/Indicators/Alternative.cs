using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>What there is of an indicator besides the charts of a page: another way of counting, or another feed that reports the same.</summary>
public sealed record Alternative
{
    public required string Variant { get; init; }

    /// <summary>Null where it is counted at several.</summary>
    public Frequency? Frequency { get; init; }

    /// <summary>The feed that reports the same otherwise; null for another way of counting.</summary>
    public Feed? Feed { get; init; }

    /// <summary>Regions and span in words: <c>Hamburg, 2014 – 2015</c>.</summary>
    public required string Extent { get; init; }

    public required string Href { get; init; }

    /// <summary>Ways of counting that no chart shows, the one with the latest value first.</summary>
    public static IReadOnlyList<Alternative> Ways(Reading reading, Indicator indicator, IReadOnlyList<Selection> shown) =>
        [.. Offered(reading, indicator)
            .Where(c => !shown.Any(s => s.Variant == c.Variant && s.Frequency == c.Frequency))
            .GroupBy(c => c.Variant)
            .OrderByDescending(g => g.Max(c => c.Last))
            .Select(g => Of(reading, [.. g], null))];

    /// <summary>Feeds that report what the charts show, for regions they show from another feed.</summary>
    public static IReadOnlyList<Alternative> Reports(Reading reading, Indicator indicator, IReadOnlyList<Selection> shown) =>
        [.. Offered(reading, indicator)
            .Where(c => shown.Any(s => s.Variant == c.Variant && s.Frequency == c.Frequency && s.Feeds.Any(f => f.Key == c.Region && f.Value != c.Feed)))
            .GroupBy(c => (c.Variant, c.Frequency, c.Feed))
            .Where(g => reading.Stand.Feeds.ContainsKey(g.Key.Feed))
            .Select(g => Of(reading, [.. g], reading.Stand.Feeds[g.Key.Feed]))];

    private static IEnumerable<Coverage> Offered(Reading reading, Indicator indicator) =>
        reading.Stand.Coverage.Where(c => c.Indicator == indicator.Code && c.ValueCount > 0 && reading.Catalogue.Variant(c.Variant) is not null);

    private static Alternative Of(Reading reading, IReadOnlyList<Coverage> rows, Feed? feed) => new()
    {
        Variant = rows[0].Variant,
        Frequency = OnlyFrequency(rows),
        Feed = feed,
        Extent = $"{Regions(reading, [.. rows.Select(r => r.Region).Distinct()])}, {Span(rows.Min(r => r.First).Year, rows.Max(r => r.Last).Year)}",
        Href = reading.Link($"/indicators/{rows[0].Indicator}", ("variant", rows[0].Variant), ("feed", feed?.Code), ("frequency", OnlyFrequency(rows)?.Letter().ToString())),
    };

    private static Frequency? OnlyFrequency(IReadOnlyList<Coverage> rows) => rows.All(r => r.Frequency == rows[0].Frequency) ? rows[0].Frequency : null;

    private static string Regions(Reading reading, IReadOnlyList<string> regions) => regions.Count <= 3
        ? string.Join(", ", regions.Select(reading.RegionName))
        : reading.Fill(reading.Words.Indicator.Covered, regions.Count);

    private static string Span(int first, int last) => first == last ? Reading.Number(first) : $"{Reading.Number(first)}–{Reading.Number(last)}";
}
