using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Lagebild.Storage;
using Microsoft.Data.Sqlite;

namespace Lagebild.Tests.Jobs;

/// <summary>The program is killed during its first import and started again: what is released is what it would have been.</summary>
[NonParallelizable]
internal sealed class CrashTests
{
    private const int Seed = 20230917;

    private const int Kills = 20;

    private const string Importing = "Application started";

    // A few feeds are enough: a kill hits a file being read, stored or released, or the time between.
    private static readonly string[] Feeds = ["gov-pl-pesel-ukr", "hamburg-arrivals", "destatis-asylblg", "destatis-protection-seekers"];

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new();

    [TearDown]
    public void RemoveFolder()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Test]
    public async Task A_first_import_killed_twenty_times_and_started_again_releases_the_same()
    {
        var root = CopyFeeds();
        var undisturbed = await UndisturbedAsync(root);
        var moments = Moments(undisturbed).ToList();

        await Parallel.ForEachAsync(moments, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (moment, _) =>
        {
            var stage = await KillAsync(moment, root);
            TestContext.Out.WriteLine(stage);
            Assert.That(await ImportAsync(moment.Data, root), Is.EqualTo(undisturbed.Dump), stage);
        });
    }

    // Every fifth falls into the start (the database being made, the catalogue being kept), the others behind one of the lines that the import prints.
    private static IEnumerable<Moment> Moments(Undisturbed undisturbed)
    {
        var random = new Random(Seed);
        for (var kill = 1; kill <= Kills; kill++)
        {
            yield return kill % 5 == 0
                ? new($"killed-{kill}", 0, undisturbed.Start * random.NextDouble())
                : new($"killed-{kill}", 1 + random.Next(undisturbed.Lines), undisturbed.Import / undisturbed.Lines * random.NextDouble());
        }
    }

    private async Task<Undisturbed> UndisturbedAsync(string root)
    {
        var clock = Stopwatch.StartNew();
        using var site = RunningSite.Start(Data("undisturbed"), root);
        await site.UntilAsync(Importing);
        var (start, before) = (clock.Elapsed, site.Lines.Count);
        await site.UntilOpenAsync();
        return new(await DumpAsync("undisturbed"), start, clock.Elapsed - start, site.Lines.Count - before);
    }

    private async Task<string> ImportAsync(string data, string root)
    {
        using var site = RunningSite.Start(Data(data), root);
        await site.UntilOpenAsync();
        return await DumpAsync(data);
    }

    private async Task<string> KillAsync(Moment moment, string root)
    {
        using var site = RunningSite.Start(Data(moment.Data), root);
        if (moment.Line > 0)
        {
            await site.UntilAsync(Importing);
            await site.NextAsync(moment.Line - 1);
        }

        var last = await site.KillAfterAsync(moment.After);
        return string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, {moment.Data}, line {moment.Line} and {moment.After.TotalMilliseconds:F0} ms: {(last.Length > 0 ? last : "nothing printed yet")}");
    }

    private async Task<string> DumpAsync(string data)
    {
        var database = Database.From(new() { ConnectionString = $"Data Source={Path.Combine(Data(data), "lagebild.db")}" });
        await using var text = new StringWriter();
        await new ReleasedDump(database).WriteAsync(text, CancellationToken.None);
        return text.ToString();
    }

    private string Data(string name) => Path.Combine(_folder.Path, name);

    private string CopyFeeds()
    {
        var samples = Repository.At("data-samples");
        var all = JsonNode.Parse(File.ReadAllText(Path.Combine(samples, "feeds.json")))!.AsArray();
        var some = all.Where(f => Feeds.Contains(f!["code"]!.GetValue<string>())).Select(f => f!.DeepClone()).ToArray();
        Assert.That(some, Has.Length.EqualTo(Feeds.Length));
        foreach (var feed in some)
        {
            CopyFiles(samples, Path.GetDirectoryName(feed["place"]!.GetValue<string>())!);
        }

        _folder.Write("feeds/feeds.json", new JsonArray(some).ToJsonString());
        return Path.Combine(_folder.Path, "feeds");
    }

    private void CopyFiles(string samples, string folder)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "feeds", folder));
        foreach (var file in Directory.GetFiles(Path.Combine(samples, folder)))
        {
            File.Copy(file, Path.Combine(_folder.Path, "feeds", folder, Path.GetFileName(file)));
        }
    }

    /// <summary>How the import goes when nothing happens to it, and how long its parts take.</summary>
    private sealed record Undisturbed(string Dump, TimeSpan Start, TimeSpan Import, int Lines);

    /// <summary>When to kill: so long after the import has printed so many lines; 0 means since the process began.</summary>
    private sealed record Moment(string Data, int Line, TimeSpan After);
}
