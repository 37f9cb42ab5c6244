using Lagebild.Statistics;

namespace Lagebild.Comparison;

/// <summary>
/// Amounts in another currency, only where a reader asks: by the average rate of the year, as a feed of its own delivers it, always marked. Without a rate of exactly
/// the year there is no value; a rate is never guessed.
/// </summary>
public static class Conversion
{
    /// <summary>Code of the indicator whose series are rates: units of the currency for one euro, one series for each currency (breakdown <c>currency=PLN</c>).</summary>
    public const string RateIndicator = "exchange-rate";

    /// <summary>One value for each year, in euros. Parts: amount, rate. Periods that are not whole years have <see cref="Without.NoRate"/>.</summary>
    public static ComputedSeries ToEuros(CountedSeries amounts, IEnumerable<Series> rates)
    {
        Series[] fitting = [.. rates.Where(r => r.Key.Indicator == RateIndicator && Breakdown.Parse(r.Key.Breakdown)?["currency"] == amounts.Currency).OrderBy(r => r.Key)];
        return new() { Key = amounts.Series.Key, Values = [.. amounts.Series.Observations.Select(o => Of(amounts, fitting, o))] };
    }

    private static Computed Of(CountedSeries amounts, Series[] rates, Observation observation)
    {
        var (part, decimals) = (amounts.Series.PartOf(observation), amounts.Series.Decimals);
        return observation.Period.Frequency == Frequency.Annual && RateOf(observation.Period, rates) is var (rate, scale)
            ? Calculation.From(observation.Period, decimals, [part, rate], () => Rounding.Divide((Int128)observation.Open()!.Value * Rounding.Scale(scale), rate.Observation.Open()!.Value), Remark.Converted)
            : Calculation.Without(observation.Period, decimals, [part], Without.NoRate);
    }

    private static (Part Rate, int Decimals)? RateOf(Period period, Series[] rates) => rates
        .SelectMany(r => r.Observations.Where(o => o.Period.Frequency == Frequency.Annual && o.Period.End.Year == period.End.Year && o.Open() > 0).Select(o => ((Part, int)?)(r.PartOf(o), r.Decimals)))
        .FirstOrDefault();
}
