using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Compare;

/// <summary>
/// What is compared where a reader did not say. Regions: the six, or where none of them has a figure those that the page of the indicator shows. Indicator: the one that
/// most of the regions count alike; with a span, as few indicators as it takes for every region to have one in it.
/// </summary>
public static class FirstChoice
{
    /// <summary>The query with its regions and indicators filled in; no indicator where there is nothing at all.</summary>
    public static CompareQuery Of(CompareQuery query, Choices choices)
    {
        var indicators = query.Indicators.Count > 0 ? query.Indicators : [.. query.Variants.Select(v => choices.Catalogue.Variant(v)!.Indicator).Distinct()];
        var regions = query.Regions.Count > 0 ? query.Regions : RegionsOf(indicators, choices);
        var wanted = query with { Regions = regions };
        return indicators.Count > 0 ? wanted with { Indicators = indicators }
            : query.From is null && query.To is null ? CountedAlike(wanted, choices)
            : wanted with { Indicators = Covering(wanted, choices) };
    }

    /// <summary>The one indicator that most of the regions count alike, in the way they do.</summary>
    private static CompareQuery CountedAlike(CompareQuery query, Choices choices)
    {
        if (MostShared(query, query.Regions, choices) is not [var best, ..])
        {
            return query;
        }

        var ways = choices.Coverage.Where(c => c.Indicator == best.Indicator.Code && query.Regions.Contains(c.Region) && IsWhole(c, choices) && IsWithin(c, query)).ToLookup(c => c.Variant);
        return query with { Indicators = [best.Indicator.Code], Variants = [ways.OrderByDescending(w => w.DistinctBy(c => c.Region).Count()).ThenByDescending(w => w.Max(c => c.Last)).First().Key] };
    }

    /// <summary>Indicators of the topics that some regions have, those that most of them count alike first, then the latest, then in the order of the catalogue.</summary>
    public static IReadOnlyList<(Indicator Indicator, IReadOnlyList<string> Regions)> MostShared(CompareQuery query, IReadOnlyList<string> regions, Choices choices)
    {
        var rows = choices.Coverage.Where(c => IsWhole(c, choices) && regions.Contains(c.Region) && IsWithin(c, query)).ToLookup(c => c.Indicator);
        return [.. choices.Catalogue.Indicators
            .Where(i => i.Topic is not null && rows.Contains(i.Code))
            .OrderByDescending(i => rows[i.Code].GroupBy(c => c.Variant).Max(g => g.DistinctBy(c => c.Region).Count()))
            .ThenByDescending(i => rows[i.Code].Max(c => c.Last))
            .Select(i => (i, (IReadOnlyList<string>)[.. regions.Where(r => rows[i.Code].Any(c => c.Region == r))]))];
    }

    private static IReadOnlyList<string> RegionsOf(IReadOnlyList<string> indicators, Choices choices)
    {
        string[] six = [.. SixRegions.InOrder(choices.Catalogue.Regions).Select(r => r.Code)];
        var offered = choices.Coverage.Where(c => c.ValueCount > 0 && indicators.Contains(c.Indicator)).Select(c => c.Region).ToHashSet();
        return indicators.Count == 0 || six.Any(offered.Contains)
            ? six
            : [.. Selection.DefaultRegions(choices.Catalogue.Indicator(indicators[0])!, choices.Catalogue, offered).Take(CompareQuery.MostRegions)];
    }

    /// <summary>As few indicators as it takes for each region to have one.</summary>
    private static List<string> Covering(CompareQuery query, Choices choices)
    {
        var (open, chosen) = (query.Regions, new List<string>());
        while (open.Count > 0 && chosen.Count < CompareQuery.MostIndicators && MostShared(query, open, choices) is [var best, ..])
        {
            chosen.Add(best.Indicator.Code);
            open = [.. open.Except(best.Regions)];
        }

        return chosen;
    }

    /// <summary>Official, and of all that the indicator names; per inhabitant only what is counted in people.</summary>
    private static bool IsWhole(Coverage row, Choices choices) =>
        row.ValueCount > 0 && !choices.Press.Contains(row.Feed) && choices.Catalogue.Variant(row.Variant) is { Part: false };

    private static bool IsWithin(Coverage row, CompareQuery query) =>
        (query.From is null || row.Last >= query.From) && (query.To is null || row.First <= query.To)
        && (query.Frequency is null || row.Frequency == query.Frequency);
}
