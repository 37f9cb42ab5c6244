using System.Globalization;
using Lagebild.Statistics;

namespace Lagebild.Tests.Import.History;

/// <summary>How many of how many were asked about.</summary>
internal readonly record struct Share(int Questioned, int Of)
{
    public double Percent => 100.0 * Questioned / Of;

    public override string ToString() => Of == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{Percent:F1} % of {Of}");
}

/// <summary>What the checks find and miss over every sample series with 24 or more values; computed once.</summary>
internal static class Measured
{
    public const int Faults = 200;
    public const int LeastValues = 24;
    private const int _leastJudged = 9;

    private static readonly Lazy<IReadOnlyList<(FaultKind Kind, Share Past, Share Both)>> _byKind = new(() => [.. FaultKind.All.Select(k => (k, Of(k, Known.Past), Of(k, Known.PastAndFuture)))]);
    private static readonly Lazy<IReadOnlyList<(Cell Cell, Known Known, Reason? Reason)>> _truth = new(() => [.. Enum.GetValues<Known>().SelectMany(True)]);

    public static IReadOnlyList<SampleSeries> Series { get; } = [.. SampleSeries.All.Where(s => s.Values.Length >= LeastValues)];

    public static IReadOnlyList<(FaultKind Kind, Share Past, Share Both)> ByKind => _byKind.Value;

    /// <summary>Every true value, each delivered with the whole table's period.</summary>
    public static IReadOnlyList<(Cell Cell, Known Known, Reason? Reason)> Truth => _truth.Value;

    public static Share Questioned(Known known, string? variant = null)
    {
        var values = Truth.Where(t => t.Known == known && (variant is null || t.Cell.Series.Key.Variant == variant)).ToArray();
        return new(values.Count(t => t.Reason is not null), values.Length);
    }

    private static Share Of(FaultKind kind, Known known)
    {
        var faults = Seeded(kind, known).ToArray();
        return new(faults.Count(f => f.IsQuestioned(known)), faults.Length);
    }

    /// <summary>The series in one random order, again and again, a random value each, until there are enough.</summary>
    public static IEnumerable<SeededFault> Seeded(FaultKind kind, Known known)
    {
        var random = new Random(20230917);
        var order = Series.ToArray();
        random.Shuffle(order);
        return Enumerable.Range(0, 40 * order.Length).Select(turn => kind.Make(Picked(order[turn % order.Length], known, random), random)).OfType<SeededFault>().Take(Faults);
    }

    private static Cell Picked(SampleSeries series, Known known, Random random) =>
        new(series, known == Known.Past ? random.Next(LeastValues - 1, series.Values.Length) : random.Next(0, series.Values.Length - 1));

    private static IEnumerable<(Cell, Known, Reason?)> True(Known known)
    {
        foreach (var table in SampleTable.All.Where(t => t.Series.Any(s => s.Values.Length >= LeastValues)))
        {
            foreach (var period in table.Periods)
            {
                var asked = table.Ask(period, known, new Dictionary<Cell, long>());
                foreach (var cell in table.Cells(period).Where(c => IsCounted(c, known)))
                {
                    yield return (cell, known, asked.TryGetValue(cell, out var reason) ? reason : null);
                }
            }
        }
    }

    private static bool IsCounted(Cell cell, Known known) => cell.Series.Values.Length >= LeastValues && (known == Known.PastAndFuture || cell.At >= _leastJudged - 1);
}
