using System.Buffers;
using System.Diagnostics;
using Lagebild.Charts;
using Lagebild.Statistics;

namespace Lagebild.Benchmarks;

/// <summary>How many line charts of 12 series with 120 monthly points each one core draws in a second of its time (other programs on the machine aside): inline, wide, every point with the address of its figure page.</summary>
internal static class ChartBenchmark
{
    private const int SeriesCount = 12;
    private const int PointCount = 120;
    private const int Turns = 5;
    private static readonly TimeSpan _turn = TimeSpan.FromSeconds(2);

    public static int Run()
    {
        var spec = Spec();
        var output = new ArrayBufferWriter<byte>(1 << 20);
        PerSecond(spec, output);
        var measured = Enumerable.Range(0, Turns).Select(_ => PerSecond(spec, output)).ToArray();
        Result.Print("chart.bytes", output.WrittenCount);
        Result.Print("chart.per_second", Median.Of(measured));
        return 0;
    }

    private static double PerSecond(ChartSpec spec, ArrayBufferWriter<byte> output)
    {
        var watch = Stopwatch.StartNew();
        var used = Environment.CpuUsage.TotalTime;
        var count = 0;
        while (watch.Elapsed < _turn)
        {
            output.ResetWrittenCount();
            new SeriesChart(spec, ChartKind.Line).Draw(Frame.Wide, output);
            count++;
        }

        return count / (Environment.CpuUsage.TotalTime - used).TotalSeconds;
    }

    private static ChartSpec Spec() => new()
    {
        Id = "benchmark",
        Language = "de",
        Headline = "Zwölf erzeugte Reihen",
        SubLine = "Erzeugte Werte, Personen, Monate 2015 bis 2024",
        Unit = "Personen",
        Decimals = 0,
        Series = [.. Enumerable.Range(0, SeriesCount).Select(SeriesOf)],
        Source = "erzeugt",
        Stand = "Stand: Veröffentlichung 1",
    };

    private static ChartSeries SeriesOf(int series)
    {
        var random = new Random(series);
        var value = 20_000L;
        return new()
        {
            Name = $"Reihe {series + 1}",
            Emphasised = series < 3,
            Points = [.. Enumerable.Range(0, PointCount).Select(i => Point(series, i, value += random.Next(-900, 1_000)))],
        };
    }

    private static ChartPoint Point(int series, int month, long value)
    {
        var start = new DateOnly(2015, 1, 1).AddMonths(month);
        return new()
        {
            Period = new(start, start.AddMonths(1).AddDays(-1), Frequency.Monthly),
            Value = value,
            Href = $"/de/figures/{series + 1}/{start.Year}-{start.Month:00}",
        };
    }
}
