using Lagebild.Statistics;

namespace Lagebild.Charts;

/// <summary>Whether the parts of a bar are all there and make up its whole.</summary>
internal enum StackState
{
    /// <summary>All parts are there, and add up where the whole is known.</summary>
    Whole,

    /// <summary>A part is missing, or the parts are less than the whole.</summary>
    Incomplete,

    /// <summary>A part or the whole is confidential: what is left open must not be measured.</summary>
    Confidential,

    /// <summary>The parts are more than the whole, or one is negative: they are no parts of it.</summary>
    Refused,

    /// <summary>No part has a value.</summary>
    Empty,
}

/// <summary>One bar of parts: those of a group in the latest period of its series, or those of one period.</summary>
internal sealed record Stack
{
    /// <summary>Name of the group; null where the bar is a period's.</summary>
    public string? Group { get; init; }

    public required Period Period { get; init; }

    /// <summary>In the order of the names, one for each; a series is null where the group has none of that name.</summary>
    public required IReadOnlyList<(ChartSeries? Series, ChartPoint? Point)> Parts { get; init; }

    /// <summary>What the parts should add up to; null where no source counts it.</summary>
    public ChartPoint? Whole { get; init; }

    public StackState State { get; init; }

    /// <summary>Sum of the parts that can be drawn.</summary>
    public decimal Sum { get; init; }

    /// <summary>The whole where the parts are known to fall short of it and nothing is confidential: the rest is then drawn to scale; else the sum.</summary>
    public decimal Length => State switch
    {
        StackState.Incomplete when Whole is { IsDrawn: true } whole && whole.Value > Sum => whole.Value.Value,
        StackState.Refused or StackState.Empty => 0,
        _ => Sum,
    };

    /// <summary>The names of the parts, in the order of their first series.</summary>
    public static IReadOnlyList<string> Names(ChartSpec spec) => Shown.IsGrouped(spec) ? [.. spec.Series.Select(s => s.Name).Distinct()] : [.. spec.Series.Select(s => s.Name)];

    /// <summary>The bars: one for each group, else for each period in their order.</summary>
    public static IReadOnlyList<Stack> Of(ChartSpec spec) => Shown.IsGrouped(spec) ? OfGroups(spec) : [.. Slots.Of(spec).Select(p => OfPeriod(spec, p))];

    private static Stack[] OfGroups(ChartSpec spec)
    {
        var names = Names(spec);
        return [.. spec.Series.Where(s => s.Points.Count > 0).GroupBy(s => s.Group ?? "").Select(g => OfGroup(spec, g.Key, [.. g], names))];
    }

    private static Stack OfGroup(ChartSpec spec, string group, ChartSeries[] series, IReadOnlyList<string> names)
    {
        var period = series.Select(s => s.Points[^1].Period).Max();
        var parts = names.Select(n => Array.Find(series, s => s.Name == n)).Select(s => (s, PointIn(s, period))).ToArray();
        return Judged(spec, new() { Group = group, Period = period, Parts = parts, Whole = WholeOf(spec, group, period) });
    }

    private static Stack OfPeriod(ChartSpec spec, Period period) => Judged(spec, new()
    {
        Period = period,
        Parts = [.. spec.Series.Select(s => ((ChartSeries?)s, PointIn(s, period)))],
        Whole = WholeOf(spec, null, period),
    });

    private static ChartPoint? WholeOf(ChartSpec spec, string? group, Period period) => PointIn(spec.Wholes.FirstOrDefault(w => w.Group == group), period);

    private static ChartPoint? PointIn(ChartSeries? series, Period period)
    {
        for (var i = 0; series is not null && i < series.Points.Count; i++)
        {
            if (Shown.IsSame(series.Points[i].Period, period))
            {
                return series.Points[i];
            }
        }

        return null;
    }

    private static Stack Judged(ChartSpec spec, Stack stack)
    {
        var sum = stack.Parts.Sum(p => p.Point is { IsDrawn: true, Value: { } value } ? (decimal)value : 0);
        return stack with { Sum = sum, State = StateOf(spec, stack, sum) };
    }

    private static StackState StateOf(ChartSpec spec, Stack stack, decimal sum)
    {
        var drawn = stack.Parts.Count(p => p.Point is { IsDrawn: true });
        var rest = stack.Whole is { IsDrawn: true } whole ? whole.Value!.Value - sum : 0;
        var mayDiffer = spec.Rounding > 1 ? (stack.Parts.Count + 1) * spec.Rounding / 2 : 0;
        return stack switch
        {
            _ when stack.Whole is { IsConfidential: true } || stack.Parts.Any(p => p.Point is { IsConfidential: true }) => StackState.Confidential,
            _ when drawn == 0 => StackState.Empty,
            _ when rest < -mayDiffer || stack.Parts.Any(p => p.Point is { IsDrawn: true, Value: < 0 }) => StackState.Refused,
            _ when drawn < stack.Parts.Count || rest > mayDiffer => StackState.Incomplete,
            _ => StackState.Whole,
        };
    }
}
