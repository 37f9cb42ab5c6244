using System.Text.Json;
using System.Text.Json.Nodes;
using Lagebild.OpenData;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Benchmarks;

/// <summary>
/// A million released rows as canonical CSV, against the <c>sqlite3</c> shell's CSV of the same query: in turns, the median of five. And the same rows as a workbook.
/// Both write to a file that nobody keeps. Counted is the time of one core that each used, so that other programs on the machine do not matter; ours on all its threads.
/// Ours runs in a child process for each format, so that its peak memory is its own.
/// </summary>
internal static class OpenDataBenchmark
{
    public const string Child = "open-data-once";
    private const int Turns = 5;

    private const string Query = """
        select s.indicator, s.variant, s.region, o.period_start, o.period_end, s.frequency, b.key, o.obs_status, o.conf_status, o.source, o.note, o.value, o.source_flag, o.missing_reason, o.release_from,
            o.delivery, o.line
        from series s
        join breakdown b on b.id = s.breakdown
        join published o on o.series = s.id
        where o.release_from <= 1 and o.release_to > 1
        order by o.series, o.period_start, o.period_end
        """;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("lagebild-benchmark-");
        try
        {
            var (file, database) = (Path.Combine(folder.FullName, GeneratedFile.Name), Path.Combine(folder.FullName, "ours.db"));
            GeneratedFile.Write(file);
            await Programs.OursAsync(ImportBenchmark.Child, file, database);
            await MeasureAsync(database, Path.Combine(folder.FullName, "out"));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Writes all rows once to warm up, then again for the parent to read what that took.</summary>
    public static async Task<int> RunChildAsync(string format, string databasePath, string output)
    {
        var database = Database.From(new() { ConnectionString = $"Data Source={databasePath};Mode=ReadOnly" });
        var write = DataFormat.OfValues.Single(f => f.Code == format).WriteAsync;
        await WriteAsync(database, write, output, limit: 200);
        var used = Environment.CpuUsage.TotalTime;
        await WriteAsync(database, write, output, int.MaxValue);
        Result.Print("seconds", (Environment.CpuUsage.TotalTime - used).TotalSeconds, "0.000");
        Result.Print("bytes", new FileInfo(output).Length);
        Result.Print("peak_mb", Programs.PeakMemory(), "0.0");
        return 0;
    }

    private static async Task MeasureAsync(string database, string output)
    {
        var (theirs, csv, xlsx) = (new List<double>(), new List<Dictionary<string, double>>(), new List<Dictionary<string, double>>());
        for (var turn = 0; turn < Turns; turn++)
        {
            theirs.Add(await ShellAsync(database, output));
            csv.Add(await Programs.OursAsync(Child, "csv", database, output));
            xlsx.Add(await Programs.OursAsync(Child, "xlsx", database, output));
        }

        Result.Print("csv.rows", GeneratedFile.Rows);
        Result.Print("csv.rows_per_second", GeneratedFile.Rows / Median.Of(csv.Select(c => c["seconds"])));
        Result.Print("csv.sqlite_rows_per_second", GeneratedFile.Rows / Median.Of(theirs));
        Result.Print("csv.ratio", Median.Of(theirs) / Median.Of(csv.Select(c => c["seconds"])), "0.00");
        Result.Print("csv.bytes", csv[0]["bytes"]);
        Result.Print("csv.peak_memory_mb", csv.Max(c => c["peak_mb"]));
        Result.Print("xlsx.rows_per_second", GeneratedFile.Rows / Median.Of(xlsx.Select(c => c["seconds"])));
        Result.Print("xlsx.bytes", xlsx[0]["bytes"]);
        Result.Print("xlsx.peak_memory_mb", xlsx.Max(c => c["peak_mb"]));
    }

    private static async Task<double> ShellAsync(string database, string output)
    {
        var seconds = await Programs.CpuSecondsAsync("sqlite3", "-readonly", "-csv", database, $".output {output}", Query);
        return File.ReadLines(output).Count() == GeneratedFile.Rows ? seconds : throw new InvalidOperationException("sqlite3 wrote another number of rows.");
    }

    private static async Task WriteAsync(Database database, Func<DataSet, Stream, CancellationToken, Task> write, string output, int limit)
    {
        var reader = new RowReader(database);
        var query = new RowQuery { Stand = (await new ReleaseStore(database, TimeProvider.System).LatestAsync(CancellationToken.None))!.Number };
        var stored = (await reader.SeriesAsync(query, CancellationToken.None)).Take(limit).ToArray();
        await using var file = File.Create(output);
        await write(Described(stored, reader, query), file, CancellationToken.None);
    }

    private static DataSet Described(IReadOnlyList<StoredSeries> stored, RowReader reader, RowQuery query)
    {
        var byId = stored.ToDictionary(s => s.Id);
        DataSeries[] series = [.. stored.Select(Series)];
        return new()
        {
            Code = "all",
            Extent = Extent.Whole,
            Language = "en",
            Title = "Generated",
            Description = "Made-up values.",
            Release = 1,
            MadeOf = query,
            PublishedUtc = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            Address = "https://example.org/",
            Sources = [_source],
            Variants = [],
            Breaks = [],
            Words = _words.Value,
            StatusWord = o => o.StatusCode(),
            Series = series,
            Read = (wanted, ct) => RowsAsync(wanted, reader.RowsAsync([.. wanted.Select(s => byId[s.Id])], query, ct)),
        };
    }

    private static async IAsyncEnumerable<DataRow> RowsAsync(IReadOnlyList<DataSeries> series, IAsyncEnumerable<StoredRow> stored)
    {
        var byId = series.ToDictionary(s => s.Id);
        DataSeries? current = null;
        await foreach (var row in stored)
        {
            current = current?.Id == row.Series.Id ? current : byId[row.Series.Id];
            yield return new(current, row.Observation);
        }
    }

    private static DataSeries Series(StoredSeries stored) => new()
    {
        Id = stored.Id,
        Key = stored.Key,
        Decimals = 0,
        Unit = "persons",
        Source = _source,
        Parts = [],
        Breaks = [],
        IndicatorName = "An indicator with a name of usual length",
        VariantName = "A way of counting, 31 December",
        RegionName = "Mecklenburg-Vorpommern",
        BreakdownName = stored.Key.Breakdown,
        UnitName = "persons",
        FrequencyName = "daily",
    };

    private static readonly Lazy<DataWords> _words = new(() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "download.json")))!["data"].Deserialize<DataWords>(JsonSerializerOptions.Web)!);

    private static readonly DataSource _source = new()
    {
        Code = "generated",
        Name = "Generated",
        Publisher = "none: made-up values",
        Licence = "Datenlizenz Deutschland – Namensnennung – Version 2.0",
        Citation = "made-up values",
        Language = "en",
    };
}
