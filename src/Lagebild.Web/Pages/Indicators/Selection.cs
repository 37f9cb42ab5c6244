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

    public required string Indicator { get; init; }

    public required string Variant { get; init; }

    /// <summary>As the series are stored.</summary>
    public required Frequency Frequency { get; init; }

    /// <summary>The feed shown for each region, in the order of the regions.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Feeds { get; init; }

    public IEnumerable<string> Regions => Feeds.Select(f => f.Key);

    /// <summary>
    /// What a query shows: for all regions wanted as few ways of counting as cover them, the best by <see cref="Offer.InOrder"/> first. Empty where there is nothing.
    /// </summary>
    public static IReadOnlyList<Selection> Of(Indicator indicator, SelectionQuery query, Choices choices)
    {
        var offered = choices.Coverage.Where(c => c.Indicator == indicator.Code && Fits(c, query, choices.Catalogue)).ToArray();
        var open = query.Regions.Count > 0 ? query.Regions.ToList() : [.. DefaultRegions(indicator, choices.Catalogue, offered.Select(c => c.Region).ToHashSet())];
        var chosen = new List<Selection>();
        while (chosen.Count < Most && Best(indicator, offered.Where(c => open.Contains(c.Region)), choices) is { } best)
        {
            chosen.Add(Selected(indicator, best, open));
            open.RemoveAll(r => best.Rows.Any(c => c.Region == r));
        }

        return chosen;
    }

    /// <summary>The regions shown where none were asked for: the six, or their countries in the international topic; or the countries with a chart label; or what there is.</summary>
    public static IReadOnlyList<string> DefaultRegions(Indicator indicator, Catalogue.Catalogue catalogue, IReadOnlySet<string> offered)
    {
        var labelled = catalogue.Regions.Where(r => r.Label is not null && offered.Contains(r.Code)).ToArray();
        string[] countries = [.. KeyFigureTopic.Countries.Where(offered.Contains)];
        if (indicator.Topic == Topic.International && countries.Length > 0)
        {
            return countries;
        }

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
        && (query.Feed is null || coverage.Feed == query.Feed)
        && (query.From is null || coverage.Last >= query.From)
        && (query.To is null || coverage.First <= query.To)
        && (query.Frequency is null || coverage.Frequency == query.Frequency || Thinning.Offers(catalogue.Variant(coverage.Variant), coverage.Frequency, query.Frequency.Value));

    private static Offer? Best(Indicator indicator, IEnumerable<Coverage> offered, Choices choices) =>
        Offer.InOrder(offered.GroupBy(c => (c.Variant, c.Frequency)).Select(g => Together(g.Key.Variant, g.Key.Frequency, [.. FeedsShown(indicator, g, choices)]))).FirstOrDefault();

    /// <summary>For each region the best feed; press figures stay out of a chart that has others, since they would pass for official ones.</summary>
    private static IEnumerable<Offer> FeedsShown(Indicator indicator, IEnumerable<Coverage> offered, Choices choices)
    {
        Offer[] best = [.. offered.GroupBy(c => c.Region).Select(g => Offer.InOrder(g.Select(c => choices.Single(indicator, c))).First())];
        return best.All(o => o.IsPress) ? best : best.Where(o => !o.IsPress);
    }

    private static Offer Together(string variant, Frequency frequency, IReadOnlyList<Offer> singles) => new()
    {
        Variant = variant,
        Frequency = frequency,
        Rows = [.. singles.SelectMany(o => o.Rows)],
        IsMain = singles.Any(o => o.IsMain),
        IsPress = singles.Any(o => o.IsPress),
        IsPart = singles.All(o => o.IsPart),
    };

    private static Selection Selected(Indicator indicator, Offer offer, IReadOnlyList<string> open) => new()
    {
        Indicator = indicator.Code,
        Variant = offer.Variant,
        Frequency = offer.Frequency,
        Feeds = [.. open.Select(r => (Region: r, Row: offer.Rows.FirstOrDefault(c => c.Region == r))).Where(r => r.Row is not null).Select(r => KeyValuePair.Create(r.Region, r.Row!.Feed))],
    };
}

/// <summary>The six member regions, in the order of the resolution: Hamburg, Schleswig-Holstein, Mecklenburg-Vorpommern, Zachodniopomorskie, Pomorskie, Warmińsko-Mazurskie.</summary>
public static class SixRegions
{
    private static readonly string[] Labels = ["HH", "SH", "MV", "ZP", "PM", "WM"];

    /// <summary>Those among some regions that are one of the six, in order.</summary>
    public static IEnumerable<Region> InOrder(IEnumerable<Region> regions) =>
        regions.Where(r => Labels.Contains(r.Label)).OrderBy(r => Array.IndexOf(Labels, r.Label));
}
