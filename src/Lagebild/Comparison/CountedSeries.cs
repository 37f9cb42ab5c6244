using Lagebild.Statistics;

namespace Lagebild.Comparison;

/// <summary>A series with what its numbers mean: all that measures and verdicts need to know of it.</summary>
public sealed record CountedSeries
{
    /// <summary>As shown: the observations of the span that is compared, and no others.</summary>
    public required Series Series { get; init; }

    public required Indicator Indicator { get; init; }

    public required Variant Variant { get; init; }

    /// <summary>Null where nothing is known of it: then it counts as official, and as rounding by its variant alone.</summary>
    public Feed? Feed { get; init; }

    /// <summary>The breaks that cut this series, in its region; those outside the span too.</summary>
    public IReadOnlyList<Break> Breaks { get; init; } = [];

    /// <summary>Codes of the regions its region lies in (district: its Land, its country, the world); without itself.</summary>
    public IReadOnlyList<string> Within { get; init; } = [];

    /// <summary>The currency its unit is in, as ISO 4217 (<c>EUR</c>); null where it counts no money.</summary>
    public string? Currency { get; init; }

    /// <summary>What was made of the values reported; see <see cref="Measured"/>.</summary>
    public Measure Measure { get; init; }

    /// <summary>The population its latest value was divided by; null where none was.</summary>
    public Part? Population { get; init; }

    /// <summary>What its values are rounded to, by the publisher or by us; 1 where neither rounds, and of shares, rates and the like.</summary>
    public long RoundedTo => Measure is not (Measure.Value or Measure.Total or Measure.Increase or Measure.PeriodSum) ? 1
        : Math.Max(Variant.RoundedTo, Feed is { Disclosure: { By: DisclosureBy.Ours, RoundTo: var ours } } ? ours : 1);

    /// <summary>
    /// As a measure made it, to be judged in its place: a share, change or occupancy is a ratio, an increase a flow and no running count any more. Who is counted, under
    /// which law and where it breaks stays.
    /// </summary>
    public CountedSeries Measured(Measure measure, ComputedSeries computed, string unit, int decimals) => this with
    {
        Measure = measure,
        Series = computed.AsSeries(decimals),
        Indicator = Indicator with { Kind = KindOf(measure, Indicator.Kind) },
        Variant = Variant with { Unit = unit, Decimals = decimals, Cumulative = Variant.Cumulative && measure is not Measure.Increase },
        Currency = measure == Measure.Converted ? "EUR" : unit == Variant.Unit ? Currency : null,
        Population = measure is Measure.PerThousand or Measure.PerHundredThousand ? computed.Values.LastOrDefault(v => v.Value is not null)?.Parts[1] : null,
    };

    private static IndicatorKind KindOf(Measure measure, IndicatorKind kind) => measure switch
    {
        Measure.CountryShare or Measure.WomenShare or Measure.Occupancy or Measure.ChangeOnPrevious or Measure.ChangeOnYear => IndicatorKind.Ratio,
        Measure.Increase => IndicatorKind.Flow,
        _ => kind,
    };

    /// <summary>Whether a new way of counting begins after an earlier period's start and not after a later one's end.</summary>
    internal bool IsCut(Period earlier, Period later) => Breaks.Any(b => b.Day > earlier.Start && b.Day <= later.End);
}
