using System.Net;
using Lagebild.Accounts;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>What does not come from a page of ours, or bears a forged cookie, changes nothing.</summary>
public sealed class CrossSiteTests
{
    private const string Rename = "/de/workbench/account?handler=Rename";

    [TestCase("cross-site", null, HttpStatusCode.Forbidden)]
    [TestCase("same-site", null, HttpStatusCode.Forbidden)]
    [TestCase("same-origin", "http://localhost", HttpStatusCode.Redirect)]
    [TestCase(null, "https://evil.example", HttpStatusCode.Forbidden)]
    [TestCase(null, "null", HttpStatusCode.Forbidden)]
    [TestCase(null, "http://localhost", HttpStatusCode.Redirect)]
    [TestCase(null, null, HttpStatusCode.Redirect)]
    public async Task A_browser_that_says_it_comes_from_elsewhere_is_refused(string? fetchSite, string? origin, HttpStatusCode status)
    {
        using var client = await Site.SignedInAsync(new Grant(Role.Analyst, "DE-HH"));
        Add(client, "Sec-Fetch-Site", fetchSite);
        Add(client, "Origin", origin);
        using var answer = await client.PostFormOfAsync("/de/workbench/account", Rename, ("name", "Neu"));
        Assert.That(answer.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task A_form_without_its_token_is_refused_with_a_sentence()
    {
        using var client = await Site.SignedInAsync(new Grant(Role.Analyst, "DE-HH"));
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("name", "Neu")]);
        using var answer = await client.PostAsync(new Uri(Rename, UriKind.Relative), content);
        Assert.That((answer.StatusCode, (await answer.PageAsync()).QuerySelector(".lead")!.TextContent), Is.EqualTo((HttpStatusCode.BadRequest, Lagebild.Web.Texts.Words.In("de").Account.StaleForm)));
    }

    [Test]
    public async Task The_token_of_another_person_is_no_token()
    {
        using var thief = await Site.SignedInAsync(new Grant(Role.Analyst, "DE-HH"));
        var token = (await thief.OpenAsync("/de/workbench/account")).QuerySelector("form.one input[type=hidden]")!.GetAttribute("value")!;
        using var client = await Site.SignedInAsync(new Grant(Role.Analyst, "DE-HH"));
        await client.OpenAsync("/de/workbench/account");
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("name", "Neu"), KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var answer = await client.PostAsync(new Uri(Rename, UriKind.Relative), content);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("lagebild=CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("lagebild=chunks-2; lagebildC1=x; lagebildC2=y")]
    [TestCase("__Host-lagebild=x")]
    [TestCase("lagebild=")]
    public async Task A_forged_cookie_is_none(string cookie)
    {
        using var client = Site.Visitor();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        using var answer = await client.GetAsync(new Uri("/de/workbench", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [TestCase("http", "lagebild=", "; path=/; samesite=lax; httponly")]
    [TestCase("https", "__Host-lagebild=", "; path=/; secure; samesite=lax; httponly")]
    public async Task Over_https_the_cookie_is_bound_to_the_host(string scheme, string begins, string ends)
    {
        using var client = Site.Visitor();
        var person = await SignInTests.WithPasswordAsync("Straßenbahn im Nebel");
        client.BaseAddress = new Uri($"{scheme}://localhost/");
        using var answer = await SignInTests.SignInAsync(client, person.Mail, "Straßenbahn im Nebel");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(begins, StringComparison.Ordinal));
        Assert.That(cookie[cookie.IndexOf(';', StringComparison.Ordinal)..], Is.EqualTo(ends));
    }

    [Test]
    public async Task Nobody_types_a_password_over_an_open_line()
    {
        using var client = Site.Visitor();
        client.BaseAddress = new Uri("http://lagebild.example/");
        var page = await client.OpenAsync("/de/workbench/sign-in");
        Assert.That((page.QuerySelectorAll("main input").Length, page.QuerySelector(".box")!.TextContent.Trim()), Is.EqualTo((0, Lagebild.Web.Texts.Words.In("de").Account.NotEncrypted)));
    }

    [TestCase("/de/workbench/people")]
    [TestCase("/pl/workbench/account")]
    [TestCase("/en/workbench/account/password")]
    [TestCase("/de/workbench/account/code/off")]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in_and_back(string address)
    {
        using var client = Site.Visitor();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That(answer.Headers.Location?.ToString(), Does.EndWith($"/{address[1..3]}/workbench/sign-in?returnUrl={Uri.EscapeDataString(address)}"));
    }

    private static void Add(HttpClient client, string header, string? value)
    {
        if (value is not null)
        {
            client.DefaultRequestHeaders.Add(header, value);
        }
    }
}
