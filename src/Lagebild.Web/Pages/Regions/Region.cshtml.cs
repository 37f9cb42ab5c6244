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
        Topics = ByTopic(await keyFigures.WithTrendAsync(OnePerIndicator(latest), ct));
        Around = [.. AroundOf(region)];
        Describe(code);
        return Page();
    }

    private void Describe(string code)
    {
        Targets = [.. reading.Catalogue.Targets.Where(t => t.Region == code)];
        Districts = [.. reading.Catalogue.RegionsIn(code).Where(r => r.Level == RegionLevel.District).OrderBy(r => reading.RegionName(r.Code), StringComparer.Create(Texts.Languages.Culture(reading.Language), ignoreCase: false))];
        var known = reading.Stand.Coverage.Where(c => c.Region == code).Select(c => c.Indicator).ToHashSet();
        var alike = reading.Stand.Coverage.Where(c => IsAlike(c.Region)).Select(c => c.Indicator).ToHashSet();
        Indicator[] missing = [.. reading.Catalogue.Indicators.Where(i => i.Topic is not null && !known.Contains(i.Code))];
        Missing = [.. missing.Where(i => alike.Contains(i.Code))];
        MissingElsewhere = missing.Length - Missing.Count;
    }

    /// <summary>Whether a place has the level of this one and lies in the same country; countries are all alike.</summary>
    private bool IsAlike(string code) => reading.Catalogue.Region(code) is { } other && other.Level == Region.Level
        && (Country is null || reading.Catalogue.IsWithin(code, Country));

    /// <summary>The country this place lies in; null for countries and the world.</summary>
    private string? Country => Around.FirstOrDefault(r => r.Level == RegionLevel.Country)?.Code;

    /// <summary>By the order of topics.</summary>
    private static IReadOnlyList<(Topic, IReadOnlyList<KeyFigure>)> ByTopic(IReadOnlyList<KeyFigure> figures) =>
        [.. figures.GroupBy(f => f.Indicator.Topic!.Value).OrderBy(g => g.Key).Select(g => (g.Key, (IReadOnlyList<KeyFigure>)[.. g]))];

    /// <summary>By the order of indicators, of several ways of counting one: the latest, but whole periods before intervals where they are at most two years older.</summary>
    private static IEnumerable<KeyFigure> OnePerIndicator(IReadOnlyList<KeyFigure> figures) =>
        figures.Where(f => f.Indicator.Topic is not null).GroupBy(f => f.Indicator.Code).Select(Latest).OrderBy(f => f.Indicator.Topic).ThenBy(f => f.Indicator.Order);

    private static KeyFigure Latest(IEnumerable<KeyFigure> figures) => Recent([.. figures])
        .OrderBy(f => f.Latest.Series.Frequency == Frequency.Interval)
        .ThenByDescending(f => f.Latest.Latest.Period.End)
        .ThenByDescending(f => f.Change is not null)
        .First();

    private static IEnumerable<KeyFigure> Recent(IReadOnlyList<KeyFigure> figures)
    {
        var newest = figures.Max(f => f.Latest.Latest.Period.End);
        return figures.Where(f => f.Latest.Latest.Period.End.AddYears(2) >= newest);
    }

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
