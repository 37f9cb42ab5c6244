using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Lagebild.Accounts;
using Microsoft.Extensions.Logging;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>
/// Two sites alike, but that one has a delivery that waits for its minute: until then not a byte of what the public gets differs, whichever address is asked for; at it, all do.
/// </summary>
internal sealed partial class EmbargoTests
{
    private const string FileName = "vertraulich-bis-mittag.csv";
    private const string Note = "Unverwechselbare Anmerkung";
    private const int Value = 7_654_321;

    private static readonly string[] Written = [FileName, Note, "7654321", "7.654.321", "7 654 321", "7,654,321", "7\u00a0654\u00a0321"];

    // Of addresses alike but for a code, this many; pictures and paper are made from the drawings that are asked for.
    private const int OfEachKind = 1;

    private static readonly string[] Drawn = [".png", ".pdf"];

    private static readonly string[] Starts =
    [
        "/de/", "/pl/", "/en/", "/sitemap.xml", "/robots.txt", "/catalog.ttl", "/catalog.jsonld", "/api/v1/releases", "/api/v1/deliveries", "/api/v1/deliveries/2", "/api/v1/changes", "/api/v1/feeds",
        "/api/v1/figures?indicators=distributed-away", "/api/v1/observations?indicators=distributed-away", "/de/calendar.atom", "/de/calendar.ics", "/de/indicators/distributed-away.atom", "/de/deliveries.csv", "/de/data",
        "/de/data/distributed-away.csv", "/de/data/distributed-away.xlsx", "/de/data/distributed-away.zip", "/de/data/distributed-away.json", "/de/indicators/distributed-away.svg", "/de/search?q=" + FileName,
        "/de/figures/1/2021-01-01/2021-12-31", "/de/figures/3/2021-01-01/2021-12-31", "/de/corrections", "/de/sources", "/de/deliveries", "/de/?stand=2", "/de/workbench/deliveries/2/release", "/de/workbench/releases", "/health", "/de/nothing",
    ];

    private readonly Lines _log = new();
    private OfficeSite _plain = null!;
    private OfficeSite _waiting = null!;
    private long _delivery;

    [SetUp]
    public async Task StartAsync()
    {
        _plain = await OfficeSite.StartAsync();
        _waiting = await OfficeSite.StartAsync(log: _log);
        _delivery = await _waiting.DeliverAsync(FileName, Value, 1250);
        using var publisher = await _waiting.SignedInAsync(Role.Publisher);
        using var ordered = await publisher.SendAsync($"/de/workbench/deliveries/{_delivery}/release", "form.decide", ("when", "later"), ("day", "2025-05-20"), ("clock", "14:30"), ("note", Note), ("language", "de"));
        Assert.That((await publisher.OpenAsync($"/de/workbench/deliveries/{_delivery}/release")).QuerySelector("[role=status] p")!.TextContent, Does.StartWith("Die Lieferung wird am 20.05.2025, 14:30"));
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _plain.DisposeAsync();
        await _waiting.DisposeAsync();
        _log.Dispose();
    }

    [Test]
    public async Task Before_its_minute_nothing_public_tells_of_a_delivery_and_at_it_all_does()
    {
        (_plain.Clock.Now, _waiting.Clock.Now) = (new(2025, 5, 20, 12, 29, 59, TimeSpan.Zero), new(2025, 5, 20, 12, 29, 59, TimeSpan.Zero));
        var due = await _waiting.PublishDueAsync();
        using var plain = _plain.Visitor();
        using var waiting = _waiting.Visitor();
        var addresses = await WalkAsync(plain);
        var telling = new List<string>();
        foreach (var address in addresses)
        {
            var (without, with) = (await AnswerAsync(plain, address), await AnswerAsync(waiting, address));

            // A search shows again what was searched for.
            var tells = without != with || (!address.Contains(FileName, StringComparison.Ordinal) && Written.Any(with.Contains));
            telling.AddRange(tells ? [address] : []);
        }

        Assert.That(due, Is.Zero);
        Assert.That(addresses, Has.Count.GreaterThan(80));
        Assert.That(telling, Is.Empty);
        Assert.That(_log.Of(Written), Is.Empty);
        await AtItsMinuteAsync(waiting);
    }

    /// <summary>Two seconds after the minute.</summary>
    private async Task AtItsMinuteAsync(HttpClient client)
    {
        _waiting.Clock.Now = new(2025, 5, 20, 12, 30, 0, TimeSpan.Zero);
        Assert.That(await _waiting.PublishDueAsync(), Is.EqualTo(1));
        _waiting.Clock.Now = _waiting.Clock.Now.AddSeconds(2);
        var silent = new List<string>();
        foreach (var (address, word) in new[]
        {
            ("/de/indicators/distributed-away", "7.654.321"), ("/de/regions/DE-SH", "Veröffentlichung 2 vom"), ("/de/figures/1/2021-01-01/2021-12-31", "7.654.321"), ("/de/data/distributed-away.csv", "7654321"),
            ("/api/v1/observations?indicators=distributed-away", "7654321"), ("/de/indicators/distributed-away.svg", "7.654.321"), ("/de/calendar", Note), ("/de/calendar.atom", Note), ("/de/corrections", Note),
            ("/de/sources", FileName), ("/api/v1/releases", Note), ("/api/v1/deliveries", FileName), ("/de/data/distributed-away.xlsx", "7654321"), ("/pl/calendar", "po niemiecku"),
        })
        {
            silent.AddRange((await AnswerAsync(client, address)).Contains(word, StringComparison.Ordinal) ? [] : [address]);
        }

        Assert.That(silent, Is.Empty);
    }

    /// <summary>From where readers and machines start along every link, a few addresses of each kind.</summary>
    private static async Task<IReadOnlyList<string>> WalkAsync(HttpClient client)
    {
        var (seen, open, kinds) = (new List<string>(), new Queue<string>(Starts), new Dictionary<string, int>(StringComparer.Ordinal));
        while (open.TryDequeue(out var address))
        {
            if (seen.Contains(address) || Drawn.Any(d => address.Contains(d, StringComparison.Ordinal)) || (!Starts.Contains(address) && (kinds[Kind(address)] = kinds.GetValueOrDefault(Kind(address)) + 1) > OfEachKind))
            {
                continue;
            }

            seen.Add(address);
            foreach (Match link in Link().Matches(await AnswerAsync(client, address)))
            {
                open.Enqueue(System.Net.WebUtility.HtmlDecode(link.Groups[1].Value));
            }
        }

        return seen;
    }

    /// <summary>Status, headers that tell something, and the text of whatever was sent: of an archive that of its files.</summary>
    private static async Task<string> AnswerAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var body = bytes is [0x50, 0x4B, ..] ? Unpacked(bytes) : Encoding.UTF8.GetString(bytes);
        return $"{(int)answer.StatusCode} {answer.Headers.ETag} {answer.Headers.Location} {answer.Content.Headers.LastModified} {answer.Content.Headers.ContentDisposition}\n{body}";
    }

    private static string Unpacked(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        return string.Concat(archive.Entries.Select(e => new StreamReader(e.Open(), Encoding.UTF8).ReadToEnd()));
    }

    /// <summary>Codes and numbers of an address left out.</summary>
    private static string Kind(string address) => Code().Replace(address, "*");

    [GeneratedRegex("""(?:href|src)="(/[^"#]*)""")]
    private static partial Regex Link();

    [GeneratedRegex("""(?<=/|=|,)(?:[A-Z]{2,3}(?:-[A-Z0-9]+)?|[A-Z]|\d[\d-]*|[a-z]+-[a-z-]+)(?=[/.,&?]|$)|(?<=^/)(?:de|pl|en)(?=/)""")]
    private static partial Regex Code();

    /// <summary>What was logged, except what a reader typed.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IEnumerable<string> Of(string[] words) => _lines.Where(l => !l.Contains("/search?q=", StringComparison.Ordinal) && words.Any(l.Contains));

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
