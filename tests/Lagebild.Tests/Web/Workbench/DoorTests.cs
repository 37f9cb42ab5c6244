using System.Text;
using System.Text.RegularExpressions;
using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>
/// Every address of the workbench and of handing in, as the running program lists them, with what Hamburg holds back in its path and query. An address that is added is asked
/// without being named here; one with a part that is not known fails until it is given a value in <see cref="ValueOf"/>.
/// </summary>
internal sealed partial class DoorTests
{
    private static readonly Role[] _roles = Enum.GetValues<Role>();

    private static readonly string[] _methods = ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "POST"];

    private IntakeSite _site = null!;
    private GuardedOffice _held = null!;
    private IReadOnlyList<Door> _doors = [];

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _site = await IntakeSite.StartAsync();
        _held = await GuardedOffice.InAsync(_site);
        _doors = await ListAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _site.DisposeAsync();

    [Test]
    public void The_program_lists_its_addresses() => Assert.That(_doors.Where(d => d.IsHeld).Select(d => d.Pattern).Distinct().Count(), Is.GreaterThan(11));

    [Test]
    public async Task What_an_office_holds_back_is_not_there_for_people_of_another([ValueSource(nameof(_roles))] Role role)
    {
        var before = await StateAsync();
        var (client, _) = await _site.SignedInAsync(new Grant(role, "DE-SH"));
        using (client)
        {
            Assert.That(await OpenDoorsAsync(_doors.Where(d => d.Handler is null), client, d => d.IsHeld ? [403, 404] : []), Is.Empty);
        }

        Assert.That(await StateAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task No_form_changes_what_another_office_holds_back_and_none_tells_of_it()
    {
        var before = await StateAsync();
        var open = new List<string>();
        foreach (var door in _doors.Where(d => d.Handler is not null))
        {
            // One form may end the session: each is sent by someone new.
            var (client, _) = await _site.SignedInAsync([.. _roles.Select(r => new Grant(r, "DE-SH"))]);
            using (client)
            {
                open.AddRange(await OpenDoorsAsync([door], client, d => d.IsHeld ? [403, 404] : [], await TokenAsync(client)));
            }
        }

        Assert.That(open, Is.Empty);
        Assert.That(await StateAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in_and_learns_nothing()
    {
        var before = await StateAsync();
        using var visitor = _site.Visitor();
        var token = await VisitorTokenAsync(visitor);
        var open = await OpenDoorsAsync(_doors, visitor, d => d.IsForEveryone ? [] : d.Address.StartsWith("/api/", StringComparison.Ordinal) && d.Query.Length > 0 ? [400, 401] : [302, 401, 403, 404], token);

        Assert.That(open, Is.Empty);
        Assert.That(await StateAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task An_address_of_the_workbench_in_other_letters_lets_nobody_in()
    {
        using var visitor = _site.Visitor();
        var loud = _doors.Where(d => d.Method == "GET" && !d.IsForEveryone).Select(d => d with { Address = d.Address.Replace("/workbench", "/WorkBench", StringComparison.Ordinal).Replace("/deliveries", "/Deliveries", StringComparison.Ordinal) });

        Assert.That(await OpenDoorsAsync(loud, visitor, d => d.Query.Length > 0 ? [302, 400, 401] : [302, 401, 404]), Is.Empty);
    }

    [Test]
    public async Task A_form_without_the_token_of_its_page_is_refused_everywhere()
    {
        var before = await StateAsync();
        var (client, _) = await _site.SignedInAsync([.. _roles.Select(r => new Grant(r, "DE-HH"))]);
        using (client)
        {
            Assert.That(await OpenDoorsAsync(_doors.Where(d => d.Handler is not null && !d.IsForEveryone), client, _ => [400], isReading: true), Is.Empty);
        }

        Assert.That(await StateAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_form_of_another_site_is_refused_everywhere_whatever_token_it_bears()
    {
        var before = await StateAsync();
        var (client, _) = await _site.SignedInAsync([.. _roles.Select(r => new Grant(r, "DE-HH"))]);
        using (client)
        {
            var token = await TokenAsync(client);
            client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
            Assert.That(await OpenDoorsAsync(_doors.Where(d => d.Handler is not null), client, _ => [403], token), Is.Empty);
        }

        Assert.That(await StateAsync(), Is.EqualTo(before));
    }

    [TestCase("DE-HH")]
    [TestCase(null)]
    public async Task Who_has_all_roles_there_sees_it(string? region)
    {
        var (client, _) = await _site.SignedInAsync([.. _roles.Select(r => new Grant(r, region))]);
        using (client)
        {
            var seen = new List<string>();
            foreach (var door in _doors.Where(d => d.Method == "GET" && d.Query.Length == 0))
            {
                var (status, text) = await AskAsync(door, client, null);
                Assert.That(status, Is.LessThan(500), door.Address);
                seen.AddRange(GuardedOffice.In(text).Any() ? [door.Pattern] : []);
            }

            Assert.That(seen, Is.SupersetOf(new[]
            {
                "/{language}/workbench", "/{language}/workbench/audit.{format}", "/{language}/workbench/deliveries", "/{language}/workbench/deliveries/{id}", "/{language}/workbench/deliveries/{id}/release",
                "/{language}/workbench/deliveries/{id}/{what}", "/{language}/workbench/inbox", "/{language}/workbench/people", "/{language}/workbench/people/{id}",
                "/{language}/workbench/releases", "/{language}/workbench/texts/drafts", "/{language}/workbench/texts/{kind}/{code}", "/{language}/workbench/tokens",
            }));
        }
    }

    /// <summary>Those that answer with a fault of ours, tell something, or have another status than allowed; no status given: any below 500.</summary>
    private static async Task<IReadOnlyList<string>> OpenDoorsAsync(IEnumerable<Door> doors, HttpClient client, Func<Door, int[]> allowed, string? token = null, bool isReading = false)
    {
        var open = new List<string>();
        foreach (var door in doors)
        {
            var (status, text) = await AskAsync(door, client, token);
            var told = isReading ? "" : string.Join(' ', GuardedOffice.In(text));
            var isAllowed = status < 500 && (allowed(door) is not { Length: > 0 } statuses || statuses.Contains(status) || IsRefused(door.Method, status));
            open.AddRange(isAllowed && told.Length == 0 ? [] : [$"{door.Method} {door.Address}{door.Query}: {status} {told}"]);
        }

        return open;
    }

    /// <summary>No page takes other methods; OPTIONS is answered empty by all of them.</summary>
    private static bool IsRefused(string method, int status) => method switch
    {
        "OPTIONS" => status is 200 or 405,
        "PUT" or "PATCH" or "DELETE" => status == 405,
        _ => false,
    };

    private static async Task<(int Status, string Text)> AskAsync(Door door, HttpClient client, string? token)
    {
        using var request = new HttpRequestMessage(new(door.Method), new Uri(door.Address + door.Query, UriKind.Relative));
        request.Content = door.Handler is null ? null : door.IsMultipart ? Multipart(token) : new FormUrlEncodedContent(Fields(door, token));
        using var answer = await client.SendAsync(request);
        return ((int)answer.StatusCode, $"{answer.Headers}{answer.Content.Headers}{Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync())}");
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(Door door, string? token) =>
    [
        .. token is null ? [] : new[] { KeyValuePair.Create("__RequestVerificationToken", token) },
        .. door.Ids, KeyValuePair.Create("draft", door.NoteDraft), KeyValuePair.Create("do", "release"), KeyValuePair.Create("act", "hand-in"), KeyValuePair.Create("why", "test"), KeyValuePair.Create("sure", "yes"), KeyValuePair.Create("when", "now"),
        KeyValuePair.Create("question", "1"), KeyValuePair.Create("answer", "test"), KeyValuePair.Create("version", "1"), KeyValuePair.Create("number", "1"), KeyValuePair.Create("text", "{}"),
    ];

    /// <summary>A form with a file, its token first.</summary>
    private static MultipartFormDataContent Multipart(string? token)
    {
        var form = new MultipartFormDataContent();
        if (token is not null)
        {
            form.Add(new StringContent(token), "__RequestVerificationToken");
        }

        form.Add(new StringContent(IntakeSite.Hamburg), "feed");
        form.Add(new StringContent(IntakeSite.File(IntakeSite.Hamburg, 2019, 4)), "files", "foreign.csv");
        return form;
    }

    private static async Task<string> TokenAsync(HttpClient client) =>
        (await client.OpenAsync("/de/workbench/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<string> VisitorTokenAsync(HttpClient client) =>
        (await client.OpenAsync("/de/workbench/sign-in")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    /// <summary>All that Hamburg holds back, as it is now: what was done to it is in the audit too.</summary>
    private async Task<string> StateAsync()
    {
        var services = _site.Services;
        var delivery = await services.GetRequiredService<DeliveryStore>().ByIdAsync(_held.Delivery, default);
        var entry = await services.GetRequiredService<EntryStore>().OpenAsync(IntakeSite.Hamburg, "DE-HH", default);
        var draft = await services.GetRequiredService<ProfileDraftStore>().ByIdAsync(_held.ProfileDraft, _held.Owner.Id, default);
        var orders = await services.GetRequiredService<OrderStore>().OpenAsync(default);
        var acts = await services.GetRequiredService<AuditStore>().PageAsync(new() { Regions = ["DE-HH"] }, long.MaxValue, 1000, default);
        var ofOffice = acts.Where(a => a.Subject != "feed office-hh" || a.Act != "feed.run").Select(a => $"{a.Act} {a.Subject}");
        return $"{delivery!.State} {entry!.Saves} {entry.Receipt} {draft!.Body} {string.Join(' ', orders.Select(o => o.Id))} {string.Join('\n', ofOffice)}";
    }

    private async Task<IReadOnlyList<Door>> ListAsync()
    {
        var doors = new List<Door>();
        foreach (var endpoint in _site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => IsMeant(e.RoutePattern)))
        {
            doors.AddRange(await DoorsOfAsync(endpoint));
        }

        return doors;
    }

    private static bool IsMeant(RoutePattern pattern) =>
        pattern.PathSegments is [_, { Parts: [RoutePatternLiteralPart { Content: "workbench" }] }, ..] || Shape(pattern).Contains("/workbench", StringComparison.Ordinal) || Shape(pattern).StartsWith("/api/v1/deliveries", StringComparison.Ordinal);

    private async Task<IReadOnlyList<Door>> DoorsOfAsync(RouteEndpoint endpoint)
    {
        var (pattern, handlers) = (Shape(endpoint.RoutePattern), await HandlersAsync(endpoint));
        if (pattern.Contains("signs-in/{person}", StringComparison.Ordinal))
        {
            return [];
        }

        var taken = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;
        var doors = new List<Door>();
        foreach (var address in Addresses(pattern))
        {
            var door = new Door
            {
                Pattern = pattern,
                Address = address.Path,
                IsHeld = address.IsHeld,
                IsForEveryone = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || pattern is "/api/v1/deliveries" or "/api/v1/deliveries/{id}" or "/api/v1/deliveries.json" or "/api/v1/deliveries/{id}.json",
                IsMultipart = pattern.EndsWith("/workbench/deliveries/new", StringComparison.Ordinal),
                Ids = Ids(),
                NoteDraft = Text(_held.NoteDraft),
            };
            doors.AddRange(_methods.Where(m => m != "POST" && taken?.Contains(m) != false).SelectMany(m => new[] { door with { Method = m }, door with { Method = m, Query = Query } }));
            doors.AddRange(handlers.Select(h => door with { Method = "POST", Handler = h, Query = h.Length == 0 ? "" : $"?handler={h}" }));
        }

        return doors;
    }

    /// <summary>Names of what a page does with a form; empty for its only or first.</summary>
    private async Task<IReadOnlyList<string>> HandlersAsync(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
        {
            return [];
        }

        var compiled = await _site.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        return [.. compiled.HandlerMethods.Where(h => h.HttpMethod.Equals("post", StringComparison.OrdinalIgnoreCase)).Select(h => h.Name ?? "")];
    }

    private string Query => "?" + string.Join('&', Ids().Select(i => $"{i.Key}={i.Value}"));

    /// <summary>What Hamburg holds back, by the names that forms and addresses have for it.</summary>
    private Dictionary<string, string> Ids() => new()
    {
        ["feed"] = IntakeSite.Hamburg,
        ["region"] = "DE-HH",
        ["draft"] = _held.ProfileDraft,
        ["delivery"] = Text(_held.Delivery),
        ["order"] = Text(_held.Order),
        ["id"] = Text(_held.Token),
        ["code"] = _held.Note,
    };

    /// <summary>The addresses of a pattern: for parts of which there are several, one each.</summary>
    private IEnumerable<(string Path, bool IsHeld)> Addresses(string pattern)
    {
        List<(string Path, bool IsHeld)> paths = [(pattern, false)];
        foreach (Match part in Part().Matches(pattern))
        {
            var (values, isHeld) = ValueOf(pattern, part.Groups[1].Value);
            paths = [.. paths.SelectMany(p => values.Select(v => (p.Path.Replace(part.Value, v, StringComparison.Ordinal), p.IsHeld || isHeld)))];
        }

        return paths;
    }

    /// <summary>What stands in an address for a part of its pattern, and whether that is Hamburg's.</summary>
    private (string[] Values, bool IsHeld) ValueOf(string pattern, string part) => (part, pattern) switch
    {
        ("language", _) => (["de"], false),
        ("id", var p) when p.StartsWith("/api/v1/deliveries/inbox", StringComparison.Ordinal) => ([Text(_held.Receipt)], false),
        ("id", var p) when p.StartsWith("/api/v1/deliveries", StringComparison.Ordinal) => ([Text(_held.Delivery)], false),
        ("id", var p) when p.Contains("/inbox/", StringComparison.Ordinal) => ([Text(_held.Receipt)], true),
        ("id", var p) when p.Contains("/people/", StringComparison.Ordinal) => ([Text(_held.Owner.Id)], true),
        ("id", var p) when p.Contains("/feeds/drafts/", StringComparison.Ordinal) => ([_held.ProfileDraft], true),
        ("id", var p) when p.Contains("/deliveries/", StringComparison.Ordinal) => ([Text(_held.Delivery)], true),
        ("code", var p) when p.Contains("/feeds/", StringComparison.Ordinal) => ([IntakeSite.Hamburg], true),
        ("code", var p) when p.Contains("/texts/", StringComparison.Ordinal) => ([_held.Note], true),
        ("kind", var p) when p.Contains("/texts/", StringComparison.Ordinal) => (["note"], false),
        ("what", var p) when p.Contains("/deliveries/", StringComparison.Ordinal) => (["file", "returned", "findings"], false),
        ("format", var p) when p.Contains("/audit", StringComparison.Ordinal) => (["csv", "jsonl"], false),
        ("secret", _) => ([OneTimeLink.NewSecret()], false),
        ("step", _) => (["done"], false),
        _ => throw new InvalidOperationException($"{pattern} has a part {{{part}}} that the tests of doors know no value for: give it one of {nameof(GuardedOffice)}'s in {nameof(ValueOf)}."),
    };

    private static string Text(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A pattern without what its parts have to fulfil: <c>/{language}/workbench/deliveries/{id}</c>.</summary>
    private static string Shape(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
    {
        RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        _ => "",
    }))));

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Part();

    /// <summary>One way to ask for one address.</summary>
    private sealed record Door
    {
        public required string Pattern { get; init; }

        public required string Address { get; init; }

        /// <summary>With its question mark; empty for none.</summary>
        public string Query { get; init; } = "";

        public string Method { get; init; } = "GET";

        /// <summary>What a form is sent for; empty where the page has one form alone; null where no form is sent.</summary>
        public string? Handler { get; init; }

        /// <summary>Whether the address names something of Hamburg's.</summary>
        public bool IsHeld { get; init; }

        public bool IsForEveryone { get; init; }

        public bool IsMultipart { get; init; }

        public required IReadOnlyDictionary<string, string> Ids { get; init; }

        public required string NoteDraft { get; init; }
    }
}
