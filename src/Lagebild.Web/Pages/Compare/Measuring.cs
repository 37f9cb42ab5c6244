using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Derived;

namespace Lagebild.Web.Pages.Compare;

/// <summary>What can be made of the series of a comparison.</summary>
public sealed class Measuring(DerivedReader derived)
{
    /// <summary>Millionths of one per thousand.</summary>
    private const long OnePerThousand = 1_000_000;

    private static readonly Frequency[] _sums = [Frequency.Annual, Frequency.HalfYearly, Frequency.Quarterly];

    /// <summary>Every measure that can be asked for, in the order of <see cref="CompareQuery.Measures"/>, with the reason where it gives no value of any series.</summary>
    public async Task<IReadOnlyList<MeasureOffer>> OffersAsync(IReadOnlyList<ComparedSeries> series, CancellationToken ct)
    {
        var offers = new List<MeasureOffer>();
        foreach (var measure in CompareQuery.Measures)
        {
            offers.Add(Offer(measure, await OfAsync(measure, series, ct)));
        }

        return offers;
    }

    /// <summary>The series by a measure, in their order; without values where it cannot be made. Rates that are all below one are per 100,000.</summary>
    public async Task<IReadOnlyList<MeasuredSeries>> OfAsync(Measure measure, IReadOnlyList<ComparedSeries> series, CancellationToken ct) => measure switch
    {
        Measure.Value => [.. series.Select(MeasuredSeries.Of)],
        Measure.PerThousand => await RatesAsync(series, ct),
        Measure.PeriodSum => await SumsAsync(series, ct),
        _ => await MadeAsync(new() { Measure = measure }, series, ct),
    };

    private static MeasureOffer Offer(Measure measure, IReadOnlyList<MeasuredSeries> made) =>
        new(measure, made.Count == 0 || made.Any(s => s.HasValues) ? null : made.Select(s => s.Refusal).FirstOrDefault(r => r != Without.None, Without.NoBase));

    private async Task<IReadOnlyList<MeasuredSeries>> RatesAsync(IReadOnlyList<ComparedSeries> series, CancellationToken ct)
    {
        var rates = await MadeAsync(new() { Measure = Measure.PerThousand }, series, ct);
        return rates.SelectMany(s => s.Shown.Series.Observations).All(o => (o.Value ?? 0) < OnePerThousand)
            ? await MadeAsync(new() { Measure = Measure.PerHundredThousand }, series, ct)
            : rates;
    }

    /// <summary>Years; half-years or quarters where no year is whole.</summary>
    private async Task<IReadOnlyList<MeasuredSeries>> SumsAsync(IReadOnlyList<ComparedSeries> series, CancellationToken ct)
    {
        IReadOnlyList<MeasuredSeries> made = [];
        foreach (var frequency in _sums)
        {
            made = await MadeAsync(new() { Measure = Measure.PeriodSum, SumTo = frequency }, series, ct);
            if (made.Any(s => s.HasValues))
            {
                break;
            }
        }

        return made;
    }

    private async Task<IReadOnlyList<MeasuredSeries>> MadeAsync(MeasureChoice choice, IReadOnlyList<ComparedSeries> series, CancellationToken ct) =>
        [.. series.Zip(await derived.OfAsync(choice, [.. series.Select(s => s.Counted)], ct), MeasuredSeries.Of)];
}
