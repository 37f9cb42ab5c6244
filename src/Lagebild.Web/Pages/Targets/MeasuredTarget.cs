using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Derived;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Targets;

/// <summary>A target beside what was counted.</summary>
public sealed record MeasuredTarget
{
    public required Target Target { get; init; }

    public required TargetState State { get; init; }

    /// <summary>The value to be reached, with its unit.</summary>
    public required FigureCell Value { get; init; }

    /// <summary>The value it starts from; null where the source gives none.</summary>
    public FigureCell? Base { get; init; }

    /// <summary>The value that decides; null where it cannot be measured.</summary>
    public FigureCell? Actual { get; init; }

    /// <summary>Day or period of <see cref="Actual"/>.</summary>
    public string? When { get; init; }

    /// <summary>Of the way from base to target, computed; null where it cannot be measured.</summary>
    public FigureCell? Progress { get; init; }
}

/// <summary>Holds targets against the series of their own way of counting.</summary>
public sealed class TargetReader(Reading reading, ObservationStore observations, TimeProvider clock)
{
    /// <summary>Of a list of targets, in its order. Of several feeds the one with the latest value decides.</summary>
    public async Task<IReadOnlyList<MeasuredTarget>> OfAsync(IEnumerable<Target> targets, CancellationToken ct)
    {
        var measured = new List<MeasuredTarget>();
        foreach (var target in targets)
        {
            measured.Add(Of(target, await StateAsync(target, ct)));
        }

        return measured;
    }

    private async Task<(TargetState State, Series? Series)> StateAsync(Target target, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var query = new SeriesQuery { Indicator = target.Indicator, Variant = target.Variant, Regions = [target.Region], Breakdowns = [target.Breakdown], Stand = reading.Stand.Release.Number };
        var found = target.Variant is null ? [] : await observations.SeriesAsync(query, ct);
        return found.Select(s => (State: TargetState.Of(target, reading.Counted(s), today), Series: (Series?)s))
            .Where(s => s.State.Actual is not null)
            .OrderByDescending(s => s.State.Actual!.Observation.Period.End)
            .FirstOrDefault((TargetState.Of(target, null, today), null));
    }

    private MeasuredTarget Of(Target target, (TargetState State, Series? Series) found)
    {
        var (unit, decimals) = reading.Catalogue.Variant(target.Variant ?? "") is { } variant ? (variant.Unit, variant.Decimals) : (reading.Catalogue.Indicator(target.Indicator)!.Unit, 0);
        return new()
        {
            Target = target,
            State = found.State,
            Value = Cell(target.Value, decimals, unit),
            Base = target.Base is { } start ? Cell(start.Value, decimals, unit) : null,
            Actual = found is { State.Actual: { } actual, Series: { } series } ? FigureCell.Of(reading, reading.Catalogue.Variant(series.Key.Variant)!, new ShownSeries { Series = series }, actual.Observation) : null,
            When = found.State.Actual is { } at ? PeriodText.Label(at.Observation.Period, reading.Language) : null,
            Progress = found.State.ProgressTenths is { } tenths ? Views.ComputedCells.ShareCell(reading, tenths) : null,
        };
    }

    private FigureCell Cell(long value, int decimals, string unit) => new() { Text = reading.ValueWithUnit(value, decimals, unit), Exact = ValueText.Invariant(value, decimals) };
}
