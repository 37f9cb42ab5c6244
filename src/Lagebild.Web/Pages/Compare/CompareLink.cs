using Lagebild.Comparison;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Compare;

/// <summary>The way from a figure, an indicator or a region to its comparison.</summary>
public static class CompareLink
{
    /// <summary>An indicator over some regions; of one region, or of none, over those that the comparison shows first.</summary>
    public static string ToComparison(this Reading reading, string indicator, IReadOnlyList<string> regions, Measure? measure = null, string? breakdown = null) =>
        reading.Link("/compare", new CompareQuery
        {
            Indicators = [indicator],
            Regions = regions.Count is > 1 and <= CompareQuery.MostRegions ? regions : [],
            Measure = measure,
            Breakdown = breakdown,
        }.ToAddress());

    /// <summary>A region beside the six; one of the six beside the others.</summary>
    public static string ToComparison(this Reading reading, string region) =>
        reading.Link("/compare", new CompareQuery { Regions = [.. SixRegions.InOrder(reading.Catalogue.Regions).Select(r => r.Code).Prepend(region).Distinct()] }.ToAddress());
}
