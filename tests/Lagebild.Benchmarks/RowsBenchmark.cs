using System.Globalization;

namespace Lagebild.Benchmarks;

/// <summary>
/// Whether the canonical CSV of many rows takes more memory than that of few: 1, 3 and 10 million released rows of the same 2,000 series, made up a million at a time
/// (<see cref="GeneratedFile"/>), each written whole by a process of its own, whose peak memory is read at its end (Linux).
/// </summary>
internal static class RowsBenchmark
{
    private static readonly int[] Measured = [1, 3, 10];

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("lagebild-benchmark-");
        try
        {
            await MeasureAsync(folder.FullName);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(string folder)
    {
        var (file, database, output) = (Path.Combine(folder, GeneratedFile.Name), Path.Combine(folder, "ours.db"), Path.Combine(folder, "out"));
        var peaks = new List<double>();
        for (var block = 0; block < Measured[^1]; block++)
        {
            GeneratedFile.Write(file, block);
            await Programs.OursAsync(ImportBenchmark.More, file, database);
            if (Measured.Contains(block + 1))
            {
                peaks.Add(await PeakAsync(database, output, (block + 1) * GeneratedFile.Rows));
            }
        }

        Result.Print("rows.peak_memory_ratio", peaks[^1] / peaks[0], "0.00");
    }

    private static async Task<double> PeakAsync(string database, string output, int rows)
    {
        var written = await Programs.OursAsync(OpenDataBenchmark.Child, "csv", database, output);
        var lines = File.ReadLines(output).LongCount() - 1;
        File.Delete(output);
        Result.Print(string.Create(CultureInfo.InvariantCulture, $"rows.{rows}.rows_per_second"), rows / written["seconds"]);
        Result.Print(string.Create(CultureInfo.InvariantCulture, $"rows.{rows}.peak_memory_mb"), written["peak_mb"]);
        return lines == rows ? written["peak_mb"] : throw new InvalidOperationException($"{lines} lines were written.");
    }
}
