using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>What the public reads: released values only, from views without raw columns.</summary>
public sealed class ObservationStore(Database database, CatalogueStore catalogue)
{
    /// <summary>Series that have an observation in the span asked for, ordered by <see cref="SeriesKey"/>.</summary>
    public Task<IReadOnlyList<Series>> SeriesAsync(SeriesQuery query, CancellationToken ct) => throw new NotImplementedException($"{database}{catalogue}{query}{ct}");

    /// <summary>The series with an id; null where there is none, or nothing of it was released by the stand.</summary>
    public Task<Series?> SeriesAsync(long series, int stand, CancellationToken ct) => throw new NotImplementedException($"{series}{stand}{ct}");

    /// <summary>The latest value of each series of the indicators (in their default breakdown) and regions, ordered by <see cref="SeriesKey"/>. Empty lists mean all.</summary>
    public Task<IReadOnlyList<LatestValue>> LatestAsync(IReadOnlyList<string> indicators, IReadOnlyList<string> regions, int stand, CancellationToken ct) => throw new NotImplementedException($"{indicators}{regions}{stand}{ct}");

    /// <summary>One value with all that is public about it; null where nothing was ever released for this series and period by the stand. The period's frequency is not looked at.</summary>
    public Task<Figure?> FigureAsync(long series, Period period, int stand, CancellationToken ct) => throw new NotImplementedException($"{series}{period}{stand}{ct}");

    /// <summary>What there is as of a release, ordered by indicator, region, variant, feed, frequency. Null means all. Over everything it reads every value: keep the answer per stand.</summary>
    public Task<IReadOnlyList<Coverage>> CoverageAsync(string? indicator, string? region, int stand, CancellationToken ct) => throw new NotImplementedException($"{indicator}{region}{stand}{ct}");
}
