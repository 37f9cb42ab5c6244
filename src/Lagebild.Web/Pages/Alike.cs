using Lagebild.Statistics;

namespace Lagebild.Web.Pages;

/// <summary>Which places may be expected to have the same figures.</summary>
public static class Alike
{
    /// <summary>Whether a place has the level of another and lies in the same country; countries are all alike.</summary>
    public static bool IsAlike(this Reading reading, Region region, string code) => reading.Catalogue.Region(code) is { } other && other.Level == region.Level
        && (CountryOf(reading, region) is not { } country || reading.Catalogue.IsWithin(code, country));

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
