using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>Tokens that are not what they seem, lengths that lie, names and values that would be more than text somewhere.</summary>
internal sealed class HostileTests
{
    private IntakeSite _site = null!;
    private string _token = "";
    private int _year = 1950;

    private InboxStore Inbox => _site.Services.GetRequiredService<InboxStore>();

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _site = await IntakeSite.StartAsync();
        _token = await _site.TokenAsync(IntakeSite.Hamburg);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _site.DisposeAsync();

    [Test]
    public async Task A_token_that_is_revoked_opens_nothing()
    {
        var secret = await _site.TokenAsync(IntakeSite.Hamburg);
        var tokens = _site.Services.GetRequiredService<TokenStore>();
        var token = (await tokens.AllAsync(default)).Single(t => t.Hash == MachineToken.HashOf(secret));
        var before = await StatusAsync(secret);
        await tokens.RevokeAsync(token, "DE-HH", Who.Operator, default);
        Assert.That((before, await StatusAsync(secret)), Is.EqualTo((HttpStatusCode.Accepted, HttpStatusCode.Unauthorized)));
    }

    [Test]
    public async Task A_token_past_its_end_opens_nothing()
    {
        var person = await _site.Services.GetRequiredService<AccountStore>().AddAsync("Maker", $"{Guid.NewGuid():N}@example.org", [new(Role.Analyst, null)], Who.Operator, default);
        var feed = (await _site.Services.GetRequiredService<FeedStore>().ByCodeAsync(IntakeSite.Hamburg, default))!;
        var secret = MachineToken.NewSecret();
        await _site.Services.GetRequiredService<TokenStore>().MakeAsync(secret, "past", [feed], DateTime.UtcNow.AddSeconds(-1), person.Who, default);
        Assert.That(await StatusAsync(secret), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_token_with_one_letter_changed_opens_nothing()
    {
        var changed = _token[..^5] + (_token[^5] == 'A' ? 'B' : 'A') + _token[^4..];
        Assert.That((await StatusAsync(changed), await StatusAsync(_token.ToUpperInvariant()), await StatusAsync(_token + "A")), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)));
    }

    [Test]
    public async Task A_link_of_an_invitation_lets_in_once()
    {
        var (_, secret) = await _site.Services.GetRequiredService<AccountStore>().InviteAsync("New", $"{Guid.NewGuid():N}@example.org", [new(Role.Analyst, "DE-HH")], Who.Operator, default);
        using var first = _site.Visitor();
        using var taken = await first.SendAsync($"/de/workbench/invitation/{secret}", ("new", "Straßenbahn im Nebel"), ("again", "Straßenbahn im Nebel"));
        using var second = _site.Visitor();
        using var replayed = await second.GetAsync(new Uri($"/de/workbench/invitation/{secret}", UriKind.Relative));
        using var posted = await second.PostFormOfAsync("/de/workbench/sign-in", $"/de/workbench/invitation/{secret}", ("new", "Ein anderes langes Wort"), ("again", "Ein anderes langes Wort"));
        Assert.That((taken.StatusCode, replayed.StatusCode, posted.StatusCode), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.NotFound, HttpStatusCode.NotFound)));
    }

    [Test]
    public async Task A_body_shorter_than_it_says_is_not_taken()
    {
        var before = (await Inbox.LatestAsync([IntakeSite.Hamburg], 1000, default)).Count;
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _site.Address.Port);
        await using var stream = socket.GetStream();
        await SendAsync(stream, "Content-Length: 5000", IntakeSite.File(IntakeSite.Hamburg, _year++, 5));
        socket.Client.Shutdown(SocketShutdown.Send);
        Assert.That(await AnswerAsync(stream), Is.Empty.Or.StartsWith("HTTP/1.1 400 "));
        Assert.That((await Inbox.LatestAsync([IntakeSite.Hamburg], 1000, default)).Count, Is.EqualTo(before));
    }

    [Test]
    public async Task Of_a_body_longer_than_it_says_the_rest_is_not_taken()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _site.Address.Port);
        await using var stream = socket.GetStream();
        var file = IntakeSite.File(IntakeSite.Hamburg, _year++, 5);
        await SendAsync(stream, $"Content-Length: {file.Length}", file + "DE-HH,more,than,was,said\n\n");
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadLineAsync();
        Assert.That((answer, (await Inbox.LatestAsync([IntakeSite.Hamburg], 1, default))[0].Size), Is.EqualTo(("HTTP/1.1 202 Accepted", (long)file.Length)));
    }

    [TestCase("Content-Length: 10\r\nTransfer-Encoding: chunked")]
    [TestCase("Content-Length: -1")]
    [TestCase("Content-Length: 10\r\nContent-Length: 11")]
    [TestCase("Content-Length: ten")]
    public async Task A_length_that_contradicts_itself_is_refused(string length)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _site.Address.Port);
        await using var stream = socket.GetStream();
        await SendAsync(stream, length, "0123456789");
        using var reader = new StreamReader(stream);
        Assert.That(await reader.ReadLineAsync(), Does.StartWith("HTTP/1.1 4"));
    }

    [Test]
    public async Task Headers_without_end_are_refused()
    {
        using var client = _site.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/de/workbench");
        request.Headers.Add("X-Long", new string('a', 100_000));
        using var answer = await client.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestHeaderFieldsTooLarge));
    }

    [TestCase("../../etc/passwd.csv", "passwd.csv")]
    [TestCase("..\\..\\x.csv", "x.csv")]
    [TestCase("a\0b.csv", "ab.csv")]
    [TestCase("line\r\nSet-Cookie: x=y.csv", "lineSet-Cookie: x=y.csv")]
    [TestCase("<script>alert(1)<b>.csv", "<script>alert(1)<b>.csv")]
    [TestCase("\"onload=alert(1).csv", "\"onload=alert(1).csv")]
    [TestCase("=cmd|' /C calc'!A0.csv", "C calc'!A0.csv")]
    [TestCase("=1+1.csv", "=1+1.csv")]
    public async Task A_name_is_kept_as_text_shown_encoded_and_sent_back_as_a_name(string name, string kept)
    {
        using var answer = await HandInAsync(_token, name, IntakeSite.File(IntakeSite.Hamburg, _year++, 5));
        var receipt = (long)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!;
        await _site.ReadAsync(IntakeSite.Hamburg);
        var stored = (await Inbox.ByIdAsync(receipt, default))!;
        var (client, _) = await _site.SignedInAsync(new Grant(Role.Analyst, "DE-HH"));
        using (client)
        {
            var page = await client.OpenAsync($"/de/workbench/deliveries/{stored.Delivery}");
            using var file = await client.GetAsync(new Uri($"/de/workbench/deliveries/{stored.Delivery}/file", UriKind.Relative));
            var sent = file.Content.Headers.ContentDisposition!;

            Assert.That(stored.FileName, Is.EqualTo(kept));
            Assert.That((page.QuerySelectorAll("script:not([src]), [onload]").Length, page.Body!.TextContent.Contains(stored.FileName, StringComparison.Ordinal)), Is.EqualTo((0, true)));
            Assert.That((sent.DispositionType, sent.FileNameStar, file.Headers.Contains("Set-Cookie")), Is.EqualTo(("attachment", stored.FileName, false)));
        }
    }

    [TestCase("=cmd|' /C calc'!A0")]
    [TestCase("+1+1")]
    [TestCase("@SUM(1)")]
    [TestCase("-2+3+cmd|x")]
    public async Task A_formula_in_a_file_is_text_in_its_findings(string formula)
    {
        var text = IntakeSite.File(IntakeSite.Hamburg, _year++, 5).Replace(",5\n", $",{formula}\n", StringComparison.Ordinal);
        using var answer = await HandInAsync(_token, "=1+1.csv", text);
        var receipt = (long)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!;
        await _site.ReadAsync(IntakeSite.Hamburg);
        var delivery = (await Inbox.ByIdAsync(receipt, default))!.Delivery;
        var (client, _) = await _site.SignedInAsync(new Grant(Role.Analyst, "DE-HH"));
        using (client)
        {
            var findings = await client.GetStringAsync(new Uri($"/de/workbench/deliveries/{delivery}/findings", UriKind.Relative));
            Assert.That(findings, Does.Contain($"'{formula}").And.Contain("'=1+1.csv"));
            Assert.That(findings.Split('\n').SelectMany(l => l.Split(';')).Where(f => f.TrimStart('"') is ['=' or '+' or '@', ..]), Is.Empty);
        }
    }

    /// <summary>To the end of the connection; empty where the program ended it without an answer.</summary>
    private static async Task<string> AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream);
        try
        {
            return await reader.ReadToEndAsync();
        }
        catch (IOException)
        {
            return "";
        }
    }

    private Task<HttpStatusCode> StatusAsync(string token) => StatusAsync(token, IntakeSite.File(IntakeSite.Hamburg, _year++, 5));

    private async Task<HttpStatusCode> StatusAsync(string token, string text)
    {
        using var answer = await HandInAsync(token, "a.csv", text);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> HandInAsync(string token, string name, string text)
    {
        using var client = _site.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/deliveries?feed={IntakeSite.Hamburg}&name={Uri.EscapeDataString(name)}") { Content = new StringContent(text, Encoding.UTF8, "text/csv") };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return await client.SendAsync(request);
    }

    private Task SendAsync(NetworkStream stream, string length, string body) => stream.WriteAsync(Encoding.ASCII.GetBytes(
        $"POST /api/v1/deliveries?feed={IntakeSite.Hamburg}&name=a.csv HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {_token}\r\nContent-Type: text/csv\r\n{length}\r\n\r\n{body}")).AsTask();
}
