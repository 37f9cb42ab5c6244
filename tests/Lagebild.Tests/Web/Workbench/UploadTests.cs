using System.Net;
using System.Net.Sockets;
using System.Text;
using AngleSharp.Dom;
using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>Files handed in through the page, over HTTP to the whole program.</summary>
internal sealed class UploadTests
{
    private const string Page = "/de/workbench/deliveries/new";

    private IntakeSite _site = null!;
    private HttpClient _client = null!;
    private Person _person = null!;
    private int _year = 2000;

    private InboxStore Inbox => _site.Services.GetRequiredService<InboxStore>();

    private DeliveryStore Deliveries => _site.Services.GetRequiredService<DeliveryStore>();

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _site = await IntakeSite.StartAsync();
        (_client, _person) = await _site.SignedInAsync(new Grant(Role.Analyst, "DE-HH"));
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task A_file_that_is_handed_in_leads_to_its_receipt_and_then_to_its_report()
    {
        using var sent = await SendAsync(IntakeSite.Hamburg, ("figures.csv", New()));
        var receipt = sent.Headers.Location!.OriginalString;
        await _site.ReadAsync(IntakeSite.Hamburg);
        using var read = await _client.GetAsync(sent.Headers.Location);

        var kept = (await Inbox.ByIdAsync(long.Parse(receipt.Split('/')[^1], null), default))!;
        Assert.That((sent.StatusCode, receipt[..20], read.StatusCode, read.Headers.Location!.OriginalString), Is.EqualTo((HttpStatusCode.Redirect, "/de/workbench/inbox/", HttpStatusCode.Redirect, $"/de/workbench/deliveries/{kept.Delivery}")));
        Assert.That((kept.FileName, kept.HandedInBy, kept.Channel, kept.Note), Is.EqualTo(("figures.csv", (long?)_person.Id, DeliveryChannel.Upload, "a remark")));
    }

    [Test]
    public async Task Several_files_are_a_delivery_each()
    {
        using var sent = await SendAsync(IntakeSite.Hamburg, ("one.csv", New()), ("two.csv", New()));
        await _site.ReadAsync(IntakeSite.Hamburg);

        var listed = (await _client.OpenAsync("/de/workbench/inbox")).QuerySelectorAll("tbody th").Select(c => c.TextContent).Take(2);
        Assert.That((sent.Headers.Location!.OriginalString, string.Join(' ', listed)), Is.EqualTo(("/de/workbench/inbox", "two.csv one.csv")));
    }

    [Test]
    public async Task The_same_file_again_is_said_to_be_waiting_and_is_no_second_delivery()
    {
        var file = New();
        using var first = await SendAsync(IntakeSite.Hamburg, ("figures.csv", file));
        await _site.ReadAsync(IntakeSite.Hamburg);
        var count = (await Deliveries.OfFeedAsync(IntakeSite.Hamburg, default)).Count;
        using var second = await SendAsync(IntakeSite.Hamburg, ("figures.csv", file));
        var page = await _client.OpenAsync(second.Headers.Location!.OriginalString);

        var delivery = (await Deliveries.OfFeedAsync(IntakeSite.Hamburg, default))[0];
        Assert.That(second.Headers.Location!.OriginalString, Is.EqualTo(first.Headers.Location!.OriginalString + "?again=1"));
        Assert.That((page.QuerySelector(".box p")!.TextContent, page.QuerySelector(".box a")!.GetAttribute("href")), Is.EqualTo(($"Dieselbe Datei wartet schon als Lieferung {delivery.Id}. Sie wurde nicht noch einmal aufbewahrt.", $"/de/workbench/deliveries/{delivery.Id}")));
        Assert.That((await Deliveries.OfFeedAsync(IntakeSite.Hamburg, default)).Count, Is.EqualTo(count));
    }

    [Test]
    public async Task A_feed_can_be_recognised_by_the_file()
    {
        var (client, _) = await _site.SignedInAsync(new Grant(Role.Analyst, null));
        using (client)
        {
            using var sent = await SendAsync(client, "?", ("first.csv", New()));
            var page = await sent.PageAsync();
            Assert.That((sent.StatusCode, page.QuerySelector("#fault")!.TextContent, page.QuerySelector("#note")!.TextContent), Is.EqualTo((
                HttpStatusCode.BadRequest,
                "first.csv kann zu mehreren Datenquellen gehören: Lagebild Asyl- und Schutzsuchende Hamburg; Lagebild Asyl- und Schutzsuchende Hamburg. Bitte eine davon wählen.",
                "a remark")));
        }

        using var only = await SendAsync("?", ("first.csv", New()));
        using var none = await SendAsync("?", ("poem.csv", "no table\nat all\n"));
        Assert.That((only.StatusCode, none.StatusCode, (await none.PageAsync()).QuerySelector("#fault")!.TextContent), Is.EqualTo((
            HttpStatusCode.Redirect,
            HttpStatusCode.BadRequest,
            "An poem.csv ist nicht zu erkennen, zu welcher Datenquelle die Datei gehört. Bitte die Datenquelle selbst wählen.")));
    }

    [Test]
    public async Task Only_the_feeds_of_the_own_office_are_offered_and_taken()
    {
        var offered = (await _client.OpenAsync(Page)).QuerySelectorAll("#feed option").Select(o => o.GetAttribute("value"));
        using var other = await SendAsync(IntakeSite.Holstein, ("figures.csv", New()));

        Assert.That((string.Join(' ', offered), other.StatusCode, (await Inbox.ToReadAsync(IntakeSite.Holstein, default)).Count), Is.EqualTo((IntakeSite.Hamburg, HttpStatusCode.BadRequest, 0)));
    }

    [Test]
    public async Task Another_office_does_not_see_a_receipt()
    {
        using var sent = await SendAsync(IntakeSite.Hamburg, ("figures.csv", New()));
        var (other, _) = await _site.SignedInAsync(new Grant(Role.Analyst, "DE-SH"), new Grant(Role.Administrator, "DE-SH"));
        using (other)
        {
            using var answer = await other.GetAsync(sent.Headers.Location);
            var list = (await other.OpenAsync("/de/workbench/inbox")).QuerySelectorAll("tbody tr").Length;

            Assert.That((answer.StatusCode, list), Is.EqualTo((HttpStatusCode.NotFound, 0)));
        }
    }

    [TestCase("leer.csv", "", HttpStatusCode.BadRequest, "leer.csv ist leer. Bitte die Datei mit den Zahlen wählen.")]
    [TestCase("a.pdf", "%PDF-1.4", HttpStatusCode.BadRequest, "a.pdf ist ein PDF-Dokument; daraus lassen sich Zahlen nicht verlässlich lesen. Bitte als CSV oder XLSX abgeben.")]
    public async Task What_is_no_table_gets_its_sentence_at_once(string name, string text, HttpStatusCode status, string sentence)
    {
        using var sent = await SendAsync(IntakeSite.Hamburg, (name, text));

        Assert.That((sent.StatusCode, (await sent.PageAsync()).QuerySelector("#fault")!.TextContent), Is.EqualTo((status, sentence)));
    }

    [Test]
    public async Task What_was_kept_before_a_fault_is_named_with_it()
    {
        using var sent = await SendAsync(IntakeSite.Hamburg, ("good.csv", New()), ("bad.pdf", "%PDF-1.4"));
        var page = await sent.PageAsync();

        Assert.That((sent.StatusCode, page.QuerySelector(".box li")!.TextContent), Is.EqualTo((HttpStatusCode.BadRequest, "good.csv")));
    }

    [Test]
    public async Task A_form_without_a_file_and_one_with_too_many_are_refused()
    {
        using var none = await SendAsync(IntakeSite.Hamburg);
        using var many = await SendAsync(IntakeSite.Hamburg, [.. Enumerable.Range(0, 11).Select(i => ($"{i}.csv", New()))]);

        Assert.That(
            ((await none.PageAsync()).QuerySelector("#fault")!.TextContent, (await many.PageAsync()).QuerySelector("#fault")!.TextContent),
            Is.EqualTo(("Es ist keine Datei gewählt.", "Auf einmal lassen sich höchstens 10 Dateien abgeben.")));
    }

    [Test]
    public async Task A_name_with_a_path_and_markup_is_shown_as_text_and_leads_nowhere()
    {
        using var sent = await SendAsync(IntakeSite.Hamburg, ("..\\..\\<b>x.csv", New()));
        var page = await _client.OpenAsync("/de/workbench/inbox");

        Assert.That((page.QuerySelector("tbody th a")!.TextContent, page.QuerySelector("tbody b")), Is.EqualTo(("<b>x.csv", (IElement?)null)));
    }

    [Test]
    public async Task A_post_from_another_site_is_refused_before_its_file_is_taken()
    {
        using var form = Form("", IntakeSite.Hamburg, ("figures.csv", New()));
        using var answer = await _client.PostAsync(new Uri(Page, UriKind.Relative), form);
        using var forged = Form("CfDJ8AAAA", IntakeSite.Hamburg, ("figures.csv", New()));
        using var second = await _client.PostAsync(new Uri(Page, UriKind.Relative), forged);

        Assert.That((answer.StatusCode, second.StatusCode, (await answer.PageAsync()).QuerySelector("#fault")!.TextContent), Is.EqualTo((
            HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, "Diese Seite war zu lange offen oder die Anmeldung hat sich geändert. Bitte noch einmal abgeben.")));
    }

    [Test]
    public async Task Who_is_not_signed_in_can_hand_nothing_in()
    {
        using var visitor = _site.Visitor();
        using var form = Form("x", IntakeSite.Hamburg, ("figures.csv", New()));
        using var answer = await visitor.PostAsync(new Uri(Page, UriKind.Relative), form);

        Assert.That((answer.StatusCode, answer.Headers.Location!.ToString().Contains("sign-in", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.Redirect, true)));
    }

    [Test]
    public async Task A_body_that_ends_before_it_should_leaves_nothing()
    {
        var (cookie, token) = await ProofAsync();
        var head = $"--x\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{token}\r\n--x\r\nContent-Disposition: form-data; name=\"feed\"\r\n\r\n{IntakeSite.Hamburg}\r\n"
            + "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"half.csv\"\r\n\r\nregion,value\nDE-HH,1";
        var before = (await Inbox.LatestAsync([IntakeSite.Hamburg], 100, default)).Count;

        // The length is told right, but the last part has no end.
        var answer = await RawAsync(cookie, head, head.Length);
        // The length is told greater than what comes: the connection is closed half way.
        await RawAsync(cookie, head, head.Length + 100_000, closes: true);

        Assert.That((answer.Split(' ')[1], (await Inbox.LatestAsync([IntakeSite.Hamburg], 100, default)).Count, Directory.GetFiles(_site.Incoming).Length), Is.EqualTo(("400", before, 0)));
    }

    [Test]
    public async Task Two_uploads_at_one_moment_are_both_kept_and_read()
    {
        var both = await Task.WhenAll(SendAsync(IntakeSite.Hamburg, ("left.csv", New())), SendAsync(IntakeSite.Hamburg, ("right.csv", New())));
        await _site.ReadAsync(IntakeSite.Hamburg);

        var receipts = await Task.WhenAll(both.Select(a => Inbox.ByIdAsync(long.Parse(a.Headers.Location!.OriginalString.Split('/')[^1], null), default)));
        Assert.That((receipts.Select(r => r!.Delivery).Distinct().Count(), string.Join(' ', receipts.Select(r => r!.State))), Is.EqualTo((2, "Read Read")));
    }

    [Test]
    public async Task A_receipt_that_was_given_up_can_be_read_again_from_its_page()
    {
        var feed = (await _site.Services.GetRequiredService<FeedStore>().ByCodeAsync(IntakeSite.Hamburg, default))!;
        var what = new HandedIn { Feed = feed, FileName = "stuck.csv", Channel = DeliveryChannel.Upload, Who = _person.Who };
        var receipt = (await Inbox.PutAsync(what, new MemoryStream(Encoding.UTF8.GetBytes(New())), default)).Receipt!;
        await Inbox.GiveUpAsync(receipt.Id, default);
        var address = $"/de/workbench/inbox/{receipt.Id}";
        var shown = (await _client.OpenAsync(address)).QuerySelector(".box h2")!.TextContent.Trim();

        using var answer = await _client.SendAsync(address, ".box form");
        await _site.ReadAsync(IntakeSite.Hamburg);

        Assert.That((shown, answer.StatusCode, (await Inbox.ByIdAsync(receipt.Id, default))!.State), Is.EqualTo(("Diese Datei konnte nicht gelesen werden.", HttpStatusCode.Redirect, ReceiptState.Read)));
    }

    [Test]
    public async Task A_receipt_that_waits_says_so_and_asks_again_by_itself([Values("de", "pl", "en")] string language)
    {
        var feed = (await _site.Services.GetRequiredService<FeedStore>().ByCodeAsync(IntakeSite.Hamburg, default))!;
        var what = new HandedIn { Feed = feed, FileName = "full.csv", Channel = DeliveryChannel.Upload, Who = _person.Who, Profile = "no-such-profile" };
        var receipt = (await Inbox.PutAsync(what, new MemoryStream(Encoding.UTF8.GetBytes(New())), default)).Receipt!;
        await Inbox.LeaveAsync(receipt.Id, ReceiptFault.Disk, default);

        var page = await _client.OpenAsync($"/{language}/workbench/inbox/{receipt.Id}");

        var sentence = language switch
        {
            "de" => "Auf unserem Speicher ist kein Platz. Ihre Datei ist sicher; sie wird gelesen, sobald wieder Platz ist.",
            "pl" => "Na naszym dysku nie ma miejsca. Państwa plik jest bezpieczny; zostanie odczytany, gdy tylko miejsce się znajdzie.",
            _ => "There is no space on our disk. Your file is safe; it is read as soon as there is space again.",
        };
        Assert.That((page.QuerySelector(".box p")!.TextContent, page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content")), Is.EqualTo((sentence, "30")));
        await Inbox.GiveUpAsync(receipt.Id, default);
    }

    /// <summary>A file of one row that was not sent before.</summary>
    private string New() => IntakeSite.File(IntakeSite.Hamburg, Interlocked.Increment(ref _year), 5);

    private Task<HttpResponseMessage> SendAsync(string feed, params (string Name, string Text)[] files) => SendAsync(_client, feed, files);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string feed, params (string Name, string Text)[] files)
    {
        using var form = Form(await TokenAsync(client), feed, files);
        return await client.PostAsync(new Uri(Page, UriKind.Relative), form);
    }

    private static async Task<string> TokenAsync(HttpClient client) => (await client.OpenAsync(Page)).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    /// <summary>As a browser sends it: fields in the order of the page.</summary>
    private static MultipartFormDataContent Form(string token, string feed, params (string Name, string Text)[] files)
    {
        var form = new MultipartFormDataContent();
        if (token.Length > 0)
        {
            form.Add(new StringContent(token), "__RequestVerificationToken");
        }

        form.Add(new StringContent(feed), "feed");
        form.Add(new StringContent("a remark"), "note");
        foreach (var (name, text) in files)
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "files", name);
        }

        return form;
    }

    private async Task<(string Cookie, string Token)> ProofAsync()
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var browser = new HttpClient(handler) { BaseAddress = _site.Address };
        using var signedIn = await browser.GetAsync(new Uri($"/de/workbench/signs-in/{_person.Id}", UriKind.Relative));
        var token = await TokenAsync(browser);
        return (cookies.GetCookieHeader(_site.Address), token);
    }

    /// <summary>Sends a body with a length that may be a lie; gives the first line of the answer, empty where the connection is closed at once.</summary>
    private async Task<string> RawAsync(string cookie, string body, int length, bool closes = false)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _site.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(
            $"POST {Page} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"));
        if (closes)
        {
            return "";
        }

        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync() ?? "";
    }
}
