using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Pages.Sources;
using Lagebild.Web.Pages.Targets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Regions;

/// <summary>A place: population, four facts, charts, latest values by topic, targets, reservations, what is missing, places around and within.</summary>
public sealed class RegionModel(Reading reading, KeyFigures keyFigures, RegionFigures charts, RegionGapReader gaps, TargetReader targets, LastDeliveries deliveries) : PageModel
{
    public Region Region { get; private set; } = null!;

    /// <summary>Null where there is none.</summary>
    public KeyFigure? Population { get; private set; }

    public IReadOnlyList<RegionFact> Facts { get; private set; } = [];

    public RegionCharts Charts { get; private set; } = new();

    /// <summary>The latest value of each indicator, by topic; topics without a value are absent.</summary>
    public IReadOnlyList<(Topic Topic, IReadOnlyList<KeyFigure> Figures)> Topics { get; private set; } = [];

    /// <summary>By name.</summary>
    public IReadOnlyList<Region> Districts { get; private set; } = [];

    /// <summary>The places around it, outermost first.</summary>
    public IReadOnlyList<Region> Around { get; private set; } = [];

    /// <summary>Of the feeds that report of it.</summary>
    public IReadOnlyList<LastDelivery> Deliveries { get; private set; } = [];

    public RegionGaps Gaps { get; private set; } = null!;

    /// <summary>What someone answerable said is to be reached here.</summary>
    public IReadOnlyList<MeasuredTarget> Targets { get; private set; } = [];

    /// <summary>Laws and counts that cut series of this region, with the first indicator each cuts; the newest first.</summary>
    public IReadOnlyList<(Break Break, Indicator Indicator)> Breaks { get; private set; } = [];

    /// <summary>What editors note on figures of this region, bound to it or to a place around it.</summary>
    public IReadOnlyList<(FigureNote Bound, Note Note)> Notes { get; private set; } = [];

    /// <summary>True for a Land or voivodeship whose steps from registration to need are not known: the page says so.</summary>
    public bool IsWithoutSteps => Region.Level == RegionLevel.Land && Charts.Steps is null;

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken ct)
    {
        code ??= "";
        if (reading.Catalogue.Region(code) is not { } region)
        {
            return NotFound();
        }

        Region = region;
        var latest = await keyFigures.OfAsync([code], ct);
        KeyFigure[] shown = [.. KeyFigures.OnePerIndicator(latest)];
        Charts = await charts.OfAsync(region, ct);
        Facts = RegionFact.Of(reading, Charts.Steps, shown);
        Population = Pages.Population.Of(latest).GetValueOrDefault(code);
        Topics = ByTopic(await keyFigures.WithTrendAsync(shown, ct));
        Targets = await targets.OfAsync(reading.Catalogue.Targets.Where(t => t.Region == code), ct);
        Deliveries = await deliveries.OfAsync(c => c.Region == code, ct);
        Gaps = await gaps.OfAsync(region, ct);
        Describe(region);
        return Page();
    }

    private void Describe(Region region)
    {
        Around = [.. AroundOf(region)];
        Notes = [.. reading.Catalogue.Notes.Where(n => n.Region is not null && reading.Catalogue.IsWithin(region.Code, n.Region) && IsOfFigures(n))
            .Select(n => (n, EditorNotes.Of(reading, n, n.Region == region.Code))).Where(n => n.Item2 is not null).Select(n => (n.n, n.Item2!))];
        Districts = [.. reading.Catalogue.RegionsIn(region.Code).Where(r => r.Level == RegionLevel.District).OrderBy(r => reading.RegionName(r.Code), StringComparer.Create(Texts.Languages.Culture(reading.Language), ignoreCase: false))];
        Breaks = [.. reading.Catalogue.Breaks.Where(b => b.Law is not null).Select(b => (Break: b, Indicator: CutBy(b))).Where(b => b.Indicator is not null).Select(b => (b.Break, b.Indicator!)).OrderByDescending(b => b.Break.Day)];
    }

    /// <summary>Whether there are, or once were, figures here of what a note is on.</summary>
    private bool IsOfFigures(FigureNote note) => note.Indicator is null || reading.Stand.Coverage.Any(c =>
        c.Region == Region.Code && c.Indicator == note.Indicator && (note.Variant is null || c.Variant == note.Variant));

    /// <summary>The first indicator with a series of this region that begins before a break and ends after it; null where there is none.</summary>
    private Indicator? CutBy(Break found) => !FigureNotes.Holds(reading.Catalogue, found, Region.Code) ? null : reading.Stand.Coverage
        .Where(c => c.Region == Region.Code && c.ValueCount > 0 && FigureNotes.Concerns(found, c.Indicator, c.Variant) && c.First < found.Day && found.Day <= c.Last)
        .Select(c => reading.Catalogue.Indicator(c.Indicator))
        .FirstOrDefault();

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
