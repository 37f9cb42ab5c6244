using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Lagebild.Accounts;
using Lagebild.Storage;
using Lagebild.Web.Commands;
using Microsoft.Data.Sqlite;

namespace Lagebild.Tests.Jobs;

/// <summary>The program is killed, or runs out of disk, while figures are handed in and read: nothing is lost, nothing half, and it goes on by itself.</summary>
[NonParallelizable]
internal sealed class HandInCrashTests
{
    private const string Feed = "hamburg-lagebild";

    private const string Heading = "indicator,variant,region,period_start,period_end,frequency,breakdown,obs_status,conf_status,source,note,value";

    // Enough to be killed in the middle of, few enough for the days there are.
    private const int Many = 60_000;

    private static readonly CancellationToken Never = CancellationToken.None;

    private TemporaryFolder _folder = null!;
    private string _token = "";

    private string Data => Path.Combine(_folder.Path, "data");

    private string Incoming => Path.Combine(Data, "incoming");

    private Database Database => Database.From(new() { ConnectionString = $"Data Source={Path.Combine(Data, "lagebild.db")}" });

    private InboxStore Inbox => new(Database, Incoming, TimeProvider.System);

    [SetUp]
    public async Task StartOnceAsync()
    {
        _folder = new();
        var feeds = JsonNode.Parse(await File.ReadAllTextAsync(Repository.At("data-samples", "feeds.json")))!.AsArray();
        var feed = feeds.First(f => (string?)f!["code"] == Feed)!.DeepClone();
        feed["release"] = "automatic";
        _folder.Write("feeds/feeds.json", new JsonArray(feed).ToJsonString());
        _folder.Write($"feeds/{Feed}/first.csv", $"{Heading}\n{Row(new DateOnly(2015, 1, 1), 1)}\n");
        using var site = Start();
        await site.UntilOpenAsync();
        _token = await TokenAsync();
    }

    [TearDown]
    public void RemoveFolder()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Test]
    public async Task A_program_that_is_killed_while_it_takes_reads_and_stores_makes_one_delivery_of_each_receipt()
    {
        await KilledWhileABodyArrivesAsync();
        await KilledOnceAFileIsKeptAsync();
        await KilledWhileAFileIsReadAsync();
        await KilledOnceADeliveryIsStoredAsync();
        await KilledWhileTwoArriveAtOneMomentAsync();

        using var last = Start();
        await last.UntilOpenAsync();
        await UntilAllIsReadAsync(last);
        var receipts = (await Inbox.LatestAsync([Feed], 100, Never)).Reverse().ToArray();
        var deliveries = (await new DeliveryStore(Database).OfFeedAsync(Feed, Never)).Where(d => d.Channel == DeliveryChannel.Token).OrderBy(d => d.FileName, StringComparer.Ordinal).ThenBy(d => d.ValueCount).ToArray();

        Assert.That(receipts.Select(r => $"{r.FileName} {r.State}"), Is.EqualTo(new[] { "kept.csv Read", "read.csv Read", "stored.csv Read", "two.csv Read", "two.csv Read" }));
        Assert.That(deliveries.Select(d => $"{d.FileName} {d.State} {d.ValueCount} {d.Errors}"), Is.EqualTo(new[] { "kept.csv Waiting 10 0", $"read.csv Waiting {Many} 0", "stored.csv Waiting 20 0", "two.csv Waiting 30 0", "two.csv Waiting 31 0" }));
        Assert.That(receipts.Select(r => r.Delivery), Is.EquivalentTo(deliveries.Select(d => (long?)d.Id)));
        Assert.That((Directory.GetFiles(Incoming).Length, await BrokenAsync(), await VerifyAsync()), Is.EqualTo((0, 0L, 0)));
    }

    [Test]
    public async Task A_full_disk_keeps_nothing_half_and_what_was_kept_is_read_once_there_is_space()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("The limit of a file's size is set by a shell of a Unix.");
        }

        using (var full = RunningSite.StartOnFullDisk(Data, Path.Combine(_folder.Path, "feeds"), 4 * 1024))
        {
            await full.UntilOpenAsync();
            using var tooMuch = await SendAsync(full, "large.csv", Rows(200_000));
            using var kept = await SendAsync(full, "kept.csv", Rows(Many));
            Assert.That(await full.UntilAsync("failed"), string.Join('\n', full.Lines.TakeLast(20)));

            Assert.That((tooMuch.StatusCode, tooMuch.Headers.RetryAfter is not null, kept.StatusCode), Is.EqualTo((HttpStatusCode.ServiceUnavailable, true, HttpStatusCode.Accepted)));
            Assert.That((await Inbox.LatestAsync([Feed], 100, Never)).Select(r => $"{r.FileName} {r.State} {r.Fault} {r.Tries}"), Is.EqualTo(new[] { "kept.csv Received Disk 0" }));
            Assert.That((await new DeliveryStore(Database).OfFeedAsync(Feed, Never)).Count, Is.EqualTo(1));
        }

        using var again = Start();
        Assert.That(await again.UntilAsync("kept.csv: waits for a person's word"), string.Join('\n', again.Lines.TakeLast(20)));

        Assert.That((await Inbox.LatestAsync([Feed], 100, Never)).Select(r => $"{r.FileName} {r.State} {r.Fault}"), Is.EqualTo(new[] { "kept.csv Read " }));
        Assert.That(await VerifyAsync(), Is.Zero);
        Assert.That((await new DeliveryStore(Database).OfFeedAsync(Feed, Never))[0].ValueCount, Is.EqualTo(Many));
    }

    private async Task KilledWhileABodyArrivesAsync()
    {
        using var site = Start();
        await site.UntilOpenAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, site.Address.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/deliveries?feed={Feed}&name=half.csv HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {_token}\r\nContent-Type: text/csv\r\nContent-Length: 100000\r\n\r\n{Heading}"));
        await UntilABodyArrivesAsync();
        await site.KillAfterAsync(TimeSpan.Zero);
        Assert.That(Directory.GetFiles(Incoming), Has.Length.EqualTo(1));
    }

    private async Task UntilABodyArrivesAsync()
    {
        var begun = Stopwatch.StartNew();
        while (!Directory.Exists(Incoming) || Directory.GetFiles(Incoming).Length == 0)
        {
            Assert.That(begun.Elapsed, Is.LessThan(TimeSpan.FromMinutes(1)), "Nothing of the body arrived.");
            await Task.Yield();
        }
    }

    private async Task KilledOnceAFileIsKeptAsync()
    {
        using var site = Start();
        await site.UntilOpenAsync();
        using var answer = await SendAsync(site, "kept.csv", Rows(10));
        await site.KillAfterAsync(TimeSpan.Zero);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
    }

    private async Task KilledWhileAFileIsReadAsync()
    {
        using var site = Start();
        await site.UntilOpenAsync();
        using var answer = await SendAsync(site, "read.csv", Rows(Many));
        await site.UntilAsync("read.csv: reading");
        await site.KillAfterAsync(TimeSpan.Zero);
        Assert.That((await Inbox.LatestAsync([Feed], 1, Never)).Select(r => (r.State, r.Tries)), Is.EqualTo(new[] { (ReceiptState.Received, 1) }));
    }

    private async Task KilledOnceADeliveryIsStoredAsync()
    {
        using var site = Start();
        await site.UntilAsync("read.csv: waits for a person's word");
        using var answer = await SendAsync(site, "stored.csv", Rows(20));
        await site.UntilAsync("stored.csv: 20 records read");
        await site.KillAfterAsync(TimeSpan.Zero);
    }

    private async Task KilledWhileTwoArriveAtOneMomentAsync()
    {
        using var site = Start();
        await site.UntilOpenAsync();
        var answers = await Task.WhenAll(SendAsync(site, "two.csv", Rows(30)), SendAsync(site, "two.csv", Rows(31)));
        await site.KillAfterAsync(TimeSpan.Zero);
        Assert.That(answers.Select(a => a.StatusCode), Is.All.EqualTo(HttpStatusCode.Accepted));
        Array.ForEach(answers, a => a.Dispose());
    }

    private async Task UntilAllIsReadAsync(RunningSite site)
    {
        while ((await Inbox.LatestAsync([Feed], 100, Never)).Any(r => r.State == ReceiptState.Received))
        {
            Assert.That(await site.UntilAsync("finished"), string.Join('\n', site.Lines.TakeLast(20)));
        }
    }

    private RunningSite Start() => RunningSite.Start(Data, Path.Combine(_folder.Path, "feeds"));

    private async Task<string> TokenAsync()
    {
        var person = await new AccountStore(Database, TimeProvider.System).AddAsync("Maker", "maker@example.org", [new(Role.Analyst, null)], Who.Operator, Never);
        var secret = MachineToken.NewSecret();
        var feed = (await new FeedStore(Database, TimeProvider.System).ByCodeAsync(Feed, Never))!;
        await new TokenStore(Database, TimeProvider.System).MakeAsync(secret, "test", [feed], DateTime.UtcNow.AddDays(1), person.Who, Never);
        return secret;
    }

    private async Task<HttpResponseMessage> SendAsync(RunningSite site, string name, string text)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, $"/api/v1/deliveries?feed={Feed}&name={name}")) { Content = new StringContent(text, Encoding.UTF8, "text/csv") };
        request.Headers.Authorization = new("Bearer", _token);
        return await client.SendAsync(request);
    }

    private Task<int> VerifyAsync() => CommandLine.RunAsync(["verify", $"--Lagebild:DataFolder={Data}", $"--Lagebild:FeedRoot={Path.Combine(_folder.Path, "feeds")}"]);

    /// <summary>Rows of the draft of no delivery, and parts of files that nothing names: there must be none.</summary>
    private async Task<long> BrokenAsync()
    {
        await using var connection = await Database.OpenAsync(Never);
        await using var command = connection.CreateCommand();
        command.CommandText = "select (select count(*) from draft where delivery not in (select id from delivery)) + (select count(*) from stored_file where sha256 not in (select sha256 from inbox union select sha256 from delivery))";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static string Rows(int count)
    {
        // Days of the years that are read.
        var first = new DateOnly(1800, 1, 1);
        return string.Join('\n', Enumerable.Range(0, count).Select(i => Row(first.AddDays(i % 80_000), i)).Prepend(Heading)) + "\n";
    }

    private static string Row(DateOnly day, int value) => FormattableString.Invariant($"accommodation-need,hh-need,DE-HH,{day:yyyy-MM-dd},{day:yyyy-MM-dd},D,,,,,,{value}");
}
