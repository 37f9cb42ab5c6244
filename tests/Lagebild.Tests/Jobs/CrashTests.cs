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

    // A few feeds are enough: each kill hits the start, a file being read, stored or released, or the time between.
    private static readonly string[] Feeds = ["gov-pl-pesel-ukr", "hamburg-arrivals", "destatis-asylblg"];

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
        var clock = Stopwatch.StartNew();
        var undisturbed = await ImportAsync("undisturbed", root);
        var whole = clock.Elapsed;
        var random = new Random(Seed);
        for (var kill = 1; kill <= Kills; kill++)
        {
            var data = $"killed-{kill}";
            var stage = await KillAsync(data, root, whole * random.NextDouble());
            TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, kill {kill}: {stage}"));
            Assert.That(await ImportAsync(data, root), Is.EqualTo(undisturbed), stage);
        }
    }

    private async Task<string> ImportAsync(string data, string root)
    {
        using var site = RunningSite.Start(Data(data), root);
        await site.UntilOpenAsync();
        await site.KillAfterAsync(TimeSpan.Zero);
        return await DumpAsync(data);
    }

    private async Task<string> KillAsync(string data, string root, TimeSpan after)
    {
        using var site = RunningSite.Start(Data(data), root);
        var last = await site.KillAfterAsync(after);
        return string.Create(CultureInfo.InvariantCulture, $"after {after.TotalMilliseconds:F0} ms, {(last.Length > 0 ? last : "nothing printed yet")}");
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
}
