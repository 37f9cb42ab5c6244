using Lagebild.Statistics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Regions;

/// <summary>A place: population, latest values by topic, districts, what is missing.</summary>
public sealed class RegionModel(Reading reading, KeyFigures keyFigures) : PageModel
{
    public Region Region { get; private set; } = null!;

    /// <summary>Null where there is none.</summary>
    public KeyFigure? Population { get; private set; }

    /// <summary>The latest value of each indicator, by topic; topics without a value are absent.</summary>
    public IReadOnlyList<(Topic Topic, IReadOnlyList<KeyFigure> Figures)> Topics { get; private set; } = [];

    /// <summary>By name.</summary>
    public IReadOnlyList<Region> Districts { get; private set; } = [];

    /// <summary>The places around it, outermost first.</summary>
    public IReadOnlyList<Region> Around { get; private set; } = [];

    /// <summary>Indicators without any value here that another region of the same country and level has.</summary>
    public IReadOnlyList<Indicator> Missing { get; private set; } = [];

    /// <summary>What someone answerable said is to be reached here.</summary>
    public IReadOnlyList<Target> Targets { get; private set; } = [];

    /// <summary>How many indicators of the topics no region of this country and level has.</summary>
    public int MissingElsewhere { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken ct)
    {
        code ??= "";
        if (reading.Catalogue.Region(code) is not { } region)
        {
            return NotFound();
        }

        Region = region;
        var latest = await keyFigures.OfAsync([code], ct);
        Population = Pages.Population.Of(latest).GetValueOrDefault(code);
        Topics = ByTopic(await keyFigures.WithTrendAsync(KeyFigures.OnePerIndicator(latest), ct));
        Around = [.. AroundOf(region)];
        Describe(code);
        return Page();
    }

    private void Describe(string code)
    {
        Targets = [.. reading.Catalogue.Targets.Where(t => t.Region == code)];
        Districts = [.. reading.Catalogue.RegionsIn(code).Where(r => r.Level == RegionLevel.District).OrderBy(r => reading.RegionName(r.Code), StringComparer.Create(Texts.Languages.Culture(reading.Language), ignoreCase: false))];
        var missing = MissingIndicators.Of(reading, Region);
        (Missing, MissingElsewhere) = (missing.Here, missing.Elsewhere);
    }

    /// <summary>By the order of topics.</summary>
    private static IReadOnlyList<(Topic, IReadOnlyList<KeyFigure>)> ByTopic(IReadOnlyList<KeyFigure> figures) =>
        [.. figures.GroupBy(f => f.Indicator.Topic!.Value).OrderBy(g => g.Key).Select(g => (g.Key, (IReadOnlyList<KeyFigure>)[.. g]))];

    private Stack<Region> AroundOf(Region region)
    {
        var around = new Stack<Region>();
        for (var at = region.Parent; at is not null && reading.Catalogue.Region(at) is { } parent; at = parent.Parent)
        {
            around.Push(parent);
        }

        return around;
    }
}
