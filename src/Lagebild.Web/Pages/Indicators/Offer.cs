using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>One way to show an indicator: a variant at a frequency, for each region the feed shown.</summary>
public sealed record Offer
{
    public required string Variant { get; init; }

    /// <summary>As the series are stored.</summary>
    public required Frequency Frequency { get; init; }

    /// <summary>What there is of it, a row for each region. Never empty.</summary>
    public required IReadOnlyList<Coverage> Rows { get; init; }

    /// <summary>True where the catalogue names one of the feeds as the main one.</summary>
    public required bool IsMain { get; init; }

    /// <summary>True where one of the feeds reports what the press wrote.</summary>
    public required bool IsPress { get; init; }

    /// <summary>True where the variant counts a part of what the indicator names.</summary>
    public bool IsPart { get; init; }

    /// <summary>A series that ends within this many years of the newest is as new as it.</summary>
    private const int YearsAlike = 2;

    /// <summary>The most periods with a value that any of its series can have.</summary>
    private long Periods => Rows.Max(r => r.ValueCount / Math.Max(1, r.SeriesCount));

    private DateOnly Last => Rows.Max(r => r.Last);

    /// <summary>
    /// The rule by which pages choose where the reader did not: what counts the whole; what ends within two years of the newest of these; a main feed of the
    /// catalogue; what is not from the press; most regions; whole periods before intervals; most periods; the latest value; then by code.
    /// </summary>
    public static IOrderedEnumerable<Offer> InOrder(IEnumerable<Offer> offers)
    {
        Offer[] all = [.. offers];
        var newest = all.ToLookup(o => o.IsPart, o => o.Last.AddYears(-YearsAlike));
        return all
            .OrderBy(o => o.IsPart)
            .ThenBy(o => o.Last < newest[o.IsPart].Max())
            .ThenByDescending(o => o.IsMain)
            .ThenBy(o => o.IsPress)
            .ThenByDescending(o => o.Rows.Count)
            .ThenBy(o => o.Frequency == Frequency.Interval)
            .ThenByDescending(o => o.Periods)
            .ThenByDescending(o => o.Last)
            .ThenBy(o => o.Variant, StringComparer.Ordinal)
            .ThenBy(o => o.Frequency)
            .ThenBy(o => o.Rows[0].Feed, StringComparer.Ordinal);
    }
}

/// <summary>What a selection chooses among: the catalogue, what there is as of a release, and which feeds are of the press.</summary>
public sealed record Choices
{
    public required Catalogue.Catalogue Catalogue { get; init; }

    public required IReadOnlyList<Coverage> Coverage { get; init; }

    /// <summary>Codes of the feeds that report what the press wrote.</summary>
    public required IReadOnlySet<string> Press { get; init; }

    /// <summary>What is shown of an indicator in one region by one feed.</summary>
    public Offer Single(Indicator indicator, Coverage row) => new()
    {
        Variant = row.Variant,
        Frequency = row.Frequency,
        Rows = [row],
        IsMain = MainFeed(indicator, row.Region) == row.Feed,
        IsPress = Press.Contains(row.Feed),
        IsPart = Catalogue.Variant(row.Variant)?.Part == true,
    };

    /// <summary>The feed that the catalogue names for the region, its level or all; null where it names none.</summary>
    private string? MainFeed(Indicator indicator, string region)
    {
        string?[] named = [region, Catalogue.Region(region)?.Level.ToString().ToLowerInvariant(), "*"];
        return named.Select(n => indicator.MainFeeds.GetValueOrDefault(n ?? "")).FirstOrDefault(f => f is not null);
    }
}
