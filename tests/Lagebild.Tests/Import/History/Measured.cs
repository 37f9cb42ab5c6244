using System.Globalization;
using Lagebild.Import.History;
using Lagebild.Statistics;

namespace Lagebild.Tests.Import.History;

/// <summary>How many of how many were asked about.</summary>
internal readonly record struct Share(int Questioned, int Of)
{
    public double Percent => 100.0 * Questioned / Of;

    /// <summary>Both numbers; a dash where nothing was tried.</summary>
    public string Counts => Of == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{Questioned} of {Of}");

    public override string ToString() => Of == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{Percent:F1} % of {Of}");
}

/// <summary>What the checks find and miss over every sample series with 24 or more values; computed once.</summary>
internal static class Measured
{
    public const int Faults = 200;
    public const int LeastValues = 24;
    private const int _leastJudged = 9;

    private static readonly Lazy<IReadOnlyList<(FaultKind Kind, Known Known, string Variant, bool Questioned)>> _faults = new(() => [.. FaultKind.All.SelectMany(k => Enum.GetValues<Known>().SelectMany(known => Tried(k, known)))]);
    private static readonly Lazy<IReadOnlyList<(Cell Cell, Known Known, Reason? Reason)>> _truth = new(() => [.. Enum.GetValues<Known>().SelectMany(True)]);

    public static IReadOnlyList<SampleSeries> Series { get; } = [.. SampleSeries.All.Where(s => s.Values.Length >= LeastValues)];

    /// <summary>What of each kind of fault is questioned, as the newest value and among others.</summary>
    public static IEnumerable<(FaultKind Kind, Share Past, Share Both)> ByKind =>
        FaultKind.All.Select(k => (k, Of(_faults.Value.Where(f => f.Kind == k && f.Known == Known.Past)), Of(_faults.Value.Where(f => f.Kind == k && f.Known == Known.PastAndFuture))));

    /// <summary>Both ways together, where the value picked was of one variant.</summary>
    public static Share Of(FaultKind kind, string variant) => Of(_faults.Value.Where(f => f.Kind == kind && f.Variant == variant));

    /// <summary>Every true value, each delivered with the whole table's period.</summary>
    public static IReadOnlyList<(Cell Cell, Known Known, Reason? Reason)> Truth => _truth.Value;

    public static Share Questioned(Known known, string? variant = null)
    {
        var values = Truth.Where(t => t.Known == known && (variant is null || t.Cell.Series.Key.Variant == variant)).ToArray();
        return new(values.Count(t => t.Reason is not null), values.Length);
    }

    /// <summary>Series too short for the limits, delivered whole with nothing known of them.</summary>
    public static IReadOnlyList<SampleSeries> ShortSeries { get; } = [.. SampleSeries.All.Where(s => s.Values.Length is >= _leastJudged and < LeastValues)];

    public static Share QuestionedOfShortSeries() => new(
        HistoryChecks.Questions(ShortSeries.Select(s => s.With([], [.. s.Values.Select(v => new DeliveredValue(v.PeriodStart, v.PeriodEnd, v.Value))]))).Count,
        ShortSeries.Sum(s => s.Values.Length));

    private static Share Of(IEnumerable<(FaultKind, Known, string, bool Questioned)> faults)
    {
        var tried = faults.ToArray();
        return new(tried.Count(f => f.Questioned), tried.Length);
    }

    /// <summary>The series in one random order, again and again, a random value each, until there are enough.</summary>
    private static IEnumerable<(FaultKind, Known, string, bool)> Tried(FaultKind kind, Known known)
    {
        var random = new Random(20230917);
        var order = Series.ToArray();
        random.Shuffle(order);
        return Enumerable.Range(0, 40 * order.Length).Select(turn => order[turn % order.Length])
            .Select(series => (Series: series, Fault: kind.Make(Picked(series, known, random), random))).Where(f => f.Fault is not null).Take(Faults)
            .Select(f => (kind, known, f.Series.Key.Variant, f.Fault!.IsQuestioned(known)));
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
