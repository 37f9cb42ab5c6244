using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Indicators;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages;

/// <summary>The first page: what this is, key figures, one chart, the six regions, what is missing.</summary>
public sealed class OverviewModel(Reading reading, ObservationStore observations, FigureReader figures) : PageModel
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
        var latest = await observations.LatestAsync([], shown, reading.Stand.Release.Number, ct);
        Topics = KeyFigureTopic.Of(reading, latest);
        Populations = Population.Of(reading, latest);
        Freshness = FreshnessTable.Of(reading, Regions);
        Figure = reading.Catalogue.Indicator(Charted) is { } indicator
            ? await figures.MainAsync(indicator, new SelectionQuery { Regions = KeyFigureTopic.Countries }, ct)
            : null;
    }
}
