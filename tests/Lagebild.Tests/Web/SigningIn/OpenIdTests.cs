using System.Net;
using Lagebild.Accounts;
using Lagebild.Storage;
using Lagebild.Tests.Web.Workbench;
using Lagebild.Web;
using Lagebild.Web.SigningIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Lagebild.Tests.Web.SigningIn;

/// <summary>Signing in with a service of the office.</summary>
public sealed class OpenIdTests
{
    private const string SignInPage = "/de/workbench/sign-in";

    private TemporaryFolder _folder = null!;
    private ServiceStandIn _service = null!;
    private WebApplication _node = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _folder = new();
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "secret"), "the secret\n");
        _service = await ServiceStandIn.StartAsync();
        _node = await Site.BesideAsync(Set, s => s.Configure<OpenIdConnectOptions>(OpenId.Scheme, o => o.BackchannelHttpHandler = _service.Handler));
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _node.DisposeAsync();
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [SetUp]
    public void Begin()
    {
        _service.Claims.Clear();
        _service.Forges = false;
    }

    [Test]
    public async Task Whose_verified_mail_address_has_an_account_comes_in_and_back_to_where_they_wanted()
    {
        var person = await Site.Services.GetRequiredService<AccountStore>().AddAsync("Test Person", $"{Guid.NewGuid():N}@example.org", [new(Role.Analyst, "DE-HH")], Who.Operator, default);
        using var client = Site.Visitor(_node);
        Assert.That(await ThroughAsync(client, person.Mail.ToUpperInvariant(), verified: true), Is.EqualTo("/de/workbench/account"));
        Assert.That((await client.OpenAsync("/de/workbench/account")).QuerySelector("dl.def dd")!.TextContent, Is.EqualTo(person.Mail));
    }

    [TestCase(true, $"{SignInPage}?service=unknown")]
    [TestCase(false, $"{SignInPage}?service=unknown")]
    public async Task Who_was_not_invited_or_not_verified_does_not(bool verified, string leadsTo)
    {
        var person = await Site.Services.GetRequiredService<AccountStore>().AddAsync("Test Person", $"{Guid.NewGuid():N}@example.org", [], Who.Operator, default);
        using var client = Site.Visitor(_node);
        Assert.That(await ThroughAsync(client, verified ? "stranger@example.org" : person.Mail, verified), Is.EqualTo(leadsTo));
        using var answer = await client.GetAsync(new Uri("/de/workbench", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task A_token_of_another_key_is_refused()
    {
        _service.Forges = true;
        using var client = Site.Visitor(_node);
        Assert.That(await ThroughAsync(client, "x@example.org", verified: true), Is.EqualTo($"{SignInPage}?service=failed"));
        Assert.That((await client.OpenAsync($"{SignInPage}?service=failed")).QuerySelector(".box.error")!.TextContent.Trim(), Is.EqualTo(Lagebild.Web.Texts.Words.In("de").Account.ServiceFailed));
    }

    [Test]
    public async Task Where_the_service_does_not_answer_a_sentence_says_so()
    {
        await using var node = await Site.BesideAsync(Set, _ => { });
        using var client = Site.Visitor(node);
        using var answer = await client.GetAsync(new Uri($"{SignInPage}/service", UriKind.Relative));
        Assert.That(answer.Headers.Location?.ToString(), Is.EqualTo($"{SignInPage}?service=failed"));
    }

    [Test]
    public async Task A_way_back_that_nobody_asked_for_is_refused()
    {
        using var client = Site.Visitor(_node);
        using var answer = await client.GetAsync(new Uri($"{OpenId.CallbackPath}?code=one&state=made-up", UriKind.Relative));
        Assert.That(answer.Headers.Location?.ToString(), Is.EqualTo("/en/workbench/sign-in?service=failed"));
    }

    [Test]
    public async Task Where_passwords_are_off_no_password_opens()
    {
        var person = await SignInTests.WithPasswordAsync("Straßenbahn im Nebel");
        using var client = Site.Visitor(_node);
        var page = await client.OpenAsync(SignInPage);
        Assert.That((page.QuerySelectorAll("main form").Length, page.QuerySelector("main a.btn")!.GetAttribute("href")), Is.EqualTo((0, "/de/workbench/sign-in/service")));
        using var here = Site.Visitor();
        using var opened = await SignInTests.SignInAsync(here, person.Mail, "Straßenbahn im Nebel");
        var token = (await Site.Client.OpenAsync(SignInPage)).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["mail"] = person.Mail, ["password"] = "Straßenbahn im Nebel", ["__RequestVerificationToken"] = token });
        using var refused = await client.PostAsync(new Uri(SignInPage, UriKind.Relative), content);
        Assert.That((opened.StatusCode, refused.StatusCode), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.BadRequest)));
    }

    [Test]
    public async Task Without_a_setting_nothing_of_it_is_there()
    {
        var schemes = await Site.Services.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync();
        using var client = Site.Visitor();
        using var service = await client.GetAsync(new Uri($"{SignInPage}/service", UriKind.Relative));
        using var back = await client.GetAsync(new Uri($"{OpenId.CallbackPath}?code=one&state=x", UriKind.Relative));
        Assert.That((schemes.Any(s => s.Name == OpenId.Scheme), service.StatusCode, back.StatusCode), Is.EqualTo((false, HttpStatusCode.NotFound, HttpStatusCode.NotFound)));
        Assert.That((await client.OpenAsync(SignInPage)).QuerySelectorAll("main a.btn"), Is.Empty);
    }

    private void Set(LagebildOptions options)
    {
        options.SignIn.Authority = ServiceStandIn.Authority;
        options.SignIn.ClientId = ServiceStandIn.ClientId;
        options.SignIn.ClientSecretFile = Path.Combine(_folder.Path, "secret");
        options.SignIn.Passwords = false;
    }

    /// <summary>To the service and back, as a browser goes; gives where it ends.</summary>
    private async Task<string?> ThroughAsync(HttpClient client, string mail, bool verified)
    {
        _service.Claims["email"] = mail;
        _service.Claims["email_verified"] = verified;
        using var away = await client.GetAsync(new Uri($"{SignInPage}/service?returnUrl=%2Fde%2Fworkbench%2Faccount", UriKind.Relative));
        using var back = await client.GetAsync(_service.Agree(away.Headers.Location!));
        if (back.Headers.Location?.ToString() is not { } next || !next.Contains("/service/done", StringComparison.Ordinal))
        {
            return back.Headers.Location?.ToString();
        }

        using var end = await client.GetAsync(new Uri(next, UriKind.Relative));
        return end.Headers.Location?.ToString();
    }
}
