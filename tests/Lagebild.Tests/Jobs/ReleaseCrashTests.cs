using System.Diagnostics;
using System.Globalization;
using System.Text;
using Lagebild.Accounts;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Tests.Storage;
using Lagebild.Web.Commands;
using Microsoft.Data.Sqlite;

namespace Lagebild.Tests.Jobs;

/// <summary>The program is killed while it releases what was set for a minute, or withdraws: afterwards all is as before or all is done, and what is left is done by the next start.</summary>
[NonParallelizable]
internal sealed class ReleaseCrashTests
{
    private const int Seed = 20250520;

    private const int Kills = 5;

    private const string Carried = "Released as set for a minute";

    private const string Feeds = """
        [{
          "code": "office", "name": { "de": "Amt", "pl": "Urząd", "en": "Office" }, "publisher": "Office", "licence": "CC BY 4.0", "citation": "Office, figures",
          "language": "en", "place": "office/*.csv", "profile": "figures", "schedule": "30 6 1 1 *", "timeZone": "Europe/Berlin",
          "scope": "incremental", "release": "by-person", "disclosure": { "by": "publisher" }
        }]
        """;

    private TemporaryFolder _folder = null!;

    private string FeedRoot => Path.Combine(_folder.Path, "feeds");

    [SetUp]
    public async Task ImportAsync()
    {
        _folder = new();
        _folder.Write("feeds/feeds.json", Feeds);
        _folder.Write("feeds/office/a.csv", Rows());
        Assert.That(await CommandLine.RunAsync(["import", "office", $"--Lagebild:DataFolder={Data("made")}", $"--Lagebild:FeedRoot={FeedRoot}"]), Is.Zero);
    }

    [TearDown]
    public void RemoveFolder()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Test]
    public async Task A_release_set_for_a_minute_and_killed_is_not_there_or_whole_and_carried_out_by_the_next_start()
    {
        await OrderAsync();
        await KillAndGoOnAsync([], Carried);
    }

    [Test]
    public async Task A_withdrawal_killed_is_not_there_or_whole()
    {
        await new ReleaseStore(DatabaseOf("made"), TimeProvider.System).PublishDraftAsync(1, 0, new("first"), Who.Operator, default);
        await KillAndGoOnAsync(["withdraw", "1", "--for", "error", "--why", "wrong"], "withdraws");
    }

    /// <summary>Runs it undisturbed to know how long it takes, then kills it at moments of that time and runs it again.</summary>
    private async Task KillAndGoOnAsync(string[] command, string done)
    {
        var random = new Random(Seed);
        var before = await DumpAsync("made");
        var (after, time) = await UndisturbedAsync(command, done);
        for (var kill = 0; kill < Kills; kill++)
        {
            var data = Copy($"killed-{kill}");
            var moment = time * (0.4 + (0.7 * random.NextDouble()));
            using (var program = RunningSite.Start(Data(data), FeedRoot, command))
            {
                await program.KillAfterAsync(moment);
            }

            var left = await DumpAsync(data);
            TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, {moment.TotalMilliseconds:F0} of {time.TotalMilliseconds:F0} ms: {(left == before ? "as before" : "done")}"));
            Assert.That(left == before || left == after, data);
            Assert.That(await WrongAsync(data), Is.Empty, data);
            if (left == before)
            {
                await RunAsync(data, command, done);
            }

            Assert.That((await DumpAsync(data) == after, (await WrongAsync(data)).Count), Is.EqualTo((true, 0)), data);
        }
    }

    private async Task<(string Dump, TimeSpan Time)> UndisturbedAsync(string[] command, string done)
    {
        var data = Copy("undisturbed");
        var clock = Stopwatch.StartNew();
        await RunAsync(data, command, done);
        return (await DumpAsync(data), clock.Elapsed);
    }

    private async Task RunAsync(string data, string[] command, string done)
    {
        using var program = RunningSite.Start(Data(data), FeedRoot, command);
        Assert.That(await program.UntilAsync(done), Is.True, string.Join('\n', program.Lines));
    }

    /// <summary>For a minute that has come by now.</summary>
    private async Task OrderAsync()
    {
        var orders = new OrderStore(DatabaseOf("made"), new TestClock { Now = new(2025, 5, 20, 12, 0, 0, TimeSpan.Zero) });
        Assert.That(await orders.OrderAsync(1, new(2025, 5, 20, 12, 30, 0, DateTimeKind.Utc), 0, new("checked", "en"), Who.Operator, default), Is.EqualTo(OrderOutcome.Ordered));
    }

    private async Task<string> DumpAsync(string data)
    {
        await using var text = new StringWriter();
        await new ReleasedDump(DatabaseOf(data)).WriteAsync(text, default);
        return text.ToString();
    }

    private async Task<IReadOnlyList<string>> WrongAsync(string data)
    {
        var database = DatabaseOf(data);
        return await new Verification(database, new(database, TimeProvider.System)).RunAsync(default).Where(v => v.Faults != 0).Select(v => v.Sentence).ToArrayAsync();
    }

    private Database DatabaseOf(string data) => Database.From(new() { ConnectionString = $"Data Source={Path.Combine(Data(data), "lagebild.db")}" });

    private string Data(string name) => Path.Combine(_folder.Path, name);

    private string Copy(string to)
    {
        SqliteConnection.ClearAllPools();
        Directory.CreateDirectory(Data(to));
        foreach (var file in Directory.GetFiles(Data("made")))
        {
            File.Copy(file, Path.Combine(Data(to), Path.GetFileName(file)));
        }

        return to;
    }

    /// <summary>The population of every district there is today, over forty years: enough for a release to take its time.</summary>
    private static string Rows()
    {
        var text = new StringBuilder("indicator,variant,region,period_start,period_end,frequency,breakdown,obs_status,conf_status,source,note,value\n");
        var districts = Lagebild.Catalogue.Catalogue.Shipped.Regions.Where(r => r.Level == RegionLevel.District && r.Code.StartsWith("DE-", StringComparison.Ordinal) && r.ValidFrom is null && r.ValidTo is null);
        foreach (var (region, at) in districts.Select((d, i) => (d.Code, i)))
        {
            for (var year = 1980; year < 2024; year++)
            {
                text.Append(CultureInfo.InvariantCulture, $"population,destatis-12411,{region},{year}-12-31,{year}-12-31,A,,,,,,{100_000 + (at * 100) + year}\n");
            }
        }

        return text.ToString();
    }
}
