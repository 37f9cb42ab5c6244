using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages;

/// <summary>The first page: what this is, one chart, key figures, the six regions with what is missing, prepared questions.</summary>
public sealed class OverviewModel(Reading reading, KeyFigures keyFigures, FigureReader figures) : PageModel
{
    private const string Charted = "temporary-protection";

    public IReadOnlyList<KeyFigureTopic> Topics { get; private set; } = [];

    /// <summary>Null where the stand holds no such series.</summary>
    public IndicatorFigure? Figure { get; private set; }

    public IReadOnlyList<Region> Regions { get; private set; } = [];

    /// <summary>By region; absent where there is none.</summary>
    public IReadOnlyDictionary<string, KeyFigure> Populations { get; private set; } = new Dictionary<string, KeyFigure>();

    public FreshnessTable Freshness { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Regions = [.. SixRegions.InOrder(reading.Catalogue.Regions)];
        string[] shown = [.. Regions.Select(r => r.Code), .. KeyFigureTopic.Countries];
        var latest = await keyFigures.OfAsync(shown, ct);
        Topics = KeyFigureTopic.Of(reading, latest);
        Populations = Population.Of(latest);
        Freshness = FreshnessTable.Of(reading, Regions);
        Figure = reading.Catalogue.Indicator(Charted) is { } indicator
            ? await figures.MainAsync(indicator, new SelectionQuery { Regions = KeyFigureTopic.Countries }, ct)
            : null;
    }
}
