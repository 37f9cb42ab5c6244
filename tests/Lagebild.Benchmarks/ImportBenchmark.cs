using System.Diagnostics;
using System.Globalization;
using Lagebild.Accounts;
using Lagebild.Import;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Benchmarks;

/// <summary>
/// A canonical file from disk to released, against <c>sqlite3 .import</c> of the same file into a typed table: in turns, the median of five.
/// Ours runs in a child process of its own each time, so that its peak memory is its own; what is timed there is reading, checking, keeping the file,
/// findings and provenance, and releasing under the key; not the start of the program nor the making of the empty database. Each turn measures it cold
/// (the first import of a new process, as a command does) and warm (after an import of the file's first rows, as in a program that serves).
/// </summary>
internal static class ImportBenchmark
{
    public const string Child = "import-once";
    public const string WarmChild = "import-warm";
    public const string More = "import-more";
    private const int WarmUpRows = 100_000;
    private const int Turns = 5;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("lagebild-benchmark-");
        try
        {
            var file = Path.Combine(folder.FullName, GeneratedFile.Name);
            GeneratedFile.Write(file);
            await MeasureAsync(folder.FullName, file);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Imports the first rows into a database beside it, then does as <see cref="RunChildAsync"/>.</summary>
    public static async Task<int> RunWarmChildAsync(string path, string databasePath)
    {
        var (first, beside) = (path + ".first", databasePath + ".first");
        Programs.Remove(beside);
        await File.WriteAllLinesAsync(first, File.ReadLines(path).Take(WarmUpRows + 1));
        var printed = Console.Out;
        Console.SetOut(TextWriter.Null);
        var code = await RunChildAsync(first, beside);
        Console.SetOut(printed);
        return code == 0 ? await RunChildAsync(path, databasePath) : code;
    }

    /// <summary>Into an empty database. Prints seconds and peak memory for the parent to read; 1 with the findings where the file is refused.</summary>
    public static Task<int> RunChildAsync(string path, string databasePath)
    {
        Programs.Remove(databasePath);
        return RunMoreAsync(path, databasePath);
    }

    /// <summary>The same into a database that may hold something already.</summary>
    public static async Task<int> RunMoreAsync(string path, string databasePath)
    {
        var database = Database.From(new() { ConnectionString = $"Data Source={databasePath};Pooling=False" });
        var catalogue = Catalogue.Catalogue.Shipped;
        await Migrator.MigrateAsync(database, CancellationToken.None);
        await new CatalogueStore(database, TimeProvider.System).SeedAsync(catalogue, [Feed], CancellationToken.None);
        var watch = Stopwatch.StartNew();
        var file = FeedFile.FromPath(path, GeneratedFile.Name, TimeProvider.System.GetUtcNow().UtcDateTime);
        var packed = DeliveryStore.Pack(file, CancellationToken.None);
        using var read = new FeedReader(catalogue).Read(file, Feed, Profiles.Shipped(Feed.Profile), CancellationToken.None);
        if (read.HasErrors)
        {
            await Console.Error.WriteLineAsync(string.Join('\n', read.Findings.Take(5).Select(f => $"line {f.Line}: {f.Reason} {f.Field} {f.Found}")));
            return 1;
        }

        var (readSeconds, readPeak) = (watch.Elapsed.TotalSeconds, Programs.PeakMemory());
        var deliveries = new DeliveryStore(database);
        read.Add(await deliveries.QuestionsAsync(read, catalogue, CancellationToken.None));
        var delivery = await deliveries.SaveAsync(read, Feed, packed, CancellationToken.None);
        var (savedSeconds, savedPeak) = (watch.Elapsed.TotalSeconds, Programs.PeakMemory());
        var publication = await new ReleaseStore(database, TimeProvider.System).PublishAsync(delivery, read, new("benchmark"), Who.Program, byPerson: false, CancellationToken.None);
        Result.Print("seconds", watch.Elapsed.TotalSeconds, "0.000");
        Result.Print("read_seconds", readSeconds, "0.000");
        Result.Print("save_seconds", savedSeconds - readSeconds, "0.000");
        Result.Print("read_peak_mb", readPeak, "0.0");
        Result.Print("save_peak_mb", savedPeak, "0.0");
        Result.Print("peak_mb", Programs.PeakMemory(), "0.0");
        return publication.Outcome == PublicationOutcome.Released ? 0 : 1;
    }

    private static async Task MeasureAsync(string folder, string file)
    {
        var theirs = new List<double>();
        var ours = new List<Dictionary<string, double>>();
        var cold = new List<Dictionary<string, double>>();
        for (var turn = 0; turn < Turns; turn++)
        {
            theirs.Add(await ShellAsync(file, Path.Combine(folder, "shell.db")));
            ours.Add(await Programs.OursAsync(WarmChild, file, Path.Combine(folder, "ours.db")));
            cold.Add(await Programs.OursAsync(Child, file, Path.Combine(folder, "ours.db")));
        }

        var ourSeconds = Median.Of(ours.Select(o => o["seconds"]));
        Result.Print("import.rows", GeneratedFile.Rows);
        Result.Print("import.rows_per_second", GeneratedFile.Rows / ourSeconds);
        Result.Print("import.sqlite_rows_per_second", GeneratedFile.Rows / Median.Of(theirs));
        Result.Print("import.ratio", Median.Of(theirs) / ourSeconds, "0.00");
        Result.Print("import.cold_ratio", Median.Of(theirs) / Median.Of(cold.Select(o => o["seconds"])), "0.00");
        Result.Print("import.peak_memory_mb", ours.Concat(cold).Max(o => o["peak_mb"]));
        Result.Print("import.peak_memory_after_reading_mb", ours.Max(o => o["read_peak_mb"]));
        Result.Print("import.peak_memory_after_saving_mb", ours.Max(o => o["save_peak_mb"]));
        Result.Print("import.reading_seconds", Median.Of(ours.Select(o => o["read_seconds"])), "0.00");
        Result.Print("import.saving_seconds", Median.Of(ours.Select(o => o["save_seconds"])), "0.00");
        Result.Print("import.releasing_seconds", Median.Of(ours.Select(o => o["seconds"] - o["read_seconds"] - o["save_seconds"])), "0.00");
    }

    private static async Task<double> ShellAsync(string file, string database)
    {
        Programs.Remove(database);
        var start = new ProcessStartInfo("sqlite3") { RedirectStandardOutput = true };
        string[] commands = [database, Table, $".import --csv --skip 1 \"{file}\" figure", "select count(*) from figure"];
        foreach (var command in commands)
        {
            start.ArgumentList.Add(command);
        }

        var watch = Stopwatch.StartNew();
        var output = await Programs.OutputAsync(start);
        var seconds = watch.Elapsed.TotalSeconds;
        return output.Trim() == GeneratedFile.Rows.ToString(CultureInfo.InvariantCulture) ? seconds : throw new InvalidOperationException($"sqlite3 read {output}");
    }

    private const string Table = """
        create table figure (
            indicator text not null, variant text not null, region text not null, period_start text not null, period_end text not null, frequency text not null,
            breakdown text not null, obs_status text, conf_status text, source text, note text, value integer)
        """;

    private static Feed Feed { get; } = new()
    {
        Code = "generated",
        Name = new Dictionary<string, string> { ["de"] = "Erzeugt", ["pl"] = "Wygenerowane", ["en"] = "Generated" },
        Publisher = "none: made-up values",
        Licence = "none",
        Citation = "made-up values",
        Language = "en",
        Place = GeneratedFile.Name,
        Profile = "figures",
        Schedule = "0 6 * * *",
        TimeZone = "Europe/Berlin",
        Scope = DeliveryScope.Full,
        Release = ReleasePolicy.Automatic,
        Disclosure = new() { By = DisclosureBy.Publisher },
    };
}
