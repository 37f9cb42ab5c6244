using Lagebild.Statistics;

namespace Lagebild.Web.Pages.Regions;

/// <summary>What a region has no figure for: indicators that others of its level and country have, and how many none of them has.</summary>
public sealed record MissingIndicators(IReadOnlyList<Indicator> Here, int Elsewhere)
{
    public static MissingIndicators Of(Reading reading, Region region)
    {
        var country = CountryOf(reading, region);
        var known = reading.Stand.Coverage.Where(c => c.Region == region.Code).Select(c => c.Indicator).ToHashSet();
        var alike = reading.Stand.Coverage.Where(c => IsAlike(reading, region, country, c.Region)).Select(c => c.Indicator).ToHashSet();
        Indicator[] missing = [.. reading.Catalogue.Indicators.Where(i => i.Topic is not null && !known.Contains(i.Code))];
        Indicator[] here = [.. missing.Where(i => alike.Contains(i.Code))];
        return new(here, missing.Length - here.Length);
    }

    /// <summary>Whether a place has the level of this one and lies in the same country; countries are all alike.</summary>
    private static bool IsAlike(Reading reading, Region region, string? country, string code) =>
        reading.Catalogue.Region(code) is { } other && other.Level == region.Level && (country is null || reading.Catalogue.IsWithin(code, country));

    /// <summary>The country a place lies in; null for countries and the world.</summary>
    private static string? CountryOf(Reading reading, Region region)
    {
        for (var at = region.Parent; at is not null && reading.Catalogue.Region(at) is { } around; at = around.Parent)
        {
            if (around.Level == RegionLevel.Country)
            {
                return around.Code;
            }
        }

        return null;
    }
}
