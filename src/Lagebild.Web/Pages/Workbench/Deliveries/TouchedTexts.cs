using Lagebild.Catalogue;
using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Derived;

namespace Lagebild.Web.Pages.Workbench.Deliveries;

/// <summary>A target whose figure a draft changes: where it stands, and where it would.</summary>
public sealed record TouchedTarget
{
    public required Target Target { get; init; }

    public required TargetState Before { get; init; }

    public required TargetState After { get; init; }
}

/// <summary>What of the catalogue the values of a draft touch.</summary>
public sealed class TouchedTexts(Reading reading, DraftReader drafts, TimeProvider clock)
{
    /// <summary>The targets measured by a series the draft touches.</summary>
    public async Task<IReadOnlyList<TouchedTarget>> TargetsAsync(long delivery, CancellationToken ct)
    {
        var touched = new List<TouchedTarget>();
        foreach (var target in reading.Catalogue.Targets.Where(t => t.Variant is not null))
        {
            foreach (var series in await drafts.TouchedAsync(delivery, target.Indicator, target.Variant, target.Region, target.Breakdown, ct))
            {
                var (before, after) = (await drafts.SeriesAsync(delivery, series, ct))!.Value;
                touched.Add(new() { Target = target, Before = StateOf(target, before), After = StateOf(target, after) });
            }
        }

        return touched;
    }

    /// <summary>The breaks that cut series among the largest changes of the draft, by day.</summary>
    public async Task<IReadOnlyList<Break>> BreaksAsync(long delivery, CancellationToken ct)
    {
        var places = await drafts.PlacesAsync(delivery, ct);
        return [.. reading.Catalogue.Breaks.Where(b => places.Any(p => Indicators.FigureNotes.Concerns(b, p.Indicator, p.Variant) && Indicators.FigureNotes.Holds(reading.Catalogue, b, p.Region))).OrderBy(b => b.Day)];
    }

    private TargetState StateOf(Target target, Series series) => TargetState.Of(target, reading.Counted(series), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
}
