using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Web.Pages;

/// <summary>Which places may be expected to have the same figures.</summary>
public static class Alike
{
    /// <summary>Whether a place has the level of another and lies in the same country; countries are all alike.</summary>
    public static bool IsAlike(this Reading reading, Region region, string code) => reading.Catalogue.Region(code) is { } other && other.Level == region.Level
        && (CountryOf(reading, region) is not { } country || reading.Catalogue.IsWithin(code, country));

    /// <summary>Codes of the indicators of which a place like this one has a value.</summary>
    public static IReadOnlySet<string> IndicatorsOfAlike(this Reading reading, Region region) => reading.IndicatorsWithValues(c => reading.IsAlike(region, c.Region));

    /// <summary>Codes of the indicators with a value of what fits.</summary>
    public static IReadOnlySet<string> IndicatorsWithValues(this Reading reading, Func<Coverage, bool> fits) =>
        reading.Stand.Coverage.Where(c => c.ValueCount > 0 && fits(c)).Select(c => c.Indicator).ToHashSet();

    /// <summary>The indicators of the topics of which there is no value of the region, in the order of the catalogue; the international topic only of countries.</summary>
    public static IReadOnlyList<Indicator> IndicatorsWithout(this Reading reading, Region region)
    {
        var known = reading.IndicatorsWithValues(c => c.Region == region.Code);
        return [.. reading.Catalogue.Indicators.Where(i => i.Topic is not null && !known.Contains(i.Code) && (i.Topic != Topic.International || region.Level == RegionLevel.Country))];
    }

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
