using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Derived;
using Lagebild.Web.Pages.Indicators;

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
    public async Task<IReadOnlyList<TouchedTarget>> TargetsAsync(Delivery delivery, CancellationToken ct)
    {
        var touched = new List<TouchedTarget>();
        foreach (var target in reading.Catalogue.Targets.Where(t => t.Variant is not null))
        {
            foreach (var series in await drafts.TouchedAsync(delivery.Id, target.Indicator, target.Variant, target.Region, target.Breakdown, ct))
            {
                var (before, after) = (await drafts.SeriesAsync(delivery, series, DateOnly.MinValue, DateOnly.MaxValue, ct))!.Value;
                touched.Add(new() { Target = target, Before = StateOf(target, before), After = StateOf(target, after) });
            }
        }

        return touched;
    }

    /// <summary>The series among the largest changes, which notes and breaks are about.</summary>
    public Task<IReadOnlyList<SeriesKey>> SeriesAsync(long delivery, CancellationToken ct) => drafts.TouchedAsync(delivery, ct);

    /// <summary>The breaks that cut some of them, by day.</summary>
    public IReadOnlyList<Break> Breaks(IReadOnlyList<SeriesKey> series) => [.. series.SelectMany(s => CountedReading.Breaks(reading.Catalogue, s)).Distinct().OrderBy(b => b.Day)];

    /// <summary>What editors note on them, and why some of their values are missing.</summary>
    public IReadOnlyList<Note> Notes(IReadOnlyList<SeriesKey> series) => [.. EditorNotes.Of(reading, series)];

    private TargetState StateOf(Target target, Series series) => TargetState.Of(target, reading.Counted(series), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
}
