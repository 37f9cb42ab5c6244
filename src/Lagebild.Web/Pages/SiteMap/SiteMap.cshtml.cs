using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.SiteMap;

/// <summary>Every page in one place.</summary>
public sealed class SiteMapModel(Reading reading) : PageModel
{
    /// <summary>By topic, in their order; those without a topic last.</summary>
    public IEnumerable<IGrouping<Topic?, Indicator>> Indicators => reading.Catalogue.Indicators.GroupBy(i => i.Topic);

    /// <summary>The six, then their countries.</summary>
    public IReadOnlyList<string> Regions => [.. SixRegions.InOrder(reading.Catalogue.Regions).Select(r => r.Code), .. KeyFigureTopic.Countries];
}
