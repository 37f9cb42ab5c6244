using Lagebild.Charts;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Pages.Views;

namespace Lagebild.Web.Pages.Regions;

/// <summary>The charts of a region, in the order of its page. Each is null or empty where there is nothing.</summary>
public sealed record RegionCharts
{
    /// <summary>The newest steps from registration to need.</summary>
    public ArrivalSteps? Steps { get; init; }

    public ViewFigure? Cascade { get; init; }

    /// <summary>Occupancy as stated, places and residents; the first is the main one.</summary>
    public IReadOnlyList<ViewFigure> Capacity { get; init; } = [];

    /// <summary>Counts with more residents than places, here and in the districts within.</summary>
    public ViewFigure? Exceeded { get; init; }

    public IReadOnlyList<ViewFigure> Minors { get; init; } = [];

    public ViewFigure? LookingBack { get; init; }

    /// <summary>With their headings: need, places (of several charts the main one), minors, looking back. What there is nothing of is absent.</summary>
    public IReadOnlyList<ViewSection> Sections { get; init; } = [];

    /// <summary>All of them.</summary>
    public IEnumerable<ViewFigure> All => new[] { Cascade }.Concat(Capacity).Append(Exceeded).Concat(Minors).Append(LookingBack).OfType<ViewFigure>();
}

/// <summary>Makes the charts of a region.</summary>
public sealed class RegionFigures(Reading reading, ViewValues values, ViewFigures figures, CapacityView capacity, ArrivalStepsFigure steps, PlaceCountsFigure places, MinorsFigures minors)
{
    /// <summary>Fewer values say less as a line than by themselves.</summary>
    private const int FewestInLine = 4;

    private const int FewestLookingBack = 3;

    private const int MostPanels = 4;

    public async Task<RegionCharts> OfAsync(Region region, CancellationToken ct)
    {
        var page = $"/regions/{region.Code}";
        var known = await capacity.StepsAsync([region.Code], ct) is [var newest, ..] ? newest : null;
        var counts = await capacity.CountsAsync([region.Code, .. DistrictsOf(region)], ct);
        return WithSections(new()
        {
            Steps = known,
            Cascade = known is null ? null : steps.Of(page, "steps", known),
            Capacity = places.Of(page, "capacity", [.. counts.Where(c => c.Region == region.Code)]),
            Exceeded = counts.Any(c => c.IsExceeded && c.Region != region.Code) ? places.Exceeded(page, "exceeded", counts) : null,
            Minors = await minors.OfAsync(page, region, ct),
            LookingBack = await LookingBackAsync(page, region, ct),
        });
    }

    private RegionCharts WithSections(RegionCharts charts)
    {
        var words = reading.Words.View;
        ViewSection[] all =
        [
            new() { Title = words.Steps.Title, Figures = charts.Cascade is { } cascade ? [cascade] : [] },
            new() { Title = words.Places.Title, Figures = [.. charts.Capacity.Take(1).Select(f => f with { More = (reading.Link($"/views/{CapacityView.Code}"), reading.Fill(words.ToView, words.Capacity.Title)) })] },
            new() { Title = words.Minors.Title, Figures = charts.Minors },
            new() { Title = words.LookingBack, Figures = charts.LookingBack is { } lookingBack ? [lookingBack] : [] },
        ];
        return charts with { Sections = [.. all.Where(s => s.Figures.Count > 0)] };
    }

    /// <summary>One of them by its id; null where there is no such region or chart.</summary>
    public async Task<ViewFigure?> OneAsync(string? code, string? figure, CancellationToken ct) =>
        reading.Catalogue.Region(code ?? "") is { } region ? (await OfAsync(region, ct)).All.FirstOrDefault(f => f.Id == figure) : null;

    private IEnumerable<string> DistrictsOf(Region region) =>
        region.Level == RegionLevel.Land ? reading.Catalogue.RegionsIn(region.Code).Where(r => r.Level == RegionLevel.District).Select(r => r.Code) : [];

    /// <summary>The longest series of arrivals, with those counted beside it in the same periods, each in a panel.</summary>
    private async Task<ViewFigure?> LookingBackAsync(string page, Region region, CancellationToken ct)
    {
        var read = new List<ViewValue>();
        foreach (var indicator in reading.Catalogue.Indicators.Where(IsOfArrivals))
        {
            read.AddRange((await values.OfAsync(indicator.Code, [region.Code], ct)).Where(v => v.Value is not null && v.Breakdown == indicator.DefaultBreakdown && !v.Variant.Part));
        }

        var lines = read.Where(v => v.Period.Frequency != Frequency.Interval).GroupBy(v => (v.Variant.Code, v.Period.Frequency)).Select(g => Thinned([.. g])).OrderByDescending(l => l.Count).ToArray();
        return lines.Length == 0 || lines[0].Count < FewestLookingBack ? null : Panels(page, region, [.. lines.Where(l => IsBeside(lines[0], l)).Take(MostPanels)]);
    }

    private static bool IsOfArrivals(Indicator indicator) =>
        indicator.Kind != IndicatorKind.Ratio && (indicator.Topic == Topic.Arrivals || ArrivalSteps.Indicators.Contains(indicator.Code));

    /// <summary>Of a running count taken each day the last day of each month.</summary>
    private static IReadOnlyList<ViewValue> Thinned(IReadOnlyList<ViewValue> line)
    {
        var stored = line[0].Period.Frequency;
        var shown = Thinning.Default(line[0].Variant, stored);
        var kept = shown == stored ? null : Thinning.LastDays([.. line.Select(v => v.Observation)], shown).ToHashSet();
        return [.. line.Where(v => kept?.Contains(v.Observation) != false)];
    }

    /// <summary>Of the same unit, with at least half of the periods in common.</summary>
    private static bool IsBeside(IReadOnlyList<ViewValue> main, IReadOnlyList<ViewValue> other) =>
        other[0].Variant.Unit == main[0].Variant.Unit && 2 * other.Select(v => v.Period).Intersect(main.Select(v => v.Period)).Count() >= main.Count;

    private ViewFigure Panels(string page, Region region, IReadOnlyList<IReadOnlyList<ViewValue>> panels)
    {
        var words = reading.Words.View;
        ViewLine[] lines = [.. panels.Select(p => new ViewLine { Name = reading.IndicatorName(p[0].Variant.Indicator), Detail = reading.VariantName(p[0].Variant.Code), Label = panels.Count == 1 ? region.Label : null, Values = p })];
        var told = panels[0][0].Variant.Cumulative ? panels[0][^1] : panels[0].MaxBy(v => v.Value)!;
        var subLine = reading.Fill(words.LookingBackSub, string.Join(", ", lines.Select(l => l.Name)), reading.RegionName(region.Code), reading.UnitName(told.Variant.Unit));
        var draft = new ViewDraft
        {
            Page = page,
            Id = "looking-back",
            Headline = Sentence.Of(told.Variant.Cumulative ? words.LookingBackLast : words.LookingBackMost, lines[0].Name, told.Cell(reading), figures.When(told.Period)),
            SubLine = subLine,
            Values = [.. panels.SelectMany(p => p)],
            Table = figures.Table(subLine, reading.Words.Overview.Indicator, lines),
            Notes = told.Variant.Cumulative ? [reading.Words.Indicator.NoteThinnedMonth] : [],
        };
        var kind = lines.Length > 1 ? ChartKind.SmallMultiples : lines[0].Values.Count < FewestInLine ? ChartKind.Column : ChartKind.Line;
        return figures.Of(draft, kind, lines, s => told.Variant.Cumulative ? s with { GapDays = 61 } : s.AsCounted());
    }
}
