using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lagebild.Accounts;
using Lagebild.Storage;
using Lagebild.Tests.Web.Workbench;
using Lagebild.Web.Api;
using Microsoft.Extensions.DependencyInjection;

namespace Lagebild.Tests.Web;

/// <summary>Programs that hand in with a token, over HTTP to the whole program.</summary>
internal sealed class HandInApiTests
{
    private const string Csv = "text/csv";

    private IntakeSite _site = null!;
    private HttpClient _client = null!;
    private string _token = "";
    private int _year = 2000;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _site = await IntakeSite.StartAsync();
        _client = _site.Visitor();
        _token = await _site.TokenAsync(IntakeSite.Hamburg);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task A_file_is_taken_and_its_receipt_says_what_became_of_it()
    {
        var file = New();
        using var sent = await SendAsync(file);
        var taken = await JsonAsync(sent);
        await _site.ReadAsync(IntakeSite.Hamburg);
        var read = await JsonAsync(await GetAsync(sent.Headers.Location!.OriginalString));

        Assert.That((sent.StatusCode, sent.Headers.Location!.OriginalString, (string?)taken["feed"], (string?)taken["name"], (int?)taken["size"]), Is.EqualTo((HttpStatusCode.Accepted, $"/api/v1/deliveries/inbox/{taken["id"]}", IntakeSite.Hamburg, "figures.csv", file.Length)));
        Assert.That(((string?)read["state"], (string?)read["deliveryState"], (int?)read["rows"], (int?)read["errors"]), Is.EqualTo(("read", "waiting", 1, 0)));
    }

    [Test]
    public async Task What_a_program_hands_in_is_noted_with_its_token_and_who_answers_for_it()
    {
        using var sent = await SendAsync(New());
        var receipt = (await _site.Services.GetRequiredService<InboxStore>().ByIdAsync((long)(await JsonAsync(sent))["id"]!, default))!;
        var entry = (await _site.Services.GetRequiredService<AuditStore>().BeforeAsync(long.MaxValue, 50, default)).First(e => e.Subject == $"receipt {receipt.Id}");

        Assert.That((receipt.Channel, receipt.TokenName, receipt.HandedInName, entry.Who), Is.EqualTo((DeliveryChannel.Token, "test program", "Token Maker", "test program (Token Maker)")));
    }

    [Test]
    public async Task The_same_bytes_again_have_the_same_receipt_before_and_after_they_are_read()
    {
        var file = New();
        using var first = await SendAsync(file);
        using var before = await SendAsync(file);
        await _site.ReadAsync(IntakeSite.Hamburg);
        using var after = await SendAsync(file);

        Assert.That((first.StatusCode, before.StatusCode, after.StatusCode), Is.EqualTo((HttpStatusCode.Accepted, HttpStatusCode.OK, HttpStatusCode.OK)));
        Assert.That((before.Headers.Location, after.Headers.Location), Is.EqualTo((first.Headers.Location, first.Headers.Location)));
    }

    [Test]
    public async Task A_file_with_errors_is_a_refused_delivery()
    {
        using var sent = await SendAsync(New().Replace(",5\n", ",five\n", StringComparison.Ordinal));
        await _site.ReadAsync(IntakeSite.Hamburg);
        var read = await JsonAsync(await GetAsync(sent.Headers.Location!.OriginalString));

        Assert.That(((string?)read["deliveryState"], (int?)read["errors"]), Is.EqualTo(("refused", 1)));
    }

    [Test]
    public async Task A_multipart_form_with_one_file_is_taken_too_and_one_with_two_is_not()
    {
        using var one = new MultipartFormDataContent { { new StringContent(New()), "file", "Zählung 2024.csv" } };
        using var two = new MultipartFormDataContent { { new StringContent(New()), "file", "a.csv" }, { new StringContent(New()), "file", "b.csv" } };
        using var first = await SendAsync(one, $"feed={IntakeSite.Hamburg}");
        using var second = await SendAsync(two, $"feed={IntakeSite.Hamburg}");

        Assert.That(((string?)(await JsonAsync(first))["name"], first.StatusCode, second.StatusCode), Is.EqualTo(("Zählung 2024.csv", HttpStatusCode.Accepted, HttpStatusCode.BadRequest)));
    }

    [TestCase(null, "feed=office-hh&name=a.csv", Csv, 401)]
    [TestCase("Bearer lb_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "feed=office-hh&name=a.csv", Csv, 401)]
    [TestCase("Bearer", "feed=office-hh&name=a.csv", Csv, 401)]
    [TestCase("Basic TOKEN", "feed=office-hh&name=a.csv", Csv, 401)]
    [TestCase("Bearer TOKEN", "feed=office-sh&name=a.csv", Csv, 403)]
    [TestCase("Bearer TOKEN", "feed=none&name=a.csv", Csv, 404)]
    [TestCase("Bearer TOKEN", "name=a.csv", Csv, 400)]
    [TestCase("Bearer TOKEN", "feed=office-hh", Csv, 400)]
    [TestCase("Bearer TOKEN", "feed=office-hh&name=a.csv&stand=1", Csv, 400)]
    [TestCase("Bearer TOKEN", "feed=office-hh&name=a.csv", "application/x-www-form-urlencoded", 415)]
    [TestCase("Bearer TOKEN", "feed=office-hh&name=a.csv", null, 415)]
    public async Task What_can_not_be_taken_is_refused_with_a_problem(string? authorization, string query, string? type, int status)
    {
        using var content = new StringContent(New());
        content.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
        using var answer = await SendAsync(content, query, authorization?.Replace("TOKEN", _token, StringComparison.Ordinal));
        var problem = await JsonAsync(answer);

        Assert.That(((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, (int?)problem["status"], problem["detail"]!.ToString().Length > 20), Is.EqualTo((status, "application/problem+json", status, true)));
    }

    [TestCase("", 400)]
    [TestCase("%PDF-1.7", 415)]
    [TestCase("<html>", 415)]
    public async Task A_file_that_is_no_table_is_refused_with_a_problem(string text, int status)
    {
        using var answer = await SendAsync(text);

        Assert.That(((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType), Is.EqualTo((status, "application/problem+json")));
    }

    [Test]
    public async Task An_answer_401_names_the_scheme()
    {
        using var content = new StringContent(New());
        using var answer = await SendAsync(content, "feed=office-hh&name=a.csv", null);

        Assert.That(answer.Headers.WwwAuthenticate.Single().Scheme, Is.EqualTo("Bearer"));
    }

    [Test]
    public async Task A_file_that_says_it_is_too_large_is_refused_before_it_is_sent()
    {
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _site.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/deliveries?feed=office-hh&name=a.csv HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {_token}\r\nContent-Type: text/csv\r\nContent-Length: 900000000000\r\nConnection: close\r\n\r\na"));
        using var reader = new StreamReader(stream);

        Assert.That(await reader.ReadLineAsync(), Is.EqualTo("HTTP/1.1 413 Payload Too Large"));
    }

    [Test]
    public async Task A_cookie_opens_nothing_here()
    {
        var (client, _) = await _site.SignedInAsync(new Grant(Role.Analyst, null));
        using (client)
        {
            using var content = new StringContent(New(), Encoding.UTF8, Csv);
            using var answer = await client.PostAsync(new Uri("/api/v1/deliveries?feed=office-hh&name=a.csv", UriKind.Relative), content);

            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        }
    }

    [Test]
    public async Task No_other_site_may_ask()
    {
        using var content = new StringContent(New(), Encoding.UTF8, Csv);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/deliveries?feed=office-hh&name=a.csv") { Content = content };
        request.Headers.Add("Origin", "https://elsewhere.example");
        request.Headers.Authorization = new("Bearer", _token);
        using var answer = await _client.SendAsync(request);
        using var wish = new HttpRequestMessage(HttpMethod.Options, "/api/v1/deliveries");
        wish.Headers.Add("Origin", "https://elsewhere.example");
        wish.Headers.Add("Access-Control-Request-Method", "POST");
        using var preflight = await _client.SendAsync(wish);

        var allowed = preflight.Headers.TryGetValues("Access-Control-Allow-Methods", out var methods) ? string.Join(',', methods) : "";
        Assert.That((answer.Headers.Contains("Access-Control-Allow-Origin"), allowed.Contains("POST", StringComparison.Ordinal)), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task A_receipt_is_for_tokens_of_its_feed_alone_and_is_kept_nowhere()
    {
        using var sent = await SendAsync(New());
        var address = sent.Headers.Location!.OriginalString;
        var other = await _site.TokenAsync(IntakeSite.Holstein);
        using var own = await GetAsync(address);
        using var others = await GetAsync(address, other);
        using var nobody = await GetAsync(address, null);
        using var none = await GetAsync("/api/v1/deliveries/inbox/999999");

        Assert.That(
            (own.StatusCode, own.Headers.CacheControl?.ToString(), own.Headers.ETag, others.StatusCode, nobody.StatusCode, none.StatusCode),
            Is.EqualTo((HttpStatusCode.OK, "no-store", (EntityTagHeaderValue?)null, HttpStatusCode.NotFound, HttpStatusCode.Unauthorized, HttpStatusCode.NotFound)));
    }

    [Test]
    public async Task A_token_ends_with_the_role_of_who_made_it()
    {
        var accounts = _site.Services.GetRequiredService<AccountStore>();
        var person = await accounts.AddAsync("Leaver", $"{Guid.NewGuid():N}@example.org", [new(Role.Publisher, "DE-HH")], Who.Operator, default);
        var token = await _site.TokenAsync(person.Who, IntakeSite.Hamburg);
        using var content = new StringContent(New(), Encoding.UTF8, Csv);
        using var answer = await SendAsync(content, "feed=office-hh&name=a.csv", $"Bearer {token}");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task One_token_may_ask_sixty_times_a_minute_and_another_is_not_slowed_down()
    {
        var busy = await _site.TokenAsync(IntakeSite.Holstein);
        for (var call = 0; call < HandIn.PerMinute; call++)
        {
            using var answer = await GetAsync("/api/v1/deliveries/inbox/999999", busy);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }

        using var refused = await GetAsync("/api/v1/deliveries/inbox/999999", busy);
        using var other = await GetAsync("/api/v1/deliveries/inbox/999999", await _site.TokenAsync(IntakeSite.Holstein));

        Assert.That((refused.StatusCode, refused.Headers.RetryAfter is not null, other.StatusCode), Is.EqualTo((HttpStatusCode.TooManyRequests, true, HttpStatusCode.NotFound)));
    }

    [Test]
    public async Task Every_call_of_the_description_that_sends_something_asks_for_a_token()
    {
        var description = JsonNode.Parse(await _client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
        var sending = description["paths"]!.AsObject().Where(p => p.Value!["post"] is not null).ToArray();
        foreach (var (path, operations) in sending)
        {
            using var content = new StringContent(New(), Encoding.UTF8, Csv);
            using var answer = await _client.PostAsync(new Uri(Regex.Replace(path, @"\{\w+\}", "1"), UriKind.Relative), content);
            Assert.That((answer.StatusCode, operations!["post"]!["security"]!.AsArray().Count), Is.EqualTo((HttpStatusCode.Unauthorized, 1)), path);
        }

        Assert.That((string.Join(' ', sending.Select(p => p.Key)), (string?)description["components"]!["securitySchemes"]!["token"]!["scheme"]), Is.EqualTo(("/api/v1/deliveries", "bearer")));
    }

    [Test]
    public async Task The_call_in_the_documents_works_as_it_is_written()
    {
        var written = Regex.Match(await File.ReadAllTextAsync(Repository.At("docs", "feeds", "README.md")), "```sh\n(curl .*?)\n```", RegexOptions.Singleline).Groups[1].Value;
        Assert.That(written, Is.EqualTo(HandIn.Call("https://lagebild.example", "hamburg-lagebild").ReplaceLineEndings("\n")));
        using var folder = new TemporaryFolder();
        folder.Write("figures.csv", New());
        var call = written.Replace("https://lagebild.example", _site.Address.ToString().TrimEnd('/'), StringComparison.Ordinal).Replace("hamburg-lagebild", IntakeSite.Hamburg, StringComparison.Ordinal);

        var answer = await ShellAsync(call, folder.Path);

        Assert.That(((string?)answer["state"], (string?)answer["name"]), Is.EqualTo(("received", "figures.csv")));
    }

    /// <summary>A file of one row that was not sent before.</summary>
    private string New() => IntakeSite.File(IntakeSite.Hamburg, Interlocked.Increment(ref _year), 5);

    private async Task<JsonNode> ShellAsync(string call, string folder)
    {
        var start = new ProcessStartInfo("sh", ["-c", call]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["LAGEBILD_TOKEN"] = _token;
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonNode.Parse(said)!;
    }

    private async Task<HttpResponseMessage> SendAsync(string text)
    {
        using var content = new StringContent(text, Encoding.UTF8, Csv);
        return await SendAsync(content, $"feed={IntakeSite.Hamburg}&name=figures.csv");
    }

    private Task<HttpResponseMessage> SendAsync(HttpContent content, string query) => SendAsync(content, query, $"Bearer {_token}");

    private async Task<HttpResponseMessage> SendAsync(HttpContent content, string query, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/deliveries?{query}") { Content = content };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await _client.SendAsync(request);
    }

    private Task<HttpResponseMessage> GetAsync(string address) => GetAsync(address, _token);

    private async Task<HttpResponseMessage> GetAsync(string address, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        return await _client.SendAsync(request);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
}
