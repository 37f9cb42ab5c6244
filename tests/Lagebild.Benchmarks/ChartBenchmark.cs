using System.Buffers;
using System.Diagnostics;
using Lagebild.Charts;
using Lagebild.Statistics;

namespace Lagebild.Benchmarks;

/// <summary>
/// How many charts of each kind one core draws in a second of its time (other programs on the machine aside): inline, wide, every point with the address of its figure page.
/// Lines have 12 series with 120 monthly points each, the other kinds what they are chosen for.
/// </summary>
internal static class ChartBenchmark
{
    private const int SeriesCount = 12;
    private const int PointCount = 120;
    private const int Turns = 5;
    private static readonly TimeSpan _warm = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _turn = TimeSpan.FromSeconds(1);

    public static int Run()
    {
        var output = new ArrayBufferWriter<byte>(1 << 20);
        foreach (var (name, chart) in Enum.GetValues<ChartKind>().Select(k => ($"{k}", (Chart)new SeriesChart(SpecFor(k), k))).Concat(PlaceCharts.All))
        {
            PerSecond(chart, output, _warm);
            var measured = Enumerable.Range(0, Turns).Select(_ => PerSecond(chart, output, _turn)).ToArray();
            Result.Print($"chart.{name}.bytes", output.WrittenCount);
            Result.Print(name == nameof(ChartKind.Line) ? "chart.per_second" : $"chart.{name}.per_second", Median.Of(measured));
        }

        return 0;
    }

    private static double PerSecond(Chart chart, ArrayBufferWriter<byte> output, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var used = Environment.CpuUsage.TotalTime;
        var count = 0;
        while (watch.Elapsed < time)
        {
            output.ResetWrittenCount();
            chart.Draw(Frame.Wide, output);
            count++;
        }

        return count / (Environment.CpuUsage.TotalTime - used).TotalSeconds;
    }

    private static ChartSpec SpecFor(ChartKind kind) => kind switch
    {
        ChartKind.Line => Spec(SeriesCount, PointCount, Frequency.Monthly),
        ChartKind.Onset => Spec(4, 36, Frequency.Monthly) is var spec ? spec with { Series = [.. spec.Series.Select((s, i) => s with { Label = i % 2 == 0 ? "HH" : "SH", Onset = new(i < 2 ? 2015 : 2022, i < 2 ? 9 : 2, 1) })] } : spec,
        ChartKind.Bar => Spec(SeriesCount, 1, Frequency.Annual),
        ChartKind.Column => Spec(3, 10, Frequency.Annual),
        ChartKind.GroupedBar => Spec(6, 3, Frequency.Annual),
        ChartKind.Stacked or ChartKind.StackedShare => Spec(6, 10, Frequency.Annual),
        ChartKind.SmallMultiples => Spec(6, 10, Frequency.Annual),
        _ => Spec(SeriesCount, 2, Frequency.Annual),
    };

    private static ChartSpec Spec(int series, int points, Frequency frequency) => new()
    {
        Id = "benchmark",
        Language = "de",
        Headline = "Erzeugte Reihen",
        SubLine = "Erzeugte Werte, Personen, ab 2015",
        Unit = "Personen",
        Decimals = 0,
        Series = [.. Enumerable.Range(0, series).Select(s => SeriesOf(s, points, frequency))],
        Source = "erzeugt",
        Stand = "Stand: Veröffentlichung 1",
    };

    private static ChartSeries SeriesOf(int series, int points, Frequency frequency)
    {
        var random = new Random(series);
        var value = 20_000L;
        return new()
        {
            Name = $"Reihe {series + 1}",
            Emphasised = series < 3,
            Points = [.. Enumerable.Range(0, points).Select(i => Point(series, i, frequency, value += random.Next(-900, 1_000)))],
        };
    }

    private static ChartPoint Point(int series, int index, Frequency frequency, long value)
    {
        var months = frequency == Frequency.Monthly ? 1 : 12;
        var start = new DateOnly(2015, 1, 1).AddMonths(index * months);
        return new()
        {
            Period = new(start, start.AddMonths(months).AddDays(-1), frequency),
            Value = value,
            Href = $"/de/figures/{series + 1}/{start.Year}-{start.Month:00}",
        };
    }
}
