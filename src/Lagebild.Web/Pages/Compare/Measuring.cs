using Lagebild.Comparison;

namespace Lagebild.Web.Pages.Compare;

/// <summary>What can be made of the series of a comparison.</summary>
public sealed class Measuring
{
    /// <summary>Every measure there is, with the reason where it cannot be made of any of the series.</summary>
    public async Task<IReadOnlyList<MeasureOffer>> OffersAsync(IReadOnlyList<ComparedSeries> series, CancellationToken ct)
    {
        await Task.CompletedTask;
        return [new(Measure.Value, null)];
    }

    /// <summary>The series by a measure, in their order; those of which it cannot be made are absent.</summary>
    public async Task<IReadOnlyList<MeasuredSeries>> OfAsync(Measure measure, IReadOnlyList<ComparedSeries> series, CancellationToken ct)
    {
        await Task.CompletedTask;
        return [.. series.Select(MeasuredSeries.Of)];
    }
}
