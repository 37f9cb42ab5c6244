using Lagebild.Statistics;

namespace Lagebild.Web.Pages.Views;

/// <summary>
/// How many of those registered were distributed away, stayed and needed accommodation: of one region, period and population counted.
/// Only what counts the whole and a total stands in it; steps are never taken from different populations.
/// </summary>
public sealed record ArrivalSteps
{
    /// <summary>Codes of the indicators of the steps, in their order.</summary>
    public static IReadOnlyList<string> Indicators { get; } = ["registered-arrivals", "distributed-away", "arrivals-staying", "accommodation-need"];

    public required ViewValue Registered { get; init; }

    /// <summary>Null where no source gives it, like the others.</summary>
    public ViewValue? Away { get; init; }

    public ViewValue? Staying { get; init; }

    public ViewValue? Need { get; init; }

    /// <summary>Those registered in the period before this that is known, counted the same way; null where there is none.</summary>
    public ViewValue? Before { get; init; }

    public string Region => Registered.Region;

    public Period Period => Registered.Period;

    /// <summary>Those that are known, in order.</summary>
    public IEnumerable<ViewValue> Known => new[] { Registered, Away, Staying, Need }.OfType<ViewValue>();

    /// <summary>
    /// All there are of the values of the four indicators: with those registered, and at least one step more. By region in the order of the values, the one
    /// with most steps of the last two years first, then the newest.
    /// </summary>
    public static IReadOnlyList<ArrivalSteps> Of(IReadOnlyList<ViewValue> values) =>
        [.. values
            .Where(v => v.Value is not null && v.Breakdown.Length == 0 && !v.Variant.Part)
            .GroupBy(v => (v.Region, v.Period, v.Period.Frequency, v.Variant.PopulationCounted))
            .Select(g => Of(g))
            .OfType<ArrivalSteps>()
            .Where(s => s.Known.Count() > 1)
            .Select(s => s with { Before = BeforeOf(s.Registered, values) })
            .OrderByDescending(s => s.Period.End)
            .ThenByDescending(s => s.Known.Count())
            .ThenBy(s => s.Period.Start)];

    private static ViewValue? BeforeOf(ViewValue registered, IReadOnlyList<ViewValue> values) => values
        .Where(v => v.Value is not null && v.Breakdown.Length == 0 && v.Region == registered.Region && v.Variant.Code == registered.Variant.Code)
        .Where(v => v.Period.Frequency == registered.Period.Frequency && v.Period.End < registered.Period.Start)
        .MaxBy(v => v.Period.End);

    private static ArrivalSteps? Of(IEnumerable<ViewValue> values)
    {
        var byIndicator = values.ToLookup(v => v.Variant.Indicator);
        return Step(0) is { } registered ? new() { Registered = registered, Away = Step(1), Staying = Step(2), Need = Step(3) } : null;

        ViewValue? Step(int at) => byIndicator[Indicators[at]].FirstOrDefault();
    }
}
