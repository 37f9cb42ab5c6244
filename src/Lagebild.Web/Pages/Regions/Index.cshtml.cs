using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Regions;

/// <summary>The six regions with their districts, then all other places there are values for.</summary>
public sealed class IndexModel(Reading reading) : PageModel
{
    private HashSet<string> _withFigures = [];

    public IReadOnlyList<Region> Six { get; private set; } = [];

    public IReadOnlyList<Region> Countries { get; private set; } = [];

    public IReadOnlyList<Region> OtherLands { get; private set; } = [];

    public void OnGet()
    {
        _withFigures = [.. reading.Stand.Coverage.Select(c => c.Region)];
        Six = [.. SixRegions.InOrder(reading.Catalogue.Regions)];
        Countries = Others(RegionLevel.Country);
        OtherLands = [.. Others(RegionLevel.Land).Except(Six)];
    }

    /// <summary>By name.</summary>
    public IReadOnlyList<Region> DistrictsOf(Region region) =>
        [.. reading.Catalogue.RegionsIn(region.Code).Where(r => r.Level == RegionLevel.District).OrderBy(r => reading.RegionName(r.Code), StringComparer.Create(Texts.Languages.Culture(reading.Language), ignoreCase: false))];

    private IReadOnlyList<Region> Others(RegionLevel level) =>
        [.. reading.Catalogue.Regions.Where(r => r.Level == level && _withFigures.Contains(r.Code)).OrderBy(r => reading.RegionName(r.Code), StringComparer.Create(Texts.Languages.Culture(reading.Language), ignoreCase: false))];
}
